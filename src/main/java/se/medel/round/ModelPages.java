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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelFigures.Part;
import se.medel.round.rules.AllocationModel;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The model of a round: every figure of every version, its way to the committee, and the committee's decision on it. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class ModelPages {

    /**
     * A version as a line.
     *
     * @param decided the committee's decision in words, null until there is one
     * @param undelegated whether the committee approved it without giving the task to distribute by it (D2)
     */
    record Version(
            int number,
            String state,
            String colour,
            boolean inForce,
            String decided,
            boolean undelegated,
            String madeBy) {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ModelPage(RoundView round, Version shown, List<Part> parts, List<Version> versions)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "round", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ModelEdit(
            Form form,
            RoundView round,
            String at,
            List<Option> districts,
            List<ModelForm.Row> fixed,
            List<ModelForm.Row> groups,
            boolean stale)
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
    @Path("/{round}/model")
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
    public TemplateInstance model(@RestPath String round, @RestQuery Integer version) {
        RoundView found = seen(round);
        List<ModelView> all = rounds.models(round).stream()
                .filter(model -> model.state() == ModelState.APPROVED || seesDrafts())
                .toList();
        ModelView inForce = all.stream()
                .filter(model -> model.state() == ModelState.APPROVED)
                .findFirst()
                .orElse(null);
        ModelView shown = all.stream()
                .filter(model ->
                        version == null ? inForce == null || model == inForce : model.versionNumber() == version)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new ModelPage(
                found,
                line(shown, inForce),
                parts(found, shown, all),
                all.stream().map(model -> line(model, inForce)).toList());
    }

    private boolean seesDrafts() {
        return !me.role().ofDistrict() && !me.is(Role.EVALUATOR);
    }

    private RoundView seen(String id) {
        return rounds.round(id)
                .filter(round -> RoundPages.seesRound(me.role(), round))
                .orElseThrow(NotFoundException::new);
    }

    private Version line(ModelView model, ModelView inForce) {
        RoundMsg msg = texts();
        return new Version(
                model.versionNumber(),
                Texts.in(language.now()).name(model.state()),
                RoundTexts.colour(model.state()),
                inForce != null && model.versionNumber() == inForce.versionNumber(),
                model.committeeDate() == null
                        ? null
                        : msg.modelDecided(model.committeeDate().toString(), model.committeeParagraph()),
                !model.delegated(),
                model.madeBy());
    }

    /** The figures of a version, beside those of the version before it where they changed. */
    private List<Part> parts(RoundView round, ModelView shown, List<ModelView> all) {
        AllocationModel before = all.stream()
                .filter(model -> model.versionNumber() == shown.versionNumber() - 1)
                .map(ModelView::model)
                .findFirst()
                .orElse(null);
        Map<String, String> names =
                rounds.districtsOf(round).stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return new ModelFigures(names, language.now()).of(shown.model(), before);
    }

    @GET
    @Path("/{round}/model/edit")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response edit(@RestPath String round) {
        RoundView found = seen(round);
        ModelView pending = rounds.pendingModel(round).orElse(null);
        if (pending == null || pending.state() != ModelState.DRAFT) {
            return Answers.seeOther("/rounds/" + round + "/model");
        }
        return Response.ok(page(found, ModelForm.filled(pending.model(), pending.version()), false))
                .build();
    }

    @POST
    @Path("/{round}/model/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response edit(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = seen(round);
        Form form = ModelForm.posted(posted);
        if (!form.value("do").equals("save")) {
            return Response.ok(page(found, form, false)).build();
        }
        Set<String> districts =
                rounds.districtsOf(found).stream().map(DistrictView::slug).collect(Collectors.toSet());
        AllocationModel before = rounds.models(round).get(0).model();
        AllocationModel typed = ModelForm.read(form, districts, before, language.now());
        if (form.hasErrors()) {
            form.reject(ModelForm.atFields(rounds.check(round, typed), form), language.now());
            return Answers.toBeCorrected(page(found, form, false));
        }
        Answer<ModelView> answer = rounds.editModel(me.actor(), round, version(form), typed);
        if (answer.isRefused()) {
            form.reject(ModelForm.atFields(answer.refusals(), form), language.now());
            boolean stale = has(answer.refusals(), RoundRefusal.ROUND_STALE);
            if (stale) {
                // Saving once more is then a choice that was made with open eyes.
                rounds.pendingModel(round).ifPresent(pending -> form.with("version", pending.version()));
            }
            return Answers.refused(answer.refusals(), page(found, form, stale));
        }
        flash.say(texts().editSaved());
        return Answers.seeOther(
                "/rounds/" + round + "/model?version=" + answer.get().versionNumber());
    }

    private static boolean has(List<Refusal> refusals, RoundRefusal reason) {
        return refusals.stream().anyMatch(refusal -> refusal.reason() == reason);
    }

    /** A version that isn't a number is as stale as one can be. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    private TemplateInstance page(RoundView round, Form form, boolean stale) {
        return new ModelEdit(
                form,
                round,
                "/rounds/" + round.id() + "/model/edit",
                rounds.districtsOf(round).stream()
                        .map(district -> Option.of(district.slug(), district.name()))
                        .toList(),
                ModelForm.fixedRows(form),
                ModelForm.groupRows(form),
                stale);
    }

    // One step a page: what happens is said, and a button does it.

    @GET
    @Path("/{round}/propose")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance propose(@RestPath String round) {
        return confirmPropose(Form.empty(), round);
    }

    @POST
    @Path("/{round}/propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response propose(@RestPath String round, MultivaluedMap<String, String> posted) {
        return step(rounds.propose(me.actor(), round), Form.of(posted), form -> confirmPropose(form, round), () -> {
            flash.say(texts().doProposed());
            return "/rounds/" + round;
        });
    }

    private TemplateInstance confirmPropose(Form form, String round) {
        return confirm(form, round, "propose", texts().doPropose(), texts().doProposeText());
    }

    @GET
    @Path("/{round}/take-back")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance takeBack(@RestPath String round) {
        return confirmTakeBack(Form.empty(), round);
    }

    @POST
    @Path("/{round}/take-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response takeBack(@RestPath String round, MultivaluedMap<String, String> posted) {
        return step(rounds.takeBack(me.actor(), round), Form.of(posted), form -> confirmTakeBack(form, round), () -> {
            flash.say(texts().doTakenBack());
            return "/rounds/" + round + "/model/edit";
        });
    }

    private TemplateInstance confirmTakeBack(Form form, String round) {
        return confirm(form, round, "take-back", texts().doTakeBack(), texts().doTakeBackText());
    }

    @GET
    @Path("/{round}/new-version")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance newVersion(@RestPath String round) {
        return confirmNewVersion(Form.empty(), round);
    }

    @POST
    @Path("/{round}/new-version")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response newVersion(@RestPath String round, MultivaluedMap<String, String> posted) {
        return step(
                rounds.startNewVersion(me.actor(), round),
                Form.of(posted),
                form -> confirmNewVersion(form, round),
                () -> {
                    flash.say(texts().doNewVersionMade());
                    return "/rounds/" + round + "/model/edit";
                });
    }

    private TemplateInstance confirmNewVersion(Form form, String round) {
        return confirm(form, round, "new-version", texts().doNewVersion(), texts().doNewVersionText());
    }

    private TemplateInstance confirm(Form form, String id, String action, String title, String text) {
        RoundView round = rounds.round(id).orElseThrow(NotFoundException::new);
        return new RoundPages.Confirm(form, id, round.name(), action, title, text);
    }

    private <T> Response step(
            Answer<T> answer, Form form, Function<Form, TemplateInstance> again, Supplier<String> next) {
        if (answer.isRefused()) {
            // On a page without the fields, everything that is wrong stands in the summary.
            Texts words = Texts.in(language.now());
            form.reject(
                    "",
                    answer.refusals().stream().map(words::refusal).distinct().collect(Collectors.joining(" ")));
            return Answers.refused(answer.refusals(), again.apply(form));
        }
        return Answers.seeOther(next.get());
    }

    private RoundMsg texts() {
        return RoundTexts.in(language.now());
    }
}
