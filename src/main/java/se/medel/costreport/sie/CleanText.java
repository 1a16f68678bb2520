package se.medel.costreport.sie;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.medel.privacy.PersonalNumbers;

/** Turns a file's bytes into texts that may be shown: without control characters, and masked where they look personal. */
final class CleanText {

    /** What stands instead of a text that looks personal. */
    static final String MASK = "***";

    /** The digits of a personal number without its century. */
    private static final int DIGITS = 10;

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");

    private final SieEncoding encoding;
    private final ByteCache<String, RuntimeException> known = new ByteCache<>(this::make);
    private boolean masked;

    CleanText(SieEncoding encoding) {
        this.encoding = encoding;
    }

    /** Whether a text was masked since this was last asked. */
    boolean hasMasked() {
        boolean has = masked;
        masked = false;
        return has;
    }

    /** Texts repeat: what was made of the same bytes before is taken again. */
    String of(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        String text = known.of(bytes, from, to);
        masked |= text == MASK;
        return text;
    }

    /** Of a text that won't come again. */
    String ofNew(byte[] bytes, int from, int to) {
        String text = make(bytes, from, to);
        masked |= text == MASK;
        return text;
    }

    private String make(byte[] bytes, int from, int to) {
        int most = 0;
        int digits = 0;
        boolean plain = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                most = Math.max(most, ++digits);
            } else if (b < ' ' || b == 0x7F) {
                plain = false;
            } else if (!joins(b)) {
                digits = 0;
            }
        }
        String text =
                plain ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : decoded(bytes, from, to);
        // A look at each text would take longer than all the rest of reading; few have so many digits.
        boolean suspicious = most >= DIGITS || !plain && encoding == SieEncoding.UTF_8;
        return suspicious && PersonalNumbers.areIn(text) ? MASK : text;
    }

    /** What can stand between two digits of a number, see {@link PersonalNumbers}. */
    private static boolean joins(byte b) {
        return b == ' ' || b == '-' || b == '+' || b == '.' || b == '/';
    }

    private String decoded(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, encoding.charset());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return CONTROLS.matcher(text).replaceAll(" ");
            }
        }
        return text;
    }
}
