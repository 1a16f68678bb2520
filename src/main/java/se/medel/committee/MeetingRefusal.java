package se.medel.committee;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about a meeting of the committee, or the dispatch of what it decided, is refused. */
public enum MeetingRefusal implements Reason {
    MEETING_NOT_FOUND(Kind.NOT_FOUND),
    MEETING_NOT_FOR_ROLE(Kind.FORBIDDEN),
    MEETING_STALE(Kind.STALE),
    /** Arguments: the paragraph, the day of the meeting, and the round that it is about already. */
    PARAGRAPH_TAKEN(Kind.CONFLICT, "paragraph", "date", "round"),
    /** What was changed has to be said. */
    POINT_TEXT_MISSING(Kind.INVALID),
    /** Without an approved model there is nothing to distribute by and nothing to send (D1). */
    POINT_NEEDS_MODEL(Kind.INVALID),
    /** An amended model is decided with its figures. */
    AMENDED_FIGURES_MISSING(Kind.INVALID),
    AMENDED_FIGURES_UNCHANGED(Kind.INVALID),
    /** Figures are sent only where D1 is amended. */
    FIGURES_NOT_AMENDED(Kind.INVALID),
    MINUTES_BEFORE_MEETING(Kind.INVALID),
    MEETING_DATE_IN_FUTURE(Kind.INVALID),
    NOTICE_WITHOUT_MINUTES(Kind.INVALID),
    NOTICE_BEFORE_MINUTES(Kind.INVALID),
    DISPATCH_NOT_FOUND(Kind.NOT_FOUND),
    DISPATCH_NOTHING_CHOSEN(Kind.INVALID),
    /** Argument: the district. */
    DISPATCH_SENT_ALREADY(Kind.CONFLICT, "district"),
    DISPATCH_DATE_MISSING(Kind.INVALID),
    /** Argument: the day of the meeting. */
    DISPATCH_BEFORE_MEETING(Kind.INVALID, "meeting"),
    DISPATCH_DATE_IN_FUTURE(Kind.INVALID),
    DISPATCH_CHANNEL_MISSING(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    MeetingRefusal(Kind kind, String... members) {
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
