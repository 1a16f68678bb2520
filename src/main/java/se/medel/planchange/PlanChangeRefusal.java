package se.medel.planchange;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a plan change is refused. */
public enum PlanChangeRefusal implements Reason {
    PLAN_CHANGE_NOT_FOUND(Kind.NOT_FOUND),
    PLAN_CHANGE_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** Nothing is granted, or what is granted has no plan. */
    PLAN_CHANGE_NOT_GRANTED(Kind.CONFLICT),
    PLAN_CHANGE_ROUND_STATE(Kind.CONFLICT, "state"),
    /** Another is on its way for the same grant. */
    PLAN_CHANGE_OPEN(Kind.CONFLICT),
    /** Argument: the state it is in. */
    PLAN_CHANGE_STATE(Kind.CONFLICT, "state"),
    PLAN_CHANGE_STALE(Kind.STALE),
    /** Nobody decides on what he or she has asked for or prepared. */
    PLAN_CHANGE_FOUR_EYES(Kind.FORBIDDEN),
    PLAN_CHANGE_RECOMMENDATION_MISSING(Kind.INVALID),
    PLAN_CHANGE_REASONS_MISSING(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    PlanChangeRefusal(Kind kind, String... members) {
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
