package se.medel.committee;

/** The parts of the year's instructions, in their order. */
public enum InstructionsPart {
    PURPOSE,
    WHO,
    /** What is followed up during the year (C3). */
    FOLLOW_UP,
    /** What is reported at the year's end (Y1, Y3). */
    REPORT,
    COST_CATEGORIES,
    PERIOD,
    /** What happens to money that wasn't used (Y2, Y4). */
    UNUSED,
    /** Only code numbers (P1). */
    CODES,
    CONTACT
}
