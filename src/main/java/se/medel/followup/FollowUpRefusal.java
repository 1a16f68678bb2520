package se.medel.followup;

import se.medel.refusal.Reason;

/** Why figures of a period aren't given. */
public enum FollowUpRefusal implements Reason {
    /** Arguments: the first year and the last one that can be asked for. */
    FOLLOW_UP_YEAR,
    /** P13: those outside the group can't lay two periods beside each other that differ by a few days. */
    FOLLOW_UP_WHOLE_YEARS,
    FOLLOW_UP_DAY,
    /** Argument: the most years. */
    FOLLOW_UP_TOO_LONG;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
