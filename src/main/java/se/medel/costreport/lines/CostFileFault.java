package se.medel.costreport.lines;

import java.util.List;
import se.medel.refusal.Reason;

/** What is wrong in a list of costs. The row is the one that a spreadsheet shows. */
public enum CostFileFault implements Reason {
    /** Argument: the column. */
    COST_FILE_COLUMN_MISSING("column"),
    COST_FILE_COLUMN_TWICE("column"),
    COST_FILE_GRANT_UNKNOWN("row"),
    COST_FILE_LINE_UNKNOWN("row"),
    COST_FILE_LINE_TWICE("row"),
    COST_FILE_CATEGORY_UNKNOWN("row"),
    COST_FILE_TEXT_MISSING("row"),
    COST_FILE_AMOUNT_UNREADABLE("row"),
    COST_FILE_FORMULA("row"),
    /** A personal number, or a text that is too long. */
    COST_FILE_TEXT_REFUSED("row");

    private final List<String> members;

    CostFileFault(String... members) {
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
