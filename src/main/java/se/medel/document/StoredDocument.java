package se.medel.document;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A document as it is kept. */
@Entity
@Immutable
@Table(name = "document")
class StoredDocument {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long decisionId;
    String subject;
    String kind;
    String fileName;
    String sha256;
    String html;
    byte[] pdf;
    Instant madeAt;

    DocumentView view() {
        return new DocumentView(fileName, sha256, pdf, madeAt);
    }
}
