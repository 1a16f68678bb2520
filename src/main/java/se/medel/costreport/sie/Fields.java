package se.medel.costreport.sie;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * One line taken apart: what kind it is, its fields, and which of them stand in braces. Used for one line after the other.
 *
 * <p>The fields' bytes stand one after the other in one array, without separators, quotation marks, braces and the backslash
 * of an escaped quotation mark: that is just what the format's checksum is counted over.
 */
final class Fields {

    enum Kind {
        BLANK,
        RECORD,
        OPEN,
        CLOSE,
        /** Neither a record nor a brace, or something beside a brace. */
        OTHER
    }

    /** More fields than any record has; what stands beyond them is ignored, as the format wants. */
    private static final int MOST = 512;

    private static final byte PLAIN = 0;
    private static final byte SPACE = 1;
    private static final byte END = 2;
    private static final byte QUOTE = 3;
    private static final byte BRACE_OPEN = 4;
    private static final byte BRACE_CLOSE = 5;
    private static final byte BACKSLASH = 6;
    private static final byte[] MEANING = new byte[256];

    static {
        MEANING[' '] = SPACE;
        MEANING['\t'] = SPACE;
        MEANING['\n'] = END;
        MEANING['\r'] = END;
        MEANING['"'] = QUOTE;
        MEANING['{'] = BRACE_OPEN;
        MEANING['}'] = BRACE_CLOSE;
        MEANING['\\'] = BACKSLASH;
    }

    private final byte[] content;
    private final int[] ends = new int[MOST];
    private int length;
    private int count;
    private Kind kind;
    private int listFrom;
    private int listTo;
    private boolean quoteOpen;
    private boolean bracesWrong;
    private boolean nested;

    /** @param longest no line has more bytes */
    Fields(int longest) {
        this.content = new byte[longest];
    }

    /**
     * Takes apart the line that begins at {@code from}. There must be a line end somewhere.
     *
     * @return where its line end stands
     */
    int read(byte[] bytes, int from) {
        clear();
        int at = from;
        while (MEANING[bytes[at] & 0xFF] == SPACE) {
            at++;
        }
        kind = kindOf(bytes[at]);
        if (kind == Kind.OPEN || kind == Kind.CLOSE) {
            return readBrace(bytes, at + 1);
        }
        while (true) {
            switch (MEANING[bytes[at] & 0xFF]) {
                case SPACE -> at++;
                case END -> {
                    bracesWrong |= isInList();
                    return at;
                }
                case QUOTE -> at = quoted(bytes, at + 1);
                case BRACE_OPEN -> {
                    openList();
                    at++;
                }
                case BRACE_CLOSE -> {
                    closeList();
                    at++;
                }
                default -> at = unquoted(bytes, at);
            }
        }
    }

    private void clear() {
        length = 0;
        count = 0;
        listFrom = -1;
        listTo = -1;
        quoteOpen = false;
        bracesWrong = false;
        nested = false;
    }

    private static Kind kindOf(byte first) {
        return switch (first) {
            case '#' -> Kind.RECORD;
            case '{' -> Kind.OPEN;
            case '}' -> Kind.CLOSE;
            case '\n', '\r' -> Kind.BLANK;
            default -> Kind.OTHER;
        };
    }

    private int readBrace(byte[] bytes, int from) {
        int at = from;
        while (MEANING[bytes[at] & 0xFF] != END) {
            if (MEANING[bytes[at] & 0xFF] != SPACE) {
                kind = Kind.OTHER;
                bracesWrong = true;
            }
            at++;
        }
        return at;
    }

    private int unquoted(byte[] bytes, int from) {
        int at = from;
        int to = length;
        while (true) {
            byte b = bytes[at];
            byte meaning = MEANING[b & 0xFF];
            if (meaning != PLAIN) {
                if (meaning == BACKSLASH) {
                    if (bytes[at + 1] == '"') {
                        b = bytes[++at];
                    }
                } else if (meaning != QUOTE) {
                    break;
                }
            }
            content[to++] = b;
            at++;
        }
        end(to);
        return at;
    }

    private int quoted(byte[] bytes, int from) {
        int at = from;
        int to = length;
        while (true) {
            byte b = bytes[at];
            if (b == '"') {
                at++;
                break;
            }
            if (b == '\n' || b == '\r') {
                quoteOpen = true;
                break;
            }
            if (b == '\\' && bytes[at + 1] == '"') {
                b = bytes[++at];
            }
            content[to++] = b;
            at++;
        }
        end(to);
        return at;
    }

    private void end(int to) {
        length = to;
        if (count < MOST) {
            ends[count++] = to;
        } else {
            bracesWrong |= isInList();
        }
    }

    private void openList() {
        if (listFrom >= 0) {
            nested |= isInList();
            bracesWrong = true;
        } else {
            listFrom = count;
        }
    }

    private void closeList() {
        if (isInList()) {
            listTo = count;
        } else {
            bracesWrong = true;
        }
    }

    private boolean isInList() {
        return listFrom >= 0 && listTo < 0;
    }

    Kind kind() {
        return kind;
    }

    /** A quotation mark isn't closed on the line; its field goes to the line's end. */
    boolean isQuoteOpen() {
        return quoteOpen;
    }

    /** More or less than one pair of braces at most. */
    boolean areBracesWrong() {
        return bracesWrong;
    }

    /** Braces inside braces. */
    boolean isNested() {
        return nested;
    }

    byte[] content() {
        return content;
    }

    /** The length of all fields together. */
    int length() {
        return length;
    }

    /** How many fields there are outside the braces, the label among them. */
    int count() {
        return count - listCount();
    }

    int listCount() {
        return listTo < 0 ? 0 : listTo - listFrom;
    }

    /** Where a field outside the braces begins in {@link #content}; at the end where the line is shorter. */
    int from(int field) {
        int place = place(field);
        return place == 0 ? 0 : place < count ? ends[place - 1] : length;
    }

    int to(int field) {
        int place = place(field);
        return place < count ? ends[place] : length;
    }

    private int place(int field) {
        return listTo >= 0 && field >= listFrom ? field + listTo - listFrom : field;
    }

    int listFrom(int field) {
        return ends[listFrom + field - 1];
    }

    int listTo(int field) {
        return ends[listFrom + field];
    }

    boolean isEmpty(int field) {
        return from(field) == to(field);
    }

    boolean has(int field, byte[] value) {
        return Arrays.equals(content, from(field), to(field), value, 0, value.length);
    }

    void addTo(CRC32 checksum) {
        checksum.update(content, 0, length);
    }
}
