package se.medel.costreport.file;

import java.time.Instant;

/**
 * A file of a report, without its bytes.
 *
 * @param bytes how large it is
 * @param sha256 of its bytes as they came, in hexadecimal
 */
public record ReportFileView(
        long id,
        long reportId,
        FileKind kind,
        String name,
        long bytes,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {

    /** Rounded up, so that no file is empty. */
    public long kilobytes() {
        return (bytes + 999) / 1000;
    }
}
