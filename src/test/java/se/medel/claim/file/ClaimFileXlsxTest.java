package se.medel.claim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.file.ClaimFileFixture.header;
import static se.medel.claim.file.ClaimFileFixture.inline;
import static se.medel.claim.file.ClaimFileFixture.parts;
import static se.medel.claim.file.ClaimFileFixture.put;
import static se.medel.claim.file.ClaimFileFixture.read;
import static se.medel.claim.file.ClaimFileFixture.sheet;
import static se.medel.claim.file.ClaimFileFixture.workbook;
import static se.medel.claim.file.ClaimFileFixture.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import se.medel.refusal.Refusal;

class ClaimFileXlsxTest {

    @Test
    void whatALibraryWroteComesBackCellForCell() {
        var read = read(workbook(sheet -> {
            sheet.value(1, 0, " RÅ-1 ");
            sheet.value(1, 1, 1994);
            sheet.value(1, 2, LocalDate.of(2014, 2, 14));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, "Åsa & Öman");
            sheet.inlineString(3, 0, "TE-2");
            sheet.value(3, 1, 1990.0);
            sheet.value(3, 2, "2014-03-01");
            sheet.value(3, 3, LocalDateTime.of(2012, 1, 31, 23, 30));
            sheet.style(3, 3).format("d mmm yy hh:mm").set();
            sheet.value(3, 4, "nej");
            sheet.value(3, 7, "kommentar");
        }));

