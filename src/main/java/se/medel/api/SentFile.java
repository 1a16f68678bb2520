package se.medel.api;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A file that a program sends as the body of a request, kept on disk while it is read. */
public final class SentFile {

    private SentFile() {}

    /** Refuses what is sent as another type than these. */
    public static void requireType(HttpHeaders headers, List<MediaType> types) {
        MediaType sent = headers.getMediaType();
        if (sent == null || types.stream().noneMatch(sent::isCompatible)) {
            throw new NotSupportedException();
        }
    }

    public static <T> T use(InputStream sent, Function<Path, T> use) throws IOException {
        Path kept = Files.createTempFile("sent", null);
        try {
            Files.copy(sent, kept, StandardCopyOption.REPLACE_EXISTING);
            return use.apply(kept);
        } finally {
            Files.delete(kept);
        }
    }

    /** What stands for a file where it is asked whether the same one was sent before. */
    public static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
