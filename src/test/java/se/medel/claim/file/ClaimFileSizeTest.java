package se.medel.claim.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

class ClaimFileSizeTest {

    @TempDir
    Path folder;

    @Test
    void aFileOf200MegabytesIsRefusedByItsSizeAlone() throws IOException {
        Path file = folder.resolve("stor.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write((ClaimFileFixture.HEADER + "\n").getBytes(UTF_8));
            sparse.setLength(200_000_000);
        }
        Answer<Summary> answer =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> ClaimFile.read(file, "stor.csv", line -> {}));
        assertThat(answer.refusals())
                .containsExactly(Refusal.of(FileFault.FILE_TOO_LARGE, 20).at("file"));
    }

    @Test
    void readingStopsAtTheRowThatIsOneTooMany() throws IOException {
        Path file = folder.resolve("lang.csv");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write(ClaimFileFixture.HEADER + "\n");
            for (int i = 0; i < 1_000_000; i++) {
                text.write("A-1;1994\n");
            }
        }
        int[] given = {0};
        Answer<Summary> answer = ClaimFile.read(file, "lang.csv", line -> given[0]++);

        assertThat(answer.refusals())
                .containsExactly(
                        Refusal.of(FileFault.FILE_TOO_MANY_ROWS, 10_000L).at("file"));
        assertThat(given[0]).isEqualTo(10_000);
    }

    @Test
    void noRowIsKeptWhenTheNextIsRead() throws IOException {
        byte[] csv = (ClaimFileFixture.HEADER + "\nA-1;1994".repeat(1000)).getBytes(UTF_8);
        byte[] xlsx = ClaimFileFixture.workbook(sheet -> {
            for (int row = 1; row <= 1000; row++) {
                sheet.value(row, 0, "A-" + row);
            }
        });
        for (byte[] bytes : List.of(csv, xlsx)) {
            Path file = Files.write(folder.resolve("rader"), bytes);
            List<WeakReference<Line>> lines = new ArrayList<>();
            ClaimFile.read(file, "rader", line -> {
                lines.add(new WeakReference<>(line));
                if (lines.size() == 1000) {
                    System.gc();
                    assertThat(lines.subList(0, 900)).allMatch(earlier -> earlier.get() == null);
                }
            });
            assertThat(lines).hasSize(1000);
        }
    }

    @Test
    void whatTheReceiverThrowsIsItsOwnAndTheFileIsClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), ClaimFileFixture.HEADER + "\nA-1");
        Assertions.assertThrows(
                IllegalStateException.class,
                () -> ClaimFile.read(file, "a", line -> {
                    throw new IllegalStateException();
                }));
        Files.delete(file);
    }

    @Test
    void aNameWithAPersonalNumberIsRefusedUnopened() {
        Answer<Summary> answer =
                ClaimFile.read(folder.resolve("saknas"), "lista " + TestNumbers.personal() + ".csv", line -> {});
        assertThat(answer.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason().name()).isEqualTo("FILE_NAME_PERSONAL_NUMBER");
            assertThat(refusal.field()).isEqualTo("file");
            assertThat(refusal.arguments()).isEmpty();
        });
    }

    @Test
    void aLineNeverShowsItsCellsInALog() {
        List<Line> lines = ClaimFileFixture.read(ClaimFileFixture.HEADER + "\n" + TestNumbers.personal())
                .lines();
        assertThat(lines).hasToString("[Line 2]");
    }
}
