package se.medel.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.round.ModelJson;
import se.medel.round.RoundService;
import se.medel.round.WhatIf;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Bite;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Uptake;
import se.medel.whatif.TrialService.Change;
import se.medel.whatif.TrialService.Wanted;
import se.medel.whatif.rules.Expected;
import se.medel.whatif.rules.Sequence;

/**
 * A trial as a program sees it.
 *
 * @param owner who made it, and alone can delete it
 * @param uptake what is expected to be asked for, the districts in the order they ask
 * @param result what the rules make of it
 */
@Schema(
        name = "Trial",
        requiredProperties = {"id", "name", "owner", "order", "sequence", "model", "uptake", "result", "changedAt"})
public record TrialJson(
        long id,
        String name,
        String owner,
        AllocationOrder order,
        Sequence sequence,
        ModelJson model,
        List<Row> uptake,
        Result result,
        Instant changedAt,
        String changedBy) {

    private static final int MOST_ROWS = 100;

    /** Where {@code Refusal}s about the model stand in a change. */
    private static final String MODEL = "model.";

    /** A trial in a list, with its sums in whole kronor. */
    @Schema(
            name = "TrialSummary",
            requiredProperties = {"id", "name", "owner", "asked", "granted", "bites"})
    public record Summary(long id, String name, String owner, Kronor asked, Kronor granted, List<Bitten> bites) {

        static Summary of(TrialView trial, TrialWords words) {
            Uptake uptake = trial.uptake();
            return new Summary(
                    trial.id(),
                    trial.name(),
                    trial.owner(),
                    uptake.asked(),
                    uptake.granted(),
                    Bitten.of(uptake, words));
        }
    }

    /**
     * What one district is expected to ask for.
     *
     * @param amount co-financing in whole kronor (M2); left out for none
     * @param totalCost what the plan costs in all (A3), kronor with öre
     * @param otherFunding what others pay of it (A3), kronor with öre
     * @param clients clients to be compensated (M3); left out for none
     */
    @Schema(name = "TrialUptake", requiredProperties = "district")
    public record Row(
            String district,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999") Figure amount,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure totalCost,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure otherFunding,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure clients) {

        private static Row of(Expected.Row row) {
            return new Row(
                    row.district(),
                    Figure.of(row.amount()),
                    Figure.of(row.totalCost()),
                    Figure.of(row.otherFunding()),
                    Figure.of((Long) row.clients()));
        }

        private Expected.Row read(Input input, String at) {
            input.required(district, at + ".district");
            Long count = input.count(clients, at + ".clients", null, Input.MOST_CLIENTS);
            return new Expected.Row(
                    district,
                    input.wholeKronor(amount, at + ".amount", null),
                    input.kronor(totalCost, at + ".totalCost", "A3"),
                    input.kronor(otherFunding, at + ".otherFunding", "A3"),
                    count == null ? 0 : count);
        }
    }

    /** @param left under the ceiling. @param text whether the parts fit under the ceiling, in words */
    @Schema(
            name = "TrialResult",
            requiredProperties = {"asked", "granted", "left", "text", "bites", "outcomes"})
    public record Result(
            Kronor asked, Kronor granted, Kronor left, String text, List<Bitten> bites, List<WhatIf.Given> outcomes) {

        private static Result of(Uptake uptake, TrialWords words) {
            return new Result(
                    uptake.asked(),
                    uptake.granted(),
                    uptake.left(),
                    words.headline(uptake),
                    Bitten.of(uptake, words),
                    uptake.outcomes().stream()
                            .map(outcome -> WhatIf.Given.of(outcome, words.locale()))
                            .toList());
        }
    }

    /**
     * Where a rule first bites.
     *
     * @param district the first that it cuts; left out where several are cut together
     * @param number which district in order that is under its component, such as 11 for the eleventh co-financed one
     * @param client the first client that the rule doesn't let through, counted as the rule counts
     * @param asksCut how many asks it cuts in all
     * @param cut whole kronor that it takes away in all
     * @param clientsCut clients that it takes away in all
     * @param text the same in words
     */
    @Schema(
            name = "Bite",
            requiredProperties = {"rule", "asksCut", "cut", "clientsCut", "text"})
    public record Bitten(
            String rule,
            String district,
            ComponentKind component,
            Integer number,
            Long client,
            int asksCut,
            Kronor cut,
            long clientsCut,
            String text) {

        private static List<Bitten> of(Uptake uptake, TrialWords words) {
            return uptake.bites().stream().map(bite -> of(bite, words)).toList();
        }

        private static Bitten of(Bite bite, TrialWords words) {
            return new Bitten(
                    bite.rule(),
                    bite.isShared() ? null : bite.ask().district(),
                    bite.isShared() ? null : bite.ask().component(),
                    bite.isShared() ? null : (Integer) bite.number(),
                    bite.client() == 0 ? null : (Long) bite.client(),
                    bite.asksCut(),
                    bite.cut(),
                    bite.clientsCut(),
                    words.sentence(bite));
        }
    }

    static TrialJson of(TrialView trial, TrialWords words) {
        return new TrialJson(
                trial.id(),
                trial.name(),
                trial.owner(),
                trial.order(),
                trial.sequence(),
                ModelJson.of(trial.model()),
                trial.expected().rows().stream().map(Row::of).toList(),
                Result.of(trial.uptake(), words),
                trial.changedAt(),
                trial.changedBy());
    }

    /**
     * A trial to be made.
     *
     * @param from the id of the trial that is copied; left out for the round's newest model
     * @param filling how the uptake is filled in; left out for that of the trial that is copied, or else the most
     */
    @Schema(name = "NewTrial", requiredProperties = "name")
    public record New(
            @Schema(maxLength = RoundService.LONGEST_NAME) String name,
            @Schema(type = SchemaType.INTEGER, minimum = "1") Figure from,
            @Schema(enumeration = {"most", "applied", "last-year", "nothing"}) String filling,
            @Schema(enumeration = {"received", "proportional", "need"}) String order,
            @Schema(enumeration = {"district-by-district", "part-by-part", "clients-first"}) String sequence) {

        Wanted read(Input input) {
            return new Wanted(
                    name,
                    input.count(from, "from", null, Long.MAX_VALUE),
                    filling == null ? null : input.known(filling, "filling", Filling.class, Filling::ofWireName),
                    knownOrder(input, order),
                    knownSequence(input, sequence));
        }
    }

    /** What a trial is changed to; what is left out stays as it is. */
    @Schema(name = "TrialChange")
    public record Changed(
            @Schema(maxLength = RoundService.LONGEST_NAME) String name,
            @Schema(enumeration = {"received", "proportional", "need"}) String order,
            @Schema(enumeration = {"district-by-district", "part-by-part", "clients-first"}) String sequence,
            ModelJson model,
            @Schema(maxItems = MOST_ROWS) List<Row> uptake) {

        Change read(Input input) {
            return new Change(
                    name, knownOrder(input, order), knownSequence(input, sequence), model(input), expected(input));
        }

        private AllocationModel model(Input input) {
            if (model == null) {
                return null;
            }
            Input ofModel = new Input();
            AllocationModel read = model.read(ofModel);
            ofModel.faults().forEach(fault -> input.fault(inModel(fault)));
            return read;
        }

        private Expected expected(Input input) {
            if (uptake == null) {
                return null;
            }
            List<Expected.Row> rows = new ArrayList<>();
            List<Row> sent = input.list(uptake, "uptake", MOST_ROWS);
            for (int i = 0; i < sent.size(); i++) {
                String at = "uptake[" + i + "]";
                if (sent.get(i) == null) {
                    input.fault(at, InputRefusal.VALUE_MISSING);
                } else {
                    rows.add(sent.get(i).read(input, at));
                }
            }
            return new Expected(rows);
        }
    }

    private static AllocationOrder knownOrder(Input input, String name) {
        return name == null ? null : input.known(name, "order", AllocationOrder.class, AllocationOrder::ofWireName);
    }

    private static Sequence knownSequence(Input input, String name) {
        return name == null ? null : input.known(name, "sequence", Sequence.class, Sequence::ofWireName);
    }

    /** What the service refuses, at its place in a change. */
    static Refusal atItsPlace(Refusal refusal) {
        boolean ofModel = refusal.field() != null
                && !refusal.field().equals("name")
                && !refusal.field().startsWith("uptake");
        return ofModel ? inModel(ModelJson.atItsPlace(refusal)) : refusal;
    }

    private static Refusal inModel(Refusal refusal) {
        return refusal.at(MODEL + refusal.field());
    }
}
