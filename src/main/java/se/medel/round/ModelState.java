package se.medel.round;

/** How far a model version has come on its way to the committee. */
public enum ModelState {
    DRAFT,
    PROPOSED,
    APPROVED,
    /** The committee decided other figures: the version after it holds them (D1). */
    NOT_ADOPTED;

    /** Whether it is on its way to the committee. */
    public boolean isPending() {
        return this == DRAFT || this == PROPOSED;
    }
}
