package se.medel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory says it has.
 *
 * @param pid line 1 of {@code postmaster.pid}
 * @param port line 4 of it
 */
record Postmaster(long pid, int port) {

    /** Empty if the server was stopped in good order, or has only just begun to start. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile(cluster));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }

    /**
     * Whether the process is a PostgreSQL, and not another program that got the number later (a container starts from
     * the same low numbers each time) or a dead one that nobody has buried.
     */
    boolean isAlive() throws IOException {
        Path state = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.exists(state)) {
            return Files.readString(state).matches("(?s)\\d+ \\(postgres\\) [^ZX].*");
        }
        return process()
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
