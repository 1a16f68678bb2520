package se.medel.costreport.lines;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a list of costs, in any order and in either language. */
public enum CostColumn {
    GRANT("Bidrag", "Grant"),
    LINE("Rad", "Line"),
    CATEGORY("Kostnadsslag", "Kind of cost"),
    TEXT("Text", "Text"),
    AMOUNT("Belopp", "Amount"),
    DEVIATION("Avvikelse", "Deviation");

    private final String swedish;
    private final String english;

    CostColumn(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** What stands above the column in the template. */
    public String header() {
        return swedish;
    }

    /** What refusals call it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CostColumn> called(String header) {
        return Stream.of(values())
                .filter(column -> header.equalsIgnoreCase(column.swedish) || header.equalsIgnoreCase(column.english))
                .findFirst();
    }
}
