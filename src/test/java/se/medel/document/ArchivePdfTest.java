package se.medel.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchivePdfTest {

    static final DocumentMetadata METADATA = new DocumentMetadata(
            "Modell för fördelning av utvecklingsmedel",
            "Socialförvaltningen",
            "sv",
            Instant.parse("2014-03-18T09:00:00Z"),
            "Tjänsteutlåtande till socialnämnden om fördelning av medel");

    static final Attachment FIGURES = new Attachment(
            "utfall.json",
            "application/json",
            "{\"summa\": 5100000}".getBytes(StandardCharsets.UTF_8),
            "Underlaget för tabell 2");

    private final ArchivePdf archivePdf = new ArchivePdf();

    @Test
    void scratch() throws IOException {
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            byte[] pdf = archivePdf.render(report(), METADATA, List.of(FIGURES));
            System.out.println((System.nanoTime() - start) / 1_000_000 + " ms " + pdf.length);
            Files.write(Path.of("target/report.pdf"), pdf);
        }
        byte[] pdf = archivePdf.render(report(), METADATA, List.of(FIGURES));
        System.out.println(PdfText.of(pdf));
        System.out.println(
                PdfText.tags(pdf).lines().limit(120).toList().toString().replace(", ", "\n"));
        System.out.println(PdfText.page(pdf, 2));
        VeraPdf.assertArchivable(pdf);
    }

    static String report() throws IOException {
        try (InputStream file = ArchivePdfTest.class.getResourceAsStream("/document/committee-report.xhtml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
