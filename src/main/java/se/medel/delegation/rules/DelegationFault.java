package se.medel.delegation.rules;

import java.util.List;
import se.medel.refusal.Reason;

/** Why somebody may not decide by the delegation order. */
public enum DelegationFault implements Reason {
    /** Argument: the kind of decision. */
    NOT_IN_ORDER(Kind.CONFLICT, "decision"),
    /** Argument: the largest amount that this user may decide, in whole kronor. */
    ABOVE_DELEGATED_LIMIT(Kind.CONFLICT, "limit"),
    /** Arguments: the point, and the day that it doesn't hold on. */
    OUTSIDE_DELEGATED_DATES(Kind.CONFLICT, "point", "day"),
    /** Argument: the day on which nobody is to be stood in for. */
    SUBSTITUTE_NOT_IN_PERIOD(Kind.CONFLICT, "day"),
    /** The user has declared a conflict of interest in the case. */
    CONFLICT_DECLARED(Kind.CONFLICT);

    private final Kind kind;
    private final List<String> members;

    DelegationFault(Kind kind, String... members) {
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
