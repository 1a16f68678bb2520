package se.medel.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;

/**
 * A question of what an order (A7) would give.
 *
 * @param start empty: as if nothing were committed; current: on top of what is
 * @param order how the asks are met when they come to more than is left
 * @param asks in the order they came
 */
@Schema(requiredProperties = {"start", "order", "asks"})
public record WhatIf(
        @Schema(enumeration = {"empty", "current"}) String start,
        @Schema(enumeration = {"received", "proportional", "need"}) String order,
        @Schema(maxItems = MOST_ASKS) List<Ask> asks) {

    static final int MOST_ASKS = 1_000;

    /** Where a what-if starts from. */
    enum Start {
        EMPTY,
        CURRENT
    }

    /**
     * One ask, in kronor or in clients.
     *
     * @param amount whole kronor; demanded for co-financing, for a fixed grant the named sum where it is left out; for
     *     client compensation it follows from the clients and may only repeat that
     * @param totalCost what the plan costs in all, kronor with öre
     * @param otherFunding what others pay of it, kronor with öre
     * @param clients clients to be compensated; demanded for client compensation, elsewhere the same as estimatedClients
     * @param estimatedClients clients that the plan is expected to reach; counts in the order of need
     */
    @Schema(
            name = "WhatIfAsk",
            requiredProperties = {"district", "component"})
    public record Ask(
            String district,
            @Schema(enumeration = {"fixed-grant", "co-financing", "client-compensation"}) String component,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999") Figure amount,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure totalCost,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure otherFunding,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure clients,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure estimatedClients) {}

    /**
     * What one ask would get.
     *
     * @param asked whole kronor asked for
     * @param granted whole kronor that it would get
     * @param clientsAsked for client compensation; otherwise null
     * @param clientsGranted for client compensation; otherwise null
     * @param binding the rules that took something away, in the order they did
     */
    @Schema(
            name = "WhatIfOutcome",
            requiredProperties = {"district", "component", "asked", "granted", "binding", "explanation"})
    public record Given(
            String district,
            ComponentKind component,
            Kronor asked,
            Kronor granted,
            Long clientsAsked,
            Long clientsGranted,
            List<String> binding,
            List<ExplainedStep> explanation) {

        public static Given of(Outcome outcome, Locale locale) {
            ComponentKind component = outcome.ask().component();
            boolean clients = component == ComponentKind.CLIENT_COMPENSATION;
            return new Given(
                    outcome.ask().district(),
                    component,
                    outcome.asked(),
                    outcome.granted(),
                    clients ? outcome.ask().clients() : null,
                    clients ? outcome.clientsGranted() : null,
                    outcome.binding(),
                    ExplainedStep.of(outcome.explanation(), component, locale));
        }
    }

    /** What they all would get, and what would be left. */
    @Schema(
            name = "WhatIfResult",
            requiredProperties = {"outcomes", "balance"})
    public record Result(List<Given> outcomes, BalanceSheet balance) {}

    /** A what-if that the rules can try. */
    record Question(Start start, AllocationOrder order, List<se.medel.round.rules.Ask> asks) {}

    /** Reads it whole, and notes everything that is wrong with it. */
    Question read(Input input, AllocationModel model, Set<String> districts) {
        Start from = input.known(start, "start", Start.class, name -> switch (name) {
            case "empty" -> java.util.Optional.of(Start.EMPTY);
            case "current" -> java.util.Optional.of(Start.CURRENT);
            default -> java.util.Optional.empty();
        });
        AllocationOrder by = input.known(order, "order", AllocationOrder.class, AllocationOrder::ofWireName);
        List<se.medel.round.rules.Ask> read = new ArrayList<>();
        List<Ask> sent = input.list(input.required(asks, "asks"), "asks", MOST_ASKS);
        for (int i = 0; i < sent.size(); i++) {
            se.medel.round.rules.Ask ask = read(sent.get(i), "asks[" + i + "]", input, model, districts);
            if (ask != null) {
                read.add(ask);
            }
        }
        return new Question(from, by, read);
    }

    private static se.medel.round.rules.Ask read(
            Ask ask, String at, Input input, AllocationModel model, Set<String> districts) {
        if (ask == null) {
            input.fault(at, InputRefusal.VALUE_MISSING);
            return null;
        }
        int faultsBefore = input.faults().size();
        if (input.required(ask.district, at + ".district") != null && !districts.contains(ask.district)) {
            input.fault(at + ".district", InputRefusal.UNKNOWN_DISTRICT);
        }
        ComponentKind component =
                input.known(ask.component, at + ".component", ComponentKind.class, ComponentKind::ofWireName);
        String rule = component == null
                ? null
                : model.component(component).map(known -> known.basis().rule()).orElse(null);
        if (component != null && rule == null) {
            input.fault(at + ".component", InputRefusal.UNKNOWN_VALUE, names(model));
        }
        Kronor amount = input.wholeKronor(ask.amount, at + ".amount", rule);
        Kronor totalCost = input.kronor(ask.totalCost, at + ".totalCost", "A3");
        Kronor otherFunding = input.kronor(ask.otherFunding, at + ".otherFunding", "A3");
        Long clients = input.count(ask.clients, at + ".clients", rule, Input.MOST_CLIENTS);
        Long estimated = input.count(ask.estimatedClients, at + ".estimatedClients", "C1b", Input.MOST_CLIENTS);
        if (component == ComponentKind.CLIENT_COMPENSATION) {
            if (ask.clients == null) {
                input.fault(Refusal.of(InputRefusal.VALUE_MISSING)
                        .at(at + ".clients")
                        .by(rule));
            }
            // The amount follows from the clients; one that says something else is a contradiction.
            if (amount != null
                    && clients != null
                    && rule != null
                    && !amount.equals(model.rate().times(clients))) {
                input.fault(Refusal.of(InputRefusal.VALUE_NOT_WANTED)
                        .at(at + ".amount")
                        .by(rule));
            }
        } else if (component != null) {
            if (component == ComponentKind.CO_FINANCING && ask.amount == null) {
                input.fault(Refusal.of(InputRefusal.VALUE_MISSING)
                        .at(at + ".amount")
                        .by(rule));
            }
        }
        if (input.faults().size() > faultsBefore) {
            return null;
        }
        boolean claimed = component == ComponentKind.CLIENT_COMPENSATION;
        return new se.medel.round.rules.Ask(
                ask.district,
                component,
                claimed ? null : amount,
                totalCost,
                otherFunding,
                claimed ? clients : 0,
                // Outside client compensation, clients can only be those that the plan is expected to reach (A7).
                estimated == null && !claimed ? clients : estimated);
    }

    private static String names(AllocationModel model) {
        return String.join(
                ", ",
                model.components().stream()
                        .map(component -> component.kind().wireName())
                        .toList());
    }
}
