package se.medel.followup.rules;

import static se.medel.privacy.ProtectedTable.LEAST;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;
import se.medel.privacy.ProtectedTable;

/**
 * What those outside the groups see of one calendar year (P13): for each group and for all together the same few tables, each
 * protected once with every group as a row. A group's page is a row of them and the page of all groups is their totals, so
 * that no figure is hidden on one page and shown on another.
 *
 * <ul>
 *   <li>Who came, by how they came; the row's total is all who came.
 *   <li>Who waits. Nobody who waits stands in another table of the same day.
 *   <li>Who was admitted, once and more than once.
 *   <li>Who has taken part, by where they stand on the last day, with still enrolled and closed for another reason as blocks of
 *       these places.
 *   <li>Each kind of outcome, once and more than once. A person can have several kinds, so kinds aren't added up.
 *   <li>Income support, by month. Months aren't added up.
 * </ul>
 *
 * <p>Months in the group are told where the persons behind are told (which are five or more), and for all groups only if the
 * groups left out have five persons or more together; else their months could be worked out from the others'.
 *
 * <p>Plans are of those who still take part, who stand in another table already. A share or a number is told of a group where
 * those who still take part are told there, and where those with such a plan and those without are five or more each; for all
 * groups where it is told of each.
 *
 * <p>Who has taken part less who was admitted are those carried over from the year before, so admissions are told only where
 * these are five or more, and never where somebody could work out fewer. In a group's first year that hides nothing: who has
 * taken part is the same number.
 *
 * <p>Not protected: years laid side by side; the evaluator's figures against the administration's, which also count those without evaluation consent; a
 * year that is read again after entries for it were added later. Guides' loads are never told.
 */
public final class Protection {

    /** The blocks of places that have a total together. */
    private static final List<List<Integer>> BLOCKS = Stream.of(Course.ENROLLED, Course.CLOSED_OTHERWISE)
            .map(places -> places.stream().map(Course::ordinal).toList())
            .toList();

    private static final int ENROLLED = 0;
    private static final int CLOSED_OTHERWISE = 1;

    private final List<Counts> groups;
    private final Counts all;
    private final ProtectedTable came;
    private final ProtectedTable waiting;
    private final ProtectedTable admitted;
    private final ProtectedTable carriedOver;
    private final ProtectedTable course;
    private final List<ProtectedTable> outcomes;
    private final ProtectedTable support;
    private final List<PlanFigures> plans;

    private record PlanFigures(Long livePercent, Long stale) {
        static final PlanFigures HIDDEN = new PlanFigures(null, null);
    }

    /** @param groups at least one */
    public Protection(List<Counts> groups, Counts all) {
        this.groups = List.copyOf(groups);
        this.all = all;
        came = table(group -> counts(Referral.values(), group::came));
        waiting = table(group -> new long[] {group.waiting()});
        admitted = table(group -> counts(group.admitted()));
        carriedOver = table(group -> new long[] {group.carriedOver()});
        course = ProtectedTable.of(
                groups.stream()
                        .map(group -> counts(Course.values(), group::standing))
                        .toArray(long[][]::new),
                BLOCKS);
        outcomes = Arrays.stream(OutcomeKind.values())
                .map(kind -> table(group -> counts(group.outcome(kind))))
                .toList();
        support = all.support().isEmpty()
                ? null
                : table(group ->
                        group.support().stream().mapToLong(Counts.Load::persons).toArray());
        plans = IntStream.range(0, groups.size()).mapToObj(this::plansOf).toList();
    }

    private ProtectedTable table(Function<Counts, long[]> row) {
        return ProtectedTable.of(groups.stream().map(row).toArray(long[][]::new));
    }

    private static <E> long[] counts(E[] words, Function<E, Long> count) {
        return Stream.of(words).mapToLong(count::apply).toArray();
    }

    private static long[] counts(Counts.Repeated repeated) {
        return new long[] {repeated.once(), repeated.more()};
    }

