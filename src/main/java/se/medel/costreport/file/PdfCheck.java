package se.medel.costreport.file;

import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_NOT_PDF;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_ACTIVE;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_UNREADABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a file is a PDF that everybody can open. It is looked at and never taken apart: the parts of a PDF can be packed, and a
 * small file can unpack to more than there is memory.
 *
 * <p>What is looked for: at the beginning the header of a version that there is, near the end the mark of the end, and in between
 * no password, and nothing that runs, starts a program or is a file of its own. What stands in packed parts isn't seen; files are
 * handed out to be saved, never to be shown.
 */
final class PdfCheck {

    /** How near its end a file's mark of the end stands, in bytes; readers look no further. */
    private static final int NEAR_END = 1024;

    private static final Pattern HEADER = Pattern.compile("%PDF-(1\\.[0-7]|2\\.0)(?![0-9])");
    private static final Pattern LOCKED = name("Encrypt");
    private static final Pattern ACTIVE = name("JavaScript|Launch|EmbeddedFile");

    private PdfCheck() {}

    /** A name in a PDF, and not the beginning of a longer one. */
    private static Pattern name(String names) {
        return Pattern.compile("/(" + names + ")(?![^\\x00\\s()<>\\[\\]{}/%])");
    }

    /** @param file small enough to be in memory */
    static Optional<ReportFileRefusal> of(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!HEADER.matcher(content).lookingAt()) {
            return Optional.of(REPORT_FILE_NOT_PDF);
        }
        if (content.indexOf("%%EOF", content.length() - NEAR_END) < 0
                || LOCKED.matcher(content).find()) {
            return Optional.of(REPORT_FILE_PDF_UNREADABLE);
        }
        return ACTIVE.matcher(content).find() ? Optional.of(REPORT_FILE_PDF_ACTIVE) : Optional.empty();
    }
}
