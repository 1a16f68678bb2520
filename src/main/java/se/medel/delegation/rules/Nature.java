package se.medel.delegation.rules;

/** Whether something is decided on the committee's behalf, or only carries out what the committee has decided. */
public enum Nature {
    /** It is reported to the committee and its lawfulness can be tried. */
    DECISION,
    /** It leaves nothing to decide, and so can't be appealed. */
    EXECUTION
}
