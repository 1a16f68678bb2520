package se.medel.claim.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file. */
final class CsvRows implements Rows {

    /**
     * The longest field that is read at all, in characters: more is a quotation mark that was never closed. As many are
     * looked at to find the separator.
     */
    private static final int LONGEST_FIELD = 65_536;

    /**
     * Put behind the file as a row of its own. A last cell that lacks its closing mark swallows it, and would otherwise
     * silently swallow the rows below it. No file can hold it: NUL isn't text.
     */
    private static final String END = "\u0000";

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows open(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        new SequenceInputStream(
                                encoding.open(file),
                                new ByteArrayInputStream(("\n" + END).getBytes(encoding.charset()))),
                        encoding.charset()),
                LONGEST_FIELD);
        try {
            char separator = Separator.of(text, LONGEST_FIELD);
            return new CsvRows(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_FIELD)
                    .ofCsvRecord(text));
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public Row next() throws IOException {
        number++;
        List<String> fields = fields();
        if (fields.size() == 1 && fields.get(0).equals(END)) {
            return null;
        }
        if (number > LAST_ROW) {
            throw new UnreadableFile(FileFault.FILE_TOO_MANY_ROWS, (long) ClaimFile.MOST_ROWS);
        }
        if (fields.get(fields.size() - 1).endsWith(END)) {
            throw new UnreadableFile(FileFault.FILE_ROW_UNREADABLE, number);
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Cell cell = cell(fields.get(i));
            if (i < MOST_COLUMNS) {
                cells.add(cell);
            } else if (!cell.isEmpty()) {
                throw new UnreadableFile(FileFault.FILE_TOO_MANY_COLUMNS, number, MOST_COLUMNS);
            }
        }
        return new Row(number, cells);
    }

    private List<String> fields() throws IOException {
        try {
            return records.next().getFields();
        } catch (CsvParseException e) {
            throw new UnreadableFile(FileFault.FILE_ROW_UNREADABLE, number);
        }
    }

    private static Cell cell(String field) {
        Cell cell = Cell.of(field);
        return cell.text().startsWith("=") ? Cell.FORMULA : cell;
    }

    /** A CSV holds what the spreadsheet showed; a bare number where a day should stand is counted as Windows counts. */
    @Override
    public ExcelDays days() {
        return ExcelDays.FROM_1900;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
