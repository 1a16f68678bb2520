package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;

/** A list of decisions made on delegation from when it is closed. The database sees to it that it stays as it is. */
@Entity
class DelegationList {

    @Id
    int number;

    Instant since;
    Instant closedAt;
    String closedBy;
    int decisions;

    @ManyToOne
    Meeting meeting;

    String paragraph;
    String reportedBy;
    Instant reportedAt;

    @Version
    long version;

    DelegationListView view() {
        return new DelegationListView(
                number,
                meeting == null ? DelegationListState.CLOSED : DelegationListState.REPORTED,
                since,
                closedAt,
                closedBy,
                decisions,
                meeting == null ? null : meeting.id,
                meeting == null ? null : meeting.heldOn,
                paragraph,
                reportedBy,
                reportedAt,
                version);
    }
}
