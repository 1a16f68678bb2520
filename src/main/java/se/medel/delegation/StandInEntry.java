package se.medel.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import se.medel.delegation.rules.StandIn;

/** Somebody who stands in for somebody, as it is kept. */
@Entity
@Table(name = "stand_in")
class StandInEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String person;
    String substitute;

    @Enumerated(EnumType.STRING)
    StandIn.Ground ground;

    LocalDate fromDay;
    LocalDate toDay;
    boolean withdrawn;
    String madeBy;
    Instant madeAt;

    @Version
    long version;

    StandIn rule() {
        return new StandIn(person, substitute, ground, fromDay, toDay);
    }

    StandInView view() {
        return new StandInView(id, person, substitute, ground, fromDay, toDay, withdrawn, madeBy, madeAt, version);
    }
}
