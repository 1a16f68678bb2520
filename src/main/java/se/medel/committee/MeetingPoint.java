package se.medel.committee;

/**
 * One point of a proposal as the committee decided it.
 *
 * @param text what was changed, as the minutes have it; null where nothing was, or where the figures say it (D1)
 */
public record MeetingPoint(MeetingOutcome outcome, String text) {

    public static final MeetingPoint AS_PROPOSED = new MeetingPoint(MeetingOutcome.AS_PROPOSED, null);

    /** As it was typed; a point that nothing is said of was decided as proposed. */
    static MeetingPoint of(MeetingOutcome outcome, String text) {
        return new MeetingPoint(
                outcome == null ? MeetingOutcome.AS_PROPOSED : outcome,
                text == null || text.isBlank() ? null : text.strip());
    }

    boolean is(MeetingOutcome other) {
        return outcome == other;
    }
}
