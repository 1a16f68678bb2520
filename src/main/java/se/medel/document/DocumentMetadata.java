package se.medel.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the document says about itself: shown in the window title, read by archives, and the only clock the document
 * knows.
 *
 * @param title shown instead of the file name (ISO 14289-1 7.1)
 * @param author the organisation that publishes the document
 * @param language BCP 47, such as {@code sv}; a screen reader picks its voice by it (ISO 14289-1 7.2)
 * @param created when the document was fixed; whole seconds, since PDF dates have no finer ones
 * @param subject one sentence on what the document is about
 */
public record DocumentMetadata(String title, String author, String language, Instant created, String subject) {

    public DocumentMetadata {
        Attachment.requireText(title, "title");
        Attachment.requireText(author, "author");
        Attachment.requireText(language, "language");
        Attachment.requireText(subject, "subject");
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }
}
