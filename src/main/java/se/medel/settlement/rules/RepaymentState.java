package se.medel.settlement.rules;

/** Where a repayment stands (section 5 of the domain). */
public enum RepaymentState {
    /** Proposed by a settlement; the director hasn't decided. */
    FLAGGED,
    /** The director has decided that nothing is to be paid. */
    DISMISSED,
    /** A later settlement came before the decision. */
    SUPERSEDED,
    DECIDED,
    PAID,
    /** What was left of it will not be demanded. */
    WRITTEN_OFF;

    /** Whether the director has decided. */
    public boolean isDecided() {
        return this != FLAGGED && this != SUPERSEDED;
    }
}
