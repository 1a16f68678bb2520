package se.medel.participant.rules;

import java.time.LocalDate;

/**
 * A group's settings from a day on. The first values are S0's.
 *
 * @param placesPerGuide P5
 * @param mostWithSupport participants with income support at once (P6)
 * @param youngest age in years reached during the year of admission (M6, A5)
 * @param oldest likewise, included
 * @param reviewDays days after which an action plan that wasn't gone through is stale (P11)
 */
public record Limits(
        LocalDate from, int placesPerGuide, int mostWithSupport, int youngest, int oldest, int reviewDays) {

    /** P11: whether a plan has nothing that goes on, or nobody has gone through it for too long. */
    public boolean isPlanStale(int activities, LocalDate reviewedOn, LocalDate day) {
        return activities == 0
                || reviewedOn == null
                || reviewedOn.plusDays(reviewDays).isBefore(day);
    }

    /** What a new group starts with: P5, P6 and M6 as they are known, and a plan gone through every third month. */
    public static Limits first(LocalDate from) {
        return new Limits(from, 10, 40, 19, 29, 90);
    }
}
