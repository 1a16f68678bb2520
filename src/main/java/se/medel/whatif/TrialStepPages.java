package se.medel.whatif;

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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelFigures;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Texts;

/** What ends a trial: it is made a proposal, or deleted. What happens is said, and a button does it. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class TrialStepPages {

    /** @param text what happens: an existing draft is replaced, or a new version is started */
    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialPropose(Form form, RoundView round, String at, String name, String text, List<ModelFigures.Part> parts)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialDelete(Form form, RoundView round, String at, String name) implements TemplateInstance {}

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

    @GET
    @Path("/{round}/trials/{trial}/propose")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public TemplateInstance propose(@RestPath String round, @RestPath long trial) {
        return proposePage(desk.round(round), desk.trial(round, trial), Form.empty());
    }

    @POST
    @Path("/{round}/trials/{trial}/propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response propose(@RestPath String round, @RestPath long trial, MultivaluedMap<String, String> posted) {
        RoundView in = desk.round(round);
        TrialView found = desk.trial(round, trial);
        Form form = Form.of(posted);
        Answer<ModelView> draft = trials.propose(
                me.actor(),
                round,
                trial,
                TrialDesk.version(form, "version"),
                form.value("draft").isEmpty() ? null : (Long) TrialDesk.version(form, "draft"));
        if (draft.isRefused()) {
            return refused(draft.refusals(), form, proposePage(in, found, form));
        }
        flash.say(desk.msg().proposed());
        return Answers.seeOther(
                "/rounds/" + round + "/model?version=" + draft.get().versionNumber());
    }

    /** With the versions that are looked at now: the button is pressed on what is shown. */
    private TemplateInstance proposePage(RoundView round, TrialView trial, Form form) {
        WhatIfMsg msg = desk.msg();
        List<ModelView> models = rounds.models(round.id());
        Optional<ModelView> pending = rounds.pendingModel(round.id());
        form.with("version", trial.version());
        form.with("draft", pending.map(ModelView::version).map(String::valueOf).orElse(""));
        ModelView newest = models.get(0);
        String number = Integer.toString(newest.versionNumber());
        return new TrialPropose(
                form,
                round,
                TrialPages.at(trial),
                trial.name(),
                pending.isPresent()
                        ? msg.proposeReplaces(number, newest.madeBy())
                        : msg.proposeStarts(Integer.toString(newest.versionNumber() + 1)),
                new ModelFigures(desk.names(round), language.now()).of(trial.model(), newest.model()));
    }

    @GET
    @Path("/{round}/trials/{trial}/delete")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    public TemplateInstance delete(@RestPath String round, @RestPath long trial) {
        TrialView found = desk.trial(round, trial);
        if (!found.owner().equals(me.actor().username())) {
            throw new NotFoundException();
        }
        return deletePage(desk.round(round), found, Form.empty());
    }

    @POST
    @Path("/{round}/trials/{trial}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    public Response delete(@RestPath String round, @RestPath long trial, MultivaluedMap<String, String> posted) {
        RoundView in = desk.round(round);
        TrialView found = desk.trial(round, trial);
        Form form = Form.of(posted);
        Answer<TrialView> gone = trials.delete(me.actor(), round, trial, TrialDesk.version(form, "version"));
        if (gone.isRefused()) {
            return refused(gone.refusals(), form, deletePage(in, found, form));
        }
        flash.say(desk.msg().deleted(found.name()));
        return Answers.seeOther("/rounds/" + round + "/trials");
    }

    private static TemplateInstance deletePage(RoundView round, TrialView trial, Form form) {
        form.with("version", trial.version());
        return new TrialDelete(form, round, TrialPages.at(trial), trial.name());
    }

    /** On a page without the fields, everything that is wrong stands in the summary. */
    private Response refused(List<Refusal> refusals, Form form, TemplateInstance page) {
        Texts words = Texts.in(language.now());
        form.reject("", refusals.stream().map(words::refusal).distinct().collect(Collectors.joining(" ")));
        return Answers.refused(refusals, page);
    }
}
