package se.medel.committee;

/** What became of one point of a proposal at the committee. */
public enum MeetingOutcome {
    AS_PROPOSED,
    /** Adopted with a change. */
    AMENDED,
    NOT_ADOPTED
}
