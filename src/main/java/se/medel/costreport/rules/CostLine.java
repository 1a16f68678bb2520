package se.medel.costreport.rules;

import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.money.Kronor;

/**
 * What one line cost (Y3).
 *
 * @param applicationId the grant that the cost is charged to
 * @param line the plan's line, counted from 1; zero for a cost that the plan hasn't
 * @param category what was paid for
 * @param text what the plan says, or what the district calls a cost that the plan hasn't
 * @param planned with öre; zero where the plan hasn't the line
 * @param actual what it cost, with öre; below zero where more was credited than spent; null until it is written
 * @param deviation why it isn't as planned; null for nothing
 * @param source where the figure comes from
 */
public record CostLine(
        long applicationId,
        int line,
        CostCategory category,
        String text,
        Kronor planned,
        Kronor actual,
        String deviation,
        Source source) {

    /** Where a cost comes from. */
    public enum Source {
        TYPED,
        /** The district's ledger, by a SIE file. */
        LEDGER,
        /** A CSV or Excel file. */
        FILE
    }

    /** A difference from the plan up to this much of the planned sum needs no words (ours). */
    static final int SILENT_PERCENT = 10;

    /** A line of the plan that nothing is written on yet. */
    public static CostLine planned(long applicationId, int line, PlanLine plan) {
        return new CostLine(applicationId, line, plan.category(), plan.text(), plan.amount(), null, null, Source.TYPED);
    }

    public boolean inPlan() {
        return line > 0;
    }

    /** How much more than planned it cost, with öre; below zero for less; zero until it is written. */
    public Kronor difference() {
        return actual == null ? Kronor.ZERO : actual.minus(planned);
    }

    /** Whether the difference is so large that the district has to explain it: every cost that the plan hasn't is. */
    public boolean mustBeExplained() {
        Kronor off = difference().isNegative() ? Kronor.ZERO.minus(difference()) : difference();
        return !inPlan() && actual != null || off.times(100).isMoreThan(planned.times(SILENT_PERCENT));
    }

    public CostLine withActual(Kronor cost, Source from) {
        return new CostLine(applicationId, line, category, text, planned, cost, deviation, from);
    }

    CostLine withPlanned(CostCategory plannedCategory, String plannedText, Kronor amount) {
        return new CostLine(applicationId, line, plannedCategory, plannedText, amount, actual, deviation, source);
    }
}
