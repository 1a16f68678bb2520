package se.medel.matrix.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.OtherFunding.Status;
import se.medel.application.rules.Overlap;
import se.medel.application.rules.PlanLine;
import se.medel.money.Kronor;

/**
 * One plan with all that pays for it.
 *
 * @param granted by the decision in force, or what is asked for where nothing is decided
 * @param reported whether the report is in, so that costs and what came are known
 */
public record Funded(List<Line> lines, Kronor granted, List<Source> sources, boolean reported) {

    public Funded {
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
    }

    /** What the plan, or the report that costs that the plan hasn't stand in too, comes to. */
    public Kronor planned() {
        return lines.stream().map(Line::planned).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What it cost; zero until it is reported. */
    public Kronor actual() {
        return lines.stream().map(Line::actual).filter(cost -> cost != null).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What is paid for more than once within this plan. */
    public List<Doubled> doubled() {
        List<Doubled> doubled = new ArrayList<>();
        over(doubled, Doubled.Doubling.OVER_PLANNED, false);
        if (reported) {
            over(doubled, Doubled.Doubling.OVER_RECEIVED, true);
        }
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            boolean first = sources.subList(0, i).stream().noneMatch(source::isSameAs);
            long times = sources.stream()
                    .filter(source::isSameAs)
                    .filter(Source::pays)
                    .count();
            if (first && times > 1) {
                doubled.add(
                        new Doubled(Doubled.Doubling.SOURCE_TWICE, source.lines(), null, null, source.name(), times));
            }
        }
        return doubled;
    }

    /** By the same rule as before the decision ({@link Overlap}), of what was planned or of what came. */
    private void over(List<Doubled> doubled, Doubled.Doubling kind, boolean real) {
        List<OtherFunding> others = sources.stream()
                .filter(source -> (real ? source.received() : source.stated()) != null)
                .map(source -> new OtherFunding(
                        source.name(),
                        real ? source.received() : source.stated(),
                        real ? Status.GRANTED : source.status(),
                        source.lines()))
                .toList();
        // A grant that alone is more than the cost is unused, which the settlement says (Y2).
        if (others.stream().noneMatch(OtherFunding::counts)) {
            return;
        }
        List<PlanLine> plan = lines.stream()
                .map(line -> new PlanLine(line.category(), real ? line.actual() : line.planned(), line.text()))
                .toList();
        Overlap.in(ApplicationContent.ofFunding(plan, granted, others))
                .forEach(over -> doubled.add(new Doubled(kind, over.lines(), over.cost(), over.funded(), null, 0)));
    }

    /** What one source pays for in several of a district's plans in one year. */
    public static List<Doubled> across(List<Funded> plans) {
        Map<List<String>, Set<Integer>> found = new LinkedHashMap<>();
        Map<List<String>, String> names = new HashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            for (Source source : plans.get(i).sources()) {
                for (Line line : source.pays() ? plans.get(i).paidBy(source) : Set.<Line>of()) {
                    List<String> key = List.of(source.key(), line.key());
                    found.computeIfAbsent(key, any -> new TreeSet<>()).add(i);
                    names.putIfAbsent(key, source.name() + ": " + line.text());
                }
            }
        }
        List<Doubled> doubled = new ArrayList<>();
        found.forEach((key, where) -> {
            if (where.size() > 1) {
                doubled.add(
                        new Doubled(Doubled.Doubling.COST_TWICE, Set.of(), null, null, names.get(key), where.size()));
            }
        });
        return doubled;
    }

    private Set<Line> paidBy(Source source) {
        Set<Line> paid = new LinkedHashSet<>();
        lines.stream()
                .filter(line -> line.number() > 0)
                .filter(line -> source.lines().isEmpty() || source.lines().contains(line.number()))
                .forEach(paid::add);
        return paid;
    }
}
