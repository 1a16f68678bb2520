package se.medel.round;

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
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.refusal.Answer;
import se.medel.round.RoundService.NewRound;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Amounts;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The list of rounds, and setting up and opening one. What a round has left stands on the pages of the overview. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class RoundPages {

    /** One line of the list. */
    record Line(String id, String name, int year, String state, String colour, LocalDate deadline) {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundList(List<Line> rounds, boolean mayCreate) implements TemplateInstance {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewRoundPage(Form form, List<Option> sources) implements TemplateInstance {}

    /** Asks once more before a step is taken. */
    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Confirm(Form form, String round, String name, String action, String title, String text)
            implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR,
        Roles.EVALUATOR
    })
    public TemplateInstance list() {
        Texts texts = Texts.in(language.now());
        List<Line> lines = rounds.all().stream()
                .filter(round -> seesRound(me.role(), round))
                .map(round -> new Line(
                        round.id(),
                        round.name(),
                        round.year(),
                        texts.name(round.state()),
                        RoundTexts.colour(round.state()),
                        round.applicationDeadline()))
                .toList();
        return new RoundList(lines, me.is(Role.OFFICER) || me.is(Role.DIRECTOR));
    }

    /** A round without an approved model is still the social administration's own. */
    public static boolean seesRound(Role role, RoundView round) {
        return switch (role) {
            case OFFICER, DIRECTOR, CONTROLLER, SECRETARY, AUDITOR -> true;
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR, EVALUATOR -> round.state().hasApprovedModel();
            case ADMINISTRATOR -> false;
        };
    }

    @GET
    @Path("/new")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance create(@RestQuery String from) {
        List<RoundView> all = rounds.all();
        Form form = Form.empty();
        all.stream()
                .filter(round -> from == null || round.id().equals(from))
                .findFirst()
                .ifPresent(round -> form.with("from", round.id()).with("programme", round.programme()));
        return newRound(form, all);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        RoundMsg msg = RoundTexts.in(language.now());
        LocalDate deadline = Days.read(form, "applicationDeadline", msg.dateMalformed());
        NewRound wanted = new NewRound(
                form.value("id"),
                form.value("programme"),
                form.value("name"),
                year(form),
                form.value("caseNumber"),
                deadline);
        List<RoundView> all = rounds.all();
        if (all.stream().noneMatch(round -> round.id().equals(form.value("from")))) {
            form.reject("from", language.msg().formChoose());
        }
        if (form.hasErrors()) {
            form.reject(rounds.check(wanted), language.now());
            return Answers.toBeCorrected(newRound(form, all));
        }
        Answer<RoundView> answer = rounds.copy(me.actor(), form.value("from"), wanted);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), newRound(form, all));
        }
        flash.say(msg.newDone(answer.get().name()));
        return Answers.seeOther("/rounds/" + answer.get().id() + "/model/edit");
    }

    /** What isn't a number is no year; the service then says what a year is. */
    private static Integer year(Form form) {
        if (form.value("year").isEmpty()) {
            return null;
        }
        Amounts.Reading reading = Amounts.count(form.value("year"), 9999);
        return reading.accepted() ? reading.amount().intValueExact() : 0;
    }

    private TemplateInstance newRound(Form form, List<RoundView> all) {
        return new NewRoundPage(
                form,
                all.stream().map(round -> Option.of(round.id(), round.name())).toList());
    }

    @GET
    @Path("/{round}/open")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance open(@RestPath String round) {
        return confirmOpen(Form.empty(), round);
    }

    @POST
    @Path("/{round}/open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response open(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<RoundView> answer = rounds.open(me.actor(), round);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), confirmOpen(form, round));
        }
        flash.say(RoundTexts.in(language.now()).doOpened());
        return Answers.seeOther("/rounds/" + round);
    }

    @GET
    @Path("/{round}/start-reporting")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance startReporting(@RestPath String round) {
        return confirmReporting(Form.empty(), round);
    }

    @POST
    @Path("/{round}/start-reporting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response startReporting(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<RoundView> answer = rounds.startReporting(me.actor(), round);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), confirmReporting(form, round));
        }
        flash.say(RoundTexts.in(language.now()).doReported());
        return Answers.seeOther("/rounds/" + round + "/cost-reports");
    }

    private TemplateInstance confirmReporting(Form form, String id) {
        RoundView round = rounds.round(id).orElseThrow(NotFoundException::new);
        RoundMsg msg = RoundTexts.in(language.now());
        return new Confirm(form, id, round.name(), "start-reporting", msg.doReport(), msg.doReportText());
    }

    private TemplateInstance confirmOpen(Form form, String id) {
        RoundView round = rounds.round(id).orElseThrow(NotFoundException::new);
        RoundMsg msg = RoundTexts.in(language.now());
        return new Confirm(form, id, round.name(), "open", msg.doOpen(), msg.doOpenText());
    }
}
