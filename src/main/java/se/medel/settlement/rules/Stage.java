package se.medel.settlement.rules;

/** How far a grant has come at the year's end, by what has to happen next. */
public enum Stage {
    NOT_SETTLED,
    /** The district may keep more than it has been paid. */
    TO_PAY,
    /** Something is flagged, and the district hasn't been heard. */
    FLAGGED,
    /** The district has been asked, and the director hasn't decided. */
    HEARD,
    TO_REPAY,
    /** A correction found that too much was paid back. */
    TO_REFUND,
    DONE
}
