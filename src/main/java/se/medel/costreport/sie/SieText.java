package se.medel.costreport.sie;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes texts that can be written in code page 437, which has Swedish letters but no dash, no curly quotation mark and no euro.
 * What it lacks is written as it would be on an old typewriter.
 */
final class SieText {

    private static final Map<Integer, String> LIKE = Map.ofEntries(
            Map.entry((int) '\u2010', "-"),
            Map.entry((int) '\u2011', "-"),
            Map.entry((int) '\u2012', "-"),
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u2212', "-"),
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201C', "\""),
            Map.entry((int) '\u201D', "\""),
            Map.entry((int) '\u2026', "..."),
            Map.entry((int) '\u20AC', "EUR"),
            Map.entry((int) '\u00D8', "Ö"),
            Map.entry((int) '\u00F8', "ö"),
            // At the end of a text it would escape the closing quotation mark.
            Map.entry((int) '\\', "/"));

    /** Most texts. */
    private static final Pattern PLAIN = Pattern.compile("[ -\\[\\]-~åäöÅÄÖ]*");

    private static final String UNKNOWN = "?";

    private SieText() {}

    /** The text with nothing in it that the code page lacks, and nothing that the format forbids. */
    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : replaced(text);
    }

    private static String replaced(String text) {
        CharsetEncoder encoder = SieEncoding.CP437.charset().newEncoder();
        StringBuilder written = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> written.append(written(point, encoder)));
        return written.toString();
    }

    private static String written(int point, CharsetEncoder encoder) {
        if (LIKE.containsKey(point)) {
            return LIKE.get(point);
        }
        if (Character.isISOControl(point) || Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return " ";
        }
        if (Character.getType(point) == Character.FORMAT) {
            return "";
        }
        String same = Character.toString(point);
        if (encoder.canEncode(same)) {
            return same;
        }
        String bare = Normalizer.normalize(same, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && encoder.canEncode(bare) ? bare : UNKNOWN;
    }
}
