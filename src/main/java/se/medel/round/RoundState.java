package se.medel.round;

import java.util.Map;
import java.util.Set;

/** Where a round stands in the year (section 5 of the domain). */
public enum RoundState {
    /** Being set up by an officer. */
    DRAFT,
    /** The committee report is made; the model waits for the committee. */
    PROPOSED,
    /** The committee's decision is registered; the model is locked. */
    APPROVED,
    /** Districts apply. */
    OPEN,
    /** The year is over; cost reports come in. */
    REPORTING,
    /** Every recipient is settled. */
    CLOSED;

    private static final Map<RoundState, Set<RoundState>> NEXT = Map.of(
            DRAFT, Set.of(PROPOSED),
            PROPOSED, Set.of(DRAFT, APPROVED),
            APPROVED, Set.of(OPEN),
            OPEN, Set.of(REPORTING),
            REPORTING, Set.of(CLOSED),
            CLOSED, Set.of());

    public boolean mayBecome(RoundState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether a committee has approved the round's model. */
    public boolean hasApprovedModel() {
        return compareTo(APPROVED) >= 0;
    }
}
