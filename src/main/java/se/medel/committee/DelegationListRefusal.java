package se.medel.committee;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about the lists of decisions made on delegation is refused. */
public enum DelegationListRefusal implements Reason {
    DELEGATION_LIST_NOT_FOUND(Kind.NOT_FOUND),
    DELEGATION_LIST_NOT_FOR_ROLE(Kind.FORBIDDEN),
    DELEGATION_LIST_STALE(Kind.STALE),
    /** Nothing has been decided since the list before. */
    DELEGATION_LIST_EMPTY(Kind.CONFLICT),
    DELEGATION_LIST_CLOSED_ALREADY(Kind.CONFLICT),
    /** Only a closed list is reported. */
    DELEGATION_LIST_OPEN(Kind.CONFLICT),
    /** Arguments: the day of the meeting and the paragraph. */
    DELEGATION_LIST_REPORTED_ALREADY(Kind.CONFLICT, "date", "paragraph"),
    /** Argument: the day when it was closed. */
    DELEGATION_LIST_AFTER_MEETING(Kind.INVALID, "closed"),
    /** Arguments: the paragraph, the day of the meeting, and the list that it is about already. */
    PARAGRAPH_OF_DELEGATION_LIST(Kind.CONFLICT, "paragraph", "date", "list");

    private final Kind kind;
    private final List<String> members;

    DelegationListRefusal(Kind kind, String... members) {
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
