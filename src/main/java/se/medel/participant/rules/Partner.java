package se.medel.participant.rules;

/** The authorities that a group can work with (P8). */
public enum Partner {
    POLICE,
    EMPLOYMENT_SERVICE,
    SOCIAL_INSURANCE_AGENCY,
    PRISON_AND_PROBATION,
    PROBATION,
    COUNTY_COUNCIL,
    LABOUR_MARKET_ADMINISTRATION,
    SOCIAL_ADMINISTRATION,
    ENFORCEMENT_AUTHORITY
}
