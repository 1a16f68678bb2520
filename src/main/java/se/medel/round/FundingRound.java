package se.medel.round;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** One programme in one budget year. */
@Entity
class FundingRound {

    /** Its name in addresses, such as {@code sig-2014}. */
    @Id
    String id;

    String programme;
    String name;
    int year;

    @Enumerated(EnumType.STRING)
    RoundState state;

    String caseNumber;
    LocalDate applicationDeadline;

    @Version
    long version;

    RoundView view() {
        return new RoundView(id, programme, name, year, state, caseNumber, applicationDeadline, version);
    }
}
