package se.medel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, which come in a jar for the platform that the package was built for. */
final class PostgresPrograms {

    private static final Pattern VERSION_OF_JAR = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar!/");

    private final DataFolder data;
    private final URL archive;
    private final String version;

    PostgresPrograms(DataFolder data) {
        this.data = data;
        this.archive = PostgresPrograms.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new DatabaseUnavailable("This package holds no PostgreSQL for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (" + archiveName()
                    + "). Build it on such a machine, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.");
        }
        Matcher matcher = VERSION_OF_JAR.matcher(archive.toString());
        if (!matcher.find()) {
            throw new DatabaseUnavailable("The name of the jar does not tell which PostgreSQL it holds: " + archive);
        }
        this.version = matcher.group(1);
    }

    String version() {
        return version;
    }

    /** The part of the version that decides whether data on disk can be read, such as 18. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    static void deleteAll(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
        // Windows on ARM runs the x86 programs.
        boolean arm = System.getProperty("os.arch").equals("aarch64") && !system.equals("windows");
        return "postgres-" + system + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    /** The folder of the programs, unpacked once for each version. */
    Path folder() throws IOException {
        Path programs = data.resolve("postgres-" + version);
        if (!Files.exists(programs)) {
            Path unfinished = data.resolve("postgres-unpacking");
            deleteAll(unfinished);
            unpack(unfinished);
            Files.move(unfinished, programs);
        }
        return programs.resolve("bin");
    }

    private void unpack(Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (!entry.isDirectory()) {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }
}
