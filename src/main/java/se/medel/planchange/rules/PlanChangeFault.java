package se.medel.planchange.rules;

import java.util.List;
import se.medel.refusal.Reason;

/** What is wrong in a plan change that somebody asks for. */
public enum PlanChangeFault implements Reason {
    PLAN_CHANGE_REASON_MISSING,
    /** Reports and other income refer to lines by their numbers. */
    PLAN_CHANGE_LINE_REMOVED,
    PLAN_CHANGE_NOTHING,
    /** Argument: the most lines. */
    PLAN_CHANGE_TOO_MANY_LINES("maximum"),
    PLAN_CHANGE_CATEGORY_MISSING,
    PLAN_CHANGE_TEXT_MISSING,
    PLAN_CHANGE_AMOUNT_MISSING,
    PLAN_CHANGE_AMOUNT_NEGATIVE;

    private final List<String> members;

    PlanChangeFault(String... members) {
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
