package se.medel.costreport.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.medel.application.rules.PlanLine;
import se.medel.money.Kronor;

/**
 * What a district has written in its cost report. Anything can be missing in a draft; {@link ReportCheck} says what.
 *
 * @param lines the plan's lines of every grant, and the costs that no plan has
 * @param otherIncomeStated the district says whether there was other money at all, so that nothing is no accident (K3)
 * @param results what the year gave, counted (C3), by the name of the count; a count that isn't told, because it is under five
 *     or would give such a one away, is null (P13), and one that isn't written is left out; see {@link Results}
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

    /** The lines that some plan has, in their order. */
    public List<CostLine> planned() {
        return lines.stream().filter(CostLine::inPlan).toList();
    }

    /** The costs that no plan has, in their order. */
    public List<CostLine> offPlan() {
        return lines.stream().filter(line -> !line.inPlan()).toList();
    }

    /**
     * With the lines of further plans after those there are, and before the costs that no plan has: the plans always come
     * first, so that a line stays where it is whatever is added.
     */
    public ReportContent withPlans(List<CostLine> late) {
        Relined relined = new Relined(this);
        keepAll(relined, CostLine::inPlan);
        late.forEach(relined::add);
        keepAll(relined, line -> !line.inPlan());
        return relined.content();
    }

    private void keepAll(Relined relined, Predicate<CostLine> which) {
        for (int place = 0; place < lines.size(); place++) {
            if (which.test(lines.get(place))) {
                relined.keep(place, lines.get(place));
            }
        }
    }

    /** What all lines cost, with öre; what isn't written counts as nothing. */
    public Kronor cost() {
        return lines.stream().map(CostLine::actual).filter(Objects::nonNull).reduce(Kronor.ZERO, Kronor::plus);
    }
}
