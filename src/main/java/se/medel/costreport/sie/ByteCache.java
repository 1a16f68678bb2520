package se.medel.costreport.sie;

import java.util.Arrays;

/**
 * Values that were made of bytes before: a ledger has few accounts, days and projects, and each stands on many lines. Holds a
 * fixed number of values of short bytes, and forgets the older one where two want the same place.
 *
 * @param <E> what making a value may throw
 */
final class ByteCache<T, E extends Exception> {

    /** Makes a value of a part of bytes. */
    interface Maker<T, E extends Exception> {
        T make(byte[] bytes, int from, int to) throws E;
    }

    private static final int PLACES_BITS = 11;
    private static final int LONGEST = 96;

    /** Odd, and without any order in its bits: what it multiplies is spread over the upper ones. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /**
     * @param first the first eight bytes, or all
     * @param last the last eight bytes; zero where the first are all
     * @param middle what stands between those, and them; null where nothing does
     */
    private record Entry<T>(long first, long last, int length, byte[] middle, T value) {

        boolean isOf(long otherFirst, long otherLast, int otherLength, byte[] bytes, int from) {
            return first == otherFirst
                    && last == otherLast
                    && length == otherLength
                    && (middle == null || isMiddle(bytes, from));
        }

        private boolean isMiddle(byte[] bytes, int from) {
            for (int i = Words.BYTES; i < length - Words.BYTES; i += Words.BYTES) {
                if (Words.at(middle, i) != Words.at(bytes, from + i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Entry<?>[] entries = new Entry<?>[1 << PLACES_BITS];
    private final Maker<T, E> maker;

    ByteCache(Maker<T, E> maker) {
        this.maker = maker;
    }

    /** @param bytes can be read as {@link Words} to their end */
    @SuppressWarnings("unchecked")
    T of(byte[] bytes, int from, int to) throws E {
        int length = to - from;
        if (length > LONGEST) {
            return maker.make(bytes, from, to);
        }
        long first = Words.at(bytes, from, Math.min(length, Words.BYTES));
        long last = length > Words.BYTES ? Words.at(bytes, to - Words.BYTES) : 0;
        int place = place(first, last, length);
        Entry<T> entry = (Entry<T>) entries[place];
        if (entry == null || !entry.isOf(first, last, length, bytes, from)) {
            byte[] middle = length > 2 * Words.BYTES ? Arrays.copyOfRange(bytes, from, to) : null;
            entry = new Entry<>(first, last, length, middle, maker.make(bytes, from, to));
            entries[place] = entry;
        }
        return entry.value;
    }

    private static int place(long first, long last, int length) {
        return (int) ((first ^ Long.rotateLeft(last, Integer.SIZE) + length) * SPREAD >>> Long.SIZE - PLACES_BITS);
    }
}
