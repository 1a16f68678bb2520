package se.medel.participant.rules;

/** How a participant came. */
public enum Referral {
    SELF,
    PARENT,
    SOCIAL_SERVICES,
    POLICE,
    PROBATION,
    PRISON,
    EMPLOYMENT_SERVICE,
    SCHOOL,
    OTHER
}
