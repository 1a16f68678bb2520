package se.medel.costreport.sie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that fuzzing began with and found, see {@link SieFuzzing}; and what chance makes of them. */
class SieCorpusTest {

    private static final Path CORPUS =
            Path.of("src/test/resources/se/medel/costreport/sie/SieFuzzingInputs/everyFileIsReadOrRefused");

    private static final List<byte[]> SEEDS = files().map(SieCorpusTest::bytes).toList();

    static Stream<Path> files() {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasFoundIsReadOrRefused(Path file) {
        ReaderLaws.check(bytes(file));
    }

    @Property(tries = 1_000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        ReaderLaws.check(bytes);
    }

    @Property(tries = 1_000)
    void aFileWithWrongBytesInItIsReadOrRefused(
            @ForAll @IntRange(max = 100) int seed,
            @ForAll @Size(min = 1, max = 8) Map<@IntRange(max = 1_000) Integer, Byte> wrong) {
        byte[] bytes = seed(seed).clone();
        wrong.forEach((place, value) -> bytes[place % bytes.length] = value);
        ReaderLaws.check(bytes);
    }

    @Property(tries = 500)
    void aFileThatIsCutOffIsReadOrRefused(
            @ForAll @IntRange(max = 100) int seed, @ForAll @IntRange(max = 4_000) int at) {
        byte[] bytes = seed(seed);
        ReaderLaws.check(Arrays.copyOf(bytes, at % bytes.length));
    }

    private static byte[] seed(int number) {
        return SEEDS.get(number % SEEDS.size());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
