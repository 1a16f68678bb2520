package se.medel.costreport.rules;

import java.util.List;
import se.medel.refusal.Reason;

/** What is wrong in what a report or a review holds. */
public enum ReportFault implements Reason {
    COST_MISSING,
    COST_TOO_LARGE,
    COST_TEXT_MISSING,
    COST_CATEGORY_MISSING,
    /** Argument: the difference, with öre. */
    DEVIATION_UNEXPLAINED("difference"),
    FIGURE_UNREADABLE,
    OTHER_INCOME_NOT_STATED,
    OTHER_INCOME_MISSING,
    /** No was said, and there is some. */
    OTHER_INCOME_DENIED,
    OTHER_INCOME_SOURCE_MISSING,
    OTHER_INCOME_AMOUNT_MISSING,
    OTHER_INCOME_UNKNOWN_LINE,
    RESULTS_MISSING,
    RESULT_NEGATIVE,
    RESULT_UNKNOWN,
    /** Argument: the most costs and sources there can be. */
    TOO_MANY_COSTS("most"),
    ADMITTED_MISSING,
    /** Argument: what was reported. */
    ADMITTED_ABOVE_REPORTED("reported"),
    ADMITTED_NEGATIVE,
    ADMITTED_REASON_MISSING,
    FINDING_NOTE_MISSING,
    /** There is no such compensated client in the district's claims, or there is something against it already. */
    FINDING_UNKNOWN_CLIENT,
    /** The report is for other grants or lines than there are. */
    LINES_CHANGED;

    private final List<String> members;

    ReportFault(String... members) {
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return this == LINES_CHANGED ? Kind.CONFLICT : Kind.INVALID;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
