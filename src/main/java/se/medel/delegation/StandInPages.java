package se.medel.delegation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.delegation.StandInService.Wanted;
import se.medel.delegation.rules.StandIn;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.user.UserService;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** Absences and conflicts of interest with the substitutes for them. */
@Path("/delegation/stand-ins")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class StandInPages {

    /** One of them in words. */
    record Line(StandInView entry, String ground, boolean mayWithdraw) {}

    @CheckedTemplate(basePath = "delegation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StandInList(
            Form form,
            List<Line> standIns,
            List<Option> people,
            List<Option> substitutes,
            List<Option> grounds,
            boolean mayEnter)
            implements TemplateInstance {}

    @Inject
    StandInService standIns;

    @Inject
    UserService users;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list() {
        return page(Form.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DIRECTOR, Roles.SECRETARY, Roles.ADMINISTRATOR})
    public Response enter(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate from = Days.read(form, "from", msg().dateMalformed());
        LocalDate to = Days.read(form, "to", msg().dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form));
        }
        StandIn.Ground ground = Stream.of(StandIn.Ground.values())
                .filter(value -> form.value("ground").equals(value.name()))
                .findFirst()
                .orElse(null);
        Answer<StandInView> entered = standIns.enter(
                me.actor(), new Wanted(form.value("person"), form.value("substitute"), ground, from, to));
        if (entered.isRefused()) {
            form.reject(entered.refusals(), language.now());
            return Answers.refused(entered.refusals(), page(form));
        }
        flash.say(msg().entered());
        return Answers.seeOther("/delegation/stand-ins");
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DIRECTOR, Roles.SECRETARY, Roles.ADMINISTRATOR})
    public Response withdraw(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<StandInView> withdrawn = standIns.withdraw(me.actor(), id, DelegationPages.version(form));
        if (withdrawn.isRefused()) {
            Form empty = Form.empty().reject(withdrawn.refusals(), language.now());
            return Answers.refused(withdrawn.refusals(), page(empty));
        }
        flash.say(msg().withdrawnDone());
        return Answers.seeOther("/delegation/stand-ins");
    }

    private TemplateInstance page(Form form) {
        Texts texts = Texts.in(language.now());
        return new StandInList(
                form,
                standIns.all().stream()
                        .map(entry -> new Line(
                                entry,
                                texts.name(entry.ground()),
                                StandInService.mayEnterFor(me.actor(), entry.person())))
                        .toList(),
                DelegationPages.directors(users, user -> StandInService.mayEnterFor(me.actor(), user.username())),
                DelegationPages.directors(users),
                List.of(
                        Option.of(StandIn.Ground.ABSENCE.name(), texts.name(StandIn.Ground.ABSENCE)),
                        new Option(
                                StandIn.Ground.CONFLICT.name(),
                                texts.name(StandIn.Ground.CONFLICT),
                                msg().groundConflictHint())),
                me.is(Role.DIRECTOR) || me.is(Role.SECRETARY) || me.is(Role.ADMINISTRATOR));
    }

    private DelegationMsg msg() {
        return DelegationWords.in(language.now());
    }
}
