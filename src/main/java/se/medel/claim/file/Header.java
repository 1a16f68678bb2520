package se.medel.claim.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/** Which column stands where. */
final class Header {

    private static final int LONGEST_IGNORED = 60;

    private final Map<Column, Integer> positions;
    private final List<String> ignored;

    private Header(Map<Column, Integer> positions, List<String> ignored) {
        this.positions = positions;
        this.ignored = ignored;
    }

    /** Refused are a row that names no column at all, and every column that is missing or stands there twice. */
    static Answer<Header> of(Rows.Row row) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        List<Refusal> faults = new ArrayList<>();
        for (int position = 0; position < row.cells().size(); position++) {
            String text = row.cell(position).text();
            Column column = Column.called(text).orElse(null);
            if (column == null) {
                if (!text.isEmpty()) {
                    ignored.add(shown(text, position));
                }
            } else if (positions.putIfAbsent(column, position) != null) {
                faults.add(Refusal.of(FileFault.FILE_COLUMN_TWICE, column));
            }
        }
        if (positions.isEmpty()) {
            return Answer.refused(FileFault.FILE_HEADER_MISSING);
        }
        for (Column column : Column.values()) {
            if (column.isRequired() && !positions.containsKey(column)) {
                faults.add(Refusal.of(FileFault.FILE_COLUMN_MISSING, column));
            }
        }
        return faults.isEmpty() ? Answer.of(new Header(positions, ignored)) : Answer.refused(faults);
    }

    List<String> ignored() {
        return ignored;
    }

    Line line(Rows.Row row, ExcelDays days) throws IOException {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        Set<Column> formulas = EnumSet.noneOf(Column.class);
        for (Map.Entry<Column, Integer> place : positions.entrySet()) {
            Column column = place.getKey();
            Rows.Cell cell = row.cell(place.getValue());
            if (cell.text().length() > ClaimFile.LONGEST_CELL) {
                throw new UnreadableFile(FileFault.FILE_CELL_TOO_LONG, row.number(), column, ClaimFile.LONGEST_CELL);
            }
            if (cell.formula()) {
                formulas.add(column);
            }
            texts.put(column, column.isDay() ? days.dayIfNumber(cell.text()) : cell.text());
        }
        return new Line(row.number(), texts, formulas);
    }

    /** Whoever forgets the header has a client's row in its place; that must not come back on a page. */
    private static String shown(String text, int position) {
        return text.length() > LONGEST_IGNORED || PersonalNumbers.areIn(text) ? letters(position) : text;
    }

    private static String letters(int position) {
        String last = String.valueOf((char) ('A' + position % 26));
        return position < 26 ? last : letters(position / 26 - 1) + last;
    }
}
