package se.medel.costreport.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfCheckTest {

    @TempDir
    Path folder;

    private ReportFileRefusal fault(byte[] bytes) throws IOException {
        return PdfCheck.of(Files.write(folder.resolve("bilaga.pdf"), bytes)).orElse(null);
    }

    private static byte[] written(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (pdf) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void anOrdinaryFileIsTakenAndOneWithAPasswordIsNot() throws IOException {
        assertThat(fault(written(new PDDocument()))).isNull();
        PDDocument locked = new PDDocument();
        locked.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
        assertThat(fault(written(locked))).isEqualTo(ReportFileRefusal.REPORT_FILE_PDF_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 x %%EOF,",
        "%PDF-2.0 x /JavaScriptish %%EOF,",
        "%PDF-1.9 x %%EOF, REPORT_FILE_NOT_PDF",
        "%PDF-1.70 x %%EOF, REPORT_FILE_NOT_PDF",
        "x %PDF-1.7 %%EOF, REPORT_FILE_NOT_PDF",
        "%PDF-1.7 x, REPORT_FILE_PDF_UNREADABLE",
        "%PDF-1.7 <</Encrypt 5 0 R>> %%EOF, REPORT_FILE_PDF_UNREADABLE",
        "%PDF-1.7 <</S/JavaScript/JS(x)>> %%EOF, REPORT_FILE_PDF_ACTIVE",
        "%PDF-1.7 <</S /Launch>> %%EOF, REPORT_FILE_PDF_ACTIVE",
        "%PDF-1.7 <</Type /EmbeddedFile /Length 1>> %%EOF, REPORT_FILE_PDF_ACTIVE"
    })
    void whatIsLookedForIsFound(String content, ReportFileRefusal fault) throws IOException {
        assertThat(fault(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(fault);
    }

    @Test
    void aFileThatUnpacksToAGigabyteTakesNoMoreMemoryThanItIsLarge() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(
                "%PDF-1.7\n1 0 obj\n<</Type /XRef /Filter /FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        OutputStream packed = new DeflaterOutputStream(bomb);
        byte[] zeros = new byte[1 << 20];
        for (int megabyte = 0; megabyte < 1024; megabyte++) {
            packed.write(zeros);
        }
        packed.close();
        bomb.writeBytes("\nendstream endobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("bomb.pdf"), bomb.toByteArray());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        PdfCheck.of(file);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10 * Files.size(file));
    }
}
