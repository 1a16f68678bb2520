package se.medel.followup.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import se.medel.followup.rules.Counts.Days;
import se.medel.followup.rules.Counts.Load;
import se.medel.followup.rules.Counts.Plans;
import se.medel.followup.rules.Counts.Repeated;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;
import se.medel.privacy.TotalsSolver;

/** P13, for everything that is told of a year, taken together. */
class ProtectionTest {

    private static final List<LocalDate> MONTHS = Span.year(2014).monthEnds().subList(0, 3);

    @Property(tries = 300)
    void whoeverSolvesAllTablesTogetherCannotSettleOneHiddenFigure(@ForAll("groups") List<Counts> groups) {
        Told told = new Told(groups);
        told.attack(Attack.table(Referral.values().length)
                .part(Counts::came, Figures::cameBy, Referral.values())
                .sum(Figures::came, all(Referral.values())));
        told.attack(Attack.table(1).sum(Counts::waiting, Figures::waiting));
        for (OutcomeKind kind : OutcomeKind.values()) {
            told.attack(repeated(counts -> counts.outcome(kind), figures -> figures.outcomes()
                    .get(kind)));
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            int m = month;
            told.attack(Attack.table(1).sum(counts -> counts.support().get(m).persons(), figures -> figures.support()
                    .get(m)
                    .persons()));
        }
        // Who took part was either admitted in the year or carried over into it.
        int carried = Course.values().length;
        int once = carried + 1;
        int more = carried + 2;
        told.attack(Attack.table(carried + 3)
                .part(Counts::standing, Figures::course, Course.values())
                .cell(carried, Counts::carriedOver, Attack.NEVER_TOLD)
                .cell(once, counts -> counts.admitted().once(), Attack.NEVER_TOLD)
                .cell(more, counts -> counts.admitted().more(), figures -> figures.admitted()
                        .moreThanOnce())
                .sum(Figures::enrolled, places(Course.ENROLLED))
                .sum(Figures::closedOtherwise, places(Course.CLOSED_OTHERWISE))
                .sum(Figures::tookPart, all(Course.values()))
                .sum(figures -> figures.admitted().persons(), List.of(once, more))
                .same(all(Course.values()), List.of(carried, once, more)));
    }

