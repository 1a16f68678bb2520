package se.medel.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What a reader with a computer can work out from what a table shows: the least and the most that a figure can be, by linear
 * programming. The unknowns are the hidden cells, at least zero; each total that is shown is an equation.
 *
 * <p>This is the simplex method with Bland's rule. Sums of rows, of columns and of everything make a totally unimodular
 * system: all its coefficients stay -1, 0 or 1 and its corners are whole numbers, so whole numbers calculate it exactly and the
 * bounds of the equations are the bounds of the counts.
 */
public final class TotalsSolver {

    /** @param most null where there is no upper bound */
    public record Range(long least, Long most) {
        public boolean isOneValue() {
            return most != null && most == least;
        }
    }

    /** What is shown of each cell, row by row. */
    private final List<OptionalLong> cells;

    /** The cells that are unknown, by their numbers. */
    private final List<Integer> unknown;

    /** Each row is an equation: the unknowns' coefficients, one artificial unknown for each equation, and the sum. */
    private final long[][] equations;

    /** For each equation the unknown that it gives the value of; all others are zero. */
    private final int[] basis;

    /**
     * @param cells what is shown of each, empty where it is hidden
     * @param sums the cells that are added up to each total that is shown
     */
    public TotalsSolver(List<OptionalLong> cells, List<List<Integer>> sums, List<Long> totals) {
        this.cells = cells;
        unknown = IntStream.range(0, cells.size())
                .filter(cell -> cells.get(cell).isEmpty())
                .boxed()
                .toList();
        equations = new long[sums.size()][unknown.size() + sums.size() + 1];
        basis = new int[sums.size()];
        for (int i = 0; i < sums.size(); i++) {
            for (int j = 0; j < unknown.size(); j++) {
                equations[i][j] = sums.get(i).contains(unknown.get(j)) ? 1 : 0;
            }
            basis[i] = unknown.size() + i;
            equations[i][basis[i]] = 1;
            equations[i][last()] = totals.get(i) - shownOf(sums.get(i));
        }
        findAnySolution();
    }

    private TotalsSolver(TotalsSolver other) {
        cells = other.cells;
        unknown = other.unknown;
        equations = Arrays.stream(other.equations).map(long[]::clone).toArray(long[][]::new);
        basis = other.basis.clone();
    }

    static TotalsSolver of(ProtectedTable table) {
        List<OptionalLong> cells = new ArrayList<>();
        List<List<Integer>> sums = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                cells.add(table.cell(row, column));
            }
        }
        List<Integer> all = IntStream.range(0, cells.size()).boxed().toList();
        for (int row = 0; row < table.rows(); row++) {
            int r = row;
            table.rowTotal(row).ifPresent(total -> {
                sums.add(
                        all.stream().filter(cell -> cell / table.columns() == r).toList());
                totals.add(total);
            });
        }
        for (int column = 0; column < table.columns(); column++) {
            int c = column;
            table.columnTotal(column).ifPresent(total -> {
                sums.add(
                        all.stream().filter(cell -> cell % table.columns() == c).toList());
                totals.add(total);
            });
        }
        table.total().ifPresent(total -> {
            sums.add(all);
            totals.add(total);
        });
        return new TotalsSolver(cells, sums, totals);
    }

    /** What the sum of these cells can be. */
    public Range range(List<Integer> sum) {
        long[] objective = new long[last()];
        long[] opposite = new long[last()];
        for (int j = 0; j < unknown.size(); j++) {
            objective[j] = sum.contains(unknown.get(j)) ? 1 : 0;
            opposite[j] = -objective[j];
        }
        OptionalLong most = new TotalsSolver(this).maximum(objective, unknown.size());
        OptionalLong least = new TotalsSolver(this).maximum(opposite, unknown.size());
        long shown = shownOf(sum);
        return new Range(shown - least.orElseThrow(), most.isEmpty() ? null : (Long) (shown + most.getAsLong()));
    }

    private int last() {
        return unknown.size() + equations.length;
    }

    private long shownOf(List<Integer> sum) {
        return sum.stream().mapToLong(cell -> cells.get(cell).orElse(0)).sum();
    }

    /** The first phase: the artificial unknowns, which fill up what the real ones don't, are brought to zero. */
    private void findAnySolution() {
        long[] objective = new long[last()];
        Arrays.fill(objective, unknown.size(), last(), -1);
        if (maximum(objective, last()).orElseThrow() != 0) {
            throw new IllegalStateException("What is shown contradicts itself");
        }
        for (int i = 0; i < equations.length; i++) {
            for (int j = 0; basis[i] >= unknown.size() && j < unknown.size(); j++) {
                if (equations[i][j] != 0) {
                    pivot(i, j);
                }
            }
        }
    }

    /** @return empty where there is no upper bound */
    private OptionalLong maximum(long[] objective, int columns) {
        while (true) {
            int entering = 0;
            while (entering < columns && gain(objective, entering) <= 0) {
                entering++;
            }
            if (entering == columns) {
                return OptionalLong.of(value(objective, last()));
            }
            int leaving = -1;
            for (int i = 0; i < equations.length; i++) {
                if (equations[i][entering] > 0 && (leaving < 0 || leavesBefore(i, leaving))) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                return OptionalLong.empty();
            }
            pivot(leaving, entering);
        }
    }

    private boolean leavesBefore(int i, int other) {
        long room = equations[i][last()] - equations[other][last()];
        return room < 0 || room == 0 && basis[i] < basis[other];
    }

    private long gain(long[] objective, int column) {
        return objective[column] - value(objective, column);
    }

    private long value(long[] objective, int column) {
        return IntStream.range(0, equations.length)
                .mapToLong(i -> objective[basis[i]] * equations[i][column])
                .sum();
    }

    private void pivot(int row, int column) {
        long sign = equations[row][column];
        if (Math.abs(sign) != 1) {
            throw new IllegalStateException("Not totally unimodular");
        }
        Arrays.setAll(equations[row], j -> equations[row][j] * sign);
        for (int i = 0; i < equations.length; i++) {
            long times = equations[i][column];
            if (i != row && times != 0) {
                int other = i;
                Arrays.setAll(equations[i], j -> equations[other][j] - times * equations[row][j]);
            }
        }
        basis[row] = column;
    }
}
