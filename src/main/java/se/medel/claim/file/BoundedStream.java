package se.medel.claim.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The unpacked bytes of a part of a workbook, counted while they are unpacked: what a ZIP says about its sizes can be a lie.
 * The parser behind keeps a whole tag, comment or instruction in memory, and a document type can make it fetch or multiply
 * text. No spreadsheet writes any but the tags, so that the rest is refused where it begins, and a tag has a longest length.
 */
final class BoundedStream extends FilterInputStream {

    /** More bytes than the longest text that Excel lets a cell hold takes, each character escaped. */
    private static final int LONGEST_STRETCH = 300_000;

    /** The XML declaration may stand here, behind a byte order mark. */
    private static final int BEGINNING = 5;

    private final long most;
    private long total;
    private int sinceTag;
    private boolean tagOpens;

    BoundedStream(InputStream unpacked, long most) {
        super(unpacked);
        this.most = most;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        for (int i = from; i < from + read; i++) {
            look(buffer[i]);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            look((byte) read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(byte next) throws IOException {
        if (++total > most) {
            throw new UnreadableFile(FileFault.FILE_UNPACKS_TOO_LARGE);
        }
        if (++sinceTag > LONGEST_STRETCH || tagOpens && (next == '!' || next == '?' && total > BEGINNING)) {
            throw new UnreadableFile(FileFault.FILE_DAMAGED);
        }
        tagOpens = next == '<';
        if (tagOpens) {
            sinceTag = 0;
        }
    }
}
