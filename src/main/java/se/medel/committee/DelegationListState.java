package se.medel.committee;

/** How far a list of decisions made on delegation has come. */
public enum DelegationListState {
    /** It grows with each decision. */
    OPEN,
    /** It stays as it is and waits for its meeting. */
    CLOSED,
    /** The committee has been told. */
    REPORTED
}
