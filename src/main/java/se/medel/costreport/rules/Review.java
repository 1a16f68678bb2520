package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        content.lines().forEach(line -> lines.add(new Line(reported(line), null)));
        return new Review(lines, null);
    }

    /**
     * What to start from: what was found before, as far as it still fits what is reported. A line that nothing was said against
     * is admitted as it is reported now.
     */
    public Review suggestedFor(ReportContent content) {
        if (lines.size() != content.lines().size()) {
            return new Review(asReported(content).lines(), note);
        }
        List<Line> suggested = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line before = lines.get(i);
            Kronor reported = reported(content.lines().get(i));
            suggested.add(
                    before.reason() == null || before.admitted() == null
                            ? new Line(reported, before.reason())
                            : new Line(before.admitted().min(reported), before.reason()));
        }
        return new Review(suggested, note);
    }

    /** What all lines come to, with öre. */
    public Kronor admitted() {
        return lines.stream().map(Line::admitted).filter(Objects::nonNull).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What can be admitted of a line: what it cost, and nothing where more was credited than spent. */
    public static Kronor reported(CostLine line) {
        return line.actual() == null ? Kronor.ZERO : line.actual().orZero();
    }
}
