package se.medel.claim;

/** Where a claimed client stands. */
public enum RowState {
    DRAFT,
    /** Submitted, and from now on claimed by nobody else (A4). */
    CLAIMED,
    COMPENSATED,
    /** Eligible, but there was no room; first in line when there is. */
    RESERVE,
    NOT_ELIGIBLE,
    /** The claim was refused as a whole. */
    NOT_COMPENSATED,
    WITHDRAWN
}
