package se.medel.delegation;

/** Where a version of the delegation order is. */
public enum OrderState {
    DRAFT,
    /** The committee has decided it; it is never changed. */
    IN_FORCE
}
