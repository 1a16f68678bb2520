package se.medel.costreport.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;

/** What is expected of each district's ledger in a round. */
@Path("/rounds/{round}/ledger-settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.CONTROLLER})
public class LedgerSettingPages {

    record Line(String slug, String name, String number, String objects) {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SettingList(RoundView round, List<Line> lines, boolean edits) implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SettingEdit(Form form, RoundView round, String slug, String name) implements TemplateInstance {}

    @Inject
    LedgerSettingService settings;

    @Inject
    RoundService rounds;

    @Inject
    LedgerWords words;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.CONTROLLER, Roles.DIRECTOR, Roles.AUDITOR})
    public TemplateInstance list(@RestPath String round) {
        RoundView found = round(round);
        Map<String, String> names = names(found);
        return new SettingList(
                found,
                settings.ofRound(me.actor(), round).get().stream()
                        .map(setting -> new Line(
                                setting.district(),
                                names.get(setting.district()),
                                setting.organisationNumber() == null
                                        ? null
                                        : OrganisationNumber.shown(setting.organisationNumber()),
                                setting.objectsText()))
                        .toList(),
                LedgerSettingService.mayEdit(me.role()));
    }

    private RoundView round(String id) {
        return rounds.round(id).orElseThrow(NotFoundException::new);
    }

    private Map<String, String> names(RoundView round) {
        return rounds.districtsOf(round).stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    @GET
    @Path("/{district}")
    public TemplateInstance edit(@RestPath String round, @RestPath String district) {
        RoundView found = round(round);
        LedgerSettingView setting = settings.of(round, district);
        return page(
                found,
                district,
                Form.empty()
                        .with("organisationNumber", setting.organisationNumber())
                        .with("objects", setting.objectsText())
                        .with("version", setting.version()));
    }

    private TemplateInstance page(RoundView round, String district, Form form) {
        String name = names(round).get(district);
        if (name == null) {
            throw new NotFoundException();
        }
        return new SettingEdit(form, round, district, name);
    }

    @POST
    @Path("/{district}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@RestPath String round, @RestPath String district, MultivaluedMap<String, String> posted) {
        RoundView found = round(round);
        Form form = Form.of(posted);
        long version = form.value("version").matches("-?[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -2;
        List<String> objects = Stream.of(form.value("objects").split("[,;\\n]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        Answer<LedgerSettingView> set = settings.set(
                me.actor(),
                round,
                district,
                version,
                new LedgerSettingService.Wanted(form.value("organisationNumber"), objects));
        if (set.isRefused()) {
            form.reject(set.refusals(), language.now());
            if (set.refusals().get(0).reason() == LedgerRefusal.LEDGER_SETTING_STALE) {
                form.with("version", settings.of(round, district).version());
            }
            return Answers.refused(set.refusals(), page(found, district, form));
        }
        flash.say(words.msg().settingsSaved(names(found).get(district)));
        return Answers.seeOther("/rounds/" + round + "/ledger-settings");
    }
}
