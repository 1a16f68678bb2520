package se.medel.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * A table of counts of people with its totals, in which no count under five can be read or worked out (P13).
 *
 * <p>Every count under five is hidden, totals and zeros too. That isn't enough: in a row that says <i>hidden</i>, 20, and 23
 * in total, the hidden count is 3. So other figures are hidden with it, until each hidden figure could be at least two
 * different numbers to a reader who knows every figure shown, that totals are sums, and that no count is below zero.
 *
 * <p>They are found by asking of each hidden figure: could one person more, or one fewer, have been counted here without
 * changing anything that is shown? Then another figure of the same row must change to keep the sum, then one of that figure's
 * column, and so on until the changes meet in a ring. If all figures of such a ring are hidden, each of them has two possible
 * values. A ring that is to lower a figure needs it to be at least one. Of all rings through the figure the one is taken that
 * costs the least to hide: what is hidden already costs nothing, a cell costs its count, a row's or column's total more than
 * all cells together, and the grand total more than all other totals. There is always a ring, because one person more can be
 * counted in the cell, in both its totals and in the grand total.
 *
 * <p>Why a figure is hidden isn't told, and should be written the same everywhere: that one is hidden for the sake of another
 * says that it is five or more, which a reader could reckon on with.
 *
 * <p>A list with a total is a table of one row. The protection holds within one table: two tables that count the same people
 * by different things are each protected, but not against being laid side by side.
 */
public final class ProtectedTable {

    /** The least count that is shown. */
    public static final int LEAST = 5;

    /** The counts, with the rows' totals as the last column and the columns' totals as the last row. */
    private final long[][] counts;

    private final int totalRow;

    private final int totalColumn;

    private final boolean[][] hidden;

    private ProtectedTable(long[][] counts) {
        this.counts = counts;
        totalRow = counts.length - 1;
        totalColumn = counts[0].length - 1;
        hidden = new boolean[totalRow + 1][totalColumn + 1];
        protect();
    }

    /**
     * @param counts the cells without totals, row by row
     * @throws IllegalArgumentException if there is no cell, a count is below zero, or rows differ in length
     */
    public static ProtectedTable of(long[][] counts) {
        if (counts.length == 0 || counts[0].length == 0) {
            throw new IllegalArgumentException("A table without cells");
        }
        int rows = counts.length;
        int columns = counts[0].length;
        long[][] withTotals = new long[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            if (counts[row].length != columns) {
                throw new IllegalArgumentException("Rows of different lengths");
            }
            for (int column = 0; column < columns; column++) {
                long count = counts[row][column];
                if (count < 0) {
                    throw new IllegalArgumentException("A count below zero");
                }
                withTotals[row][column] = count;
                withTotals[row][columns] += count;
                withTotals[rows][column] += count;
                withTotals[rows][columns] += count;
            }
        }
        return new ProtectedTable(withTotals);
    }

    /** How many rows there are besides the totals. */
    public int rows() {
        return totalRow;
    }

    /** How many columns there are besides the totals. */
    public int columns() {
        return totalColumn;
    }

    /** The count of a cell, empty where it is hidden. */
    public OptionalLong cell(int row, int column) {
        return figure(Objects.checkIndex(row, totalRow), Objects.checkIndex(column, totalColumn));
    }

    /** The total of a row, empty where it is hidden. */
    public OptionalLong rowTotal(int row) {
        return figure(Objects.checkIndex(row, totalRow), totalColumn);
    }

    /** The total of a column, empty where it is hidden. */
    public OptionalLong columnTotal(int column) {
        return figure(totalRow, Objects.checkIndex(column, totalColumn));
    }

    /** The grand total, empty where it is hidden. */
    public OptionalLong total() {
        return figure(totalRow, totalColumn);
    }

    /** Whether anything is hidden, so that a page can say why. */
    public boolean hidesAny() {
        for (boolean[] row : hidden) {
            for (boolean figure : row) {
                if (figure) {
                    return true;
                }
            }
        }
        return false;
    }

    private OptionalLong figure(int row, int column) {
        return hidden[row][column] ? OptionalLong.empty() : OptionalLong.of(counts[row][column]);
    }

