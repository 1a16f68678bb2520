package se.medel.round;

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
    ROUND_STATE(Kind.CONFLICT),
    MODEL_APPROVED(Kind.CONFLICT),
    MODEL_NONE_PENDING(Kind.CONFLICT),
    MODEL_ALREADY_PENDING(Kind.CONFLICT),
    MODEL_AMOUNT_NOT_POSITIVE(Kind.INVALID),
    MODEL_AMOUNT_NOT_WHOLE(Kind.INVALID),
    MODEL_AGES_REVERSED(Kind.INVALID),
    MODEL_GROUP_ABOVE_TOTAL(Kind.INVALID),
    MODEL_GROUP_EMPTY(Kind.INVALID),
    MODEL_UNKNOWN_DISTRICT(Kind.INVALID),
    MODEL_RULE_MISSING(Kind.INVALID),
    MODEL_SOURCE_MISSING(Kind.INVALID),
    MODEL_NO_COMPONENT(Kind.INVALID),
    MODEL_NO_RECIPIENT(Kind.INVALID),
    ROUND_TEXT_TOO_LONG(Kind.INVALID),
    PERSONAL_NUMBER_IN_ROUND(Kind.INVALID),
    /** Arguments: rule, new limit, what is committed. */
    MODEL_UNDERCUTS(Kind.CONFLICT),
    MODEL_DROPS_COMPONENT(Kind.CONFLICT),
    COMMITTEE_DATE_MISSING(Kind.INVALID),
    COMMITTEE_DATE_IN_FUTURE(Kind.INVALID),
    COMMITTEE_PARAGRAPH_MISSING(Kind.INVALID);

    private final Kind kind;

    RoundRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
