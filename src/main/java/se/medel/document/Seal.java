package se.medel.document;

import java.time.Instant;

/**
 * What is put on a document when it is kept, so that whoever has the file can tell from it alone whose it is and that nothing in
 * it is changed. Drafts get none.
 */
public interface Seal {

    /** For a service that seals nothing: the document as it is. */
    Seal NONE = (pdf, at) -> pdf;

    /**
     * The document with the seal on it. It stays what it was for an archive and for who listens, with its attachments.
     *
     * @param at when it is sealed, which is what the seal says
     * @throws IllegalStateException if it can't be sealed, such as when the seal's time is over; it isn't kept then
     */
    byte[] on(byte[] pdf, Instant at);
}
