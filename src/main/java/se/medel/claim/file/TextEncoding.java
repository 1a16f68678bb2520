package se.medel.claim.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a text file is written: UTF-8, what Excel calls Unicode text (UTF-16 with its mark), or Windows-1252. A text with
 * Swedish letters in Windows-1252 is never right UTF-8, so that one reading of the whole file tells them apart.
 *
 * @param mark how many bytes the byte order mark takes
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Refuses what is written in none of these, and what holds a NUL, which no text does. */
    static TextEncoding of(Path file) throws IOException {
        for (TextEncoding candidate : candidates(file)) {
            if (candidate.fits(file)) {
                return candidate;
            }
        }
        throw new UnreadableFile(FileFault.FILE_NOT_A_TABLE);
    }

    /** The bytes of the text, from behind the mark. */
    InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.skipNBytes(mark);
        return bytes;
    }

    private static List<TextEncoding> candidates(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(3);
        }
        int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (first == 0xFFFE) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (first == 0xFEFF) {
            return List.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        boolean marked = first == 0xEFBB && start.length == 3 && (start[2] & 0xFF) == 0xBF;
        return marked
                ? List.of(new TextEncoding(StandardCharsets.UTF_8, 3))
                : List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(WINDOWS, 0));
    }

    private boolean fits(Path file) throws IOException {
        char[] chars = new char[8192];
        try (Reader text = new InputStreamReader(
                open(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int read = text.read(chars); read >= 0; read = text.read(chars)) {
                for (int i = 0; i < read; i++) {
                    if (chars[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
