package se.medel.participant;

import se.medel.refusal.Reason;

/** Why something about a group or its register is refused, besides what the rules of the register say. */
public enum RegisterRefusal implements Reason {
    /** Also for a group of other districts: whether it exists isn't told. */
    GROUP_NOT_FOUND(Kind.NOT_FOUND),
    GUIDE_NOT_FOUND(Kind.NOT_FOUND),
    STOP_NOT_FOUND(Kind.NOT_FOUND),
    PARTICIPANT_NOT_FOUND(Kind.NOT_FOUND),
    REGISTER_NOT_FOR_ROLE(Kind.FORBIDDEN),
    PARTICIPANT_STALE(Kind.STALE),
    NOTHING_TO_STRIKE(Kind.CONFLICT),
    GROUP_SLUG_MALFORMED(Kind.INVALID),
    GROUP_TAKEN(Kind.INVALID),
    GROUP_FIELD_MISSING(Kind.INVALID),
    /** A name is one line, without control characters: it stands in files and headings. */
    GROUP_NAME_BROKEN(Kind.INVALID),
    GROUP_DISTRICT_UNKNOWN(Kind.INVALID),
    GROUP_PREFIX_MALFORMED(Kind.INVALID),
    AREA_TAKEN(Kind.INVALID),
    LIMIT_OUT_OF_RANGE(Kind.INVALID),
    GUIDE_CODE_MALFORMED(Kind.INVALID),
    GUIDE_TAKEN(Kind.INVALID),
    /** Argument: the participants that the guide still has. */
    GUIDE_HAS_PARTICIPANTS(Kind.CONFLICT),
    STOP_OVERLAPS(Kind.INVALID),
    PERIOD_REVERSED(Kind.INVALID),
    /** Guides and plans are looked for as they are today only. */
    FILTER_ONLY_AS_IT_IS(Kind.INVALID),
    /** P1. */
    PARTICIPANT_CODE_MALFORMED(Kind.INVALID),
    /** A4: in this group or another one, in some spelling. */
    PARTICIPANT_CODE_TAKEN(Kind.INVALID),
    PARTICIPANT_BIRTH_YEAR(Kind.INVALID);

    private final Kind kind;

    RegisterRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
