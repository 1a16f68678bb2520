package se.medel.followup.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where somebody who has taken part in the period stands on its last day: each stands in one place, so that the places add up
 * to all who took part. A discharge counts as one to ordinary work where an ordinary job was recorded since the admission
 * (P12), else by its reason (P10).
 */
public enum Course {
    ACTIVE,
    RESTING,
    ORDINARY_WORK,
    INACTIVE,
    NO_CONTACT,
    RELAPSE,
    GOAL_REACHED,
    MOVED,
    OWN_WISH;

    /** Those who still take part (P9). */
    public static final Set<Course> ENROLLED = Collections.unmodifiableSet(EnumSet.of(ACTIVE, RESTING));

    /** Those who were discharged without an ordinary job. */
    public static final Set<Course> CLOSED_OTHERWISE = Collections.unmodifiableSet(EnumSet.range(INACTIVE, OWN_WISH));
}
