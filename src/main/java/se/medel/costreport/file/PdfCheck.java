package se.medel.costreport.file;

import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_NOT_PDF;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a file is a PDF that everybody can open. */
final class PdfCheck {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private PdfCheck() {}

    static Optional<ReportFileRefusal> of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            if (!Arrays.equals(bytes.readNBytes(MAGIC.length), MAGIC)) {
                return Optional.of(REPORT_FILE_NOT_PDF);
            }
        }
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            return pdf.isEncrypted() || pdf.getNumberOfPages() == 0
                    ? Optional.of(REPORT_FILE_PDF_UNREADABLE)
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // The library answers some broken files with exceptions of its own kind.
            return Optional.of(REPORT_FILE_PDF_UNREADABLE);
        }
    }
}
