package se.medel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;

/**
 * What taking out a case file holds in memory: of 100 and of 10 000 documents of 20 kB, in one run, so that the ratio can be read.
 * What lives is measured after a full collection, many times on the way. Not a test of speed: it fails only for what is wrong.
 *
 * <p>Run with {@code ./mvnw test -Dtest=CaseFileBenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseFileBenchmark {

    private static final int DOCUMENT = 20_000;

    private static final int SAMPLES = 20;

    @Inject
    Session database;

    @Inject
    RoundFixture rounds;

    @Inject
    CaseFileService files;

    @Test
    void compareASmallCaseFileWithALargeOne() throws IOException {
        measure(100);
        Figures small = measure(100);
        Figures large = measure(10_000);
        System.out.printf("%n%-32s %12s %12s %8s%n", "case file, documents", "100", "10 000", "ratio");
        line("live heap at most, MB", small.live(), large.live());
        line("more than before, MB", small.more(), large.more());
        line("package, MB", small.bytes(), large.bytes());
        line("seconds", small.seconds(), large.seconds());
        assertThat(large.more() - small.more()).isLessThan(20);
    }

    private record Figures(double live, double more, double bytes, double seconds) {}

    private static void line(String name, double small, double large) {
        System.out.printf("%-32s %12.2f %12.2f %8.2f%n", name, small, large, large / small);
    }

    private Figures measure(int documents) throws IOException {
        String round = rounds.openRound(ModelFixture.model2014());
        fill(round, documents);
        double before = live();
        Sampled out = new Sampled((long) documents * DOCUMENT / SAMPLES);
        long start = System.nanoTime();
        files.ofRound(RoundFixture.AUDITOR, round).get().writeTo(out);
        double seconds = (System.nanoTime() - start) / 1e9 - out.measuring;
        return new Figures(out.most, out.most - before, out.bytes / 1e6, seconds);
    }

    /** Bytes that a zip can't make smaller. */
    private void fill(String round, int documents) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        """
                        insert into document (subject, kind, file_name, sha256, html, pdf, made_at)
                        select 'round/' || :round || '/' || number, 'DISPATCH', 'expediering-' || number || '.pdf',
                            encode(sha256(bytes), 'hex'), '', bytes, now()
                        from (select number, (select string_agg(sha256(cast(:round || number || '-' || part as bytea)), '')
                                from generate_series(1, :parts) part) as bytes
                            from generate_series(1, :documents) number) made""")
                .setParameter("round", round)
                .setParameter("parts", DOCUMENT / 32)
                .setParameter("documents", documents)
                .executeUpdate());
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Keeps nothing, and looks now and then at what lives. */
    private static final class Sampled extends OutputStream {

        private final long every;
        private long bytes;
        private long next;
        private double most;
        private double measuring;

        Sampled(long every) {
            this.every = every;
        }

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
            if (bytes >= next) {
                long start = System.nanoTime();
                next = bytes + every;
                most = Math.max(most, live());
                measuring += (System.nanoTime() - start) / 1e9;
            }
        }
    }
}
