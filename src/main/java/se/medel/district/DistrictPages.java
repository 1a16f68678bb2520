package se.medel.district;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.district.DistrictService.End;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;

/** The administrator's pages of districts. */
@Path("/admin/districts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
public class DistrictPages {

    /** @param successor the name of the district that took over, null if none did */
    record Line(String slug, String name, LocalDate from, LocalDate to, String successor) {}

    @CheckedTemplate(basePath = "district", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DistrictList(List<Line> districts) implements TemplateInstance {}

    @CheckedTemplate(basePath = "district", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DistrictEnd(Form form, DistrictView district, List<Option> successors) implements TemplateInstance {}

    @Inject
    Districts districts;

    @Inject
    DistrictService service;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list() {
        List<DistrictView> all = districts.everyone();
        Map<String, String> names = all.stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return new DistrictList(all.stream()
                .map(district -> new Line(
                        district.slug(),
                        district.name(),
                        district.validFrom(),
                        district.validTo(),
                        names.get(district.successor())))
                .toList());
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance end(@RestPath String slug) {
        DistrictView district = districts.bySlug(slug).orElseThrow(NotFoundException::new);
        return page(
                Form.empty()
                        .with("lastDay", district.validTo())
                        .with("successor", district.successor())
                        .with("version", district.version()),
                district);
    }

    @POST
    @Path("/{slug}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@RestPath String slug, MultivaluedMap<String, String> posted) {
        DistrictView district = districts.bySlug(slug).orElseThrow(NotFoundException::new);
        Form form = Form.of(posted);
        DistrictMsg msg = texts();
        LocalDate lastDay = Days.read(form, "lastDay", msg.dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, district));
        }
        Answer<DistrictView> answer =
                service.setEnd(me.actor(), slug, version(form), new End(lastDay, orNull(form.value("successor"))));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            if (answer.refusals().get(0).reason() == DistrictRefusal.DISTRICT_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                DistrictView now = districts.bySlug(slug).orElseThrow(NotFoundException::new);
                form.with("version", now.version());
            }
            return Answers.refused(answer.refusals(), page(form, district));
        }
        flash.say(msg.saved(district.name()));
        return Answers.seeOther("/admin/districts");
    }

    private DistrictMsg texts() {
        return MessageBundles.get(
                DistrictMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    /** A version that isn't a number is as stale as one can be. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private TemplateInstance page(Form form, DistrictView district) {
        return new DistrictEnd(
                form,
                district,
                districts.everyone().stream()
                        .filter(other -> !other.slug().equals(district.slug()))
                        .map(other -> Option.of(other.slug(), other.name()))
                        .toList());
    }
}
