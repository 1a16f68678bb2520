package se.medel.finalreport;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.medel.storage.StoredJson;

/** A final report that is fixed; the database lets nobody change it. */
@Entity
@Table(name = "final_report")
class FixedReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;
    String conclusions;
    String figures;
    String sha256;
    String fixedBy;
    Instant fixedAt;

    FixedView view() {
        return new FixedView(
                number, conclusions, StoredJson.read(figures, RoundFigures.class), sha256, fixedBy, fixedAt);
    }
}
