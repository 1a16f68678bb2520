package se.medel.committee;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a committee report is refused. */
public enum CommitteeReportRefusal implements Reason {
    REPORT_PAPER_NOT_FOUND(Kind.NOT_FOUND),
    REPORT_PAPER_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** A draft is being written already. */
    REPORT_PAPER_OPEN(Kind.CONFLICT),
    REPORT_PAPER_FIXED(Kind.CONFLICT),
    REPORT_PAPER_STALE(Kind.STALE),
    /** The committee has the round's model, or has decided on it: there is nothing to report on. */
    REPORT_PAPER_NO_MODEL(Kind.CONFLICT),
    /** Argument: the figure as typed. */
    REPORT_PAPER_FIGURE_DIFFERS(Kind.INVALID, "figure"),
    /** Argument: the name in braces. */
    REPORT_PAPER_FIGURE_UNKNOWN(Kind.INVALID, "figure"),
    REPORT_PAPER_TEXT_MISSING(Kind.INVALID),
    REPORT_PAPER_OUTLINE(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    CommitteeReportRefusal(Kind kind, String... members) {
        this.kind = kind;
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
