package se.medel.round.rules;

import java.math.BigDecimal;
import se.medel.money.Kronor;

/**
 * One link in the chain from what was asked to what is granted (A8).
 *
 * @param rule the rule that was tried; it is binding where it took something away
 * @param reason what kind of rule it is, so that the edge can put it in words
 * @param before whole kronor before the rule was tried
 * @param after whole kronor that the rule let through
 * @param clientsBefore clients before, for client compensation; otherwise zero
 * @param clientsAfter clients that the rule let through
 * @param limit the rule's own figure, in kronor or clients by its reason: a cap, the rate, the total cost, the clients that
 *     are eligible, the recommendation
 * @param used what had already been taken of the limit: committed under a cap, or other funding of the cost
 * @param wanted what all asks that share the limit came to when it was tried, in the limit's unit
 * @param name the group, for a group cap; otherwise null
 */
public record Step(
        String rule,
        Reason reason,
        Kronor before,
        Kronor after,
        long clientsBefore,
        long clientsAfter,
        BigDecimal limit,
        BigDecimal used,
        BigDecimal wanted,
        String name) {

    /** The kinds of rules that can stand in a chain. */
    public enum Reason {
        NAMED_SUM,
        MAXIMUM_EACH,
        RATE,
        NOT_ELIGIBLE,
        PART_OF_COST,
        OWN_PART_REQUIRED,
        GROUP,
        ALL_CLIENTS,
        CEILING,
        RECOMMENDED;

        static Reason of(Cap.Kind kind) {
            return valueOf(kind.name());
        }
    }

    /** Whether the rule took something away, or gives this district nothing at all. */
    public boolean isBinding() {
        return after.isLessThan(before) || isNotEligible();
    }

    private boolean isNotEligible() {
        return (reason == Reason.NAMED_SUM || reason == Reason.MAXIMUM_EACH) && limit.signum() == 0;
    }

    /** Whether the limit is a number of clients. */
    public boolean countsClients() {
        return reason == Reason.GROUP || reason == Reason.ALL_CLIENTS || reason == Reason.NOT_ELIGIBLE;
    }

    /** What the limit still left, in its own unit; never below zero. */
    public BigDecimal left() {
        return limit.subtract(used).max(BigDecimal.ZERO);
    }
}
