package se.medel.participant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.State;

/**
 * A participant in a list.
 *
 * @param area where the participant lives now
 * @param activities the plan's activities that go on (P11)
 * @param version for optimistic locking
 */
public record ParticipantLine(
        long id,
        String code,
        int birthYear,
        String homeDistrict,
        String area,
        State state,
        LocalDate since,
        LocalDate waitingSince,
        String guide,
        boolean withSupport,
        LocalDate consentedOn,
        LocalDate consentWithdrawnOn,
        int activities,
        LocalDate planReviewedOn,
        long version) {

    /** P4: the days on the waiting list up to a day, null for who isn't on it. */
    public Long daysWaited(LocalDate day) {
        return waitingSince == null ? null : (Long) ChronoUnit.DAYS.between(waitingSince, day);
    }

    /** P11: enrolled, but without a plan, or with a stale one. */
    public boolean isPlanStale(LocalDate day, Limits limits) {
        return state.isEnrolled() && limits.isPlanStale(activities, planReviewedOn, day);
    }
}