        assertThat(read.texts())
                .containsExactly(
                        List.of("RÅ-1", "1994", "2014-02-14", "", "SANT", "Åsa & Öman"),
                        List.of("TE-2", "1990", "2014-03-01", "2012-01-31", "nej", ""));
        assertThat(read.numbers()).containsExactly(2, 4);
    }

    @Test
    void aDayIsADayWhateverExcelKeptOfIt() {
        Line line = read(workbook(sheet -> {
                    sheet.value(1, 0, LocalDate.of(2014, 1, 3));
                    sheet.style(1, 0).format("d/m").set();
                    sheet.value(1, 1, LocalDate.of(1994, 3, 2));
                    sheet.style(1, 1).format("[$-41D]yyyy/mm/dd;@").set();
                    sheet.value(1, 2, 41684);
                    sheet.value(1, 3, 41684.75);
                    sheet.value(1, 4, 41684);
                    sheet.value(1, 5, 41684);
                    sheet.style(1, 5).format("# ##0,00 \"dagar\"").set();
                }))
                .lines()
                .get(0);

        assertThat(List.copyOf(line.cells().values()))
                .containsExactly("2014-01-03", "1994-03-02", "2014-02-14", "2014-02-14", "41684", "41684");
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
        for (String yes : List.of("1", "true")) {
            Map<String, byte[]> parts =
                    parts(header() + "<row r='2'>" + inline("A-1") + "<c r='C2'><v>40222</v></c></row>");
            put(parts, "xl/workbook.xml", ClaimFileFixture.MAIN.formatted(yes));
            assertThat(read(zip(parts)).lines().get(0).text(Column.ADMITTED_ON)).isEqualTo("2014-02-14");
        }
    }

    @Test
    void excelsOwnLeapDayIsLivedWith() {
        assertThat(ExcelDays.FROM_1900.day(PlainNumber.in("1").get())).isEqualTo("1900-01-01");
        assertThat(ExcelDays.FROM_1900.day(PlainNumber.in("61").get())).isEqualTo("1900-03-01");
        assertThat(ExcelDays.FROM_1900.day(PlainNumber.in("2958465").get())).isEqualTo("9999-12-31");
        assertThat(ExcelDays.FROM_1900.day(PlainNumber.in("-1").get())).isEqualTo("-1");
    }

    @Test
    void formulasAreSaidAndWhatTheyLastCameToIsNotGiven() {
        Line line = read(zip(parts(header() + "<row r='2'>" + inline("A-1")
                        + "<c><f>1990+4</f><v>1994</v></c><c t='s'><f>B1</f><v>0</v></c>"
                        + "<c t='str'><f t='shared' si='9'/><v>x</v></c><c t='e'><f>#REF!</f><v>#REF!</v></c></row>")))
                .lines()
                .get(0);

        assertThat(line.formulas())
                .isEqualTo(Set.of(Column.BIRTH_YEAR, Column.ADMITTED_ON, Column.EARLIER_CONTACT, Column.ATTESTED));
        assertThat(List.copyOf(line.cells().values())).containsExactly("A-1", "", "", "", "", "");
    }

    @Test
    void numbersAreWrittenPlainly() {
        Line line = read(zip(parts(header()
                        + "<row r='2'><c><v>1.995E3</v></c><c><v>1994.0</v></c><c><v>1E999999999</v></c>"
                        + "<c><v>0.5</v></c><c t='d'><v>2014-02-14T00:00:00</v></c><c t='e'><v>#N/A</v></c></row>")))
                .lines()
                .get(0);

        assertThat(List.copyOf(line.cells().values()))
                .containsExactly("1995", "1994", "1E999999999", "0.5", "2014-02-14", "#N/A");
    }

    @Test
    void aTextOfSeveralFormatsIsOneTextAndItsSpokenReadingIsNot() {
        Map<String, byte[]> parts = parts(header() + "<row><c t='s'><v>0</v></c></row>");
        put(
                parts,
                "xl/sharedStrings.xml",
                "<x:sst xmlns:x='y'><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>A</x:t></x:r><x:r><x:t>-1</x:t></x:r>"
                        + "<x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>");
        assertThat(read(zip(parts)).lines().get(0).text(Column.CODE)).isEqualTo("A-1");
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", null)) {
            Worksheet hidden = workbook.newWorksheet("Gömt");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "Inget");
            Worksheet shown = workbook.newWorksheet("Visat");
            for (Column column : Column.values()) {
                shown.value(0, column.ordinal(), column.header());
            }
            shown.value(1, 0, "A-1");
            workbook.newWorksheet("Sist").value(0, 0, "Inget");
            workbook.finish();
        }
        assertThat(read(bytes.toByteArray()).texts()).containsExactly(List.of("A-1", "", "", "", "", ""));
    }

    @Test
    void anArchiveThatIsNoWorkbookIsNoTable() {
        assertThat(read(zip(Map.of("readme.txt", new byte[] {1}))).reasons())
                .containsExactly(FileFault.FILE_NOT_A_TABLE);
        Map<String, byte[]> letter = parts("");
        put(letter, "xl/workbook.xml", "<document/>");
        assertThat(read(zip(letter)).reasons()).containsExactly(FileFault.FILE_NOT_A_TABLE);
    }

    @Test
    void aWorkbookThatIsCutOffOrContradictsItselfIsDamaged() {
        byte[] whole = workbook(sheet -> sheet.value(1, 0, "A-1"));
        assertThat(read(Arrays.copyOf(whole, whole.length / 2)).reasons()).containsExactly(FileFault.FILE_DAMAGED);
        for (String row : List.of(
                "<row r='2'><c t='s'><v>7</v></c></row>",
                "<row r='2'><c r='B2'/><c r='A2'/></row>",
                "<row r='2'/><row r='2'/>",
                "<row r='99999999'/>",
                "<row r='2'><c r='XFE2'/></row>",
                "<row r='2'><c r='ZZZZZZ2'/></row>",
                "<row r='2'>",
                "<row r='2'>&unknown;</row>",
                "<row r='2'><!-- hidden --></row>",
                "<row r='2'><?instruction?></row>",
                "<b>".repeat(200))) {
            assertThat(read(zip(parts(header() + row))).reasons()).as(row).containsExactly(FileFault.FILE_DAMAGED);
        }
    }

    @Test
    void aDocumentTypeIsRefusedWhereverItPoints() {
        for (String type : List.of(
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
                "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
                "<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/a'>%a;]>")) {
            for (String part :
                    List.of("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels")) {
                Map<String, byte[]> parts = parts(header());
                parts.put(
                        part,
                        (type + new String(parts.get(part), StandardCharsets.UTF_8).replaceFirst("<\\?.*\\?>", ""))
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(read(zip(parts)).reasons()).as(part).containsExactly(FileFault.FILE_DAMAGED);
            }
        }
        Map<String, byte[]> wide = parts("");
        wide.put(
                "xl/worksheets/sheet1.xml",
                ("\uFEFF<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x [<!ENTITY a 'b'>]>" + sheet("&a;"))
                        .getBytes(StandardCharsets.UTF_16LE));
        assertThat(read(zip(wide)).reasons()).containsExactly(FileFault.FILE_DAMAGED);
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws IOException {
        String fill = " ".repeat(100_000);
        String sheet = "<worksheet><sheetData>";
        for (byte[] bomb : List.of(
                bomb("xl/sharedStrings.xml", "<sst>", "<si>" + fill + "</si>", 50_000_001),
                bomb("xl/sharedStrings.xml", "<sst>", "<si/>", 5 * 500_001),
                bomb("xl/workbook.xml", "<workbook>", "<a>" + fill + "</a>", 10_000_001),
                bomb("xl/worksheets/sheet1.xml", sheet, "<row>" + fill + "</row>", 50_000_001))) {
            assertThat(bomb.length).isLessThan(1_000_000);
            assertThat(read(bomb).reasons()).containsExactly(FileFault.FILE_UNPACKS_TOO_LARGE);
        }
        for (byte[] bomb : List.of(
                bomb("xl/worksheets/sheet1.xml", sheet + "<row><c t='inlineStr'><is><t>", fill, 400_000),
                bomb("xl/worksheets/sheet1.xml", sheet + "<row r='", fill, 400_000),
                bomb("xl/workbook.xml", "<workbook a='", fill, 400_000))) {
            assertThat(read(bomb).reasons()).containsExactly(FileFault.FILE_DAMAGED);
        }
    }

    /** A workbook where one part goes on and on. */
    private static byte[] bomb(String name, String start, String repeated, long length) throws IOException {
        Map<String, byte[]> parts = parts(header());
        parts.remove(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            write(zip, start, repeated, length);
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream to, String start, String repeated, long length) throws IOException {
        to.write(start.getBytes(StandardCharsets.UTF_8));
        byte[] block =
                repeated.repeat(Math.max(1, 1_000_000 / repeated.length())).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < length; written += block.length) {
            to.write(block);
        }
    }

    @Test
    void endlesslyManyNamesAreRefused() {
        StringBuilder rows = new StringBuilder(header());
        for (int i = 0; i < 3_000; i++) {
            rows.append("<n").append(i).append("/>");
        }
        assertThat(read(zip(parts(rows.toString()))).reasons()).containsExactly(FileFault.FILE_DAMAGED);
    }

    @Test
    void aCellThatClaimsToStandFarAwayTakesNoRoom() {
        String row = "<row r='2'>" + inline("A-1") + "<c r='XFD2'><v>%s</v></c></row>";
        assertThat(read(zip(parts(header() + row.formatted("")))).lines()).hasSize(1);
        assertThat(read(zip(parts(header() + row.formatted("1")))).answer().refusals())
                .containsExactly(
                        Refusal.of(FileFault.FILE_TOO_MANY_COLUMNS, 2, 100).at("file"));
    }

    @Test
    void aLongTextAndARowTooManyAreRefused() {
        assertThat(read(zip(parts(header() + "<row>" + inline("x".repeat(501)) + "</row>")))
                        .answer()
                        .refusals())
                .containsExactly(Refusal.of(FileFault.FILE_CELL_TOO_LONG, 2, Column.CODE, 500)
                        .at("file"));
        var read = read(zip(parts(header() + ("<row>" + inline("A-1") + "</row>").repeat(10_001))));
        assertThat(read.reasons()).containsExactly(FileFault.FILE_TOO_MANY_ROWS);
        assertThat(read.lines()).hasSize(10_000);
    }
}
