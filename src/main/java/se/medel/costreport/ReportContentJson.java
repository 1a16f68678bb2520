package se.medel.costreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportFault;
import se.medel.costreport.rules.Results;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;

/**
 * What a district has written in its report, as it is sent and shown: what is read can be changed and sent back. Anything can be
 * left out until the report is handed in.
 *
 * @param lines the plans' lines, and the costs that no plan has
 * @param otherIncomeStated K3: whether there was other money
 * @param otherIncome K3
 * @param results C3: counts by name; null for one that isn't told because it is under five or would give such a one away (P13)
 * @param resultsText C3
 */
@Schema(name = "CostReportContent")
public record ReportContentJson(
        @Schema(maxItems = ReportContentJson.MOST_LINES) List<Line> lines,
        Boolean otherIncomeStated,
        @Schema(maxItems = ReportCheck.MOST_ROWS) List<Income> otherIncome,
        @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
                Map<String, Figure> results,
        @Schema(maxLength = FreeText.LONGEST) String resultsText) {

    /** All plans' lines and the costs beside them. */
    static final int MOST_LINES = 1000;

    /** No plan has more lines, and no result is larger. */
    private static final int MOST_RESULTS = 100;

    /**
     * A line of a plan, or a cost that no plan has.
     *
     * @param application the grant that the cost is charged to
     * @param line the plan's line, counted from 1; left out for a cost that no plan has
     * @param category only read for a cost that no plan has; a plan isn't changed by reporting on it
     * @param text the same
     * @param planned kronor with öre; only shown
     * @param actual kronor with öre, below zero where more was credited than spent
     * @param source where the figure comes from; only shown
     */
    @Schema(name = "CostLine", requiredProperties = "application")
    public record Line(
            Long application,
            Integer line,
            CostCategory category,
            @Schema(maxLength = ReportCheck.LONGEST_NAME) String text,
            @Schema(type = SchemaType.NUMBER) Figure planned,
            @Schema(type = SchemaType.NUMBER, minimum = "-999999999999", maximum = "999999999999") Figure actual,
            @Schema(maxLength = FreeText.LONGEST) String deviation,
            CostLine.Source source) {}

    /**
     * Money that was received from elsewhere.
     *
     * @param application the grant for whose plan it was
     * @param amount kronor with öre
     * @param lines the plan's lines it was for, counted from 1; empty for the whole plan
     */
    @Schema(name = "OtherIncome", requiredProperties = "application")
    public record Income(
            Long application,
            @Schema(maxLength = ReportCheck.LONGEST_NAME) String source,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure amount,
            @Schema(maxItems = MOST_LINES) List<Integer> lines) {}

    static ReportContentJson of(ReportContent content) {
        Map<String, Figure> results = new TreeMap<>();
        content.results().forEach((name, count) -> results.put(name, Figure.of(count)));
        return new ReportContentJson(
                content.lines().stream()
                        .map(line -> new Line(
                                line.applicationId(),
                                line.inPlan() ? line.line() : null,
                                line.category(),
                                line.text(),
                                line.inPlan() ? Figure.of(line.planned()) : null,
                                Figure.of(line.actual()),
                                line.deviation(),
                                line.actual() == null ? null : line.source()))
                        .toList(),
                content.otherIncomeStated(),
                content.otherIncome().stream()
                        .map(income -> new Income(
                                income.applicationId(),
                                income.source(),
                                Figure.of(income.amount()),
                                List.copyOf(income.lines())))
                        .toList(),
                results,
                content.resultsText());
    }

    /** The content as the rules know it, on the plans that stand; what is wrong is noted, and then the answer is of no use. */
    ReportContent read(ReportContent before, Input input) {
        return new ReportContent(
                lines(before, input), otherIncomeStated, incomes(input), results(input), resultsText, Map.of());
    }

    private List<CostLine> lines(ReportContent before, Input input) {
        List<Line> sent = input.list(lines, "lines", MOST_LINES);
        Map<String, CostLine> written = new HashMap<>();
        List<CostLine> offPlan = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "lines[" + i + "]";
            Line line = input.required(sent.get(i), at);
            if (line == null || input.required(line.application, at + ".application") == null) {
                continue;
            }
            Kronor actual = input.signedKronor(line.actual, at + ".actual", "Y3");
            int number = line.line == null ? 0 : line.line;
            CostLine read = new CostLine(
                    line.application,
                    number,
                    line.category,
                    line.text,
                    Kronor.ZERO,
                    actual,
                    line.deviation,
                    CostLine.Source.TYPED);
            if (number == 0) {
                offPlan.add(source(before, read));
            } else if (written.put(line.application + "/" + number, read) != null) {
                input.fault(Refusal.of(ReportFault.LINES_CHANGED).at(at));
            }
        }
        List<CostLine> all = new ArrayList<>();
        for (CostLine line : before.planned()) {
            CostLine read = written.remove(line.applicationId() + "/" + line.line());
            all.add(on(line, read));
        }
        if (!written.isEmpty()) {
            input.fault(Refusal.of(ReportFault.LINES_CHANGED).at("lines"));
        }
        all.addAll(offPlan);
        return all;
    }

    /** What is written on a plan's line; a line that wasn't sent has nothing written on it. */
    private static CostLine on(CostLine line, CostLine read) {
        Kronor actual = read == null ? null : read.actual();
        boolean same = actual != null && actual.equals(line.actual());
        return new CostLine(
                line.applicationId(),
                line.line(),
                line.category(),
                line.text(),
                line.planned(),
                actual,
                read == null ? null : read.deviation(),
                same ? line.source() : CostLine.Source.TYPED);
    }

    /** A cost that came from a file and is sent back as it was still comes from the file. */
    private static CostLine source(ReportContent before, CostLine read) {
        return before.offPlan().stream()
                .filter(line -> line.withActual(line.actual(), read.source()).equals(read))
                .findFirst()
                .orElse(read);
    }

    private List<OtherIncome> incomes(Input input) {
        List<Income> sent = input.list(otherIncome, "otherIncome", ReportCheck.MOST_ROWS);
        List<OtherIncome> incomes = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "otherIncome[" + i + "]";
            Income income = input.required(sent.get(i), at);
            if (income != null && input.required(income.application, at + ".application") != null) {
                incomes.add(new OtherIncome(
                        income.application,
                        income.source,
                        input.kronor(income.amount, at + ".amount", "K3"),
                        Set.copyOf(input.values(income.lines, at + ".lines", MOST_LINES))));
            }
        }
        return incomes;
    }

    private Map<String, Long> results(Input input) {
        Map<String, Long> counts = new TreeMap<>();
        if (results == null
                || input.list(List.copyOf(results.keySet()), "results", MOST_RESULTS)
                        .isEmpty()) {
            return counts;
        }
        results.forEach((name, figure) ->
                counts.put(name, figure == null ? null : input.count(figure, "results." + name, "C3", Results.MOST)));
        return counts;
    }
}
