package se.medel.claim;

import se.medel.refusal.Reason;

/** Why something about a claim's rows is refused, besides what is wrong with a row. */
public enum ClaimRefusal implements Reason {
    CLAIM_HAS_NO_ROWS(Kind.INVALID),
    CLAIM_TOO_MANY_ROWS(Kind.INVALID),
    CLAIM_ROW_NOT_FOUND(Kind.NOT_FOUND),
    /** A4: claimed by another claim since the rows were written; argument: how many of the rows. */
    CLIENTS_CLAIMED_MEANWHILE(Kind.CONFLICT),
    FINDING_RULE_UNKNOWN(Kind.INVALID),
    FINDING_REASON_MISSING(Kind.INVALID),
    /** P1: a text that everybody may read holds a client's code. */
    CODE_IN_TEXT(Kind.INVALID);

    private final Kind kind;

    ClaimRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
