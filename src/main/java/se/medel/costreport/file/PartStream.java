package se.medel.costreport.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A kept file as a stream that holds one part of it at a time. */
final class PartStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = new byte[0];
    private int position;
    private int next;

    PartStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return isFilled() ? part[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int read = Math.min(length, part.length - position);
        System.arraycopy(part, position, into, from, read);
        position += read;
        return read;
    }

    private boolean isFilled() {
        if (position < part.length) {
            return true;
        }
        part = parts.apply(next++).orElseGet(() -> new byte[0]);
        position = 0;
        return part.length > 0;
    }
}
