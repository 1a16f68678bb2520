package se.medel.claim.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import se.medel.privacy.FileNames;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/** Reads any table, CSV or {@code .xlsx}, with the bounds of {@link ClaimFile}; which column is which is the caller's to know. */
public final class TableFile {

    /**
     * A row as it stands.
     *
     * @param number where a spreadsheet shows it
     * @param cells without spaces around them; empty also where the row ends before
     * @param formulas the positions of cells that are formulas, whose text is empty
     */
    public record Cells(int number, List<String> cells, Set<Integer> formulas) {

        public Cells {
            cells = List.copyOf(cells);
            formulas = Set.copyOf(formulas);
        }

        public String text(int position) {
            return position < cells.size() ? cells.get(position) : "";
        }
    }

    private TableFile() {}

    /**
     * Gives every row that isn't empty to {@code each}, the header first. Refused at {@code file}, see {@link FileFault}: what
     * isn't a table, is damaged, is too large or holds nothing below its header; and a file name with a personal number in it.
     * What came of rows that were given before must then be thrown away.
     *
     * @param mostRows how many rows there can be below the header
     * @return how many there were
     */
    public static Answer<Integer> read(Path file, String fileName, int mostRows, Consumer<Cells> each) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, ClaimFile.FIELD, fileName);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        try (Rows rows = ClaimFile.open(file)) {
            int count = 0;
            for (Rows.Row row = ClaimFile.nextFilled(rows); row != null; row = ClaimFile.nextFilled(rows)) {
                if (count++ > mostRows) {
                    throw new UnreadableFile(FileFault.FILE_TOO_MANY_ROWS, (long) mostRows);
                }
                each.accept(cells(row));
            }
            return count > 1
                    ? Answer.of(count - 1)
                    : Answer.refused(Refusal.of(FileFault.FILE_EMPTY).at(ClaimFile.FIELD));
        } catch (UnreadableFile e) {
            return Answer.refused(e.refusal().at(ClaimFile.FIELD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cells cells(Rows.Row row) {
        List<String> texts = new ArrayList<>();
        Set<Integer> formulas = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            texts.add(row.cell(i).text());
            if (row.cell(i).formula()) {
                formulas.add(i);
            }
        }
        return new Cells(row.number(), texts, formulas);
    }
}
