package se.medel.claim.file;

import java.util.List;
import se.medel.refusal.Reason;

/** Why a claim file can't be read. None of the arguments is taken from a cell. */
public enum FileFault implements Reason {
    /** Neither CSV nor {@code .xlsx}: a PDF, a web page, a picture, another kind of archive. */
    FILE_NOT_A_TABLE,
    /** An {@code .xls} from before 2007, or a workbook behind a password; both come in the same wrapping. */
    FILE_OLD_OR_LOCKED,
    /** An {@code .xlsx} that is cut off, broken, or built to do harm. */
    FILE_DAMAGED,
    /** No row below the header, or nothing at all. */
    FILE_EMPTY,
    /** The first row that isn't empty names none of the columns. */
    FILE_HEADER_MISSING,
    /** Argument: the {@link Column}. */
    FILE_COLUMN_MISSING("column"),
    /** Argument: the {@link Column} that two headers name. */
    FILE_COLUMN_TWICE("column"),
    /** Argument: the most megabytes of a file. */
    FILE_TOO_LARGE("maximum"),
    /** An {@code .xlsx} that is much larger unpacked than any claim. */
    FILE_UNPACKS_TOO_LARGE,
    /** Argument: the most rows below the header. */
    FILE_TOO_MANY_ROWS("maximum"),
    /** Arguments: the row, the most columns. */
    FILE_TOO_MANY_COLUMNS("row", "maximum"),
    /** Arguments: the row, the {@link Column}, the most characters. */
    FILE_CELL_TOO_LONG("row", "column", "maximum"),
    /** A row of a CSV whose quotation marks don't match. Argument: the row. */
    FILE_ROW_UNREADABLE("row");

    private final List<String> members;

    FileFault(String... members) {
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
