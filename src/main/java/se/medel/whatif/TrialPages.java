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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.refusal.Answer;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Uptake;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;
import se.medel.whatif.rules.Sequence;

/** A round's trials: the list, a new one, what one gives, and several side by side. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class TrialPages {

    /** @param binds where the ceiling first bites, in words, null where it doesn't */
    record Line(
            String id,
            String href,
            String name,
            String owner,
            String changed,
            String asked,
            String granted,
            String binds) {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialList(Form form, RoundView round, List<Line> trials, boolean mayTry, boolean several)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewTrial(
            Form form,
            RoundView round,
            List<Option> sources,
            List<Option> fillings,
            List<Option> orders,
            List<Option> sequences)
            implements TemplateInstance {}

    /** What the page tells of a trial beside what it gives. */
    record Facts(long id, String at, String name, String owner, String changed, String order, String sequence) {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialPage(
            RoundView round,
            Facts trial,
            TrialResult result,
            List<String> bites,
            TrialPicture picture,
            boolean mayTry,
            boolean mayPropose,
            boolean own)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialCompare(RoundView round, TrialComparison comparison) implements TemplateInstance {}

    @Inject
    TrialService trials;

    @Inject
    TrialDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    static String at(TrialView trial) {
        return "/rounds/" + trial.roundId() + "/trials/" + trial.id();
    }

    @GET
    @Path("/{round}/trials")
    public TemplateInstance list(@RestPath String round) {
        return listed(desk.round(round), Form.empty());
    }

    private TemplateInstance listed(RoundView round, Form form) {
        TrialWords words = desk.words(round);
        List<Line> lines = trials.ofRound(round.id()).stream()
                .map(trial -> line(trial, words))
                .toList();
        return new TrialList(form, round, lines, TrialService.mayTry(me.role()), lines.size() > 1);
    }

    private static Line line(TrialView trial, TrialWords words) {
        Uptake uptake = trial.uptake();
        return new Line(
                String.valueOf(trial.id()),
                at(trial),
                trial.name(),
                trial.owner(),
                Formats.moment(trial.changedAt()),
                TrialWords.kr(uptake.asked()),
                TrialWords.kr(uptake.granted()),
                uptake.ceilingBite().map(words::where).orElse(null));
    }

    @GET
    @Path("/{round}/trials/compare")
    public Response compare(@RestPath String round, @RestQuery("trial") List<String> trial) {
        RoundView found = desk.round(round);
        List<Long> ids = trial.stream()
                .map(id -> id.matches("[0-9]{1,18}") ? Long.parseLong(id) : (Long) 0L)
                .toList();
        Answer<List<TrialView>> compared = trials.compared(round, ids);
        if (compared.isRefused()) {
            Form form = Form.empty().withAll("trial", trial);
            form.reject(compared.refusals(), language.now());
            return Answers.refused(compared.refusals(), listed(found, form));
        }
        return Response.ok(new TrialCompare(
                        found, TrialComparison.of(compared.get(), desk.slugs(found), desk.words(found))))
                .build();
    }

    @GET
    @Path("/{round}/trials/new")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    public TemplateInstance make(@RestPath String round, @RestQuery String from) {
        Form form = Form.empty()
                .with("from", from)
                .with("filling", from == null ? Filling.MOST.wireName() : "")
                .with("order", AllocationOrder.RECEIVED.wireName())
                .with("sequence", Sequence.DISTRICT_BY_DISTRICT.wireName());
        return newPage(desk.round(round), form);
    }

    @POST
    @Path("/{round}/trials/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    public Response make(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = desk.round(round);
        Form form = Form.of(posted);
        String from = form.value("from");
        Answer<TrialView> made = trials.make(
                me.actor(),
                round,
                new TrialService.Wanted(
                        form.value("name"),
                        from.isEmpty() ? null : from.matches("[0-9]{1,18}") ? Long.parseLong(from) : (Long) 0L,
                        Filling.ofWireName(form.value("filling")).orElse(null),
                        AllocationOrder.ofWireName(form.value("order")).orElse(null),
                        Sequence.ofWireName(form.value("sequence")).orElse(null)));
        if (made.isRefused()) {
            form.reject(made.refusals(), language.now());
            return Answers.refused(made.refusals(), newPage(found, form));
        }
        flash.say(desk.msg().made());
        return Answers.seeOther(at(made.get()));
    }

    private TemplateInstance newPage(RoundView round, Form form) {
        WhatIfMsg msg = desk.msg();
        List<Option> sources = new ArrayList<>(List.of(Option.of("", msg.fromModel())));
        trials.ofRound(round.id()).forEach(trial -> sources.add(Option.of(String.valueOf(trial.id()), trial.name())));
        return new NewTrial(form, round, sources, fillings(round, msg), orders(language), sequences(language));
    }

    private List<Option> fillings(RoundView round, WhatIfMsg msg) {
        List<Option> fillings = new ArrayList<>(fillings(round, trials, language));
        fillings.add(new Option("", msg.fillingOfSource(), msg.fillingOfSourceHint()));
        return fillings;
    }

    /** The quick ways to fill an uptake in; last year's only where there was one. */
    static List<Option> fillings(RoundView round, TrialService trials, Language language) {
        Texts texts = Texts.in(language.now());
        return Arrays.stream(Filling.values())
                .filter(filling -> filling != Filling.LAST_YEAR
                        || trials.roundBefore(round).isPresent())
                .map(filling -> Option.of(filling.wireName(), texts.name(filling)))
                .toList();
    }

    static List<Option> orders(Language language) {
        Texts texts = Texts.in(language.now());
        return Arrays.stream(AllocationOrder.values())
                .map(order -> Option.of(order.wireName(), texts.name(order)))
                .toList();
    }

    static List<Option> sequences(Language language) {
        Texts texts = Texts.in(language.now());
        return Arrays.stream(Sequence.values())
                .map(sequence -> Option.of(sequence.wireName(), texts.name(sequence)))
                .toList();
    }

    @GET
    @Path("/{round}/trials/{trial}")
    public TemplateInstance trial(@RestPath String round, @RestPath long trial) {
        RoundView found = desk.round(round);
        TrialView shown = desk.trial(round, trial);
        TrialWords words = desk.words(found);
        Uptake uptake = shown.uptake();
        boolean mayTry = TrialService.mayTry(me.role());
        return new TrialPage(
                found,
                new Facts(
                        shown.id(),
                        at(shown),
                        shown.name(),
                        shown.owner(),
                        words.msg().changed(Formats.moment(shown.changedAt()), shown.changedBy()),
                        words.texts().name(shown.order()),
                        words.texts().name(shown.sequence())),
                TrialResult.of(uptake, desk.slugs(found), words),
                uptake.bites().stream().map(words::sentence).toList(),
                TrialPicture.of(List.of(shown.name()), List.of(uptake), words),
                mayTry,
                mayTry && !me.is(Role.CONTROLLER),
                mayTry && shown.owner().equals(me.actor().username()));
    }
}
