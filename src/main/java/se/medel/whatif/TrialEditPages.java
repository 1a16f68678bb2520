package se.medel.whatif;

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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelForm;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.whatif.TrialService.Change;
import se.medel.whatif.rules.Expected;
import se.medel.whatif.rules.Sequence;

/** Changes a trial, one task a page: its figures, its uptake, its name and order. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
public class TrialEditPages {

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialModel(
            Form form,
            RoundView round,
            String at,
            String action,
            String name,
            List<Option> districts,
            List<ModelForm.Row> fixed,
            List<ModelForm.Row> groups,
            boolean stale)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialUptake(
            Form form,
            RoundView round,
            String at,
            String name,
            List<UptakeForm.Row> rows,
            List<Option> fillings,
            boolean stale)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialName(
            Form form,
            RoundView round,
            String at,
            String name,
            List<Option> orders,
            List<Option> sequences,
            boolean stale)
            implements TemplateInstance {}

    /** Shows a trial's form again; the boolean says that somebody else was first. */
    private interface Again extends BiFunction<Form, Boolean, TemplateInstance> {}

    @Inject
    TrialService trials;

    @Inject
    RoundService rounds;

    @Inject
    TrialDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    // The figures.

    @GET
    @Path("/{round}/trials/{trial}/model")
    public TemplateInstance model(@RestPath String round, @RestPath long trial) {
        TrialView found = desk.trial(round, trial);
        return modelPage(desk.round(round), found, ModelForm.filled(found.model(), found.version()), false);
    }

    @POST
    @Path("/{round}/trials/{trial}/model")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response model(@RestPath String round, @RestPath long trial, MultivaluedMap<String, String> posted) {
        RoundView in = desk.round(round);
        TrialView found = desk.trial(round, trial);
        Form form = ModelForm.posted(posted);
        if (!form.value("do").equals("save")) {
            return Response.ok(modelPage(in, found, form, false)).build();
        }
        AllocationModel typed = ModelForm.read(form, new HashSet<>(desk.slugs(in)), found.model(), language.now());
        if (form.hasErrors()) {
            form.reject(ModelForm.atFields(rounds.check(round, typed), form), language.now());
            return Answers.toBeCorrected(modelPage(in, found, form, false));
        }
        return saved(
                found,
                form,
                trials.change(me.actor(), round, trial, TrialDesk.version(form, "version"), Change.of(typed)),
                (again, stale) -> modelPage(in, found, again, stale));
    }

    private TemplateInstance modelPage(RoundView round, TrialView trial, Form form, boolean stale) {
        return new TrialModel(
                form,
                round,
                TrialPages.at(trial),
                TrialPages.at(trial) + "/model",
                trial.name(),
                desk.districts(round),
                ModelForm.fixedRows(form),
                ModelForm.groupRows(form),
                stale);
    }

    // The uptake.

    @GET
    @Path("/{round}/trials/{trial}/uptake")
    public TemplateInstance uptake(@RestPath String round, @RestPath long trial) {
        TrialView found = desk.trial(round, trial);
        Form form = UptakeForm.fill(Form.empty().with("version", found.version()), found.expected());
        return uptakePage(desk.round(round), found, form, false);
    }

    @POST
    @Path("/{round}/trials/{trial}/uptake")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response uptake(@RestPath String round, @RestPath long trial, MultivaluedMap<String, String> posted) {
        RoundView in = desk.round(round);
        TrialView found = desk.trial(round, trial);
        Form form = Form.of(posted);
        Optional<Filling> filling = Optional.of(form.value("do"))
                .filter(button -> button.startsWith("fill-"))
                .flatMap(button -> Filling.ofWireName(button.substring("fill-".length())));
        if (filling.isPresent()) {
            return filled(in, found, form, filling.get());
        }
        Expected typed = UptakeForm.read(form, desk.names(in), language.now());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(uptakePage(in, found, form, false));
        }
        return saved(
                found,
                form,
                trials.change(me.actor(), round, trial, TrialDesk.version(form, "version"), Change.of(typed)),
                (again, stale) -> uptakePage(in, found, again, stale));
    }

    /** Fills the form in; it is saved by its own button, so that one can look first. */
    private Response filled(RoundView round, TrialView trial, Form typed, Filling filling) {
        Answer<Expected> expected = trials.filled(me.actor(), round, trial.model(), filling);
        if (expected.isRefused()) {
            typed.reject(expected.refusals(), language.now());
            return Answers.refused(expected.refusals(), uptakePage(round, trial, typed, false));
        }
        Form form = UptakeForm.fill(Form.empty().with("version", typed.value("version")), expected.get());
        return Response.ok(uptakePage(round, trial, form, false)).build();
    }

    private TemplateInstance uptakePage(RoundView round, TrialView trial, Form form, boolean stale) {
        return new TrialUptake(
                form,
                round,
                TrialPages.at(trial),
                trial.name(),
                UptakeForm.rows(form, desk.names(round)),
                TrialPages.fillings(round, trials, language),
                stale);
    }

    // The name and the order.

    @GET
    @Path("/{round}/trials/{trial}/name")
    public TemplateInstance name(@RestPath String round, @RestPath long trial) {
        TrialView found = desk.trial(round, trial);
        Form form = Form.empty()
                .with("version", found.version())
                .with("name", found.name())
                .with("order", found.order().wireName())
                .with("sequence", found.sequence().wireName());
        return namePage(desk.round(round), found, form, false);
    }

    @POST
    @Path("/{round}/trials/{trial}/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(@RestPath String round, @RestPath long trial, MultivaluedMap<String, String> posted) {
        RoundView in = desk.round(round);
        TrialView found = desk.trial(round, trial);
        Form form = Form.of(posted);
        Change change = Change.of(
                form.value("name"),
                AllocationOrder.ofWireName(form.value("order")).orElse(null),
                Sequence.ofWireName(form.value("sequence")).orElse(null));
        return saved(
                found,
                form,
                trials.change(me.actor(), round, trial, TrialDesk.version(form, "version"), change),
                (again, stale) -> namePage(in, found, again, stale));
    }

    private TemplateInstance namePage(RoundView round, TrialView trial, Form form, boolean stale) {
        return new TrialName(
                form,
                round,
                TrialPages.at(trial),
                trial.name(),
                TrialPages.orders(language),
                TrialPages.sequences(language),
                stale);
    }

    private Response saved(TrialView trial, Form form, Answer<TrialView> answer, Again again) {
        if (answer.isRefused()) {
            List<Refusal> refusals = answer.refusals();
            form.reject(ModelForm.atFields(refusals, form), language.now());
            boolean stale = TrialDesk.isStale(refusals);
            if (stale) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", trial.version());
            }
            return Answers.refused(refusals, again.apply(form, stale));
        }
        flash.say(desk.msg().saved());
        return Answers.seeOther(TrialPages.at(trial));
    }
}
