package se.medel.claim.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A row of a claim file, unjudged.
 *
 * @param number the row's number where a spreadsheet shows the file, the header's row counted; in CSV a row whose quoted
 *     cells hold line breaks is one row
 * @param cells the text of each column that the file has, without spaces around it, {@code ""} where nothing stands. Days
 *     that Excel keeps as numbers are written {@code yyyy-MM-dd}, other numbers plainly, truth values SANT and FALSKT
 * @param formulas the columns where the row has a formula. Their text is {@code ""}: what a formula last came to is nothing
 *     that anybody has entered
 */
public record Line(int number, Map<Column, String> cells, Set<Column> formulas) {

    public Line {
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        formulas = Collections.unmodifiableSet(
                formulas.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(formulas));
    }

    /** The column's text, {@code ""} where the row or the whole file has none. */
    public String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** Only where it stands: a cell may hold what must never reach a log. */
    @Override
    public String toString() {
        return "Line " + number;
    }
}
