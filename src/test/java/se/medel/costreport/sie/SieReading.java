package se.medel.costreport.sie;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Runs by itself in a Java of its own, with the heap that is asked for and the compiler that the service has. Either reads a
 * ledger that is made while it is read, or compares reading with the charset's decoder alone, on the same file.
 */
final class SieReading {

    private static final int CHARACTERS = 65_536;
    private static final long MEGABYTE = 1_000_000;

    private SieReading() {}

    /** Arguments: {@code stream} and megabytes, or {@code compare}, megabytes, how many times, and a file to write. */
    public static void main(String[] arguments) throws IOException {
        long megabytes = Long.parseLong(arguments[1]);
        if (arguments[0].equals("stream")) {
            stream(megabytes);
        } else {
            compare(megabytes, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
        }
    }

    private static void stream(long megabytes) throws IOException {
        try (InputStream ledger = new LargeLedger(megabytes * MEGABYTE)) {
            CostSums.Outcome outcome = read(ledger);
            print(
                    "%d MB read, %d lines taken, old generation at most %d MB",
                    megabytes, outcome.totalTaken().lines(), peak());
        }
    }

    private static void compare(long megabytes, int times, Path file) throws IOException {
        try (InputStream made = new LargeLedger(megabytes * MEGABYTE)) {
            Files.copy(made, file);
        }
        List<Speeds> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Seconds decoding = seconds(() -> decode(file));
            Seconds reading = seconds(() -> read(file));
            Speeds speeds = new Speeds(
                    megabytes / decoding.processor(),
                    megabytes / reading.processor(),
                    decoding.processor() / reading.processor(),
                    decoding.clock() / reading.clock());
            all.add(speeds);
            print(speeds.toString());
        }
        print(
                "median of %d: %s",
                times,
                new Speeds(
                        median(all, Speeds::decoder),
                        median(all, Speeds::reader),
                        median(all, Speeds::ratio),
                        median(all, Speeds::byTheClock)));
    }

    private record Seconds(double processor, double clock) {}

    private record Speeds(double decoder, double reader, double ratio, double byTheClock) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "decoder %.0f MB/s, reader %.0f MB/s, ratio %.2f; by the clock %.2f",
                    decoder,
                    reader,
                    ratio,
                    byTheClock);
        }
    }

    private static CostSums.Outcome read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes);
        }
    }

    /** Reads what a consumer reads: into the sums of a cost report. */
    private static CostSums.Outcome read(InputStream bytes) {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project("SIG14")),
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2014, 12, 31),
                KommunBas.chart()));
        SieResult result = SieFile.read(bytes, sums).get();
        if (!result.checksumRight() || !result.unbalanced().isEmpty()) {
            throw new IllegalStateException(result.toString());
        }
        return sums.outcome();
    }

    private static long decode(Path file) throws IOException {
        long length = 0;
        try (InputStream bytes = Files.newInputStream(file);
                Reader reader = new InputStreamReader(bytes, SieEncoding.CP437.charset())) {
            char[] characters = new char[CHARACTERS];
            for (int read = reader.read(characters); read >= 0; read = reader.read(characters)) {
                length += read;
            }
        }
        return length;
    }

    private interface Work {
        Object run() throws IOException;
    }

    /** Of the processors, so that it is the same on a machine that others use too, all threads together; and by the clock. */
    private static Seconds seconds(Work work) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long clock = System.nanoTime();
        work.run();
        return new Seconds(
                (system.getProcessCpuTime() - processor) / (double) TimeUnit.SECONDS.toNanos(1),
                (System.nanoTime() - clock) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private static double median(List<Speeds> all, ToDoubleFunction<Speeds> figure) {
        return all.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** What was still used after any collection, at most, in megabytes. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().contains("Old Gen")
                                || pool.getName().contains("Tenured"))
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .max()
                        .orElse(0)
                / 1_000_000;
    }

    private static void print(String text, Object... figures) {
        System.out.println(String.format(Locale.ROOT, text, figures));
    }
}
