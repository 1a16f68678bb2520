package se.medel.settlement.rules;

import java.util.List;
import se.medel.money.Kronor;

/**
 * Everything that the settlement of one grant rests on. It is stored with the settlement, which can so be worked out again at
 * any time and must come to the same krona.
 */
public sealed interface YearEnd {

    /** Whole kronor by the decision in force. */
    Kronor granted();

    /** No report came in time, or none was approved. */
    record NoReport(Kronor granted) implements YearEnd {}

    /**
     * A grant for costs: a fixed grant (M1) or co-financing (M2).
     *
     * @param lines what was spent, line by line; those that the plan hasn't have line zero
     * @param otherFunding what others really paid
     * @param tolerancePercent how much of the whole plan may be spent on lines that the plan hasn't (Y4)
     */
    record Costs(Kronor granted, List<AdmittedLine> lines, List<ReceivedFunding> otherFunding, int tolerancePercent)
            implements YearEnd {
        public Costs {
            lines = List.copyOf(lines);
            otherFunding = List.copyOf(otherFunding);
        }
    }

    /**
     * Compensation for clients (M3).
     *
     * @param rate whole kronor for each client
     * @param clients that were compensated
     * @param notEligible of these, those that turned out not to be eligible
     * @param fundedTwice of these, those that somebody else paid for as well; nobody is counted in both
     */
    record Clients(Kronor granted, Kronor rate, long clients, long notEligible, long fundedTwice) implements YearEnd {
        public Clients {
            if (notEligible < 0 || fundedTwice < 0 || notEligible + fundedTwice > clients) {
                throw new IllegalArgumentException("More clients are left out than there were");
            }
        }
    }
}
