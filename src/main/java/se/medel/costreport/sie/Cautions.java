package se.medel.costreport.sie;

import java.util.List;
import java.util.stream.Stream;

/** Collects warnings: of each kind where it was first seen and how often, however many there are. */
final class Cautions {

    private final long[] counts = new long[SieCaution.values().length];
    private final long[] lines = new long[counts.length];

    void add(SieCaution caution, long line) {
        if (counts[caution.ordinal()]++ == 0) {
            lines[caution.ordinal()] = line;
        }
    }

    /** Warns of the file as a whole. */
    void add(SieCaution caution) {
        add(caution, 0);
    }

    List<Warning> list() {
        return Stream.of(SieCaution.values())
                .filter(caution -> counts[caution.ordinal()] > 0)
                .map(caution -> new Warning(caution, lines[caution.ordinal()], counts[caution.ordinal()]))
                .toList();
    }
}
