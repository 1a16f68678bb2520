package se.medel.application.rules;

import java.util.Map;
import java.util.Set;

/** Where an application stands (section 5 of the domain), and every way from one state to the next. */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    COMPLETION_REQUESTED,
    PREPARED,
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    WITHDRAWN;

    private static final Set<ApplicationState> DECISIONS = Set.of(GRANTED, PARTLY_GRANTED, REFUSED);

    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.of(
            DRAFT, Set.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, Set.of(COMPLETION_REQUESTED, PREPARED, WITHDRAWN),
            COMPLETION_REQUESTED, Set.of(SUBMITTED, WITHDRAWN),
            // Prepared once more: the officer may change the recommendation until the director has decided.
            PREPARED, Set.of(PREPARED, COMPLETION_REQUESTED, GRANTED, PARTLY_GRANTED, REFUSED, WITHDRAWN),
            // A decision is replaced by another one, never taken back.
            GRANTED, DECISIONS,
            PARTLY_GRANTED, DECISIONS,
            REFUSED, DECISIONS,
            WITHDRAWN, Set.of());

    public boolean mayBecome(ApplicationState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether it stands in the way of another application of the same kind. */
    public boolean isLive() {
        return this != WITHDRAWN && this != REFUSED;
    }

    /** Whether the district may write in it. */
    public boolean isEditable() {
        return this == DRAFT || this == COMPLETION_REQUESTED;
    }

    public boolean isDecided() {
        return DECISIONS.contains(this);
    }
}
