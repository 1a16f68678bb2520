package se.medel.application.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.medel.money.Kronor;

/**
 * Plan lines that would be paid for more than once (K3). It must be answered before decision.
 *
 * @param lines the plan lines, counted from 1; all of them where the whole plan is over-funded
 * @param cost what the lines cost together
 * @param funded what others pay of them, and for the whole plan also what is asked for here
 */
public record Overlap(Set<Integer> lines, Kronor cost, Kronor funded) {

    /** Every set of plan lines that is funded over 100 %, and the whole plan where it is. */
    public static List<Overlap> in(ApplicationContent content) {
        Set<Integer> all = new TreeSet<>(
                IntStream.rangeClosed(1, content.plan().size()).boxed().toList());
        List<OtherFunding> counted = content.otherFunding().stream()
                .filter(funding -> funding.counts() && funding.amount() != null)
                .toList();
        Set<Set<Integer>> named = new LinkedHashSet<>();
        counted.stream()
                .map(OtherFunding::lines)
                .filter(lines -> !lines.isEmpty())
                .forEach(named::add);

        List<Overlap> overlaps = new ArrayList<>();
        for (Set<Integer> lines : named) {
            Kronor funded = counted.stream()
                    .filter(funding -> !funding.lines().isEmpty() && lines.containsAll(funding.lines()))
                    .map(OtherFunding::amount)
                    .reduce(Kronor.ZERO, Kronor::plus);
            addIfOver(overlaps, lines, costOf(content, lines), funded);
        }
        Kronor asked = content.amount() == null ? Kronor.ZERO : content.amount();
        addIfOver(overlaps, all, content.planSum(), content.fundedByOthers().plus(asked));
        return overlaps;
    }

    private static void addIfOver(List<Overlap> overlaps, Set<Integer> lines, Kronor cost, Kronor funded) {
        boolean byOthers = !lines.isEmpty();
        if (byOthers && funded.isMoreThan(cost)) {
            overlaps.add(new Overlap(Set.copyOf(lines), cost, funded));
        }
    }

    private static Kronor costOf(ApplicationContent content, Set<Integer> lines) {
        return lines.stream()
                .filter(line -> line >= 1 && line <= content.plan().size())
                .map(line -> content.plan().get(line - 1).amount())
                .filter(amount -> amount != null)
                .reduce(Kronor.ZERO, Kronor::plus);
    }
}
