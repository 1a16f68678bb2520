package se.medel.round;

/** How far a model version has come on its way to the committee. */
public enum ModelState {
    DRAFT,
    PROPOSED,
    APPROVED
}
