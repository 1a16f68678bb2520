package se.medel.round;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a round or its model is refused. */
public enum RoundRefusal implements Reason {
    ROUND_NOT_FOUND(Kind.NOT_FOUND),
    ROUND_STALE(Kind.STALE),
    ROUND_NOT_FOR_ROLE(Kind.FORBIDDEN),
    ROUND_ID_TAKEN(Kind.INVALID),
    ROUND_ID_MALFORMED(Kind.INVALID),
    ROUND_FIELD_MISSING(Kind.INVALID),
    ROUND_YEAR_OUT_OF_RANGE(Kind.INVALID),
    /** Argument: a case number as the registry writes them. */
    ROUND_CASE_NUMBER_MALFORMED(Kind.INVALID, "example"),
    ROUND_STATE(Kind.CONFLICT),
    MODEL_APPROVED(Kind.CONFLICT),
    /** Nothing can be weighed against a model that no committee has approved. */
    MODEL_NOT_APPROVED(Kind.CONFLICT),
    MODEL_NOT_FOUND(Kind.NOT_FOUND),
    MODEL_NONE_PENDING(Kind.CONFLICT),
    MODEL_ALREADY_PENDING(Kind.CONFLICT),
    MODEL_AMOUNT_NOT_POSITIVE(Kind.INVALID),
    MODEL_AMOUNT_NOT_WHOLE(Kind.INVALID),
    /** Argument: the largest there can be. */
    MODEL_NUMBER_TOO_LARGE(Kind.INVALID, "most"),
    MODEL_AGES_REVERSED(Kind.INVALID),
    MODEL_GROUP_ABOVE_TOTAL(Kind.INVALID),
    MODEL_GROUP_EMPTY(Kind.INVALID),
    MODEL_UNKNOWN_DISTRICT(Kind.INVALID),
    MODEL_RULE_MISSING(Kind.INVALID),
    MODEL_SOURCE_MISSING(Kind.INVALID),
    MODEL_NO_COMPONENT(Kind.INVALID),
    MODEL_NO_RECIPIENT(Kind.INVALID),
    /** Arguments: rule, its unit, the new limit, what is committed. */
    MODEL_UNDERCUTS(Kind.CONFLICT, "rule", "unit", "limit", "committed"),
    MODEL_DROPS_COMPONENT(Kind.CONFLICT),
    COMMITTEE_DATE_MISSING(Kind.INVALID),
    COMMITTEE_DATE_IN_FUTURE(Kind.INVALID),
    COMMITTEE_PARAGRAPH_MISSING(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    RoundRefusal(Kind kind, String... members) {
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
