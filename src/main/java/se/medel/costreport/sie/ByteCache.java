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

    private static final int PLACES = 2_048;
    private static final int LONGEST = 96;

    private record Entry<T>(byte[] key, T value) {}

    private final Entry<?>[] entries = new Entry<?>[PLACES];
    private final Maker<T, E> maker;

    ByteCache(Maker<T, E> maker) {
        this.maker = maker;
    }

    @SuppressWarnings("unchecked")
    T of(byte[] bytes, int from, int to) throws E {
        if (to - from > LONGEST) {
            return maker.make(bytes, from, to);
        }
        int place = place(bytes, from, to);
        Entry<T> entry = (Entry<T>) entries[place];
        if (entry == null || !isSame(entry.key, bytes, from, to)) {
            entry = new Entry<>(Arrays.copyOfRange(bytes, from, to), maker.make(bytes, from, to));
            entries[place] = entry;
        }
        return entry.value;
    }

    void clear() {
        Arrays.fill(entries, null);
    }

    /** A plain loop: for a handful of bytes, what the library prepares to compare many costs more than comparing. */
    private static boolean isSame(byte[] key, byte[] bytes, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
