package se.medel.costreport.sie;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects warnings: of each kind where it was first seen and how often, however many there are. */
final class Cautions {

    private final Map<SieCaution, Warning> warnings = new EnumMap<>(SieCaution.class);

    void add(SieCaution caution, long line) {
        warnings.merge(
                caution,
                new Warning(caution, line, 1),
                (first, again) -> new Warning(caution, first.line(), first.count() + 1));
    }

    /** Warns of the file as a whole. */
    void add(SieCaution caution) {
        add(caution, 0);
    }

    List<Warning> list() {
        return List.copyOf(warnings.values());
    }
}
