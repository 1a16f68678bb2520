package se.medel.whatif;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.Explanation;
import se.medel.round.RoundTexts;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Bite;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.round.rules.Step;
import se.medel.round.rules.Step.Reason;
import se.medel.round.rules.Uptake;

/**
 * What a trial gives, as a page shows it: each rule with where it bites, each district with what it gets and why.
 *
 * @param headline whether it fits under the ceiling, in words
 * @param over whether it doesn't
 */
record TrialResult(String headline, boolean over, List<Rule> rules, List<String> parts, List<Line> lines, Line total) {

    /**
     * A rule of the model.
     *
     * @param used what is taken under a cap that districts share; null for other rules
     * @param cut what it takes away in all, null where it takes nothing
     * @param where where it first bites, in words, null where it doesn't
     */
    @TemplateData
    record Rule(String rule, String what, String limit, String used, String cut, String where, String source) {}

    /**
     * A district, or all of them.
     *
     * @param cells one for each part of the model
     */
    @TemplateData
    record Line(String district, List<Cell> cells, String asked, String granted, boolean less) {}

    /**
     * What a district gets of one part.
     *
     * @param granted null where it asks for nothing
     * @param asked null where it gets all that it asks for
     * @param limitedBy the rules that take something away, null for none
     */
    @TemplateData
    record Cell(String part, String granted, String asked, String limitedBy, List<Link> chain) {}

    /** A link of the chain of rules (A8). */
    @TemplateData
    record Link(String rule, String text, boolean binding) {}

    static TrialResult of(Uptake uptake, List<String> districts, TrialWords words) {
        List<ComponentKind> kinds =
                uptake.model().components().stream().map(Component::kind).toList();
        return new TrialResult(
                words.headline(uptake),
                uptake.asked().isMoreThan(uptake.model().ceiling().amount()),
                rules(uptake, words),
                kinds.stream().map(words.texts()::name).toList(),
                districts.stream()
                        .map(district -> line(
                                words.name(district),
                                uptake.outcomes().stream()
                                        .filter(outcome ->
                                                outcome.ask().district().equals(district))
                                        .toList(),
                                kinds,
                                words))
                        .toList(),
                total(uptake, kinds, words));
    }

    // Each rule.

    static List<Rule> rules(Uptake uptake, TrialWords words) {
        AllocationModel model = uptake.model();
        List<Rule> rules = new ArrayList<>();
        model.fixedGrant()
                .ifPresent(grant -> rules.add(own(
                        uptake,
                        grant.basis(),
                        words.round().modelNamedSum(),
                        words.msg().limitNamed(),
                        Set.of(Reason.NAMED_SUM),
                        words)));
        model.coFinancing().ifPresent(part -> {
            rules.add(own(
                    uptake,
                    part.basis(),
                    words.round().modelMaximumEach(),
                    TrialWords.kr(part.maximum()),
                    Set.of(Reason.MAXIMUM_EACH),
                    words));
            rules.add(own(
                    uptake,
                    part.partFinancing(),
                    words.round().editPartFinancing(),
                    part.ownPartRequired()
                            ? words.msg().limitOwnPart()
                            : words.msg().limitCost(),
                    Set.of(Reason.PART_OF_COST, Reason.OWN_PART_REQUIRED),
                    words));
        });
        model.sharedCaps().forEach(cap -> rules.add(shared(uptake, cap, words)));
        return rules;
    }

    /** A rule that looks at each district by itself. */
    private static Rule own(
            Uptake uptake, Basis basis, String what, String limit, Set<Reason> reasons, TrialWords words) {
        Optional<Bite> bite = uptake.bites().stream()
                .filter(one -> reasons.contains(one.step().reason()))
                .findFirst();
        return rule(basis, what, limit, null, bite, words);
    }

    private static Rule shared(Uptake uptake, Cap cap, TrialWords words) {
        return rule(
                basis(uptake.model(), cap),
                RoundTexts.capTitle(cap, words.round()),
                RoundTexts.figure(cap.unit(), cap.limit(), words.round()),
                RoundTexts.figure(cap.unit(), uptake.committed().under(cap), words.round()),
                uptake.bite(cap),
                words);
    }

    private static Basis basis(AllocationModel model, Cap cap) {
        return Stream.concat(
                        model.clientCompensation().stream().flatMap(part -> part.bases().stream()),
                        Stream.of(model.ceiling().basis()))
                .filter(basis -> basis.rule().equals(cap.rule()))
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(
            Basis basis, String what, String limit, String used, Optional<Bite> bite, TrialWords words) {
        return new Rule(
                basis.rule(),
                what,
                limit,
                used,
                bite.map(words::cut).orElse(null),
                bite.map(words::where).orElse(null),
                basis.source());
    }

    // Each district.

    private static Line line(String name, List<Outcome> outcomes, List<ComponentKind> kinds, TrialWords words) {
        Kronor asked = outcomes.stream().map(Outcome::asked).reduce(Kronor.ZERO, Kronor::plus);
        Kronor granted = outcomes.stream().map(Outcome::granted).reduce(Kronor.ZERO, Kronor::plus);
        return new Line(
                name,
                kinds.stream()
                        .map(kind -> cell(
                                kind,
                                outcomes.stream()
                                        .filter(outcome -> outcome.ask().component() == kind)
                                        .findFirst(),
                                words))
                        .toList(),
                TrialWords.kr(asked),
                TrialWords.kr(granted),
                granted.isLessThan(asked));
    }

    private static Cell cell(ComponentKind kind, Optional<Outcome> found, TrialWords words) {
        String part = words.texts().name(kind);
        if (found.isEmpty()) {
            return new Cell(part, null, null, null, List.of());
        }
        Outcome outcome = found.get();
        boolean whole = outcome.granted().equals(outcome.asked());
        return new Cell(
                part,
                words.amount(outcome.granted(), outcome.clientsGranted(), outcome.ask()),
                whole ? null : words.amount(outcome.asked(), outcome.ask().clients(), outcome.ask()),
                outcome.binding().isEmpty() ? null : String.join(", ", outcome.binding()),
                outcome.explanation().stream().map(step -> link(step, words)).toList());
    }

    private static Link link(Step step, TrialWords words) {
        return new Link(step.rule(), Explanation.of(step, words.locale()), step.isBinding());
    }

    private static Line total(Uptake uptake, List<ComponentKind> kinds, TrialWords words) {
        return new Line(
                words.msg().allDistricts(),
                kinds.stream()
                        .map(kind -> new Cell(
                                words.texts().name(kind), TrialWords.kr(granted(uptake, kind)), null, null, List.of()))
                        .toList(),
                TrialWords.kr(uptake.asked()),
                TrialWords.kr(uptake.granted()),
                uptake.granted().isLessThan(uptake.asked()));
    }

    static Kronor granted(Uptake uptake, ComponentKind kind) {
        return uptake.outcomes().stream()
                .filter(outcome -> outcome.ask().component() == kind)
                .map(Outcome::granted)
                .reduce(Kronor.ZERO, Kronor::plus);
    }
}
