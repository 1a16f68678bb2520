package se.medel.costreport.sie;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.CRC32;
import se.medel.money.Kronor;

/**
 * Writes records in code page 437, quoted where they must be, and counts their checksum. Makes a file out of anything that it
 * is given: what makes sense as SIE, the caller sees to.
 */
final class SieWriter {

    private static final String LINE_END = "\r\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CRC32 checksum = new CRC32();

    /** A record with its fields in order. A list of {@link ObjectPair} is written in braces. */
    SieWriter record(String label, Object... fields) {
        StringJoiner line = new StringJoiner(" ");
        line.add(add(label));
        for (Object field : fields) {
            line.add(field instanceof List<?> objects ? objects(objects) : quoted(text(field)));
        }
        return raw(line.toString());
    }

    SieWriter openBlock() {
        return raw("{");
    }

    SieWriter closeBlock() {
        return raw("}");
    }

    /** From here the checksum is counted. */
    SieWriter openChecksum() {
        raw("#KSUMMA");
        checksum.reset();
        return this;
    }

    SieWriter closeChecksum() {
        return raw("#KSUMMA " + checksum.getValue());
    }

    /** What was written since this was last asked, so that a large file needn't be held. */
    byte[] take() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    private static String text(Object field) {
        if (field instanceof LocalDate date) {
            return date.format(DateTimeFormatter.BASIC_ISO_DATE);
        }
        return field instanceof Kronor kronor ? kronor.toString() : SieText.of(String.valueOf(field));
    }

    private String objects(List<?> objects) {
        StringJoiner list = new StringJoiner(" ", "{", "}");
        for (Object object : objects) {
            ObjectPair pair = (ObjectPair) object;
            list.add(quoted(String.valueOf(pair.dimension()))).add(quoted(SieText.of(pair.code())));
        }
        return list.toString();
    }

    private String quoted(String text) {
        add(text);
        return isBare(text) ? text : '"' + text.replace("\"", "\\\"") + '"';
    }

    private static boolean isBare(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
    }

    private String add(String text) {
        checksum.update(text.getBytes(SieEncoding.CP437.charset()));
        return text;
    }

    private SieWriter raw(String line) {
        out.writeBytes((line + LINE_END).getBytes(SieEncoding.CP437.charset()));
        return this;
    }
}
