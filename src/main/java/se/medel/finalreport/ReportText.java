package se.medel.finalreport;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What an officer writes in a round's final report. */
@Entity
@Table(name = "final_report_text")
class ReportText {

    @Id
    String roundId;

    String conclusions = "";
    String changedBy;
    Instant changedAt;

    @Version
    long version;
}
