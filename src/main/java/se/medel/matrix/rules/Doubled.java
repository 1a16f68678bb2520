package se.medel.matrix.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import se.medel.money.Kronor;

/**
 * Something that is paid for more than once (K3).
 *
 * @param lines the plan lines, counted from 1; empty where it isn't about lines of one plan
 * @param cost what they cost together; null where it isn't about a sum
 * @param funded what is paid for them; null where it isn't about a sum
 * @param name the source, or the cost; null where it isn't about one
 * @param count of clients, or of plans; zero where nothing is counted, or isn't to be told
 */
public record Doubled(Doubling kind, Set<Integer> lines, Kronor cost, Kronor funded, String name, long count) {

    public enum Doubling {
        /** By the application, with the grant, more is paid than the lines cost. */
        OVER_PLANNED,
        /** By the report, more came than the lines cost. */
        OVER_RECEIVED,
        /** One source is stated twice for the same lines of one plan. */
        SOURCE_TWICE,
        /** One source pays for the same cost in several of the district's plans in the year. */
        COST_TWICE,
        /** Clients that somebody else paid for as well. */
        CLIENTS_TWICE
    }

    public Doubled {
        lines = Collections.unmodifiableSet(new TreeSet<>(lines));
    }

    /** How much of the cost is paid, in whole per cent rounded up, so that what is over 100 never reads as 100; 0 where there is no cost. */
    public long percent() {
        return cost == null || !cost.isPositive()
                ? 0
                : funded.times(100)
                        .amount()
                        .divide(cost.amount(), 0, java.math.RoundingMode.CEILING)
                        .longValueExact();
    }
}
