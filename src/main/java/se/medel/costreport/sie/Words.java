package se.medel.costreport.sie;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time, as one number: most fields of a ledger are no longer, so that copying and comparing them takes a
 * handful of instructions and no loop. The first byte is the lowest of the number.
 */
final class Words {

    static final int BYTES = Long.BYTES;

    /** How much longer an array must be than what is filled of it, so that nobody need ask where it ends: eight words. */
    static final int SPARE = BYTES * Byte.SIZE;

    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** The eight bytes from there. */
    static long at(byte[] bytes, int from) {
        return (long) VIEW.get(bytes, from);
    }

    /** As many bytes, eight at most, and zeros behind them. */
    static long at(byte[] bytes, int from, int length) {
        int missing = (BYTES - length) * Byte.SIZE;
        return length == 0 ? 0 : at(bytes, from) << missing >>> missing;
    }

    /** Copies bytes, and up to sixteen more behind them: two words are enough for most, without asking how many it takes. */
    static void copy(byte[] bytes, int from, int to, byte[] target, int targetFrom) {
        VIEW.set(target, targetFrom, at(bytes, from));
        VIEW.set(target, targetFrom + BYTES, at(bytes, from + BYTES));
        for (int i = 2 * BYTES; i < to - from; i += BYTES) {
            VIEW.set(target, targetFrom + i, at(bytes, from + i));
        }
    }
}