    private void protect() {
        boolean[][] safe = new boolean[totalRow + 1][totalColumn + 1];
        for (int row = 0; row <= totalRow; row++) {
            for (int column = 0; column <= totalColumn; column++) {
                hidden[row][column] = counts[row][column] < LEAST;
            }
        }
        for (int row = 0; row <= totalRow; row++) {
            for (int column = 0; column <= totalColumn; column++) {
                if (counts[row][column] < LEAST && !safe[row][column]) {
                    for (Figure figure : cheapestRing(row, column)) {
                        hidden[figure.row][figure.column] = true;
                        // Both values that the ring gives it stay possible whatever else is hidden later.
                        safe[figure.row][figure.column] = true;
                    }
                }
            }
        }
    }

    private record Figure(int row, int column) {}

    private record Ring(List<Figure> figures, long cost) {}

    private List<Figure> cheapestRing(int row, int column) {
        return Stream.of(true, false)
                .map(fromRow -> cheapestRing(row, column, fromRow))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Ring::cost))
                .orElseThrow()
                .figures();
    }

    /** A row or a column that the search has come to: rows are numbered first, then columns. */
    private record Reached(int line, long cost, int steps) {

        /** Of equally cheap ones the furthest first: where most is hidden, the first ring that closes is free. */
        static final Comparator<Reached> ORDER = Comparator.comparingLong(Reached::cost)
                .thenComparing(Reached::steps, Comparator.reverseOrder())
                .thenComparingInt(Reached::line);
    }

    /**
     * Dijkstra's search from line to line, by the figures where a row and a column cross. It starts by stepping over the
     * figure asked about, from its row to its column or the other way, and has found a ring when it is back.
     */
    private Optional<Ring> cheapestRing(int row, int column, boolean fromRow) {
        if (!mayStep(row, column, fromRow)) {
            return Optional.empty();
        }
        int rows = totalRow + 1;
        int lines = rows + totalColumn + 1;
        int start = fromRow ? rows + column : row;
        int end = fromRow ? row : rows + column;
        long[] cost = new long[lines];
        Arrays.fill(cost, Long.MAX_VALUE);
        int[] cameFrom = new int[lines];
        PriorityQueue<Reached> reached = new PriorityQueue<>(Reached.ORDER);
        cost[start] = 0;
        reached.add(new Reached(start, 0, 0));
        while (!reached.isEmpty()) {
            Reached here = reached.remove();
            if (here.line == end) {
                cameFrom[start] = end;
                return Optional.of(new Ring(figures(cameFrom, end), here.cost));
            }
            if (here.cost > cost[here.line]) {
                continue;
            }
            boolean inRow = here.line < rows;
            for (int next = inRow ? rows : 0; next < (inRow ? lines : rows); next++) {
                int r = inRow ? here.line : next;
                int c = (inRow ? next : here.line) - rows;
                boolean straightBack = r == row && c == column;
                long sum = here.cost + cost(r, c);
                if (!straightBack && sum < cost[next] && mayStep(r, c, inRow)) {
                    cost[next] = sum;
                    cameFrom[next] = here.line;
                    reached.add(new Reached(next, sum, here.steps + 1));
                }
            }
        }
        return Optional.empty();
    }

    private List<Figure> figures(int[] cameFrom, int end) {
        List<Figure> figures = new ArrayList<>();
        int line = end;
        do {
            int before = cameFrom[line];
            figures.add(new Figure(Math.min(line, before), Math.max(line, before) - totalRow - 1));
            line = before;
        } while (line != end);
        return figures;
    }

    /**
     * Whether a ring may step over a figure. A step from row to column counts one person more in a cell and one fewer in a
     * total, a step from column to row the other way round; the grand total goes with the cells. So every row and column that
     * the ring passes keeps its sum.
     */
    private boolean mayStep(int row, int column, boolean fromRow) {
        boolean lowers = fromRow == isLineTotal(row, column);
        return !lowers || counts[row][column] > 0;
    }

    /** What it costs to hide a figure. */
    private long cost(int row, int column) {
        if (hidden[row][column]) {
            return 0;
        }
        long moreThanAllCells = counts[totalRow][totalColumn] + 1;
        if (isLineTotal(row, column)) {
            return moreThanAllCells;
        }
        return row == totalRow ? moreThanAllCells * (totalRow + totalColumn + 1) : counts[row][column];
    }

    /** Whether a figure is the total of one row or one column. */
    private boolean isLineTotal(int row, int column) {
        return (row == totalRow) != (column == totalColumn);
    }
}
