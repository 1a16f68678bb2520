package se.medel.delegation.rules;

import java.time.LocalDate;

/**
 * Somebody stands in for somebody else. That the one stood in for comes back a day doesn't end it: who is there decides.
 *
 * @param person the user name of the one who is away or has a conflict of interest
 * @param substitute the user name of the one who decides instead
 * @param from the first day
 * @param to the last day
 */
public record StandIn(String person, String substitute, Ground ground, LocalDate from, LocalDate to) {

    /** Why somebody stands in. */
    public enum Ground {
        ABSENCE,
        /** Only in the cases in which the person has declared a conflict of interest. */
        CONFLICT
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
