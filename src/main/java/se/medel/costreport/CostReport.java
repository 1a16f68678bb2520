package se.medel.costreport;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.storage.StoredJson;

/** One district's report in one round. */
@Entity
class CostReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String district;

    @Enumerated(EnumType.STRING)
    ReportState state;

    LocalDate dueOn;
    Instant openedAt;
    String content;
    String review = "{}";
    String submittedBy;
    Instant submittedAt;
    String signedBy;
    Instant signedAt;
    String receipt;
    String remarks;
    String returnedBy;
    Instant returnedAt;
    LocalDate answerDue;
    String approvedBy;
    Instant approvedAt;

    @Version
    long version;

    void write(ReportContent written) {
        content = StoredJson.write(written);
    }

    ReportContent content() {
        return StoredJson.read(content, ReportContent.class);
    }

    Review review() {
        return StoredJson.read(review, Review.class);
    }

    CostReportView view() {
        return new CostReportView(
                id,
                roundId,
                district,
                state,
                dueOn,
                openedAt,
                content(),
                review(),
                submittedBy,
                submittedAt,
                signedBy,
                signedAt,
                receipt,
                remarks,
                returnedAt,
                answerDue,
                approvedBy,
                approvedAt,
                version);
    }
}
