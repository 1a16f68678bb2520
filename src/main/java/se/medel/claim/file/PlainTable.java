package se.medel.claim.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.medel.privacy.FileNames;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/** A small file as a table of plain texts, CSV or {@code .xlsx}, for who knows its columns. */
public final class PlainTable {

    /**
     * One row that isn't empty.
     *
     * @param number as a spreadsheet counts
     * @param cells without blanks around them; empty where there is a formula
     */
    public record Row(int number, List<String> cells) {

        /** The text in a column; empty where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private PlainTable() {}

    /**
     * The rows of a file, its header among them. Refused at the field {@code file}, see {@link FileFault}: what isn't a table,
     * is damaged, is too large or holds nothing; and a file name with a personal number in it.
     *
     * @param mostRows how many rows it can have
     */
    public static Answer<List<Row>> read(Path file, String fileName, int mostRows) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, ClaimFile.FIELD, fileName);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        try (Rows rows = ClaimFile.open(file)) {
            List<Row> read = new ArrayList<>();
            for (Rows.Row row = ClaimFile.nextFilled(rows); row != null; row = ClaimFile.nextFilled(rows)) {
                if (read.size() == mostRows) {
                    throw new UnreadableFile(FileFault.FILE_TOO_MANY_ROWS, (long) mostRows);
                }
                read.add(new Row(
                        row.number(), row.cells().stream().map(Rows.Cell::text).toList()));
            }
            if (read.isEmpty()) {
                throw new UnreadableFile(FileFault.FILE_EMPTY);
            }
            return Answer.of(read);
        } catch (UnreadableFile e) {
            return Answer.refused(e.refusal().at(ClaimFile.FIELD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
