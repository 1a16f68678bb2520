package se.medel.delegation;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about the delegation order, a substitute or a conflict of interest is refused. */
public enum DelegationRefusal implements Reason {
    DELEGATION_NOT_FOR_ROLE(Kind.FORBIDDEN),
    ORDER_NOT_FOUND(Kind.NOT_FOUND),
    /** A version in force is never changed. */
    ORDER_IN_FORCE(Kind.CONFLICT),
    /** Argument: the number of the draft that there is. */
    ORDER_DRAFT_EXISTS(Kind.CONFLICT, "number"),
    ORDER_STALE(Kind.STALE),
    ORDER_EMPTY(Kind.INVALID),
    /** Argument: the most lines. */
    ORDER_TOO_LONG(Kind.INVALID, "most"),
    LINE_POINT_MALFORMED(Kind.INVALID),
    LINE_POINT_TWICE(Kind.INVALID),
    LINE_KIND_MISSING(Kind.INVALID),
    LINE_NATURE_MISSING(Kind.INVALID),
    LINE_LIMIT_WRONG(Kind.INVALID),
    LINE_DATES_REVERSED(Kind.INVALID),
    /** The user isn't an active one with the director's role. */
    NOT_A_DIRECTOR(Kind.INVALID),
    /** Argument: the first day of the version that holds now, or the committee's day. */
    ORDER_FROM_TOO_EARLY(Kind.INVALID, "after"),
    /** Argument: the last day that it can be. */
    ORDER_FROM_TOO_LATE(Kind.INVALID, "latest"),
    STAND_IN_NOT_FOUND(Kind.NOT_FOUND),
    /** A director enters who stands in for him or her, and for nobody else. */
    STAND_IN_NOT_OWN(Kind.FORBIDDEN),
    STAND_IN_STALE(Kind.STALE),
    STAND_IN_FOR_ONESELF(Kind.INVALID),
    STAND_IN_GROUND_MISSING(Kind.INVALID),
    STAND_IN_DATES_WRONG(Kind.INVALID),
    STAND_IN_PAST(Kind.INVALID),
    STAND_IN_WITHDRAWN(Kind.CONFLICT),
    CONFLICT_CASE_NOT_FOUND(Kind.NOT_FOUND),
    CONFLICT_GROUND_MISSING(Kind.INVALID),
    CONFLICT_DECLARED_ALREADY(Kind.CONFLICT);

    private final Kind kind;
    private final List<String> members;

    DelegationRefusal(Kind kind, String... members) {
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
