package se.medel.claim.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;

/** Claim files as districts' spreadsheets write them, and as nobody should. */
final class ClaimFileFixture {

    static final String HEADER = "Kod;Födelseår;Inskriven;Senaste tidigare kontakt;Ej aktuell;Intygat av";

    /** What came of reading. */
    record Read(Answer<Summary> answer, List<Line> lines) {

        List<Reason> reasons() {
            return answer.refusals().stream().map(refusal -> refusal.reason()).toList();
        }

        List<List<String>> texts() {
            return lines.stream()
                    .map(line -> List.copyOf(line.cells().values()))
                    .toList();
        }

        List<Integer> numbers() {
            return lines.stream().map(Line::number).toList();
        }
    }

    private ClaimFileFixture() {}

    static Read read(byte[] bytes) {
        Path file = null;
        try {
            file = Files.createTempFile("claim", ".file");
            Files.write(file, bytes);
            List<Line> lines = new ArrayList<>();
            return new Read(ClaimFile.read(file, "lista.csv", lines::add), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** A workbook by the library, with the template's header in the first row of its first sheet. */
    static byte[] workbook(Consumer<Worksheet> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", null)) {
            Worksheet sheet = workbook.newWorksheet("Klienter");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
            }
            rows.accept(sheet);
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static final String MAIN =
            "<workbook xmlns:r='r'><workbookPr date1904='%s'/><sheets><sheet name='A' r:id='r1'/></sheets></workbook>";

    /** The parts of a workbook with this inside its {@code sheetData}; texts stand in the cells themselves. */
    static Map<String, byte[]> parts(String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "_rels/.rels",
                "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        put(
                parts,
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + relation("r3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        put(parts, "xl/workbook.xml", MAIN.formatted("0"));
        put(parts, "xl/sharedStrings.xml", "<sst/>");
        put(parts, "xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String header() {
        StringBuilder cells = new StringBuilder("<row r='1'>");
        for (Column column : Column.values()) {
            cells.append(inline(column.header()));
        }
        return cells.append("</row>").toString();
    }

    static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    static void put(Map<String, byte[]> parts, String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='%s' Type='http://x/relationships/%s' Target='%s'/>".formatted(id, type, target);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
