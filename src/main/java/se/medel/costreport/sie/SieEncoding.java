package se.medel.costreport.sie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a file's letters are written. The format knows only code page 437; ledgers know better, or don't know at all. */
public enum SieEncoding {
    CP437(Charset.forName("IBM437")),
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_1252(Charset.forName("windows-1252"));

    /** How many of the first bytes are looked at. */
    public static final int PREFIX = 65_536;

    private static final String SWEDISH = "åäöÅÄÖéÉ";

    private final transient Charset charset;

    SieEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }

    /**
     * UTF-8 where everything above ASCII is right in it, which no text in the others is by chance; of the others the one in
     * which more letters are Swedish. CP437, as the format says, where nothing speaks for another.
     */
    static SieEncoding of(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + PREFIX);
        if (!hasOnlyAscii(bytes, from, end)) {
            if (isUtf8(bytes, from, end)) {
                return UTF_8;
            }
            if (WINDOWS_1252.swedishLetters(bytes, from, end) > CP437.swedishLetters(bytes, from, end)) {
                return WINDOWS_1252;
            }
        }
        return CP437;
    }

    static boolean hasOnlyAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int swedishLetters(byte[] bytes, int from, int to) {
        byte[] letters = SWEDISH.getBytes(charset);
        boolean[] swedish = new boolean[256];
        for (byte letter : letters) {
            swedish[letter & 0xFF] = true;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            if (swedish[bytes[i] & 0xFF]) {
                count++;
            }
        }
        return count;
    }

    /** Whether the bytes are UTF-8; a letter that the end cuts in two counts as right. */
    private static boolean isUtf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int following = following(bytes[i]);
            if (following < 0) {
                return false;
            }
            int last = Math.min(to, i + 1 + following);
            for (i++; i < last; i++) {
                if ((bytes[i] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many bytes follow in the letter that this byte begins; negative where it begins none. */
    private static int following(byte first) {
        if (first >= 0) {
            return 0;
        }
        int bits = first & 0xFF;
        if (bits >= 0xC2 && bits < 0xE0) {
            return 1;
        }
        if (bits >= 0xE0 && bits < 0xF0) {
            return 2;
        }
        return bits >= 0xF0 && bits < 0xF5 ? 3 : -1;
    }
}
