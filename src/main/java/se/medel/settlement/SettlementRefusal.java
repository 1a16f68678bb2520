package se.medel.settlement;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a settlement or a repayment is refused. */
public enum SettlementRefusal implements Reason {
    SETTLEMENT_NOT_FOUND(Kind.NOT_FOUND),
    REPAYMENT_NOT_FOUND(Kind.NOT_FOUND),
    SETTLEMENT_NOT_FOR_ROLE(Kind.FORBIDDEN),
    SETTLEMENT_ROUND_STATE(Kind.CONFLICT, "state"),
    /** Argument: whole kronor that are ordered and not marked as paid. */
    PAYMENT_UNDER_WAY(Kind.CONFLICT, "underWay"),
    /** Something is found anew about a claim's clients, and the decision in force isn't replaced yet. */
    DECISION_TO_BE_REPLACED(Kind.CONFLICT),
    /** The report isn't late, or it has come. */
    REPORT_NOT_LATE(Kind.CONFLICT),
    /** What a correction would take back is under the caps again, and may be promised to others (A1). */
    FREED_ALREADY(Kind.CONFLICT),
    REPAYMENT_STATE(Kind.CONFLICT, "state"),
    REPAYMENT_STALE(Kind.STALE),
    /** Argument: the day until which the district may answer. */
    HEARD_ALREADY(Kind.CONFLICT, "replyDue"),
    /** The district is heard first (Y5). */
    NOT_HEARD(Kind.CONFLICT),
    /** Argument: the day until which the district may answer. */
    REPLY_NOT_DUE(Kind.CONFLICT, "replyDue"),
    REPLY_DUE_PAST(Kind.INVALID),
    REPLY_MISSING(Kind.INVALID),
    REPAYMENT_FOUR_EYES(Kind.FORBIDDEN),
    REPAYMENT_AMOUNT_MISSING(Kind.INVALID),
    /** Argument: whole kronor that are flagged. */
    REPAYMENT_ABOVE_FLAGGED(Kind.INVALID, "flagged"),
    REPAYMENT_REASONS_MISSING(Kind.INVALID),
    /** Argument: whole kronor that are still to be paid. */
    RECEIPT_ABOVE_OPEN(Kind.INVALID, "open"),
    RECEIPT_AMOUNT_MISSING(Kind.INVALID),
    RECEIPT_DATE_MISSING(Kind.INVALID),
    RECEIPT_DATE_IN_FUTURE(Kind.INVALID),
    RECEIPT_REFERENCE_MISSING(Kind.INVALID),
    /** The same reference is registered on this repayment already. */
    RECEIPT_TWICE(Kind.CONFLICT),
    WRITE_OFF_REASON_MISSING(Kind.INVALID),
    /** Argument: whole kronor that can be let back under the caps. */
    FREE_ABOVE_LEFT(Kind.INVALID, "left"),
    /** Argument: whole kronor for one client. */
    FREE_NOT_WHOLE_CLIENTS(Kind.INVALID, "rate"),
    /** Argument: how many applications are left to decide, and grants to settle, pay or get back. */
    ROUND_NOT_SETTLED(Kind.CONFLICT, "open");

    private final Kind kind;
    private final List<String> members;

    SettlementRefusal(Kind kind, String... members) {
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
