package se.medel.costreport.sie;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** The lines of a file, one at a time, out of one buffer. */
final class SieLines {

    /** The longest line, in bytes. Ledgers cut their texts far below it. */
    static final int LONGEST = 8_192;

    private static final int BUFFER = 2 * SieEncoding.PREFIX;
    private static final byte[] BYTE_ORDER_MARK = HexFormat.of().parseHex("efbbbf");

    private final InputStream in;
    /** More than is ever filled: for the line end that the last line may lack, and for the last of its {@link Words}. */
    private final byte[] buffer = new byte[BUFFER + 1 + Words.SPARE];

    private final Marks marks = new Marks(buffer.length);

    private int at;
    /** The lines up to here are whole. */
    private int whole;

    private int filled;
    private boolean ended;
    private long number;

    SieLines(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (filled >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            at = BYTE_ORDER_MARK.length;
            whole = Math.max(whole, at);
        }
    }

    /** To read lines into. */
    Fields fields() {
        return new Fields(buffer, marks);
    }

    SieEncoding encoding() {
        return SieEncoding.of(buffer, at, filled);
    }

    boolean isEmpty() {
        for (int i = at; i < filled; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return ended;
    }

    /** Reads the next line into {@link #fields}; false where there is none. */
    boolean next(Fields fields) throws IOException {
        if (at >= whole && !moreLines()) {
            return false;
        }
        number++;
        int end = fields.read(at);
        if (end - at > LONGEST) {
            throw tooLong();
        }
        at = end + 1;
        if (buffer[end] == '\r' && at < filled && buffer[at] == '\n') {
            at++;
        }
        return true;
    }

    private boolean moreLines() throws IOException {
        while (!ended) {
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
            fill();
            if (whole > at) {
                return true;
            }
            if (filled == BUFFER) {
                number++;
                throw tooLong();
            }
        }
        return at < whole;
    }

    private UnreadableSie tooLong() {
        return new UnreadableSie(SieFault.SIE_LINE_TOO_LONG, number, (long) LONGEST);
    }

    private void fill() throws IOException {
        int wanted = BUFFER - filled;
        int read = in.readNBytes(buffer, filled, wanted);
        filled += read;
        ended = read < wanted;
        if (ended && filled > 0 && !isLineEnd(buffer[filled - 1])) {
            buffer[filled++] = '\n';
        }
        marks.mark(buffer, filled);
        whole = lastLineEnd();
    }

    /** Behind the last line end that is surely whole: a carriage return at the end may have its other half to come. */
    private int lastLineEnd() {
        int last = ended ? filled : filled - 1;
        for (int i = last; i > at; i--) {
            if (isLineEnd(buffer[i - 1])) {
                return i;
            }
        }
        return at;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** The number of the line that was read last, from one. */
    long number() {
        return number;
    }
}
