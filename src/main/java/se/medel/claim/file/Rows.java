package se.medel.claim.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a file, one at a time, before anybody knows what stands in which column. */
interface Rows extends Closeable {

    /** The most columns that are looked at. */
    int MOST_COLUMNS = 100;

    /** Where a spreadsheet ends: no program shows a row below, not even an empty one. */
    int LAST_ROW = 1_048_576;

    /** The longest text that is kept of a cell, in characters: longer than any that is let through. */
    int MOST_KEPT = ClaimFile.LONGEST_CELL + 1;

    /** The next row, empty ones included where the file has them; null after the last one. */
    Row next() throws IOException;

    /** How this file counts days. */
    ExcelDays days();

    record Row(int number, List<Cell> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }

        Cell cell(int position) {
            return position < cells.size() ? cells.get(position) : Cell.EMPTY;
        }
    }

    record Cell(String text, boolean formula) {

        static final Cell EMPTY = new Cell("", false);
        static final Cell FORMULA = new Cell("", true);

        static Cell of(String text) {
            String stripped = strip(text);
            return stripped.isEmpty() ? EMPTY : new Cell(stripped, false);
        }

        boolean isEmpty() {
            return text.isEmpty() && !formula;
        }

        /** Spaces of every kind: no-break ones and those without width come along when somebody pastes. */
        private static String strip(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
        }
    }
}
