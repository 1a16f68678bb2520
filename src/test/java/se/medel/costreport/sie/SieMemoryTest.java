package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The full size is in {@link SieBenchmark}. */
class SieMemoryTest {

    @Test
    void aFileLargerThanTheHeapIsRead() throws Exception {
        assertThat(OwnJava.run("-Xmx48m", SieReading.class, "stream", "60")).contains("60 MB read");
    }
}
