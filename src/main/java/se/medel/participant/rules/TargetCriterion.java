package se.medel.participant.rules;

/** What the assessment before admission looks at (P3). */
public enum TargetCriterion {
    AGE,
    AREA,
    NO_FIXED_OCCUPATION,
    LIVES_ON_CRIME,
    MOTIVATED
}
