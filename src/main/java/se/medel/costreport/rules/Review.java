package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.List;
import se.medel.money.Kronor;

/**
 * What an officer finds of a report, line by line.
 *
 * @param lines in the order of the report's lines; empty until something is found
 * @param note what the officer says of the report as a whole; null for nothing
 */
public record Review(List<Line> lines, String note) {

    public static final Review NOTHING = new Review(List.of(), null);

    /**
     * @param admitted what is approved of the line's cost, with öre; null until it is looked at
     * @param reason why not all of it is; null where it is
     */
    public record Line(Kronor admitted, String reason) {}

    public Review {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Every line approved as it was reported. */
    public static Review asReported(ReportContent content) {
        List<Line> lines = new ArrayList<>();
        content.lines().forEach(line -> lines.add(new Line(line.actual().orZero(), null)));
        return new Review(lines, null);
    }
}
