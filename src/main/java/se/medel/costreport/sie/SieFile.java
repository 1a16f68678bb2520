package se.medel.costreport.sie;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/**
 * Reads SIE files of type 4, both what a ledger exports (4E) and what it imports (4I). The memory it takes doesn't grow with
 * the file.
 */
public final class SieFile {

    /** The field that refusals point at. */
    private static final String FIELD = "file";

    private SieFile() {}

    /** As below, of a file on disk; one that isn't there is refused. */
    public static Answer<SieResult> read(Path file, SieListener listener) {
        if (!Files.isRegularFile(file)) {
            return Answer.refused(Refusal.of(SieFault.SIE_FILE_MISSING).at(FIELD));
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives each line of each voucher to the listener, in order. Refused at the field {@code file}, see {@link SieFault}:
     * what isn't SIE of type 4 in kronor, is damaged, or can't be trusted to be whole. No bytes bring it to throw; only a
     * stream that fails does.
     *
     * @param bytes read to the end, but not closed
     */
    public static Answer<SieResult> read(InputStream bytes, SieListener listener) {
        try {
            return Answer.of(new SieReader(bytes, listener).read());
        } catch (UnreadableSie e) {
            return Answer.refused(e.refusal().at(FIELD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
