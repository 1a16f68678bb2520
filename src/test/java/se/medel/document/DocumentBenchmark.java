package se.medel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.committee.CommitteeReportDocuments;
import se.medel.committee.CommitteeReportService;
import se.medel.database.TestDatabase;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.web.Browser;

/**
 * How many documents a second one core makes of the real committee report, beside Chromium's and LibreOffice's printing of the
 * same text in the same run, and how the time grows with the rows of a table. Not a test of speed.
 *
 * <p>Run with {@code ./mvnw test -Dtest=DocumentBenchmark -Dtest.jvm.options=-Dfile.encoding=UTF-8}: the tests' own JVM compiles
 * quickly and not well. LibreOffice is left out where it isn't installed.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DocumentBenchmark extends Browser {

    private static final int RUNS = 15;

    /** Nanoseconds. */
    private static final long WARM_UP = 20_000_000_000L;

    @Inject
    CommitteeReportService reports;

    @Inject
    CommitteeReportDocuments documents;

    @Inject
    ArchivePdf archivePdf;

    @Inject
    Engine engine;

    @TempDir
    Path folder;

    @Test
    void compareWithOtherPrinters() throws Exception {
        Letter letter =
                documents.letter(reports.find(OFFICER, "sig-2014").get()).orElseThrow();
        String html = html(letter);
        Path file = Files.writeString(folder.resolve("report.html"), html);
        System.out.printf("%n%-46s %10s %12s%n", "the committee report of 2014", "ms", "a second");
        // On one thread, so that it is one core's work.
        line(
                "ours: PDF/A-3a and PDF/UA-1, with the model",
                median(RUNS, () -> archivePdf.render(html, letter.metadata(), List.of())));
        page.navigate(file.toUri().toString());
        line("Chromium, already started, neither", median(RUNS, () -> page.pdf()));
        if (Files.isExecutable(Path.of("/usr/bin/soffice"))) {
            line("LibreOffice, several in one start, neither", libreOffice(html));
        }
        System.out.printf("%n%-46s %10s %12s%n", "rows of a table", "ms", "ms a row");
        for (int rows : new int[] {50, 500, 2_000}) {
            Letter table = table(rows);
            String long1 = html(table);
            double ms = median(5, () -> archivePdf.render(long1, table.metadata(), List.of()));
            System.out.printf("%-46d %10.0f %12.2f%n", rows, ms, ms / rows);
        }
    }

    private String html(Letter letter) {
        return engine.getTemplate("document/letter-document")
                .data("letter", letter)
                .render();
    }

    private static void line(String name, double ms) {
        System.out.printf("%-46s %10.1f %12.1f%n", name, ms, 1_000 / ms);
    }

    private static double median(int runs, Callable<byte[]> print) throws Exception {
        // Warm, as a service that has made documents all day is.
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
            assertThat(print.call()).isNotEmpty();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            print.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    /** What a further file takes, without the start: the difference between eleven files and one. */
    private double libreOffice(String html) throws IOException, InterruptedException {
        double one = convert(html, 1);
        return (convert(html, 11) - one) / 10;
    }

    private double convert(String html, int files) throws IOException, InterruptedException {
        Path in = Files.createTempDirectory(folder, "in");
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf:writer_web_pdf_Export",
                "--outdir",
                in.toString()));
        for (int i = 0; i < files; i++) {
            command.add(Files.writeString(in.resolve("r" + i + ".html"), html).toString());
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(in.resolve("r" + (files - 1) + ".pdf")).exists();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Letter table(int rows) {
        Office office = new Office("Provstad", "förvaltningen", "nämnden", "chefen", "Provrätten");
        Table table = new Table(
                "Rader",
                List.of(new Column("Rad", false, 20), new Column("Text", false, 60), new Column("Kronor", true, 20)),
                List.of());
        List<Row> filled = IntStream.range(0, rows)
                .mapToObj(i -> table.row(false, "Rad " + i, "Medfinansiering till en stadsdel", "200\u00a0000"))
                .toList();
        return new Letter(
                office,
                "Prov",
                "Tabell",
                "1/2014",
                List.of(),
                List.of(Part.table("Tabell", List.of(), table.with(filled))),
                "prov",
                Instant.EPOCH,
                "Prov.",
                null);
    }
}
