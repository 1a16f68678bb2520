package se.medel.document;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file that travels inside the document, such as the figures a decision was made on.
 *
 * @param fileName the name a reader saves it under; unique within the document
 * @param mimeType such as {@code application/json}; ISO 19005-3 6.8 demands one
 * @param bytes the content, kept as it is
 * @param description what the file is, for the reader's list of attachments
 */
public record Attachment(String fileName, String mimeType, byte[] bytes, String description) {

    public Attachment {
        requireText(fileName, "fileName");
        requireText(mimeType, "mimeType");
        requireText(description, "description");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && fileName.equals(that.fileName)
                && mimeType.equals(that.mimeType)
                && description.equals(that.description)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mimeType, description, Arrays.hashCode(bytes));
    }

    static void requireText(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is needed");
        }
    }
}
