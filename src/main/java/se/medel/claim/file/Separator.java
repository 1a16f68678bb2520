package se.medel.claim.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the fields of a CSV: what its first line says, or the sign that its header has most of. */
final class Separator {

    /** Excel's own first line, which Excel doesn't show. */
    private static final Pattern SAID =
            Pattern.compile("\"?sep=([^\"\\r\\n])\"?[\\t ;,]*(\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

    /** In this order, where two are equally many: Swedish Excel writes semicolons. */
    private static final String USUAL = ";\t,";

    private Separator() {}

    /**
     * Leaves the text at its first row.
     *
     * @param most how many characters to look at
     * @throws UnreadableFile where the text is the markup of a web page or another document
     */
    static char of(BufferedReader text, int most) throws IOException {
        text.mark(most);
        char[] chars = new char[most];
        int length = Math.max(0, fill(text, chars));
        String start = new String(chars, 0, length);
        text.reset();
        if (start.stripLeading().startsWith("<")) {
            throw new UnreadableFile(FileFault.FILE_NOT_A_TABLE);
        }
        Matcher said = SAID.matcher(start);
        if (said.lookingAt() && said.group(1).charAt(0) != '=') {
            text.skip(said.end());
            return said.group(1).charAt(0);
        }
        return mostOf(start);
    }

    private static int fill(BufferedReader text, char[] chars) throws IOException {
        int length = 0;
        for (int read = 0; read >= 0 && length < chars.length; length += Math.max(0, read)) {
            read = text.read(chars, length, chars.length - length);
        }
        return length;
    }

    private static char mostOf(String start) {
        int[] count = new int[USUAL.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && (c == '\r' || c == '\n')) {
                if (begun) {
                    break;
                }
                Arrays.fill(count, 0);
            } else if (!quoted && USUAL.indexOf(c) >= 0) {
                count[USUAL.indexOf(c)]++;
            } else if (!Character.isWhitespace(c)) {
                begun = true;
            }
        }
        int best = 0;
        for (int i = 1; i < count.length; i++) {
            best = count[i] > count[best] ? i : best;
        }
        return USUAL.charAt(best);
    }
}
