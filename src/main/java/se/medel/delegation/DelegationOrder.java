package se.medel.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.medel.delegation.rules.OrderLine;
import se.medel.storage.StoredJson;

/** A version of the delegation order. */
@Entity
class DelegationOrder {

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    OrderState state;

    LocalDate committeeDate;
    String committeeParagraph;
    LocalDate validFrom;
    String lines;
    String madeBy;
    Instant madeAt;

    @Version
    long version;

    OrderView view() {
        return new OrderView(
                number,
                state,
                committeeDate,
                committeeParagraph,
                validFrom,
                List.of(StoredJson.read(lines, OrderLine[].class)),
                madeBy,
                madeAt,
                version);
    }
}
