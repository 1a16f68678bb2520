package se.medel.whatif;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a trial is refused. */
public enum TrialRefusal implements Reason {
    TRIAL_NOT_FOUND(Kind.NOT_FOUND),
    TRIAL_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** Only who made it deletes it. */
    TRIAL_NOT_YOURS(Kind.FORBIDDEN),
    TRIAL_STALE(Kind.STALE),
    TRIAL_NAME_MISSING(Kind.INVALID),
    TRIAL_NAME_TAKEN(Kind.INVALID),
    TRIAL_SOURCE_UNKNOWN(Kind.INVALID),
    TRIAL_DISTRICT_TWICE(Kind.INVALID),
    TRIAL_NO_EARLIER_ROUND(Kind.CONFLICT),
    /** Argument: the most that a round can have. */
    TRIAL_TOO_MANY(Kind.CONFLICT, "most"),
    /** Arguments: the fewest and the most that stand side by side. */
    TRIAL_COMPARE(Kind.INVALID, "fewest", "most");

    private final Kind kind;
    private final List<String> members;

    TrialRefusal(Kind kind, String... members) {
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
