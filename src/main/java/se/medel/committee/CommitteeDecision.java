package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What the committee decided about a proposed model. Never changed: the database sees to it too. */
@Entity
@Immutable
class CommitteeDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Meeting meeting;

    String paragraph;
    String roundId;
    int proposedVersion;
    Integer approvedVersion;

    @Enumerated(EnumType.STRING)
    MeetingOutcome d1;

    String d1Text;

    @Enumerated(EnumType.STRING)
    MeetingOutcome d2;

    String d2Text;

    @Enumerated(EnumType.STRING)
    MeetingOutcome d3;

    String d3Text;
    boolean byMinutes;
    String registeredBy;
    Instant registeredAt;

    CommitteeDecisionView view() {
        return new CommitteeDecisionView(
                id,
                meeting.id,
                meeting.heldOn,
                paragraph,
                roundId,
                proposedVersion,
                approvedVersion,
                new MeetingPoint(d1, d1Text),
                new MeetingPoint(d2, d2Text),
                new MeetingPoint(d3, d3Text),
                registeredBy,
                registeredAt);
    }
}