    /** What is told of one group. */
    public Figures ofGroup(int group) {
        return figures(group, groups.get(group), rowTotal(course, group).isPresent(), plans.get(group));
    }

    /** What is told of all groups together. */
    public Figures ofAll() {
        PlanFigures told = new PlanFigures(
                plans.stream().allMatch(group -> group.livePercent != null) ? livePercent(all.plans()) : null,
                plans.stream().allMatch(group -> group.stale != null) ? stale(all.plans()) : null);
        return figures(groups.size(), all, tellsMonthsOfAll(), told);
    }

    private Figures figures(int row, Counts counts, boolean tellsMonths, PlanFigures told) {
        return new Figures(
                Figures.each(Referral.class, referral -> orNull(cell(came, row, referral.ordinal()))),
                orNull(rowTotal(came, row)),
                orNull(cell(waiting, row, 0)),
                cell(carriedOver, row, 0).isPresent() ? repeated(admitted, row) : new Figures.Repeated(null, null),
                Figures.each(Course.class, place -> orNull(cell(course, row, place.ordinal()))),
                orNull(blockTotal(course, row, ENROLLED)),
                orNull(blockTotal(course, row, CLOSED_OTHERWISE)),
                orNull(rowTotal(course, row)),
                tellsMonths ? counts.days().meanMonths() : null,
                tellsMonths ? counts.days().medianMonths() : null,
                told.livePercent,
                told.stale,
                Figures.each(OutcomeKind.class, kind -> repeated(outcomes.get(kind.ordinal()), row)),
                IntStream.range(0, counts.support().size())
                        .mapToObj(month -> new Figures.Load(
                                counts.support().get(month).day(),
                                orNull(cell(support, row, month)),
                                counts.support().get(month).cap()))
                        .toList());
    }

    private static Figures.Repeated repeated(ProtectedTable table, int row) {
        return new Figures.Repeated(orNull(rowTotal(table, row)), orNull(cell(table, row, 1)));
    }

    private boolean tellsMonthsOfAll() {
        OptionalLong everybody = course.total();
        if (everybody.isEmpty()) {
            return false;
        }
        List<OptionalLong> totals =
                IntStream.range(0, groups.size()).mapToObj(course::rowTotal).toList();
        long leftOut = everybody.getAsLong()
                - totals.stream().mapToLong(total -> total.orElse(0)).sum();
        return leftOut >= LEAST || totals.stream().allMatch(OptionalLong::isPresent);
    }

    private PlanFigures plansOf(int group) {
        Counts.Plans counted = groups.get(group).plans();
        if (course.blockTotal(group, ENROLLED).isEmpty()) {
            return PlanFigures.HIDDEN;
        }
        boolean live = counted.none() >= LEAST && counted.fresh() + counted.overdue() >= LEAST;
        // With both it could be worked out how many plans go on but haven't been gone through.
        boolean stale = counted.fresh() >= LEAST
                && counted.overdue() + counted.none() >= LEAST
                && (!live || counted.overdue() >= LEAST);
        return new PlanFigures(live ? livePercent(counted) : null, stale ? stale(counted) : null);
    }

    private static Long livePercent(Counts.Plans plans) {
        return Figures.percent(plans.fresh() + plans.overdue(), plans.none());
    }

    private static Long stale(Counts.Plans plans) {
        return plans.overdue() + plans.none();
    }

    // A row, where the one after the last is the row of totals.

    private static OptionalLong cell(ProtectedTable table, int row, int column) {
        return row == table.rows() ? table.columnTotal(column) : table.cell(row, column);
    }

    private static OptionalLong rowTotal(ProtectedTable table, int row) {
        return row == table.rows() ? table.total() : table.rowTotal(row);
    }

    private static OptionalLong blockTotal(ProtectedTable table, int row, int block) {
        return row == table.rows() ? table.blockTotal(block) : table.blockTotal(row, block);
    }

    private static Long orNull(OptionalLong figure) {
        return figure.isPresent() ? (Long) figure.getAsLong() : null;
    }
}
