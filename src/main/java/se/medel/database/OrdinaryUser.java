package se.medel.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs programs as an ordinary user. PostgreSQL refuses to work for root, which is who a container often starts as;
 * anybody else needs nothing of this.
 */
final class OrdinaryUser {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final Path folder;
    private final List<String> prefix;

    private OrdinaryUser(Path folder, String... prefix) {
        this.folder = folder;
        this.prefix = List.of(prefix);
    }

    /** Finds a way that works here, and hands over to it what PostgreSQL needs in the folder. */
    static OrdinaryUser workingIn(DataFolder data) throws IOException {
        Path folder = data.path();
        if (!System.getProperty("user.name").equals("root")) {
            return new OrdinaryUser(folder);
        }
        // In a user namespace of its own root is nobody in particular, yet still owns its files.
        OrdinaryUser rootInNamespace = new OrdinaryUser(folder, "unshare", "-U");
        if (rootInNamespace.canUse(folder, ROOT)) {
            return rootInNamespace;
        }
        // Many containers forbid namespaces: there root must really become somebody else.
        OrdinaryUser nobody =
                new OrdinaryUser(folder, "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (nobody.canUse(folder, NOBODY)) {
            return nobody;
        }
        throw new DatabaseUnavailable("PostgreSQL refuses to run as root, and neither \"unshare -U\" nor \"setpriv\" "
                + "gives it another user that can write in " + folder + ". Start Medel as an ordinary user, move the "
                + "data folder to where every user may enter (MEDEL_DATA), or set QUARKUS_DATASOURCE_JDBC_URL to a "
                + "PostgreSQL of your own.");
    }

    /** Runs one program to its end; what it said becomes the message if it failed. */
    void run(Path program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        // A file and not a pipe: on Windows the server inherits the handle, and the pipe would never end.
        Path output = Files.createTempFile("medel-", ".txt");
        try {
            if (exitCode(command, ProcessBuilder.Redirect.to(output.toFile())) != 0) {
                throw new DatabaseUnavailable(program.getFileName() + " failed: "
                        + Files.readString(output).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private boolean canUse(Path folder, int owner) {
        try {
            if (exitCode(List.of("true"), ProcessBuilder.Redirect.DISCARD) != 0) {
                return false;
            }
            own(folder, owner);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path ours : files.filter(OrdinaryUser::isOfPostgres).toList()) {
                    try (Stream<Path> tree = Files.walk(ours)) {
                        for (Path file : tree.toList()) {
                            own(file, owner);
                        }
                    }
                }
            }
            return exitCode(List.of("test", "-w", folder.toString()), ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException missingProgramOrRight) {
            return false;
        }
    }

    private static boolean isOfPostgres(Path file) {
        return file.getFileName().toString().startsWith("postgres");
    }

    private static void own(Path file, int owner) throws IOException {
        if (!Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private int exitCode(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        // The programs' words end up in our messages and logs, and nobody's client settings may steer them.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while running " + command.get(0));
        }
    }
}
