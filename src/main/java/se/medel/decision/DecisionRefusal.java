package se.medel.decision;

import java.util.List;
import se.medel.refusal.Reason;

/** Why a decision is refused. */
public enum DecisionRefusal implements Reason {
    DECISION_NOT_FOUND(Kind.NOT_FOUND),
    DECISION_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** Nobody decides what he or she has prepared. */
    FOUR_EYES(Kind.FORBIDDEN),
    NOT_PREPARED(Kind.CONFLICT),
    /** Argument: the number of the decision there is. */
    ALREADY_DECIDED(Kind.CONFLICT, "number"),
    NOT_DECIDED_YET(Kind.CONFLICT),
    /** The committee approved the model but gave no task to distribute by it (D2). Argument: the paragraph. */
    NO_DELEGATION(Kind.CONFLICT, "paragraph"),
    WRONG_ROUND(Kind.NOT_FOUND),
    /** Argument: whole kronor that are ordered to be paid already. */
    BELOW_ORDERED(Kind.CONFLICT, "ordered"),
    /** Arguments: the rule, what it still leaves (whole kronor or clients), and its unit. */
    ROOM_GONE(Kind.CONFLICT, "rule", "remaining", "unit"),
    GRANT_WITH_CRITERION_NOT_MET(Kind.CONFLICT),
    AMOUNT_MISSING(Kind.INVALID),
    CLIENTS_ABOVE_ELIGIBLE(Kind.INVALID),
    AMOUNT_ABOVE_ASKED(Kind.INVALID, "asked"),
    REASONS_MISSING(Kind.INVALID),
    REFUSAL_NAMES_NOTHING(Kind.INVALID),
    REFUSAL_NAMES_UNKNOWN_RULE(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    DecisionRefusal(Kind kind, String... members) {
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
