package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.List;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.rules.CostLine.Source;
import se.medel.money.Kronor;

/** How the rows of a list become the costs of a report's lines. */
public final class FileFigures {

    /**
     * A row that is right.
     *
     * @param line the plan's line; zero for a cost that the plan hasn't, which then has category and text
     * @param deviation null leaves the line's own words
     */
    public record Row(
            long applicationId, int line, CostCategory category, String text, Kronor actual, String deviation) {}

    private FileFigures() {}

    /** The report with the list's costs; those outside the plan replace the ones that an earlier list gave. */
    public static ReportContent written(ReportContent content, List<Row> rows) {
        Relined relined = new Relined(content);
        for (int place = 0; place < content.lines().size(); place++) {
            CostLine line = content.lines().get(place);
            Row row = rows.stream()
                    .filter(found -> line.inPlan()
                            && found.applicationId() == line.applicationId()
                            && found.line() == line.line())
                    .findFirst()
                    .orElse(null);
            if (row != null) {
                relined.figure(place, figure(line, row));
            } else if (line.inPlan() || line.source() != Source.FILE) {
                relined.keep(place, line);
            }
        }
        List<Row> offPlan = new ArrayList<>(rows);
        offPlan.removeIf(row -> row.line() > 0);
        offPlan.forEach(row -> relined.add(new CostLine(
                row.applicationId(),
                0,
                row.category(),
                row.text(),
                Kronor.ZERO,
                row.actual(),
                row.deviation(),
                Source.FILE)));
        return relined.content();
    }

    private static CostLine figure(CostLine line, Row row) {
        return new CostLine(
                line.applicationId(),
                line.line(),
                line.category(),
                line.text(),
                line.planned(),
                row.actual(),
                row.deviation() == null ? line.deviation() : row.deviation(),
                Source.FILE);
    }
}
