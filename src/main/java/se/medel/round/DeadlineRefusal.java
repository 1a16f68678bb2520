package se.medel.round;

import java.util.List;
import se.medel.refusal.Reason;

/** Why a date is refused. */
public enum DeadlineRefusal implements Reason {
    DATES_STALE(Kind.STALE),
    DATE_MISSING(Kind.INVALID),
    /** Arguments: the fewest and the most days. */
    DAYS_OUT_OF_RANGE(Kind.INVALID, "least", "most"),
    /** A day that has passed stays where it was. Argument: the day. */
    DATE_HAS_PASSED(Kind.INVALID, "day"),
    DATE_IN_PAST(Kind.INVALID),
    /** More than a year ahead. */
    DATE_TOO_FAR(Kind.INVALID),
    /** Argument: the last day of the round's year. */
    REPORT_DUE_BEFORE_YEAR_END(Kind.INVALID, "day"),
    /** The districts have been told; only an extension for one of them changes it now. */
    REPORT_DUE_FIXED(Kind.INVALID),
    EXTENSION_DISTRICT_UNKNOWN(Kind.INVALID),
    EXTENSION_REASON_MISSING(Kind.INVALID),
    /** Argument: the day it is due now. */
    EXTENSION_NOT_LATER(Kind.INVALID, "due"),
    EXTENSION_REPORT_IS_IN(Kind.CONFLICT);

    private final Kind kind;
    private final List<String> members;

    DeadlineRefusal(Kind kind, String... members) {
        this.kind = kind;
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
