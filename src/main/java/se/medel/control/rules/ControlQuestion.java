package se.medel.control.rules;

/** What an officer looks for in every cost report (ours). */
public enum ControlQuestion {
    /** The costs belong to the round's year. */
    RIGHT_YEAR,
    /** They belong to the work that money was granted for (C1a). */
    RIGHT_PROJECT,
    /** The plan is followed, or each deviation is explained (Y3). */
    PLAN_FOLLOWED,
    /** Other funding is answered, and no cost is paid twice (K3). */
    OTHER_FUNDING,
    /** Signed by the district's director. */
    SIGNED_RIGHT,
    /** The sums agree with the district's ledger (Y3). */
    AGREES_WITH_LEDGER,
    /** The results are reported as instructed (C3). */
    RESULTS_REPORTED
}
