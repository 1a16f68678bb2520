package se.medel.round.rules;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import se.medel.money.Kronor;

/**
 * What a district asks for under one component.
 *
 * @param amount whole kronor asked for; null for client compensation (it follows from the clients), and for a fixed grant
 *     where the district asks for the sum that it is named with
 * @param totalCost what the plan costs in all, with öre, or null where it isn't stated (A3)
 * @param otherFunding what others pay of the plan, with öre (A3, K3)
 * @param clients clients that compensation is asked for; zero for other components
 * @param estimatedClients clients that the plan is expected to reach (C1b), or null; used by the order of need (A7)
 * @param notEligible of the clients, those that fail a rule of their own (A4–A6, P2), counted by that rule; empty for other
 *     components
 */
public record Ask(
        String district,
        ComponentKind component,
        Kronor amount,
        Kronor totalCost,
        Kronor otherFunding,
        long clients,
        Long estimatedClients,
        Map<String, Long> notEligible) {

    /** Refuses what no form or interface should have let through: a negative, broken or missing amount. */
    public Ask {
        notEligible = Collections.unmodifiableMap(new TreeMap<>(notEligible));
        boolean compensation = component == ComponentKind.CLIENT_COMPENSATION;
        if (clients < 0
                || (!compensation && clients != 0)
                || (compensation && amount != null)
                || (component == ComponentKind.CO_FINANCING && amount == null)
                || (amount != null && (amount.isNegative() || !amount.isWhole()))
                || (totalCost != null && totalCost.isNegative())
                || (otherFunding != null && otherFunding.isNegative())
                || (estimatedClients != null && estimatedClients < 0)
                || notEligible.values().stream().anyMatch(count -> count < 1)
                || notEligible.values().stream().mapToLong(Long::longValue).sum() > clients) {
            throw new IllegalArgumentException("Not an ask that can be assessed: " + component);
        }
    }

    /** An ask in which every client is eligible. */
    public Ask(
            String district,
            ComponentKind component,
            Kronor amount,
            Kronor totalCost,
            Kronor otherFunding,
            long clients,
            Long estimatedClients) {
        this(district, component, amount, totalCost, otherFunding, clients, estimatedClients, Map.of());
    }

    /** The whole fixed grant that the district is named with. */
    public static Ask fixedGrant(String district) {
        return new Ask(district, ComponentKind.FIXED_GRANT, null, null, null, 0, null);
    }

    public static Ask coFinancing(String district, Kronor amount) {
        return new Ask(district, ComponentKind.CO_FINANCING, amount, null, null, 0, null);
    }

    public static Ask clientCompensation(String district, long clients) {
        return new Ask(district, ComponentKind.CLIENT_COMPENSATION, null, null, null, clients, null);
    }

    /** @param byRule clients that aren't eligible, counted by the rule that they fail */
    public Ask withNotEligible(Map<String, Long> byRule) {
        return new Ask(district, component, amount, totalCost, otherFunding, clients, estimatedClients, byRule);
    }

    public Ask withCost(Kronor total, Kronor paidByOthers) {
        return new Ask(district, component, amount, total, paidByOthers, clients, estimatedClients, notEligible);
    }

    public Ask withEstimatedClients(long estimated) {
        return new Ask(district, component, amount, totalCost, otherFunding, clients, estimated, notEligible);
    }

    public Cell cell() {
        return new Cell(district, component);
    }

    /** What the order of need counts: the clients claimed, or else those the plan is expected to reach (A7). */
    public long need() {
        if (component == ComponentKind.CLIENT_COMPENSATION) {
            return clients;
        }
        return estimatedClients == null ? 0 : estimatedClients;
    }
}