    @Property(tries = 1000)
    void plansGiveNobodyAway(@ForAll("groups") List<Counts> groups) {
        Told told = new Told(groups);
        for (int group = 0; group < groups.size(); group++) {
            Figures figures = told.protection.ofGroup(group);
            Plans plans = groups.get(group).plans();
            if (figures.enrolled() == null) {
                assertThat(figures.livePlanPercent()).isNull();
                assertThat(figures.stalePlans()).isNull();
                continue;
            }
            // A share of a known number is a number: fresh, overdue, none.
            List<List<Integer>> sums = new ArrayList<>(List.of(List.of(0, 1, 2)));
            List<Long> totals = new ArrayList<>(List.of(figures.enrolled()));
            if (figures.livePlanPercent() != null) {
                sums.add(List.of(0, 1));
                totals.add(plans.fresh() + plans.overdue());
            }
            if (figures.stalePlans() != null) {
                sums.add(List.of(1, 2));
                totals.add(plans.overdue() + plans.none());
            }
            TotalsSolver solver = new TotalsSolver(
                    List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()), sums, totals);
            for (List<Integer> some : List.of(List.of(0), List.of(1), List.of(2), List.of(0, 1), List.of(1, 2))) {
                if (solver.range(some).isOneValue()) {
                    assertThat(solver.range(some).least()).isGreaterThanOrEqualTo(5);
                }
            }
        }
        boolean allLive = IntStream.range(0, groups.size())
                .allMatch(group -> told.protection.ofGroup(group).livePlanPercent() != null);
        assertThat(told.protection.ofAll().livePlanPercent() != null).isEqualTo(allLive);
    }

    @Property(tries = 1000)
    void monthsAreNeverThoseOfFewerThanFive(@ForAll("groups") List<Counts> groups) {
        Told told = new Told(groups);
        long leftOut = 0;
        for (int group = 0; group < groups.size(); group++) {
            boolean shown = told.protection.ofGroup(group).meanMonths() != null;
            long persons = groups.get(group).days().persons();
            if (shown) {
                assertThat(persons).isGreaterThanOrEqualTo(5);
            } else {
                leftOut += persons;
            }
        }
        if (told.protection.ofAll().meanMonths() != null && leftOut > 0) {
            assertThat(leftOut).isGreaterThanOrEqualTo(5);
        }
    }

    @Property(tries = 200)
    void whatIsToldIsTrue(@ForAll("groups") List<Counts> groups) {
        Told told = new Told(groups);
        for (int group = 0; group < groups.size(); group++) {
            assertTrue(told.protection.ofGroup(group), Figures.exact(groups.get(group)));
        }
        assertTrue(told.protection.ofAll(), Figures.exact(told.all));
    }

    @Test
    void aLargeGroupIsToldWhole() {
        Map<Course, Long> course = Figures.each(Course.class, place -> 6L);
        Counts large = new Counts(
                Figures.each(Referral.class, referral -> 12L),
                5,
                new Repeated(34, 15),
                course,
                new Days(54, 54 * 271, 270, 271),
                new Plans(0, 5, 7),
                Figures.each(OutcomeKind.class, kind -> new Repeated(16, 5)),
                List.of(new Load(MONTHS.get(0), 40, 40L)));
        Figures told = new Protection(List.of(large), large).ofAll();
        assertThat(told.came()).isEqualTo(108);
        assertThat(told.admitted()).isEqualTo(new Figures.Repeated(49L, 15L));
        assertThat(told.enrolled()).isEqualTo(12);
        assertThat(told.closedOtherwise()).isEqualTo(36);
        assertThat(told.meanMonths()).isEqualByComparingTo("8.9");
        assertThat(told.support()).containsExactly(new Figures.Load(MONTHS.get(0), 40L, 40L));
        // Seven of twelve are without a plan; that none is fresh would be told with the stale ones.
        assertThat(told.livePlanPercent()).isEqualTo(42);
        assertThat(told.stalePlans()).isNull();
        assertThat(told.hidesAny()).isTrue();
    }

    private static void assertTrue(Figures told, Figures exact) {
        assertSame(told.came(), exact.came());
        assertSame(told.waiting(), exact.waiting());
        assertSame(told.enrolled(), exact.enrolled());
        assertSame(told.closedOtherwise(), exact.closedOtherwise());
        assertSame(told.tookPart(), exact.tookPart());
        assertSame(told.stalePlans(), exact.stalePlans());
        told.course()
                .forEach((place, persons) -> assertSame(persons, exact.course().get(place)));
        told.cameBy()
                .forEach((how, persons) -> assertSame(persons, exact.cameBy().get(how)));
        told.outcomes()
                .forEach((kind, outcome) -> assertSame(
                        outcome.moreThanOnce(), exact.outcomes().get(kind).moreThanOnce()));
        if (told.meanMonths() != null) {
            assertThat(told.meanMonths()).isEqualTo(exact.meanMonths());
        }
    }

    private static void assertSame(Long told, Long exact) {
        if (told != null) {
            assertThat(told).isEqualTo(exact).isGreaterThanOrEqualTo(5);
        }
    }

    private static Attack repeated(Function<Counts, Repeated> counted, Function<Figures, Figures.Repeated> told) {
        return Attack.table(2)
                .cell(0, counts -> counted.apply(counts).once(), Attack.NEVER_TOLD)
                .cell(1, counts -> counted.apply(counts).more(), figures -> told.apply(figures)
                        .moreThanOnce())
                .sum(figures -> told.apply(figures).persons(), List.of(0, 1));
    }

    private static List<Integer> places(Collection<Course> places) {
        return places.stream().map(Course::ordinal).toList();
    }

    private static List<Integer> all(Object[] words) {
        return IntStream.range(0, words.length).boxed().toList();
    }

    /** What is told of some groups and of all of them. */
    private static final class Told {
        final List<Counts> groups;
        final Counts all;
        final Protection protection;

        Told(List<Counts> groups) {
            this.groups = groups;
            long persons =
                    groups.stream().mapToLong(group -> group.days().persons()).sum();
            all = Counts.sum(groups, new Days(persons, persons * 100, 100, 100), MONTHS);
            protection = new Protection(groups, all);
        }

        void attack(Attack attack) {
            attack.on(
                    groups,
                    IntStream.rangeClosed(0, groups.size())
                            .mapToObj(row -> row < groups.size() ? protection.ofGroup(row) : protection.ofAll())
                            .toList());
        }
    }

    /** One table of groups with all that is told of its cells and of sums of them, in each group and in all. */
    private static final class Attack {
        static final Function<Figures, Long> NEVER_TOLD = figures -> null;

        /** More than anybody would think that a group has. */
        private static final long LARGE = 1_000_000;

        private final int columns;
        private final List<Function<Counts, Long>> counted;
        private final List<Function<Figures, Long>> cells;
        private final List<Function<Figures, Long>> sums = new ArrayList<>();
        private final List<List<Integer>> sumsOf = new ArrayList<>();
        private final List<List<List<Integer>>> same = new ArrayList<>();

        private Attack(int columns) {
            this.columns = columns;
            counted = new ArrayList<>(java.util.Collections.nCopies(columns, null));
            cells = new ArrayList<>(java.util.Collections.nCopies(columns, null));
        }

        static Attack table(int columns) {
            return new Attack(columns);
        }

        Attack cell(int column, Function<Counts, Long> count, Function<Figures, Long> told) {
            counted.set(column, count);
            cells.set(column, told);
            return this;
        }

        <E extends Enum<E>> Attack part(
                java.util.function.BiFunction<Counts, E, Long> count, Function<Figures, Map<E, Long>> told, E[] words) {
            for (E word : words) {
                cell(word.ordinal(), counts -> count.apply(counts, word), figures -> told.apply(figures)
                        .get(word));
            }
            return this;
        }

        /** A table of one column. */
        Attack sum(Function<Counts, Long> count, Function<Figures, Long> told) {
            return cell(0, count, told);
        }

        /** The reader knows that in every group some columns have the same sum as others, whether it is told or not. */
        Attack same(List<Integer> some, List<Integer> others) {
            same.add(List.of(some, others));
            return this;
        }

        Attack sum(Function<Figures, Long> told, List<Integer> of) {
            sums.add(told);
            sumsOf.add(of);
            return this;
        }

        void on(List<Counts> groups, List<Figures> told) {
            List<OptionalLong> shown = new ArrayList<>();
            List<List<Integer>> equations = new ArrayList<>();
            List<Long> totals = new ArrayList<>();
            List<List<Integer>> hidden = new ArrayList<>();
            int rows = groups.size();
            for (int row = 0; row <= rows; row++) {
                List<Integer> ofRow = row < rows
                        ? List.of(row)
                        : IntStream.range(0, rows).boxed().toList();
                for (int column = 0; column < columns; column++) {
                    Long figure = cells.get(column).apply(told.get(row));
                    if (row < rows) {
                        shown.add(figure == null ? OptionalLong.empty() : OptionalLong.of(figure));
                    }
                    note(figure, sum(ofRow, List.of(column)), equations, totals, hidden, groups);
                }
                for (int i = 0; i < sums.size(); i++) {
                    note(
                            sums.get(i).apply(told.get(row)),
                            sum(ofRow, sumsOf.get(i)),
                            equations,
                            totals,
                            hidden,
                            groups);
                }
            }
            for (List<List<Integer>> sides : same) {
                for (int row = 0; row < rows; row++) {
                    // What both sides lack of a large number is one and the same unknown.
                    int lacking = shown.size();
                    shown.add(OptionalLong.empty());
                    for (List<Integer> side : sides) {
                        List<Integer> withIt = new ArrayList<>(sum(List.of(row), side));
                        withIt.add(lacking);
                        equations.add(withIt);
                        totals.add(LARGE);
                    }
                }
            }
            TotalsSolver solver = new TotalsSolver(shown, equations, totals);
            for (List<Integer> figure : hidden) {
                TotalsSolver.Range range = solver.range(figure);
                // Once is never told, but may be worked out where it is five or more.
                boolean harmless = range.isOneValue() && range.least() >= 5 && isNeverTold(figure);
                assertThat(range.isOneValue() && !harmless)
                        .as("cells %s of %s columns are %s", figure, columns, range)
                        .isFalse();
            }
        }

        private boolean isNeverTold(List<Integer> figure) {
            return figure.stream().allMatch(cell -> cells.get(cell % columns) == NEVER_TOLD);
        }

        private List<Integer> sum(List<Integer> rows, List<Integer> ofColumns) {
            return rows.stream()
                    .flatMap(row -> ofColumns.stream().map(column -> row * columns + column))
                    .toList();
        }

        private void note(
                Long figure,
                List<Integer> of,
                List<List<Integer>> equations,
                List<Long> totals,
                List<List<Integer>> hidden,
                List<Counts> groups) {
            long count = of.stream()
                    .mapToLong(cell -> counted.get(cell % columns).apply(groups.get(cell / columns)))
                    .sum();
            if (figure != null) {
                assertThat(figure).isEqualTo(count).isGreaterThanOrEqualTo(5);
                equations.add(of);
                totals.add(figure);
            } else {
                hidden.add(of);
            }
        }
    }

    @Provide
    Arbitrary<List<Counts>> groups() {
        Arbitrary<Long> counts = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 4)),
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(5, 30)));
        int needed = Referral.values().length + 3 + Course.values().length + 3 + 2 * OutcomeKind.values().length + 3;
        return counts.list()
                .ofSize(needed)
                .map(ProtectionTest::group)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Of those who took part: two kinds have these numbers, where there are so many, and the third one has the rest. */
    private static Repeated admitted(long tookPart, long one, long other, long theRestAre) {
        long first = Math.min(tookPart, one);
        long second = Math.min(tookPart - first, other);
        long rest = tookPart - first - second;
        return theRestAre == 0
                ? new Repeated(rest, first)
                : theRestAre == 1 ? new Repeated(first, rest) : new Repeated(first, second);
    }

    private static Counts group(List<Long> some) {
        java.util.Iterator<Long> next = some.iterator();
        Map<Referral, Long> cameBy = Figures.each(Referral.class, referral -> next.next());
        long waiting = next.next();
        long someAdmitted = next.next();
        long someCarriedOver = next.next();
        Map<Course, Long> course = new EnumMap<>(Figures.each(Course.class, place -> next.next()));
        Repeated admitted = admitted(
                course.values().stream().mapToLong(Long::longValue).sum(), someAdmitted, someCarriedOver, waiting % 3);
        // Plans are of those who still take part.
        long enrolled = course.get(Course.ACTIVE) + course.get(Course.RESTING);
        long fresh = Math.min(enrolled, next.next());
        long overdue = Math.min(enrolled - fresh, next.next());
        next.next();
        Map<OutcomeKind, Repeated> outcomes =
                Figures.each(OutcomeKind.class, kind -> new Repeated(next.next(), next.next()));
        List<Load> support =
                MONTHS.stream().map(month -> new Load(month, next.next(), 40L)).toList();
        long persons = course.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(
                cameBy,
                waiting,
                admitted,
                course,
                new Days(persons, persons * 100, 100, 100),
                new Plans(fresh, overdue, enrolled - fresh - overdue),
                outcomes,
                support);
    }
}
