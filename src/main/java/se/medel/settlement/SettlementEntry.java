package se.medel.settlement;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import se.medel.settlement.rules.Settlement;
import se.medel.settlement.rules.YearEnd;
import se.medel.storage.StoredJson;

/** A settlement as it is kept: never changed, replaced by the next one. */
@Entity
@Immutable
@Table(name = "settlement")
class SettlementEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String district;
    long applicationId;
    int number;
    Long reportId;
    String inputs;
    String result;
    BigDecimal entitled;
    String madeBy;
    Instant madeAt;
    Long replaces;

    /** What its movements rest on. */
    String reference() {
        return "settlement/" + id;
    }

    SettlementView view() {
        return new SettlementView(
                id,
                roundId,
                district,
                applicationId,
                number,
                reportId,
                StoredJson.read(inputs, YearEnd.class),
                StoredJson.read(result, Settlement.class),
                madeBy,
                madeAt,
                replaces);
    }
}
