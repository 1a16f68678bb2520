package se.medel.claim.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of an {@code .xlsx} workbook's first visible sheet. */
final class XlsxRows implements Rows {

    /** The format's own last column, XFD. */
    private static final int LAST_COLUMN = 16_384;

    private final Workbook workbook;
    private final XmlPart sheet;
    private int number;

    private XlsxRows(Workbook workbook) throws IOException {
        this.workbook = workbook;
        this.sheet = workbook.sheet();
    }

    static XlsxRows open(Path file) throws IOException {
        Workbook workbook = null;
        try {
            workbook = Workbook.open(file);
            XlsxRows rows = new XlsxRows(workbook);
            rows.begin();
            return rows;
        } catch (IOException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw refused(e);
        }
    }

    private void begin() throws IOException {
        if (!sheet.goTo("sheetData")) {
            throw damaged();
        }
    }

    @Override
    public Row next() throws IOException {
        try {
            while (sheet.next()) {
                if (sheet.ends("sheetData")) {
                    return null;
                }
                if (sheet.begins("row")) {
                    return row();
                }
            }
            throw damaged();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Row row() throws IOException {
        String place = sheet.attribute("r");
        int previous = number;
        number = place == null ? number + 1 : Workbook.number(place);
        if (number <= previous || number > LAST_ROW) {
            throw damaged();
        }
        List<Cell> cells = new ArrayList<>();
        int last = -1;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.begins("c")) {
                int position = position(sheet.attribute("r"), last);
                Cell cell = cell();
                if (position < MOST_COLUMNS) {
                    while (cells.size() < position) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell);
                } else if (!cell.isEmpty()) {
                    throw new UnreadableFile(FileFault.FILE_TOO_MANY_COLUMNS, number, MOST_COLUMNS);
                }
                last = position;
            }
        }
        return new Row(number, cells);
    }

    /** From a place such as {@code AB12}, counted from 0; the next one where the cell doesn't say its place. */
    private static int position(String place, int last) throws IOException {
        if (place == null) {
            return last + 1;
        }
        int position = 0;
        for (int i = 0; i < place.length() && i < 4 && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            position = position * 26 + place.charAt(i) - 'A' + 1;
        }
        // A cell to the left of the one before would stand over another.
        if (position - 1 <= last || position > LAST_COLUMN) {
            throw damaged();
        }
        return position - 1;
    }

    private Cell cell() throws IOException {
        String type = sheet.attribute("t");
        int style = Workbook.number(sheet.attribute("s"));
        boolean formula = false;
        String value = "";
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.begins("f")) {
                formula = true;
                sheet.text();
            } else if (sheet.begins("v") || sheet.begins("is")) {
                value = sheet.text();
            }
        }
        return formula ? Cell.FORMULA : Cell.of(shown(type == null ? "n" : type, value, style));
    }

    private String shown(String type, String value, int style) throws IOException {
        if (value.isEmpty()) {
            return value;
        }
        return switch (type) {
            case "s" -> workbook.text(Workbook.number(value.strip()));
            case "b" -> value.strip().equals("1") ? "SANT" : "FALSKT";
            case "d" -> value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value;
            case "n" ->
                PlainNumber.in(value)
                        .map(number -> workbook.showsDay(style) ? days().day(number) : PlainNumber.of(number))
                        .orElse(value);
            default -> value;
        };
    }

    @Override
    public ExcelDays days() {
        return workbook.days();
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            sheet.close();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(FileFault.FILE_DAMAGED);
    }

    /** What can't be unpacked is damaged too. */
    private static UnreadableFile refused(IOException e) {
        return e instanceof UnreadableFile unreadable ? unreadable : damaged();
    }
}
