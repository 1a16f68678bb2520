package se.medel.claim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.file.ClaimFileFixture.HEADER;
import static se.medel.claim.file.ClaimFileFixture.header;
import static se.medel.claim.file.ClaimFileFixture.inline;
import static se.medel.claim.file.ClaimFileFixture.parts;
import static se.medel.claim.file.ClaimFileFixture.read;
import static se.medel.claim.file.ClaimFileFixture.workbook;
import static se.medel.claim.file.ClaimFileFixture.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every file. */
class ClaimFileLawsTest {

    private static final List<byte[]> RIGHT = List.of(
            (HEADER + "\r\nRÅ-1;1994;2014-02-14;;ja;\"Åsa \"\"lots\"\"\"\r\n").getBytes(StandardCharsets.UTF_8),
            (HEADER + "\nRÅ-1;1994;2014-02-14;;ja;Åsa\n").getBytes(StandardCharsets.UTF_16),
            workbook(sheet -> sheet.value(1, 0, "A-1")),
            ClaimTemplate.workbook());

    private static final byte[] SHEET = parts(header()
                    + "<row r='2'><c r='A2' t='inlineStr'><is><t>A-1</t></is></c><c r='B2'><v>1994</v></c></row>")
            .get("xl/worksheets/sheet1.xml");

    @Property(tries = 500)
    void anyBytesGetAnAnswer(@ForAll byte[] bytes) {
        assertThat(read(bytes).answer()).isNotNull();
    }

    @Property(tries = 500)
    void aRightFileWithWrongBytesInItGetsAnAnswer(
            @ForAll @IntRange(max = 3) int file,
            @ForAll @Size(min = 1, max = 8) Map<@IntRange(max = 100_000) Integer, Byte> wrong) {
        assertThat(read(spoiled(RIGHT.get(file), wrong)).answer()).isNotNull();
    }

    /** Wrong before it is packed: a packed byte that is wrong seldom gets past the checksum. */
    @Property(tries = 500)
    void aRightSheetWithWrongBytesInItGetsAnAnswer(
            @ForAll @Size(min = 1, max = 4) Map<@IntRange(max = 100_000) Integer, Byte> wrong) {
        Map<String, byte[]> parts = parts("");
        parts.put("xl/worksheets/sheet1.xml", spoiled(SHEET, wrong));
        assertThat(read(zip(parts)).answer()).isNotNull();
    }

    private static byte[] spoiled(byte[] right, Map<Integer, Byte> wrong) {
        byte[] bytes = right.clone();
        wrong.forEach((place, value) -> bytes[place % bytes.length] = value);
        return bytes;
    }

    @Property(tries = 200)
    void whatIsWrittenAsCsvComesBackCellForCell(@ForAll("rows") List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (List<String> row : rows) {
            List<String> quoted = new ArrayList<>();
            row.forEach(cell -> quoted.add('"' + cell.replace("\"", "\"\"") + '"'));
            csv.append("\r\n").append(String.join(";", quoted));
        }
        assertThat(read(csv.toString()).texts()).isEqualTo(rows);
    }

    @Property(tries = 100)
    void whatIsWrittenAsAWorkbookComesBackCellForCell(@ForAll("rows") List<List<String>> rows) {
        byte[] shared = workbook(sheet -> {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < 6; column++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        });
        assertThat(read(shared).texts()).isEqualTo(rows);
        StringBuilder inline = new StringBuilder(header());
        for (List<String> row : rows) {
            inline.append("<row>");
            row.forEach(cell -> inline.append(inline(escaped(cell))));
            inline.append("</row>");
        }
        assertThat(read(zip(parts(inline.toString()))).texts()).isEqualTo(rows);
    }

    private static String escaped(String cell) {
        return cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Rows with something in the first cell, and no cell that begins like a formula or is a plain day. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab1 åÄé€;,\t\"<>&\n'=")
                .ofMaxLength(12)
                .map(text -> "x" + text + "x");
        Arbitrary<String> maybe = Arbitraries.oneOf(Arbitraries.just(""), cell);
        return cell.flatMap(first -> maybe.list().ofSize(5).map(others -> {
                    List<String> row = new ArrayList<>(others);
                    row.add(0, first);
                    return row;
                }))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
