package se.medel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P13: counts under five are hidden, also where they could be worked out from totals. */
class ProtectedTableTest {

    @Test
    void theSmallestFiguresAroundASmallCountAreHiddenWithIt() {
        assertThat(shown(table("3 20 40", "10 30 50", "60 70 80")))
                .isEqualTo(
                        """
                        - - 40 63
                        - - 50 90
                        60 70 80 210
                        73 120 170 363""");
    }

    @Test
    void smallCountsThatProtectEachOtherHideNothingElse() {
        assertThat(shown(table("3 20 2", "10 30 50", "4 70 1")))
                .isEqualTo(
                        """
                        - 20 - 25
                        10 30 50 90
                        - 70 - 75
                        17 120 53 190""");
    }

    @ParameterizedTest(name = "{0} shows as {1}")
    @CsvSource({
        "5 6 7, 5 6 7 18",
        "3 7 20, - - 20 30",
        "0 7 20, - - 20 27",
        "0 0 9, - - - 9",
        "0 0 4, - - - -",
        "1 1 1 2, - - - - 5",
        "8, 8 8",
        "4, - -",
        "0, - -",
    })
    void aListIsATableOfOneRow(String counts, String shown) {
        assertThat(shown(table(counts)).lines().findFirst()).contains(shown);
    }

    @Test
    void zerosUnderAShownTotalHideTheFigureThatWouldGiveThemAway() {
        assertThat(shown(table("0 9 0", "20 30 40")))
                .isEqualTo(
                        """
                        - - - 9
                        - - - 90
                        20 39 40 99""");
    }

    @Test
    void nothingShownTellsNothing() {
        assertThat(shown(table("0 0", "0 0")))
                .isEqualTo(
                        """
                        - - -
                        - - -
                        - - -""");
    }

    @Test
    void aTableNeedsCellsThatCanBeCounts() {
        assertThatThrownBy(() -> ProtectedTable.of(new long[0][0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProtectedTable.of(new long[1][0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProtectedTable.of(new long[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProtectedTable.of(new long[][] {{-1}})).isInstanceOf(IllegalArgumentException.class);
        ProtectedTable table = table("5 6", "7 8");
        assertThatThrownBy(() -> table.cell(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.rowTotal(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.columnTotal(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 1000)
    void whoeverSolvesTheTableCannotSettleOneHiddenFigure(@ForAll("tables") long[][] counts) {
        ProtectedTable table = ProtectedTable.of(counts);
        TotalsSolver solver = TotalsSolver.of(table);
        eachFigure(counts, table, (figure, shown) -> {
            TotalsSolver.Range range = solver.range(figure.cells());
            assertThat(range.least()).as(figure.name()).isLessThanOrEqualTo(figure.count());
            if (shown.isEmpty()) {
                assertThat(range.isOneValue()).as(figure.name()).isFalse();
            }
        });
    }

    @Property(tries = 1000)
    void whatIsShownIsTrueAndAtLeastFive(@ForAll("tables") long[][] counts) {
        eachFigure(counts, ProtectedTable.of(counts), (figure, shown) -> {
            if (shown.isPresent()) {
                assertThat(shown.getAsLong())
                        .as(figure.name())
                        .isEqualTo(figure.count())
                        .isGreaterThanOrEqualTo(5);
            }
        });
    }

    @Property(tries = 300)
    void aTableWithoutSmallCountsIsShownWhole(@ForAll("tables") long[][] counts) {
        for (long[] row : counts) {
            Arrays.setAll(row, column -> row[column] + 5);
        }
        ProtectedTable table = ProtectedTable.of(counts);
        assertThat(table.hidesAny()).isFalse();
        eachFigure(counts, table, (figure, shown) -> assertThat(shown).hasValue(figure.count()));
    }

    @Property(tries = 300)
    void theSameCountsAreAlwaysShownAlike(@ForAll("tables") long[][] counts) {
        long[][] again = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        assertThat(shown(ProtectedTable.of(counts))).isEqualTo(shown(ProtectedTable.of(again)));
    }

    /** Small counts are many, so that they meet in every way, also in rows and columns of nothing else. */
    @Provide
    Arbitrary<long[][]> tables() {
        Arbitrary<Long> counts = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 4)),
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(5, 30)));
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 6);
        return Combinators.combine(size, size).flatAs((rows, columns) -> counts.array(Long[].class)
                .ofSize(columns)
                .map(row -> Arrays.stream(row).mapToLong(Long::longValue).toArray())
                .array(long[][].class)
                .ofSize(rows));
    }

    /**
     * A figure of a table.
     *
     * @param cells the cells it is the sum of, numbered row by row
     */
    private record Figure(String name, long count, List<Integer> cells) {}

    private static void eachFigure(long[][] counts, ProtectedTable table, BiConsumer<Figure, OptionalLong> check) {
        int columns = counts[0].length;
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            List<Integer> ofRow = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                List<Integer> cell = List.of(row * columns + column);
                ofRow.addAll(cell);
                check.accept(figure("cell " + row + "," + column, cell, counts), table.cell(row, column));
            }
            all.addAll(ofRow);
            check.accept(figure("row " + row, ofRow, counts), table.rowTotal(row));
        }
        for (int column = 0; column < columns; column++) {
            int first = column;
            List<Integer> ofColumn = IntStream.range(0, counts.length)
                    .mapToObj(row -> row * columns + first)
                    .toList();
            check.accept(figure("column " + column, ofColumn, counts), table.columnTotal(column));
        }
        check.accept(figure("total", all, counts), table.total());
    }

    private static Figure figure(String name, List<Integer> cells, long[][] counts) {
        int columns = counts[0].length;
        long count = cells.stream()
                .mapToLong(cell -> counts[cell / columns][cell % columns])
                .sum();
        return new Figure(name, count, cells);
    }

    private static ProtectedTable table(String... rows) {
        return ProtectedTable.of(Arrays.stream(rows)
                .map(row ->
                        Arrays.stream(row.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new));
    }

    /** The table as a page would print it, a dash for what is hidden. */
    private static String shown(ProtectedTable table) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int r = row;
            lines.add(line(table.columns(), column -> table.cell(r, column), table.rowTotal(row)));
        }
        lines.add(line(table.columns(), table::columnTotal, table.total()));
        return String.join("\n", lines);
    }

    private static String line(int columns, IntFunction<OptionalLong> figure, OptionalLong last) {
        return IntStream.rangeClosed(0, columns)
                .mapToObj(column -> column < columns ? figure.apply(column) : last)
                .map(shown -> shown.isPresent() ? Long.toString(shown.getAsLong()) : "-")
                .collect(Collectors.joining(" "));
    }
}
