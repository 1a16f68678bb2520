package se.medel.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A file for Excel as it is set up in Sweden: a byte order mark, semicolons, decimal commas. */
public final class Csv {

    public static final String TYPE = "text/csv; charset=utf-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

    /** A row of texts and numbers; a number is written with a decimal comma, what is null is empty. */
    public void row(Object... cells) {
        text.append(line(cells));
    }

    /** A row as it stands in the file, for who writes the file row by row. */
    public static byte[] rowOf(Object... cells) {
        return line(cells).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number below zero is none. */
    private static String cell(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        String text = cell.toString();
        String harmless = text.matches("(?s)[=+\\-@\t\r\n].*") ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
