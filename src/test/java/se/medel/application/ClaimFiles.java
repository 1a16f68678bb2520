package se.medel.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.medel.claim.file.Column;

/** Files of clients as a district's spreadsheet writes them. */
final class ClaimFiles {

    static final String HEADER = "Kod;Födelseår;Inskriven;Senaste tidigare kontakt;Ej aktuell;Intygat av";

    /** A real one by its control digit and by the calendar. */
    static final String PERSONAL_NUMBER = "900101-2385";

    private ClaimFiles() {}

    static byte[] csv(String... rows) {
        return (HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static String right(String code) {
        return code + ";1992;2014-03-17;;ja;Enhetschef";
    }

    /** A workbook with one row, whose birth year is a formula and whose admission is a day as Excel counts them. */
    static byte[] workbook(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", null)) {
            Worksheet sheet = workbook.newWorksheet("Klienter");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
            }
            sheet.value(1, 0, code);
            sheet.formula(1, 1, "1990+2");
            sheet.value(1, 2, 41_715);
            sheet.value(1, 4, "ja");
            sheet.value(1, 5, "Enhetschef");
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
