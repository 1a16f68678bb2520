package se.medel.costreport.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.medel.application.rules.PlanLine;

/**
 * What a district has written in its cost report. Anything can be missing in a draft; {@link ReportCheck} says what.
 *
 * @param lines the plan's lines of every grant, and the costs that no plan has
 * @param otherIncomeStated the district says whether there was other money at all, so that nothing is no accident (K3)
 * @param results what the year gave, counted (C3), by the name of the count; null where it isn't written
 * @param resultsText the same in words
 * @param unreadable what was typed where a figure was wanted and none could be read, by field, so that it isn't lost
 */
public record ReportContent(
        List<CostLine> lines,
        Boolean otherIncomeStated,
        List<OtherIncome> otherIncome,
        Map<String, Long> results,
        String resultsText,
        Map<String, String> unreadable) {

    public static final ReportContent EMPTY = new ReportContent(List.of(), null, List.of(), Map.of(), null, Map.of());

    public ReportContent {
        lines = lines == null ? List.of() : List.copyOf(lines);
        otherIncome = otherIncome == null ? List.of() : List.copyOf(otherIncome);
        results = results == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(results));
        unreadable = unreadable == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(unreadable));
    }

    public ReportContent withLines(List<CostLine> other) {
        return new ReportContent(other, otherIncomeStated, otherIncome, results, resultsText, unreadable);
    }

    /**
     * The same with the plan that counts now: the plan's lines keep their places, and what is written on them; new ones stand
     * below them.
     */
    public ReportContent withPlan(long applicationId, List<PlanLine> plan) {
        Relined relined = new Relined(this);
        int known = (int) lines.stream()
                .filter(line -> line.applicationId() == applicationId && line.inPlan())
                .count();
        int seen = 0;
        for (int place = 0; place < lines.size(); place++) {
            CostLine line = lines.get(place);
            boolean planned = line.applicationId() == applicationId && line.inPlan();
            if (planned && line.line() <= plan.size()) {
                PlanLine now = plan.get(line.line() - 1);
                relined.keep(place, line.withPlanned(now.category(), now.text(), now.amount()));
            } else {
                relined.keep(place, line);
            }
            if (planned && ++seen == known) {
                for (int number = known + 1; number <= plan.size(); number++) {
                    relined.add(CostLine.planned(applicationId, number, plan.get(number - 1)));
                }
            }
        }
        return relined.content();
    }

    public ReportContent withResults(Map<String, Long> counted) {
        return new ReportContent(lines, otherIncomeStated, otherIncome, counted, resultsText, unreadable);
    }
}
