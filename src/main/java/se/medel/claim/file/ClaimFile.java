package se.medel.claim.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import se.medel.privacy.FileNames;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/**
 * Reads a claim file, CSV or {@code .xlsx}, told apart by what is in it and not by its name. One row at a time: the memory
 * it takes doesn't grow with the number of rows.
 */
public final class ClaimFile {

    /** The most rows below the header. A round compensates some hundred clients; the rest is air for larger cities. */
    public static final int MOST_ROWS = 10_000;

    /** The largest file, in megabytes: two thousand characters for each of the rows. */
    public static final int MOST_MEGABYTES = 20;

    /** The longest text in one cell of a column that is read, in characters. */
    public static final int LONGEST_CELL = 500;

    /** The field that refusals point at. */
    static final String FIELD = "file";

    private static final byte[] ZIP = HexFormat.of().parseHex("504b");
    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RICH_TEXT = "{\\rtf".getBytes(StandardCharsets.US_ASCII);

    private ClaimFile() {}

    /**
     * Gives every row to {@code each}, in order. Refused at the field {@code file}, see {@link FileFault}: what isn't a
     * table, is damaged, is too large, or lacks a column; and a file name with a personal number in it.
     *
     * @param fileName what the user's file is called
     * @param each gets rows as they are read, so that a file can be refused after some of its rows were given: what came
     *     of them must then be thrown away
     */
    public static Answer<Summary> read(Path file, String fileName, Consumer<Line> each) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, FIELD, fileName);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        try (Rows rows = open(file)) {
            return read(rows, each);
        } catch (UnreadableFile e) {
            return Answer.refused(e.refusal().at(FIELD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also for {@link TableFile}: any table, whatever its columns. */
    static Rows open(Path file) throws IOException {
        if (Files.size(file) > MOST_MEGABYTES * 1_000_000L) {
            throw new UnreadableFile(FileFault.FILE_TOO_LARGE, MOST_MEGABYTES);
        }
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(OLD_OFFICE.length);
        }
        if (start.length == 0) {
            throw new UnreadableFile(FileFault.FILE_EMPTY);
        }
        if (begins(start, OLD_OFFICE)) {
            throw new UnreadableFile(FileFault.FILE_OLD_OR_LOCKED);
        }
        if (begins(start, PDF) || begins(start, RICH_TEXT)) {
            throw new UnreadableFile(FileFault.FILE_NOT_A_TABLE);
        }
        return begins(start, ZIP) && isZip(start) ? XlsxRows.open(file) : CsvRows.open(file);
    }

    /** What follows PK in every archive; a code can begin with the same letters. */
    private static boolean isZip(byte[] start) {
        return start.length > 3 && start[2] < ' ' && start[3] < ' ';
    }

    private static boolean begins(byte[] start, byte[] signature) {
        return Arrays.mismatch(start, signature) == signature.length || Arrays.equals(start, signature);
    }

    private static Answer<Summary> read(Rows rows, Consumer<Line> each) throws IOException {
        Rows.Row first = nextFilled(rows);
        if (first == null) {
            throw new UnreadableFile(FileFault.FILE_EMPTY);
        }
        Answer<Header> found = Header.of(first);
        if (found.isRefused()) {
            return Answer.refused(
                    found.refusals().stream().map(fault -> fault.at(FIELD)).toList());
        }
        Header header = found.get();
        int lines = 0;
        for (Rows.Row row = nextFilled(rows); row != null; row = nextFilled(rows)) {
            if (++lines > MOST_ROWS) {
                throw new UnreadableFile(FileFault.FILE_TOO_MANY_ROWS, (long) MOST_ROWS);
            }
            each.accept(header.line(row, rows.days()));
        }
        if (lines == 0) {
            throw new UnreadableFile(FileFault.FILE_EMPTY);
        }
        return Answer.of(new Summary(lines, header.ignored()));
    }

    static Rows.Row nextFilled(Rows rows) throws IOException {
        Rows.Row row = rows.next();
        while (row != null && row.isEmpty()) {
            row = rows.next();
        }
        return row;
    }
}
