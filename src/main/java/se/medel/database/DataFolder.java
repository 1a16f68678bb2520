package se.medel.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The folder that outlives the program. Several processes may use one folder at the same time. */
public final class DataFolder {

    /** What to do where the folder cannot be written, as in a container with a read-only file system. */
    public static final String REMEDY = "Name a folder that Medel may write in MEDEL_DATA. No folder is needed where"
            + " QUARKUS_DATASOURCE_JDBC_URL and QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY are set.";

    /** The first start unpacks and sets up a cluster, which a slow disk may need a minute for. */
    private static final int LOCK_TRIES = 1200;

    private static final int LOCK_PAUSE_MILLIS = 100;

    private final Path path;

    /**
     * Opens the folder, making it if it is not there yet.
     *
     * @throws DatabaseUnavailable if it cannot be made
     */
    public DataFolder(Path path) {
        try {
            this.path = Files.createDirectories(path).toRealPath();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + path.toAbsolutePath() + " cannot be made or reached (" + e + "). " + REMEDY);
        }
    }

    /** The folder named by the system property {@code medel.data} or by {@code MEDEL_DATA}, else {@code ./data}. */
    public static DataFolder configured() {
        String fromEnvironment = System.getenv().getOrDefault("MEDEL_DATA", "data");
        return new DataFolder(Path.of(System.getProperty("medel.data", fromEnvironment)));
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * A random text of 43 characters, the same for every process on this folder, made when first asked for and kept in
     * a file that only its owner can read.
     */
    public String secret(String name) throws IOException {
        Path file = path.resolve(name);
        try (FileChannel ignored = lock("secrets.lock", false)) {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                // By way of another file: a crash must not leave an empty secret behind.
                Path unfinished = path.resolve(name + ".new");
                Files.deleteIfExists(unfinished);
                Files.createFile(unfinished, onlyForOwner());
                Files.writeString(unfinished, text, StandardOpenOption.DSYNC);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return Files.readString(file).strip();
    }

    /** Waits for a lock that ends when the returned channel is closed or the process dies, however it dies. */
    FileChannel lock(String name, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        for (int i = 0; i < LOCK_TRIES; i++) {
            try {
                if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException heldInThisProcess) {
                // Development mode starts the next program before the last one has let go.
            }
            pause(LOCK_PAUSE_MILLIS);
        }
        channel.close();
        throw new DatabaseUnavailable("Another process has held " + path.resolve(name) + " for two minutes.");
    }

    static void pause(int millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the database");
        }
    }

    private FileAttribute<?>[] onlyForOwner() throws IOException {
        // On Windows the folder's own access list decides.
        return Files.getFileStore(path).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
