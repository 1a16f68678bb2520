package se.medel.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of decisions made on delegation.
 *
 * @param since when the list before was closed; null for the first
 * @param closedAt null while it is open, and so is {@code closedBy}
 * @param decisions how many it has
 * @param meeting the id of the meeting where it was reported; null while it isn't, and so is what follows
 * @param reportedOn the day of the meeting
 * @param version for optimistic locking: of an open list how many decisions it has
 */
public record DelegationListView(
        int number,
        DelegationListState state,
        Instant since,
        Instant closedAt,
        String closedBy,
        int decisions,
        Long meeting,
        LocalDate reportedOn,
        String paragraph,
        String reportedBy,
        Instant reportedAt,
        @JsonIgnore long version) {

    static DelegationListView open(int number, Instant since, int decisions) {
        return new DelegationListView(
                number,
                DelegationListState.OPEN,
                since,
                null,
                null,
                decisions,
                null,
                null,
                null,
                null,
                null,
                decisions);
    }
}
