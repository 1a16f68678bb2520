package se.medel.costreport.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import se.medel.storage.StoredJson;

/** What was tried, or taken, from one ledger file. */
@Entity
class LedgerImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long reportId;
    long fileId;
    long applicationId;
    int chartVersion;
    String choice;
    String outcome;
    String madeBy;
    Instant madeAt;
    String written;
    String confirmedBy;
    Instant confirmedAt;

    LedgerImportView view() {
        return new LedgerImportView(
                id,
                reportId,
                fileId,
                chartVersion,
                StoredJson.read(choice, LedgerChoice.class),
                StoredJson.read(outcome, LedgerOutcome.class),
                madeBy,
                madeAt,
                written == null ? null : StoredJson.read(written, LedgerImportView.Written.class),
                confirmedBy,
                confirmedAt);
    }
}
