package se.medel.costreport.sie;

/**
 * Where in a buffer the bytes stand that may end a field: control characters, space, {@code !}, {@code "}, backslash, and from
 * <code>{</code> to the end of ASCII. Some of those mean nothing; the other bytes surely don't.
 *
 * <p>All are marked before any line is read, eight at a time and without a branch: looking at one byte after the other, and
 * guessing wrong at the end of each field, takes most of the time that reading takes.
 */
final class Marks {

    private static final long EACH = 0x01010101_01010101L;
    private static final long HIGH_BITS = 0x80 * EACH;
    private static final long LOW_BITS = 0x7F * EACH;

    /** Multiplied by it, the lowest bits of eight bytes come to stand side by side in the highest byte. */
    private static final long GATHER = 0x01020408_10204080L;

    /** What a low byte is raised by so that its high bit shows whether it reaches the first byte above {@code "}. */
    private static final long TO_LETTERS = (0x80 - ('"' + 1)) * EACH;

    private static final long TO_BRACES = (0x80 - '{') * EACH;
    private static final long BACKSLASHES = '\\' * EACH;

    /** Marks among 64 bytes. */
    private static final int MOSTLY = 24;

    /** Where they stand, one after the other. */
    private final int[] places;

    private int next;

    /** @param length of the buffer */
    Marks(int length) {
        this.places = new int[length + Long.SIZE];
    }

    /** Marks what the buffer is filled with, and whatever stands in the last {@link Words} behind it. */
    void mark(byte[] bytes, int filled) {
        int count = 0;
        for (int i = 0; i < filled; i += Long.SIZE) {
            long marks = 0;
            for (int j = 0; j < Long.SIZE; j += Words.BYTES) {
                marks |= marked(Words.at(bytes, i + j)) << j;
            }
            count = note(marks, i, count);
        }
        next = 0;
    }

    /** Notes as many places as there mostly are, and those that there are beyond: cheaper than asking after each. */
    private int note(long marks, int from, int count) {
        int end = count + Long.bitCount(marks);
        long rest = marks;
        for (int i = count; i < count + MOSTLY; i++) {
            places[i] = from + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        for (int i = count + MOSTLY; i < end; i++) {
            places[i] = from + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return end;
    }

    /** One bit for each of eight bytes. */
    private static long marked(long word) {
        long low = word & LOW_BITS;
        long letters = low + TO_LETTERS | word;
        long braces = low + TO_BRACES & ~word;
        long other = word ^ BACKSLASHES;
        long notBackslashes = (other & LOW_BITS) + LOW_BITS | other;
        long marks = (~letters | braces | ~notBackslashes) & HIGH_BITS;
        return (marks >>> Byte.SIZE - 1) * GATHER >>> Long.SIZE - Byte.SIZE;
    }

    /** Goes on from there, which mustn't be before what was asked for last. */
    void startAt(int from) {
        while (places[next] < from) {
            next++;
        }
    }

    /** The next marked byte. There must be one. */
    int next() {
        return places[next++];
    }

    /** Gives the last one again. */
    void back() {
        next--;
    }
}
