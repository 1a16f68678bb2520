package se.medel.district;

import se.medel.refusal.Reason;

/** Why something about a district is refused. */
public enum DistrictRefusal implements Reason {
    DISTRICT_NOT_FOUND(Kind.NOT_FOUND),
    DISTRICT_NOT_FOR_ROLE(Kind.FORBIDDEN),
    DISTRICT_STALE(Kind.STALE),
    /** Argument: the first day it exists. */
    DISTRICT_ENDS_BEFORE_IT_BEGINS(Kind.INVALID),
    DISTRICT_END_MISSING(Kind.INVALID),
    DISTRICT_SUCCESSOR_UNKNOWN(Kind.INVALID),
    DISTRICT_SUCCEEDS_ITSELF(Kind.INVALID),
    /** Argument: the day after the last one. */
    DISTRICT_SUCCESSOR_NOT_THERE(Kind.INVALID);

    private final Kind kind;

    DistrictRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
