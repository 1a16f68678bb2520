package se.medel.participant.rules;

/** What an activity in an action plan is about (P11). Categories and dates only: no notes on a person. */
public enum ActivityCategory {
    HOUSING,
    WORK,
    STUDIES,
    DEBTS,
    HEALTH,
    TREATMENT,
    FAMILY,
    LEISURE,
    AUTHORITIES
}
