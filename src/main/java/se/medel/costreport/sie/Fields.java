package se.medel.costreport.sie;

import java.util.Arrays;

/**
 * One line taken apart: what kind it is, its fields, and which of them stand in braces. Used for one line after the other.
 *
 * <p>The fields are where they stand in the buffer, without quotation marks; nothing of them is copied. Joined they are just
 * what the format's checksum is counted over.
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

    /** As many fields as the longest line can have. */
    static final int MOST = SieLines.LONGEST / 2 + 1;

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

    private final Marks marks;
    private final byte[] buffer;
    private final int[] froms = new int[MOST + 1];
    private final int[] tos = new int[MOST + 1];
    private int count;
    private Kind kind;
    private int listFrom;
    private int listTo;
    private boolean quoteOpen;
    private boolean bracesWrong;
    private boolean nested;

    /** @param buffer that lines are read from, and that {@code marks} are of */
    Fields(byte[] buffer, Marks marks) {
        this.buffer = buffer;
        this.marks = marks;
    }

    /**
     * Takes apart the line that begins at {@code from}. There must be a line end somewhere.
     *
     * @return where its line end stands
     */
    int read(int from) {
        clear();
        int at = from;
        while (MEANING[buffer[at] & 0xFF] == SPACE) {
            at++;
        }
        kind = kindOf(buffer[at]);
        if (kind == Kind.OPEN || kind == Kind.CLOSE) {
            return readBrace(at + 1);
        }
        marks.startAt(at);
        while (true) {
            int mark = marks.next();
            switch (MEANING[buffer[mark] & 0xFF]) {
                case SPACE -> {
                    unquoted(at, mark);
                    at = mark + 1;
                }
                case END -> {
                    unquoted(at, mark);
                    bracesWrong |= isInList();
                    froms[count] = mark;
                    tos[count] = mark;
                    return mark;
                }
                case QUOTE -> {
                    // Inside a field it is a part of it.
                    if (at == mark) {
                        at = quoted(mark + 1);
                    }
                }
                case BRACE_OPEN -> {
                    unquoted(at, mark);
                    openList();
                    at = mark + 1;
                }
                case BRACE_CLOSE -> {
                    unquoted(at, mark);
                    closeList();
                    at = mark + 1;
                }
                case BACKSLASH -> at = escape(at, mark);
                default -> {
                    // Nothing that ends a field.
                }
            }
        }
    }

    private void clear() {
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

    private int readBrace(int from) {
        int at = from;
        while (MEANING[buffer[at] & 0xFF] != END) {
            if (MEANING[buffer[at] & 0xFF] != SPACE) {
                kind = Kind.OTHER;
                bracesWrong = true;
            }
            at++;
        }
        return at;
    }

    /** The field that ends there, if there is any. */
    private void unquoted(int from, int to) {
        if (to > from) {
            add(from, to);
        }
    }

    /** Returns where the next field may begin. */
    private int quoted(int from) {
        int at = from;
        while (true) {
            int mark = marks.next();
            switch (MEANING[buffer[mark] & 0xFF]) {
                case QUOTE -> {
                    add(at, mark);
                    return mark + 1;
                }
                case END -> {
                    add(at, mark);
                    quoteOpen = true;
                    marks.back();
                    return mark;
                }
                case BACKSLASH -> at = escape(at, mark);
                default -> {
                    // A part of it.
                }
            }
        }
    }

    /**
     * Leaves out the backslash of an escaped quotation mark, by moving what stands before it in the field over it. Returns
     * where the field begins now.
     */
    private int escape(int from, int backslash) {
        if (buffer[backslash + 1] != '"') {
            return from;
        }
        System.arraycopy(buffer, from, buffer, from + 1, backslash - from);
        marks.next();
        return from + 1;
    }

    private void add(int from, int to) {
        if (count < MOST) {
            froms[count] = from;
            tos[count++] = to;
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

    /** Where the fields stand. */
    byte[] buffer() {
        return buffer;
    }

    byte[] joined() {
        byte[] joined = new byte[SieLines.LONGEST + Words.SPARE];
        return Arrays.copyOf(joined, joinInto(joined, 0));
    }

    /**
     * Joins all fields.
     *
     * @param target has {@link Words#SPARE} bytes behind what they need
     * @return where they end
     */
    int joinInto(byte[] target, int targetFrom) {
        int end = targetFrom;
        for (int i = 0; i < count; i++) {
            Words.copy(buffer, froms[i], tos[i], target, end);
            end += tos[i] - froms[i];
        }
        return end;
    }

    /** How many fields there are outside the braces, the label among them. */
    int count() {
        return count - listCount();
    }

    int listCount() {
        return listTo < 0 ? 0 : listTo - listFrom;
    }

    /** Where a field outside the braces begins; at the line's end where there are fewer. */
    int from(int field) {
        return froms[place(field)];
    }

    int to(int field) {
        return tos[place(field)];
    }

    private int place(int field) {
        int place = listTo >= 0 && field >= listFrom ? field + listTo - listFrom : field;
        return Math.min(place, count);
    }

    int listFrom(int field) {
        return froms[listFrom + field];
    }

    int listTo(int field) {
        return tos[listFrom + field];
    }

    boolean isEmpty(int field) {
        return from(field) == to(field);
    }

    boolean has(int field, byte[] value) {
        return Arrays.equals(buffer, from(field), to(field), value, 0, value.length);
    }
}
