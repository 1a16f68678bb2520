package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a ledger is read, against what nothing can be faster than: its bytes through the charset's decoder alone, in the
 * same run; and that a ledger of a gigabyte is read in 256 MB. Fails if reading is below half of the limit. Measures in a Java
 * of its own with the ordinary compiler, which the tests' own doesn't have.
 *
 * <p>Run with {@code ./mvnw test -Dtest=SieBenchmark}.
 */
class SieBenchmark {

    @TempDir
    Path folder;

    @Test
    void aLedgerIsReadAtHalfTheSpeedOfItsDecoderOrMore() throws Exception {
        String output = OwnJava.run(
                "-Xmx256m",
                SieReading.class,
                "compare",
                "200",
                "9",
                folder.resolve("ledger.se").toString());

        System.out.println(output);
        Matcher median = Pattern.compile("median.* ratio ([0-9.]+)").matcher(output);
        assertThat(median.find()).isTrue();
        assertThat(Double.parseDouble(median.group(1))).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void aGigabyteIsReadInALittleMemory() throws Exception {
        System.out.println("Heap of 256 MB: " + OwnJava.run("-Xmx256m", SieReading.class, "stream", "1000"));
        for (String megabytes : List.of("10", "100", "1000")) {
            System.out.println("Heap of 48 MB: " + OwnJava.run("-Xmx48m", SieReading.class, "stream", megabytes));
        }
    }
}
