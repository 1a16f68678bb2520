package se.medel.application;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about an application is refused. */
public enum ApplicationRefusal implements Reason {
    /** Also for what belongs to another district: whether it exists isn't told. */
    APPLICATION_NOT_FOUND(Kind.NOT_FOUND),
    PREPARATION_NOT_FOUND(Kind.NOT_FOUND),
    /** Nothing can be assessed before an amount is written. */
    NOTHING_ASKED(Kind.CONFLICT),
    APPLICATION_NOT_FOR_ROLE(Kind.FORBIDDEN),
    APPLICATION_STALE(Kind.STALE),
    /** Argument: the state it is in. */
    APPLICATION_STATE(Kind.CONFLICT, "state"),
    ROUND_CLOSED(Kind.CONFLICT),
    /** The grant is settled; a correction is made in the settlement. */
    SETTLED(Kind.CONFLICT),
    /** Argument: whole kronor that are ordered to be paid, more than is left by what is found. */
    FOUND_BELOW_ORDERED(Kind.CONFLICT, "ordered"),
    ROUND_NOT_OPEN(Kind.CONFLICT),
    COMPONENT_NOT_IN_MODEL(Kind.INVALID),
    /** Claims for clients are made client by client, not as an application with sections. */
    COMPONENT_IS_CLAIMED(Kind.CONFLICT),
    /** Only a claim has rows. */
    NOT_A_CLAIM(Kind.CONFLICT),
    DISTRICT_NOT_ELIGIBLE(Kind.CONFLICT),
    /** Argument: the id of the application there is. */
    ALREADY_APPLIED(Kind.CONFLICT, "application"),
    TOO_MANY_LINES(Kind.INVALID),
    COMPLETION_TEXT_MISSING(Kind.INVALID),
    COMPLETION_DUE_PAST(Kind.INVALID),
    COMPLETION_ANSWER_MISSING(Kind.INVALID),
    WITHDRAWAL_REASON_MISSING(Kind.INVALID),
    ALREADY_SIGNED(Kind.CONFLICT),
    JUDGEMENT_MISSING(Kind.INVALID),
    JUDGEMENT_REASON_MISSING(Kind.INVALID),
    /** A grant can't be recommended while a criterion isn't met. */
    CRITERION_NOT_MET(Kind.INVALID),
    OVERLAP_UNANSWERED(Kind.INVALID),
    RECOMMENDATION_MISSING(Kind.INVALID),
    /** Argument: the most that the rules leave. */
    RECOMMENDATION_TOO_HIGH(Kind.INVALID, "remaining"),
    RECOMMENDATION_REASONS_MISSING(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    ApplicationRefusal(Kind kind, String... members) {
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
