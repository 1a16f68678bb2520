package se.medel.participant.rules;

/** What is counted for a participant (P12). */
public enum OutcomeKind {
    JOB_CENTRE,
    TEAM_JOB,
    YOUTH_JOB,
    ORDINARY_JOB,
    STUDIES,
    HOUSING,
    ENDED_OTHER
}
