package se.medel.control;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A round's sample, drawn once and never changed. */
@Entity
class ControlDraw {

    @Id
    String roundId;

    String algorithm;
    String seed;
    Integer percent;
    int size;

    /** Numbers of reports with a blank between, smallest first. */
    String drawnFrom;

    String drawn;
    String drawnBy;
    Instant drawnAt;

    static String written(List<Long> reports) {
        return reports.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<Long> read(String reports) {
        return Arrays.stream(reports.split(" ")).map(Long::valueOf).toList();
    }

    DrawView view() {
        return new DrawView(roundId, algorithm, seed, percent, size, read(drawnFrom), read(drawn), drawnBy, drawnAt);
    }
}
