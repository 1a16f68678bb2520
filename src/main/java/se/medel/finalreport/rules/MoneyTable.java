package se.medel.finalreport.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;

/**
 * The money of a round by district, as it may be told (P13). Where a district's compensation would give away how few its
 * clients were, it stands with that of at least one more district on a line of its own, so that the lines still come to the
 * total, to the krona.
 *
 * @param together what isn't told by district; null where everything is
 * @param withheld whether the compensation of the whole round is left out, because it was for fewer than five clients
 * @param groupsTold whether the counts of groups of districts (M4b) can be told beside the lines
 * @param total of the lines and of what stands together, where its sums are told
 */
public record MoneyTable(List<Line> lines, Together together, boolean withheld, boolean groupsTold, Sums total) {

    /**
     * @param sums without compensation, where that isn't told by district
     * @param clients null where they aren't told, or none were asked for
     * @param apart whether the district's compensation stands in {@link #together}, or nowhere
     */
    public record Line(String district, Sums sums, Long clients, boolean apart) {}

    /**
     * Compensation that isn't told by district.
     *
     * @param sums null where not even all of it together can be told, because too few were paid back for, say: then only what
     *     was granted is told, and nothing of it is in the total
     */
    public record Together(int districts, Kronor granted, Sums sums, long clients) {

        private static Together of(int districts, Compensation hidden) {
            return new Together(
                    districts, hidden.sums().granted(), hidden.isTellable() ? hidden.sums() : null, hidden.clients());
        }

        private Sums inTotal() {
            return sums == null ? Sums.NOTHING : sums;
        }
    }

    public MoneyTable {
        lines = List.copyOf(lines);
        Sums sum = Sums.sum(lines.stream().map(Line::sums).toList());
        if (!total.equals(together == null ? sum : sum.plus(together.inTotal()))) {
            throw new IllegalArgumentException("The lines don't come to the total");
        }
    }

    /** @param groups the districts of each group whose clients are counted together (M4b) */
    public static MoneyTable of(List<DistrictMoney> districts, List<? extends Collection<String>> groups) {
        List<DistrictMoney> claims =
                districts.stream().filter(DistrictMoney::claims).toList();
        boolean withheld = !claims.isEmpty() && sum(claims).clients() < ProtectedTable.LEAST;
        List<DistrictMoney> apart = withheld ? claims : apart(claims);
        Set<String> slugs = apart.stream().map(DistrictMoney::district).collect(Collectors.toSet());
        List<Line> lines =
                districts.stream().map(district -> line(district, slugs)).toList();
        Together together = withheld || apart.isEmpty() ? null : Together.of(apart.size(), sum(apart));
        Sums sum = Sums.sum(lines.stream().map(Line::sums).toList());
        return new MoneyTable(
                lines,
                together,
                withheld,
                !withheld && tellable(apart, groups),
                together == null ? sum : sum.plus(together.inTotal()));
    }

    /** Whether a district's compensation mustn't be told by itself; neither here nor anywhere else. */
    public boolean isApart(String district) {
        return lines.stream().anyMatch(line -> line.apart() && line.district().equals(district));
    }

    /** Whether it is told what became of all compensation that was granted: paid, used, paid back. */
    public boolean outcomeTold() {
        return !withheld && (together == null || together.sums() != null);
    }

    /** The clients of the whole round; null where they are too few. */
    public Long clients() {
        if (withheld) {
            return null;
        }
        long told = lines.stream()
                .filter(line -> line.clients() != null)
                .mapToLong(Line::clients)
                .sum();
        return told + (together == null ? 0 : together.clients());
    }

    private static Line line(DistrictMoney district, Set<String> apart) {
        return !district.claims()
                ? new Line(district.district(), district.costs(), null, false)
                : apart.contains(district.district())
                        ? new Line(district.district(), district.costs(), null, true)
                        : new Line(
                                district.district(),
                                district.all(),
                                district.compensation().clients(),
                                false);
    }

    /**
     * The districts whose compensation isn't told, and as many more, those with the fewest clients first, as it takes for the
     * sum to be told.
     */
    private static List<DistrictMoney> apart(List<DistrictMoney> claims) {
        Set<DistrictMoney> apart = new LinkedHashSet<>(claims.stream()
                .filter(district -> !district.compensation().isTellable())
                .toList());
        if (apart.isEmpty()) {
            return List.of();
        }
        List<DistrictMoney> fewestFirst = claims.stream()
                .sorted(Comparator.comparingLong(
                        district -> district.compensation().clients()))
                .toList();
        for (DistrictMoney next : fewestFirst) {
            if (apart.size() > 1 && sum(apart).isTellable()) {
                break;
            }
            apart.add(next);
        }
        return new ArrayList<>(apart);
    }

    /** A group's count less that of its districts that are told is the count of the others in it: they must not be few. */
    private static boolean tellable(List<DistrictMoney> apart, List<? extends Collection<String>> groups) {
        Map<Set<Integer>, List<DistrictMoney>> parts = new HashMap<>();
        for (DistrictMoney district : apart) {
            Set<Integer> in = new LinkedHashSet<>();
            for (int group = 0; group < groups.size(); group++) {
                if (groups.get(group).contains(district.district())) {
                    in.add(group);
                }
            }
            parts.computeIfAbsent(in, key -> new ArrayList<>()).add(district);
        }
        return parts.size() < 2
                || parts.values().stream()
                        .allMatch(part -> part.size() > 1 && sum(part).clients() >= ProtectedTable.LEAST);
    }

    private static Compensation sum(Collection<DistrictMoney> districts) {
        return Compensation.sum(
                districts.stream().map(DistrictMoney::compensation).toList());
    }
}
