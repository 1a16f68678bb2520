package se.medel.costreport.sie;

import java.util.Arrays;

/**
 * Values that were made of bytes before: a ledger has few accounts, days and projects, and each stands on many lines. Holds a
 * fixed number of values of short bytes, and forgets the older one where two want the same place.
 */
final class ByteCache<T> {

    /** Makes a value of a part of bytes. */
    interface Maker<T> {
        T make(byte[] bytes, int from, int to) throws UnreadableSie;
    }

    private static final int PLACES = 2_048;
    private static final int LONGEST = 96;

    private record Entry<T>(byte[] key, T value) {}

    private final Entry<?>[] entries = new Entry<?>[PLACES];
    private final Maker<T> maker;

    ByteCache(Maker<T> maker) {
        this.maker = maker;
    }

    @SuppressWarnings("unchecked")
    T of(byte[] bytes, int from, int to) throws UnreadableSie {
        if (to - from > LONGEST) {
            return maker.make(bytes, from, to);
        }
        int place = place(bytes, from, to);
        Entry<T> entry = (Entry<T>) entries[place];
        if (entry == null || !Arrays.equals(bytes, from, to, entry.key, 0, entry.key.length)) {
            entry = new Entry<>(Arrays.copyOfRange(bytes, from, to), maker.make(bytes, from, to));
            entries[place] = entry;
        }
        return entry.value;
    }

    void clear() {
        Arrays.fill(entries, null);
    }

    private static int place(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
