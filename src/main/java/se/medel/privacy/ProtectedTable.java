package se.medel.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
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
 * costs the least to hide: what is hidden already costs nothing, a cell costs its count, a block's total more than all cells
 * together, a row's or column's total more than all of these, and the grand total more than all other totals. There is always a ring, because one person more can be
 * counted in the cell, in both its totals and in the grand total.
 *
 * <p>Why a figure is hidden isn't told, and should be written the same everywhere: that one is hidden for the sake of another
 * says that it is five or more, which a reader could reckon on with.
 *
 * <p>Columns can be taken together in blocks that have totals of their own, such as all reasons of a kind. A block's total is a
 * figure like others: hidden when small, and not to be worked out.
 *
 * <p>A list with a total is a table of one row. The protection holds within one table: two tables that count the same people
 * by different things are each protected, but not against being laid side by side.
 */
public final class ProtectedTable {

    /** The least count that is shown. */
    public static final int LEAST = 5;

    /**
     * The counts. After the columns stands one of the rows' totals, then one for each block of its totals; the last row has the
     * columns' totals.
     */
    private final long[][] counts;

    /** For each column the number of its block, -1 for none. */
    private final int[] blockOf;

    private final int totalRow;

    private final int totalColumn;

    private final boolean[][] hidden;

    /** The figures on each line. */
    private final List<List<Figure>> lines;

    private ProtectedTable(long[][] counts, int[] blockOf) {
        this.counts = counts;
        this.blockOf = blockOf;
        totalRow = counts.length - 1;
        totalColumn = blockOf.length;
        hidden = new boolean[totalRow + 1][counts[0].length];
        lines = figuresByLine();
        protect();
    }

    /**
     * @param counts the cells without totals, row by row
     * @throws IllegalArgumentException if there is no cell, a count is below zero, or rows differ in length
     */
    public static ProtectedTable of(long[][] counts) {
        return of(counts, List.of());
    }

    /**
     * @param counts the cells without totals, row by row
     * @param blocks the numbers of the columns that have a total together; no column is in two
     * @throws IllegalArgumentException if there is no cell, a count is below zero, rows differ in length or blocks overlap
     */
    public static ProtectedTable of(long[][] counts, List<? extends Collection<Integer>> blocks) {
        if (counts.length == 0 || counts[0].length == 0) {
            throw new IllegalArgumentException("A table without cells");
        }
        int rows = counts.length;
        int columns = counts[0].length;
        int[] blockOf = blockOf(blocks, columns);
        long[][] withTotals = new long[rows + 1][columns + 1 + blocks.size()];
        for (int row = 0; row < rows; row++) {
            if (counts[row].length != columns) {
                throw new IllegalArgumentException("Rows of different lengths");
            }
            for (int column = 0; column < columns; column++) {
                long count = counts[row][column];
                if (count < 0) {
                    throw new IllegalArgumentException("A count below zero");
                }
                for (int r : new int[] {row, rows}) {
                    withTotals[r][column] += count;
                    withTotals[r][columns] += count;
                    if (blockOf[column] >= 0) {
                        withTotals[r][columns + 1 + blockOf[column]] += count;
                    }
                }
            }
        }
        return new ProtectedTable(withTotals, blockOf);
    }

