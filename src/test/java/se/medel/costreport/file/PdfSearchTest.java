package se.medel.costreport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_PERSONAL_NUMBER;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_TOO_MUCH;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_UNREADABLE;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.privacy.TestNumbers;

class PdfSearchTest {

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @TempDir
    Path folder;

    private ReportFileRefusal fault(byte[] bytes) throws IOException {
        return PdfSearch.of(Files.write(folder.resolve("bilaga.pdf"), bytes)).orElse(null);
    }

    private ReportFileRefusal fault(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (pdf) {
            pdf.save(bytes);
        }
        return fault(bytes.toByteArray());
    }

    /** A page with each text at its own place. */
    private static PDDocument saying(Object... textsAtPlaces) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            for (int i = 0; i < textsAtPlaces.length; i += 3) {
                content.beginText();
                content.setFont(FONT, 10);
                content.newLineAtOffset((int) textsAtPlaces[i + 1], (int) textsAtPlaces[i + 2]);
                content.showText((String) textsAtPlaces[i]);
                content.endText();
            }
        }
        return pdf;
    }

    @Test
    void aPersonalNumberOnAPageIsFoundHoweverThePageIsWritten() throws IOException {
        String number = TestNumbers.personal();
        assertThat(fault(saying("Faktura för " + number + ", mars", 50, 700)))
                .isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
        assertThat(fault(saying("Faktura för " + number.replace('-', ' '), 50, 700)))
                .isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
        // The end is written before the beginning, and stands beside it.
        float width = FONT.getStringWidth(number.substring(0, 9)) / 100;
        assertThat(fault(saying(number.substring(9), 50 + Math.round(width), 700, number.substring(0, 9), 50, 700)))
                .isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
        PDDocument second = saying("Inget här", 50, 700);
        second.addPage(saying(number, 50, 700).getPage(0));
        assertThat(fault(second)).isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
    }

    @Test
    void aPersonalNumberBesideThePagesIsFound() throws IOException {
        PDDocument titled = saying("Faktura", 50, 700);
        titled.getDocumentInformation().setTitle("Intyg " + TestNumbers.personal());
        assertThat(fault(titled)).isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
        PDDocument noted = saying("Faktura", 50, 700);
        PDAnnotationText note = new PDAnnotationText();
        note.setContents("Se " + TestNumbers.personal());
        noted.getPage(0).getAnnotations().add(note);
        assertThat(fault(noted)).isEqualTo(REPORT_FILE_PDF_PERSONAL_NUMBER);
    }

    @Test
    void aDateInOneColumnAndAnAmountInTheNextAreNoNumber() throws IOException {
        String date = TestNumbers.personal().substring(0, 8);
        String amount = TestNumbers.personal().substring(9);
        assertThat(fault(saying(date, 50, 700, amount, 200, 700))).isNull();
        assertThat(fault(saying(date + "     " + amount, 50, 700))).isNull();
        assertThat(fault(saying(date, 50, 700, amount, 50, 680))).isNull();
        assertThat(fault(saying("Org.nr 212000-0142, faktura 2014-0315, 1 500,00 kr, tel. 08-508 25 000", 50, 700)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 trasig %%EOF", "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\n%%EOF"})
    void aBrokenFileIsRefused(String content) throws IOException {
        assertThat(fault(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(REPORT_FILE_PDF_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode",
                "/Filter[/FlateDecode/FlateDecode]",
                "/Filter [/ASCII85Decode /LZWDecode]",
                "/Filter /#4CZWDecode",
                "/Filter 7 0 R",
                "/Filter %x\n/RunLengthDecode"
            })
    void aFileThatCouldUnpackToMoreThanThereIsMemoryForIsRefusedBeforeItIsRead(String filter) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(
                ("%PDF-1.7\n1 0 obj\n<</Type /XRef " + filter + ">> stream\n").getBytes(StandardCharsets.US_ASCII));
        OutputStream packed = new DeflaterOutputStream(bomb);
        byte[] zeros = new byte[1 << 20];
        for (int megabyte = 0; megabyte < 64; megabyte++) {
            packed.write(zeros);
        }
        packed.close();
        bomb.writeBytes("\nendstream endobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] bytes = bomb.toByteArray();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(fault(bytes)).isEqualTo(REPORT_FILE_PDF_TOO_MUCH);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
    }

    @Test
    void tooManyPagesAndTooManyCharactersOnOneAreRefused() throws IOException {
        PDDocument pages = new PDDocument();
        for (int page = 0; page <= PdfSearch.MOST_PAGES; page++) {
            pages.addPage(new PDPage());
        }
        assertThat(fault(pages)).isEqualTo(REPORT_FILE_PDF_TOO_MUCH);
        assertThat(fault(saying("x".repeat(100_001), 50, 700))).isEqualTo(REPORT_FILE_PDF_TOO_MUCH);
    }

    @Test
    void pagesThatDrawOneAnotherWithoutEndAreGivenUpInTime() throws IOException {
        PDDocument pdf = new PDDocument();
        PDFormXObject inner = null;
        for (int level = 0; level < 40; level++) {
            PDFormXObject outer = new PDFormXObject(new PDStream(pdf));
            outer.setBBox(PDRectangle.A4);
            PDResources resources = new PDResources();
            try (OutputStream content = outer.getStream().createOutputStream()) {
                content.write((inner == null ? "0 0 m" : "/X Do /X Do").getBytes(StandardCharsets.US_ASCII));
            }
            if (inner != null) {
                resources.put(COSName.getPDFName("X"), inner);
            }
            outer.setResources(resources);
            inner = outer;
        }
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawForm(inner);
        }
        assertThat(fault(pdf)).isEqualTo(REPORT_FILE_PDF_TOO_MUCH);
    }
}
