package se.medel.archive.eark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A list that is written once and read as often as one likes, in a file that is gone when it is closed: what there are ten
 * thousand of is never all in memory.
 */
public final class Spool<T> implements AutoCloseable {

    /** How one thing is written. */
    public interface Writer<T> {
        void write(T one, DataOutput out) throws IOException;
    }

    /** How one thing is read. */
    public interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** What is done with each. */
    public interface Each<T> {
        void take(T one) throws IOException;
    }

    private final Path file;
    private final DataOutputStream out;
    private final Writer<T> writer;
    private final Reader<T> reader;
    private long size;

    public Spool(Writer<T> writer, Reader<T> reader) throws IOException {
        this.writer = writer;
        this.reader = reader;
        file = Files.createTempFile("medel-package", ".list");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    public void add(T one) throws IOException {
        writer.write(one, out);
        size++;
    }

    public long size() {
        return size;
    }

    public void each(Each<T> each) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long i = 0; i < size; i++) {
                each.take(reader.read(in));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }
}
