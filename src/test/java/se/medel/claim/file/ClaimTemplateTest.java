package se.medel.claim.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.refusal.Answer;

class ClaimTemplateTest {

    @TempDir
    Path folder;

    @Test
    void theCsvIsOneHeaderThatExcelOpensInSwedish() {
        assertThat(new String(ClaimTemplate.csv(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFKod;Födelseår;Inskriven;Senaste tidigare kontakt;Ej aktuell;Intygat av\r\n");
    }

    @Test
    void bothTemplatesAreReadAndLackOnlyRows() throws IOException {
        for (byte[] template : List.of(ClaimTemplate.csv(), ClaimTemplate.workbook())) {
            Path file = Files.write(folder.resolve("template"), template);
            Answer<Summary> answer = ClaimFile.read(file, "mall", line -> {});
            assertThat(answer.refusals())
                    .extracting(refusal -> refusal.reason())
                    .isEqualTo(List.of(FileFault.FILE_EMPTY));
        }
    }

    @Test
    void theWorkbookIsTheSameEveryTime() throws InterruptedException {
        byte[] first = ClaimTemplate.workbook();
        Thread.sleep(1100);
        assertThat(ClaimTemplate.workbook()).isEqualTo(first);
    }

    @Test
    void theWorkbookHasItsFormatsAndItsGuidance() throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ClaimTemplate.workbook()))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(String.join("\n", parts))
                .contains("r fyller du i", "yyyy-mm-dd", "<b/>", "Skriv aldrig namn eller personnummer")
                .contains("2014-01-01T00:00:00Z");
    }
}
