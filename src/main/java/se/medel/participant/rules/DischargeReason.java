package se.medel.participant.rules;

/** Why a participant was discharged (P10). */
public enum DischargeReason {
    INACTIVE,
    NO_CONTACT,
    RELAPSE,
    GOAL_REACHED,
    MOVED,
    OWN_WISH
}
