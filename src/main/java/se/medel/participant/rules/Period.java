package se.medel.participant.rules;

import java.time.LocalDate;

/** @param until the first day that it no longer holds, null while it does */
public record Period(LocalDate from, LocalDate until) {

    /** The first and the last day that anything about a group can be of; what is outside is a slip of the hand. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** Whether a day can be meant at all. */
    public static boolean isThinkable(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
