package se.medel.committee;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.committee.MeetingService.Minutes;
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelFigures;
import se.medel.round.ModelFigures.Part;
import se.medel.round.ModelForm;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;

/** The committee's decision on a proposed model, point by point, with the figures where they were amended. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SECRETARY)
public class CommitteeDecisionPages {

    /** The fields beside the figures. */
    private static final List<String> FIELDS =
            List.of("date", "paragraph", "d1", "d1Text", "d2", "d2Text", "d3", "d3Text", "version");

    /**
     * @param proposed the number of the version that is proposed, null where none is
     * @param figures whether the fields of the model are shown, to be filled in as decided
     */
    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DecisionForm(
            Form form,
            RoundView round,
            Integer proposed,
            List<Part> parts,
            List<Option> outcomes,
            boolean figures,
            List<Option> districts,
            List<ModelForm.Row> fixed,
            List<ModelForm.Row> groups)
            implements TemplateInstance {}

    @Inject
    MeetingService meetings;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/committee-decision")
    public TemplateInstance register(@RestPath String round) {
        Form form = Form.empty();
        List.of("d1", "d2", "d3").forEach(point -> form.with(point, MeetingOutcome.AS_PROPOSED));
        proposed(round).ifPresent(model -> form.with("version", model.version()));
        return page(form, round);
    }

    @POST
    @Path("/{round}/committee-decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = ModelForm.posted(posted);
        Optional<ModelView> proposed = proposed(round);
        boolean amended = point(form, "d1").is(MeetingOutcome.AMENDED) && proposed.isPresent();
        if (amended && !hasFigures(form)) {
            // First the points are told, and then the figures that differ.
            return Response.ok(page(withFigures(form, proposed.get()), round)).build();
        }
        String button = form.value("do");
        if (button.startsWith("add") || button.startsWith("remove")) {
            return Response.ok(page(form, round)).build();
        }
        LocalDate date = Days.read(form, "date", RoundTexts.in(language.now()).dateMalformed());
        AllocationModel model = amended ? read(form, found, proposed.get()) : null;
        if (form.hasErrors()) {
            rejectTheRest(form, date);
            return Answers.toBeCorrected(page(form, round));
        }
        Answer<ModelView> answer = meetings.register(
                me.actor(),
                round,
                new Minutes(
                        date,
                        form.value("paragraph"),
                        point(form, "d1"),
                        point(form, "d2"),
                        point(form, "d3"),
                        model,
                        version(form)));
        if (answer.isRefused()) {
            form.reject(ModelForm.atFields(answer.refusals(), form), language.now());
            if (answer.refusals().stream().anyMatch(refusal -> refusal.reason() == RoundRefusal.ROUND_STALE)) {
                // Registering once more is then a choice that was made with the new proposal in sight.
                proposed(round).ifPresent(now -> form.with("version", now.version()));
            }
            return Answers.refused(answer.refusals(), page(form, round));
        }
        flash.say(
                answer.get().state() == ModelState.APPROVED
                        ? RoundTexts.in(language.now()).committeeDone()
                        : MeetingTexts.in(language.now()).decisionSentBack());
        return Answers.seeOther("/rounds/" + round);
    }

    private static boolean hasFigures(Form form) {
        return form.has("ceiling.amount");
    }

    private static Form withFigures(Form form, ModelView proposed) {
        Form filled = ModelForm.filled(proposed.model(), proposed.version());
        FIELDS.forEach(field -> filled.with(field, form.value(field)));
        return filled;
    }

    private AllocationModel read(Form form, RoundView round, ModelView proposed) {
        AllocationModel model = ModelForm.read(
                form,
                rounds.districtsOf(round).stream().map(DistrictView::slug).collect(Collectors.toSet()),
                proposed.model(),
                language.now());
        if (form.hasErrors()) {
            form.reject(ModelForm.atFields(rounds.check(round.id(), model), form), language.now());
        }
        return model;
    }

    /** What else is wrong, so that everything is told at once. A day that can't be read is told already. */
    private void rejectTheRest(Form form, LocalDate date) {
        List<Refusal> rest = rounds.checkCommittee(date, form.value("paragraph")).stream()
                .filter(refusal -> form.error(refusal.field()) == null)
                .toList();
        form.reject(rest, language.now());
    }

    private static MeetingPoint point(Form form, String name) {
        return MeetingPoint.of(MeetingTexts.chosen(MeetingOutcome.class, form.value(name)), form.value(name + "Text"));
    }

    /** A version that isn't a number is as stale as one can be; a form without one was never shown any. */
    private static Long version(Form form) {
        String version = form.value("version");
        return version.isEmpty() ? null : (Long) (version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1L);
    }

    private Optional<ModelView> proposed(String round) {
        return rounds.pendingModel(round).filter(model -> model.state() == ModelState.PROPOSED);
    }

    private RoundView found(String round) {
        return rounds.round(round).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Form form, String id) {
        RoundView round = found(id);
        Optional<ModelView> proposed = proposed(id);
        List<DistrictView> districts = rounds.districtsOf(round);
        Map<String, String> names =
                districts.stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return new DecisionForm(
                form,
                round,
                proposed.map(ModelView::versionNumber).orElse(null),
                proposed.map(model -> new ModelFigures(names, language.now()).of(model.model(), before(model)))
                        .orElse(List.of()),
                MeetingTexts.options(MeetingOutcome.class, language.now()),
                hasFigures(form),
                districts.stream()
                        .map(district -> Option.of(district.slug(), district.name()))
                        .toList(),
                ModelForm.fixedRows(form),
                ModelForm.groupRows(form));
    }

    private AllocationModel before(ModelView model) {
        return rounds.models(model.roundId()).stream()
                .filter(other -> other.versionNumber() == model.versionNumber() - 1)
                .map(ModelView::model)
                .findFirst()
                .orElse(null);
    }
}
