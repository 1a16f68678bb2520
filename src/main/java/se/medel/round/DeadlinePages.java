package se.medel.round;

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
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.round.Deadlines.Wanted;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;

/** A round's dates: for everyone to see, for the officer and the director to change. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class DeadlinePages {

    /** An extension with its district's name. */
    record Extended(String district, ExtensionView extension) {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundDatesPage(RoundView round, DatesView dates, List<Extended> extensions, boolean mayChange)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundDatesEdit(Form form, RoundView round) implements TemplateInstance {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundExtension(Form form, RoundView round, List<Option> districts) implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    Deadlines deadlines;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/dates")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public TemplateInstance dates(@RestPath String round) {
        RoundView found = found(round);
        Map<String, String> names =
                rounds.districtsOf(found).stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        List<Extended> extensions = deadlines.extensions(round).stream()
                .filter(extension -> me.actor().sees(extension.district()))
                .map(extension ->
                        new Extended(names.getOrDefault(extension.district(), extension.district()), extension))
                .toList();
        boolean sets = me.is(Role.OFFICER) || me.is(Role.DIRECTOR);
        return new RoundDatesPage(found, deadlines.of(round), extensions, sets && found.state() != RoundState.CLOSED);
    }

    @GET
    @Path("/{round}/dates/edit")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance edit(@RestPath String round) {
        RoundView found = found(round);
        DatesView dates = deadlines.of(round);
        return new RoundDatesEdit(
                Form.empty()
                        .with("applicationsClose", dates.applicationsClose())
                        .with("reportDue", dates.reportDue())
                        .with("answerDays", dates.answerDays())
                        .with("reviewDays", dates.reviewDays())
                        .with("replyDays", dates.replyDays())
                        .with("payDays", dates.payDays())
                        .with("version", dates.number()),
                found);
    }

    @POST
    @Path("/{round}/dates/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response edit(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        Wanted wanted = new Wanted(
                day(form, "applicationsClose"),
                day(form, "reportDue"),
                days(form, "answerDays"),
                days(form, "reviewDays"),
                days(form, "replyDays"),
                days(form, "payDays"));
        if (form.hasErrors()) {
            return Answers.toBeCorrected(new RoundDatesEdit(form, found));
        }
        Answer<DatesView> answer = deadlines.set(me.actor(), round, number(form), wanted);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            if (answer.refusals().get(0).reason() == DeadlineRefusal.DATES_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", deadlines.of(round).number());
            }
            return Answers.refused(answer.refusals(), new RoundDatesEdit(form, found));
        }
        flash.say(texts().saved());
        return Answers.seeOther("/rounds/" + round + "/dates");
    }

    @GET
    @Path("/{round}/dates/extension")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance extension(@RestPath String round) {
        return extensionPage(Form.empty(), found(round));
    }

    @POST
    @Path("/{round}/dates/extension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response extension(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        LocalDate dueOn = day(form, "dueOn");
        if (form.hasErrors()) {
            return Answers.toBeCorrected(extensionPage(form, found));
        }
        Answer<ExtensionView> answer =
                deadlines.extend(me.actor(), round, form.value("district"), dueOn, form.value("reason"));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), extensionPage(form, found));
        }
        String name = rounds.districtsOf(found).stream()
                .filter(district -> district.slug().equals(answer.get().district()))
                .map(DistrictView::name)
                .findFirst()
                .orElseThrow();
        flash.say(texts().extended(name));
        return Answers.seeOther("/rounds/" + round + "/dates");
    }

    private TemplateInstance extensionPage(Form form, RoundView round) {
        return new RoundExtension(
                form,
                round,
                rounds.districtsOf(round).stream()
                        .map(district -> Option.of(district.slug(), district.name()))
                        .toList());
    }

    private RoundView found(String round) {
        return rounds.round(round)
                .filter(view -> RoundPages.seesRound(me.role(), view))
                .orElseThrow(NotFoundException::new);
    }

    private LocalDate day(Form form, String field) {
        return Days.read(form, field, texts().dateMalformed());
    }

    private Integer days(Form form, String field) {
        return form.count(field, DatesView.MOST_DAYS, language.msg());
    }

    /** A number that isn't one is as stale as one can be. */
    private static int number(Form form) {
        return form.value("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.value("version")) : -1;
    }

    private DeadlineMsg texts() {
        return MessageBundles.get(
                DeadlineMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
