package se.medel.costreport;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a cost report is refused. */
public enum CostReportRefusal implements Reason {
    REPORT_NOT_FOUND(Kind.NOT_FOUND),
    REPORT_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** Argument: the state it is in. */
    REPORT_STATE(Kind.CONFLICT, "state"),
    REPORT_STALE(Kind.STALE),
    REPORT_REMARKS_MISSING(Kind.INVALID),
    REPORT_ANSWER_DUE_PAST(Kind.INVALID),
    /** Something was granted after the report was written; it has to be returned and completed. */
    REPORT_LACKS_GRANT(Kind.CONFLICT),
    REPORT_ROUND_STATE(Kind.CONFLICT, "state"),
    /** Nobody looks through the report that he or she has handed in. */
    REPORT_FOUR_EYES(Kind.FORBIDDEN);

    private final Kind kind;
    private final List<String> members;

    CostReportRefusal(Kind kind, String... members) {
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
