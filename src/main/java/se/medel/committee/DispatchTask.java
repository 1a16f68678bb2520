package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** The committee's decision, to be sent to one district committee (D3). Once it is sent it doesn't change. */
@Entity
class DispatchTask {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    CommitteeDecision decision;

    String district;
    LocalDate sentOn;

    @Enumerated(EnumType.STRING)
    DispatchChannel channel;

    String sentBy;
    Instant recordedAt;

    @Version
    long version;

    DispatchView view() {
        return new DispatchView(id, decision.view(), district, sentOn, channel, sentBy);
    }
}
