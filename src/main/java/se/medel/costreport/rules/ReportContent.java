package se.medel.costreport.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    public ReportContent withResults(Map<String, Long> counted) {
        return new ReportContent(lines, otherIncomeStated, otherIncome, counted, resultsText, unreadable);
    }
}
