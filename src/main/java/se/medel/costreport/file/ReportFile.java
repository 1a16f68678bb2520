package se.medel.costreport.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A file of a report; its bytes stand in parts of their own. */
@Entity
@Immutable
class ReportFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long reportId;

    @Enumerated(EnumType.STRING)
    FileKind kind;

    String name;
    long bytes;
    String sha256;
    String facts;
    String uploadedBy;
    Instant uploadedAt;

    ReportFileView view() {
        return new ReportFileView(id, reportId, kind, name, bytes, sha256, uploadedBy, uploadedAt);
    }
}
