package se.medel.finalreport;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a final report is refused. */
public enum FinalReportRefusal implements Reason {
    FINAL_REPORT_NOT_FOUND(Kind.NOT_FOUND),
    FINAL_REPORT_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** It is written from when the reporting starts. Argument: the round's state. */
    FINAL_REPORT_ROUND_STATE(Kind.CONFLICT, "state"),
    /** It is fixed when the round is closed (Y6). Argument: the round's state. */
    FINAL_REPORT_NOT_CLOSED(Kind.CONFLICT, "state"),
    FINAL_REPORT_CONCLUSIONS_MISSING(Kind.INVALID),
    /** It says the same as the version before. Argument: that version's number. */
    FINAL_REPORT_UNCHANGED(Kind.CONFLICT, "number"),
    FINAL_REPORT_STALE(Kind.STALE);

    private final Kind kind;
    private final List<String> members;

    FinalReportRefusal(Kind kind, String... members) {
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
