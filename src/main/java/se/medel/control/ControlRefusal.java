package se.medel.control;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about the control of reports is refused. */
public enum ControlRefusal implements Reason {
    CONTROL_NOT_FOR_ROLE(Kind.FORBIDDEN),
    CONTROL_NOT_FOUND(Kind.NOT_FOUND),
    /** Argument: the state the round is in. */
    CONTROL_ROUND_STATE(Kind.CONFLICT, "state"),
    /** The district is writing in the report. */
    CONTROL_REPORT_NOT_IN(Kind.CONFLICT),
    CONTROL_STALE(Kind.STALE),
    /** A sample is drawn once. */
    SAMPLE_DRAWN(Kind.CONFLICT),
    SAMPLE_NO_REPORTS(Kind.CONFLICT),
    /** A number or per cent, and one of them. */
    SAMPLE_SIZE_MISSING(Kind.INVALID),
    /** Argument: the most there can be. */
    SAMPLE_SIZE(Kind.INVALID, "most"),
    /** A no needs its reason. */
    CHECK_NOTE_MISSING(Kind.INVALID),
    CHECKLIST_INCOMPLETE(Kind.CONFLICT),
    NOT_IN_DEEPER_CONTROL(Kind.CONFLICT),
    VOUCHERS_TEXT_MISSING(Kind.INVALID),
    VOUCHERS_DUE_PAST(Kind.INVALID),
    VOUCHERS_ANSWERED(Kind.CONFLICT),
    VOUCHERS_ANSWER_MISSING(Kind.INVALID),
    /** Argument: the day until which an answer is waited for. */
    VOUCHERS_AWAITED(Kind.CONFLICT, "due"),
    FINDING_MISSING(Kind.INVALID),
    /** The report can't be approved yet. */
    DEEPER_CONTROL_OPEN(Kind.CONFLICT);

    private final Kind kind;
    private final List<String> members;

    ControlRefusal(Kind kind, String... members) {
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
