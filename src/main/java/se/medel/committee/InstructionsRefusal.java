package se.medel.committee;

import se.medel.refusal.Reason;

/** Why something about a round's instructions is refused. */
public enum InstructionsRefusal implements Reason {
    INSTRUCTIONS_NOT_FOUND(Kind.NOT_FOUND),
    INSTRUCTIONS_NOT_FOR_ROLE(Kind.FORBIDDEN),
    INSTRUCTIONS_STALE(Kind.STALE),
    /** Instructions are given for money that the committee has approved. */
    INSTRUCTIONS_NEED_MODEL(Kind.CONFLICT),
    INSTRUCTIONS_TEXT_MISSING(Kind.INVALID);

    private final Kind kind;

    InstructionsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
