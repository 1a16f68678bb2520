package se.medel.document;

import java.time.Instant;

/**
 * A stored document as other parts see it. The bytes are the file itself and must not be changed by anybody.
 *
 * @param fileName under which it is sent
 * @param sha256 of the bytes, in small hexadecimal digits
 * @param madeAt when it was stored
 */
public record DocumentView(String fileName, String sha256, byte[] pdf, Instant madeAt) {}