    private static int[] blockOf(List<? extends Collection<Integer>> blocks, int columns) {
        int[] blockOf = new int[columns];
        Arrays.fill(blockOf, -1);
        for (int block = 0; block < blocks.size(); block++) {
            for (int column : blocks.get(block)) {
                if (blockOf[Objects.checkIndex(column, columns)] >= 0) {
                    throw new IllegalArgumentException("A column in two blocks");
                }
                blockOf[column] = block;
            }
        }
        return blockOf;
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

    /** The total of a block in a row, empty where it is hidden. */
    public OptionalLong blockTotal(int row, int block) {
        return figure(Objects.checkIndex(row, totalRow), blockColumn(block));
    }

    /** The total of a block in all rows, empty where it is hidden. */
    public OptionalLong blockTotal(int block) {
        return figure(totalRow, blockColumn(block));
    }

    private int blockColumn(int block) {
        return totalColumn + 1 + Objects.checkIndex(block, counts[0].length - totalColumn - 1);
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
        boolean[][] safe = new boolean[totalRow + 1][counts[0].length];
        for (int row = 0; row <= totalRow; row++) {
            for (int column = 0; column < counts[0].length; column++) {
                hidden[row][column] = counts[row][column] < LEAST;
            }
        }
        for (int row = 0; row <= totalRow; row++) {
            for (int column = 0; column < counts[0].length; column++) {
                if (counts[row][column] < LEAST && !safe[row][column]) {
                    for (Figure figure : cheapestRing(new Figure(row, column))) {
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

    private List<Figure> cheapestRing(Figure figure) {
        return Stream.of(true, false)
                .map(fromRow -> freeRing(figure, fromRow))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> cheapestOfAllRings(figure));
    }

    private List<Figure> cheapestOfAllRings(Figure figure) {
        return Stream.of(true, false)
                .map(fromRow -> cheapestRing(figure, fromRow))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Ring::cost))
                .orElseThrow()
                .figures();
    }

    /**
     * A line that the search has come to. Lines are what sums are made along: rows are numbered first, then columns, then each
     * row's part in each block.
     */
    private record Reached(int line, long cost, int steps) {

        /** Of equally cheap ones the furthest first: where most is hidden, the first ring that closes is free. */
        static final Comparator<Reached> ORDER = Comparator.comparingLong(Reached::cost)
                .thenComparing(Reached::steps, Comparator.reverseOrder())
                .thenComparingInt(Reached::line);
    }

    /** The first of the two lines that a figure is on: its row, or the row's part in its block. */
    private int rowLine(Figure figure) {
        boolean inBlock = figure.column < totalColumn && blockOf[figure.column] >= 0;
        return inBlock ? blockLine(figure.row, blockOf[figure.column]) : figure.row;
    }

    /**
     * The other line that a figure is on: its column. A block's total is the sum of its row's part in the block; that it is also
     * the sum of its column follows from the other sums.
     */
    private int columnLine(Figure figure) {
        return figure.column <= totalColumn
                ? totalRow + 1 + figure.column
                : blockLine(figure.row, figure.column - totalColumn - 1);
    }

    private int blockLine(int row, int block) {
        return totalRow + 1 + totalColumn + 1 + block * (totalRow + 1) + row;
    }

    private List<List<Figure>> figuresByLine() {
        int blocks = counts[0].length - totalColumn - 1;
        List<List<Figure>> byLine = new ArrayList<>();
        for (int line = 0; line < blockLine(0, blocks); line++) {
            byLine.add(new ArrayList<>());
        }
        for (int row = 0; row <= totalRow; row++) {
            for (int column = 0; column < counts[0].length; column++) {
                Figure figure = new Figure(row, column);
                byLine.get(rowLine(figure)).add(figure);
                byLine.get(columnLine(figure)).add(figure);
            }
        }
        return byLine;
    }

    /**
     * A ring of figures that are all hidden already. None is cheaper, and where much is hidden one is soon found by going from
     * line to line as they come; so a thousand small rows take no longer than there are figures to look at.
     */
    private Optional<List<Figure>> freeRing(Figure asked, boolean fromRow) {
        if (!mayStep(asked, fromRow)) {
            return Optional.empty();
        }
        int start = fromRow ? columnLine(asked) : rowLine(asked);
        int end = fromRow ? rowLine(asked) : columnLine(asked);
        Figure[] closing = new Figure[lines.size()];
        for (Figure figure : lines.get(end)) {
            int line = otherLine(figure, end);
            if (isFree(figure, line) && !figure.equals(asked)) {
                closing[line] = figure;
            }
        }
        Figure[] cameOver = new Figure[lines.size()];
        cameOver[start] = asked;
        // Not again: the search has been there.
        cameOver[end] = asked;
        Deque<Integer> path = new ArrayDeque<>(List.of(start));
        int[] tried = new int[lines.size()];
        while (!path.isEmpty()) {
            int line = path.getLast();
            if (tried[line] == lines.get(line).size()) {
                path.removeLast();
                continue;
            }
            Figure figure = lines.get(line).get(tried[line]++);
            int next = otherLine(figure, line);
            if (cameOver[next] == null && isFree(figure, line)) {
                cameOver[next] = figure;
                if (closing[next] != null) {
                    cameOver[end] = closing[next];
                    return Optional.of(figures(cameOver, end));
                }
                path.addLast(next);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Figure figure, int from) {
        return hidden[figure.row][figure.column] && mayStep(figure, rowLine(figure) == from);
    }

    private int otherLine(Figure figure, int line) {
        return line == rowLine(figure) ? columnLine(figure) : rowLine(figure);
    }

    /**
     * Dijkstra's search from line to line, by the figures that are on both. It starts by stepping over the figure asked about,
     * from its row to its column or the other way, and has found a ring when it is back.
     */
    private Optional<Ring> cheapestRing(Figure asked, boolean fromRow) {
        if (!mayStep(asked, fromRow)) {
            return Optional.empty();
        }
        int start = fromRow ? columnLine(asked) : rowLine(asked);
        int end = fromRow ? rowLine(asked) : columnLine(asked);
        long[] cost = new long[lines.size()];
        Arrays.fill(cost, Long.MAX_VALUE);
        Figure[] cameOver = new Figure[lines.size()];
        PriorityQueue<Reached> reached = new PriorityQueue<>(Reached.ORDER);
        cost[start] = 0;
        cameOver[start] = asked;
        reached.add(new Reached(start, 0, 0));
        while (!reached.isEmpty()) {
            Reached here = reached.remove();
            if (here.line == end) {
                return Optional.of(new Ring(figures(cameOver, end), here.cost));
            }
            if (here.cost > cost[here.line]) {
                continue;
            }
            for (Figure figure : lines.get(here.line)) {
                int next = otherLine(figure, here.line);
                long sum = here.cost + cost(figure.row, figure.column);
                // What is no cheaper than a ring already found can't become one that is.
                if (sum < Math.min(cost[next], cost[end])
                        && !figure.equals(asked)
                        && mayStep(figure, rowLine(figure) == here.line)) {
                    cost[next] = sum;
                    cameOver[next] = figure;
                    reached.add(new Reached(next, sum, here.steps + 1));
                }
            }
        }
        return Optional.empty();
    }

    private List<Figure> figures(Figure[] cameOver, int end) {
        List<Figure> figures = new ArrayList<>();
        int line = end;
        do {
            Figure figure = cameOver[line];
            figures.add(figure);
            line = otherLine(figure, line);
        } while (line != end);
        return figures;
    }

    /**
     * Whether a ring may step over a figure. A step from row to column counts one person more in a cell and one fewer in a
     * total, a step from column to row the other way round; the grand total goes with the cells. So every row and column that
     * the ring passes keeps its sum.
     */
    private boolean mayStep(Figure figure, boolean fromRow) {
        boolean lowers = fromRow == isLineTotal(figure.row, figure.column);
        return !lowers || counts[figure.row][figure.column] > 0;
    }

    /** What it costs to hide a figure. */
    private long cost(int row, int column) {
        if (hidden[row][column]) {
            return 0;
        }
        long moreThanAllCells = counts[totalRow][totalColumn] + 1;
        if (column > totalColumn) {
            return moreThanAllCells;
        }
        long moreThanAllBlocks = moreThanAllCells * ((counts[0].length - totalColumn - 1L) * (totalRow + 1) + 1);
        if (isLineTotal(row, column)) {
            return moreThanAllBlocks;
        }
        return row == totalRow ? moreThanAllBlocks * (totalRow + totalColumn + 1) : counts[row][column];
    }

    /** Whether a figure is the total of one row or one column. */
    private boolean isLineTotal(int row, int column) {
        return (row == totalRow) != (column == totalColumn);
    }
}
