package se.medel.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.medel.storage.Sha256;

/** Keeps each document as the bytes it was when it was made, with the seal on. There is nothing here to change or remove one with. */
@ApplicationScoped
@Transactional
public class DocumentStore {

    /** What a document is; one of each kind for a decision or another subject. */
    public enum Kind {
        DELEGATION_DECISION,
        /** The clients of a decision on a claim by their codes; for the district only (P1). */
        CLIENT_APPENDIX,
        PAYMENT_ORDER,
        CALL_FOR_REPORTS,
        HEARING_LETTER,
        REPAYMENT_DECISION,
        SETTLEMENT,
        COMMITTEE_REPORT,
        DELEGATION_LIST,
        /** The committee's decision, sent to a district committee for its information (D3). */
        DISPATCH,
        INSTRUCTIONS,
        FINAL_REPORT,
        DISTRICT_ACCOUNT
    }

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    Seal seal;

    /**
     * The document of a decision, if it has been made.
     *
     * @throws IllegalStateException if its bytes aren't what was stored: it is never handed out then
     */
    public Optional<DocumentView> find(long decisionId, Kind kind) {
        return database.createQuery("from StoredDocument where decisionId = ?1 and kind = ?2", StoredDocument.class)
                .setParameter(1, decisionId)
                .setParameter(2, kind.name())
                .getResultStream()
                .findFirst()
                .map(DocumentStore::verified);
    }

    /**
     * Seals the document and keeps it, unless another instance was faster: then that one stays and this one is dropped.
     *
     * @throws IllegalStateException if it can't be sealed; nothing is kept then
     */
    public void keep(long decisionId, Kind kind, String fileName, String html, byte[] pdf) {
        keep("decision_id", decisionId, kind, fileName, html, pdf);
    }

    /** The document about something other than a decision, if it has been made; refused as the other. */
    public Optional<DocumentView> find(String subject, Kind kind) {
        return database.createQuery("from StoredDocument where subject = ?1 and kind = ?2", StoredDocument.class)
                .setParameter(1, subject)
                .setParameter(2, kind.name())
                .getResultStream()
                .findFirst()
                .map(DocumentStore::verified);
    }

    /**
     * Seals and keeps a document about something other than a decision, unless another instance was faster; refused as the other.
     *
     * @param subject a kind and an id, such as {@code repayment/12}
     */
    public void keep(String subject, Kind kind, String fileName, String html, byte[] pdf) {
        keep("subject", subject, kind, fileName, html, pdf);
    }

    private void keep(String column, Object about, Kind kind, String fileName, String html, byte[] pdf) {
        Instant now = clock.instant();
        byte[] sealed = seal.on(pdf, now);
        database.createNativeQuery("insert into document (" + column
                        + ", kind, file_name, sha256, html, pdf, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                        + " on conflict (" + column + ", kind) do nothing")
                .setParameter(1, about)
                .setParameter(2, kind.name())
                .setParameter(3, fileName)
                .setParameter(4, Sha256.of(sealed))
                .setParameter(5, html)
                .setParameter(6, sealed)
                .setParameter(7, now)
                .executeUpdate();
    }

    private static DocumentView verified(StoredDocument document) {
        if (!Sha256.of(document.pdf).equals(document.sha256)) {
            throw new IllegalStateException("Document " + document.id + " (" + document.fileName
                    + ") isn't what was stored: its SHA-256 differs");
        }
        return document.view();
    }
}
