package se.medel.claim.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty claim file that a district downloads and fills in. The same bytes every time. */
public final class ClaimTemplate {

    private static final LocalDateTime MADE = LocalDateTime.of(2014, 1, 1, 0, 0);
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final double WIDTH = 26;

    private static final List<String> GUIDANCE = List.of(
            "Skriv en rad för varje klient på det första bladet. Ändra inte rubrikerna.",
            "Kod: klientens kodnummer i gruppen. Skriv aldrig namn eller personnummer någonstans i filen.",
            "Födelseår: fyra siffror.",
            "Inskriven: dagen då klienten skrevs in i gruppen, skriven som år-månad-dag.",
            "Senaste tidigare kontakt: dagen för den sista kontakten med socialtjänsten före inskrivningen."
                    + " Lämna tomt om det inte har funnits någon.",
            "Ej aktuell: ja, när klienten inte var aktuell hos socialtjänsten i direkt anslutning till beslutet.",
            "Intygat av: tjänstetitel eller användarnamn för den som intygar det.",
            "Skriv värden, inte formler. Högst " + ClaimFile.MOST_ROWS / 1000 + " 000 rader.");

    private ClaimTemplate() {}

    /** UTF-8 with its mark, by which Excel knows it, and semicolons, as Swedish Excel has them. */
    public static byte[] csv() {
        String header = Stream.of(Column.values()).map(Column::header).collect(Collectors.joining(";"));
        return ("\uFEFF" + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An {@code .xlsx} with formats on the columns and, on a second sheet, how to fill it in. */
    public static byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Medel", null)) {
            writeClaim(workbook.newWorksheet("Klienter"));
            writeGuidance(workbook.newWorksheet("Så här fyller du i"));
            workbook.finish();
            return withoutTime(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeClaim(Worksheet sheet) {
        for (Column column : Column.values()) {
            int position = column.ordinal();
            sheet.value(0, position, column.header());
            sheet.style(0, position).bold().set();
            sheet.width(position, WIDTH);
            if (column != Column.BIRTH_YEAR) {
                // As text, Excel leaves a code such as 3-14 alone instead of making it a day.
                sheet.style(position).format(column.isDay() ? DAY : TEXT).set();
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void writeGuidance(Worksheet sheet) {
        sheet.width(0, 4 * WIDTH);
        for (int row = 0; row < GUIDANCE.size(); row++) {
            sheet.value(row, 0, GUIDANCE.get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
    }

    /** Everybody's template is the same file, whenever the server wrote it. */
    private static byte[] withoutTime(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The JDK's own stream can't follow an archive whose sizes stand behind the parts.
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(MADE);
                to.putNextEntry(copy);
                byte[] content = from.getInputStream(part).readAllBytes();
                to.write(part.getName().equals("docProps/core.xml") ? propertiesWithoutTime(content) : content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] propertiesWithoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + MADE + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
