package se.medel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL in the data folder, for whoever has not set up one of their own. The data is kept and survives a
 * crash, only who can read the password file gets in, and all processes on one folder share one server: the first one
 * starts it, the last one out stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String USER = "medel";
    private static final String DATABASE = "medel";
    private static final String PASSWORD_FILE = "postgres-password";
    private static final String USERS_LOCK = "postgres-users.lock";

    private static final String UNFINISHED = "postgres-initdb-";

    private static final int TRIES = 40;
    private static final int TRIES_ON_KNOWN_PORT = 10;
    private static final int PAUSE_MILLIS = 500;

    private final DataFolder folder;
    private final Path cluster;
    private final Path log;
    private final PostgresPrograms programs;
    private final List<String> settings;

    /** Locked, shared, for as long as this process uses the server; null before and after. */
    private FileChannel usersLock;

    private String password;
    private int port;

    /**
     * Prepares for the folder, without touching it.
     *
     * @throws DatabaseUnavailable if this package holds no PostgreSQL for this machine
     */
    public EmbeddedPostgres(DataFolder folder) {
        this(folder, new String[0]);
    }

    /** With settings such as {@code fsync=off}, fit only for data to be thrown away. */
    EmbeddedPostgres(DataFolder folder, String... settings) {
        this.folder = folder;
        this.cluster = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.programs = new PostgresPrograms(folder);
        // A hundred: two instances with a pool of sixteen each, and whoever looks on.
        this.settings = new ArrayList<>(
                List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100"));
        this.settings.addAll(Arrays.asList(settings));
    }

    /**
     * Attaches to the server of the folder, starting it if need be.
     *
     * @throws DatabaseUnavailable with a message for whoever started the program
     */
    public synchronized void open() throws IOException {
        // Before the turn: the one who stops the server has the turn, and then looks for other users.
        usersLock = folder.lock(USERS_LOCK, true);
        try (FileChannel turn = myTurn()) {
            ensureRunning();
            ensureDatabase();
        } catch (IOException | RuntimeException e) {
            usersLock.close();
            usersLock = null;
            throw e;
        }
        reviveWhenGone();
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Lets go of the server, and stops it if no other process uses it. */
    @Override
    public synchronized void close() throws IOException {
        if (usersLock == null) {
            return;
        }
        try (FileChannel turn = myTurn()) {
            usersLock.close();
            usersLock = null;
            if (isUnused()) {
                List<String> stop = List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w");
                OrdinaryUser.workingIn(folder).run(programs.folder().resolve("pg_ctl"), stop);
            }
        }
    }

    /** Runs a statement that knows no transaction, such as {@code create database}. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private FileChannel myTurn() throws IOException {
        return folder.lock("postgres.lock", false);
    }

    private boolean isUnused() throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(USERS_LOCK), StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            return alone != null;
        } catch (OverlappingFileLockException usedInThisProcess) {
            return false;
        }
    }

    private void ensureRunning() throws IOException {
        if (Files.exists(cluster)) {
            checkCluster();
        }
        password = folder.secret(PASSWORD_FILE);
        deleteUnfinishedClusters();
        if (!Files.exists(cluster)) {
            createCluster();
        }
        if (!attach()) {
            start();
        }
    }

    private void checkCluster() throws IOException {
        Path versionFile = cluster.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new DatabaseUnavailable(cluster + " holds no PostgreSQL data. Move it away to start afresh.");
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(programs.majorVersion())) {
            throw new DatabaseUnavailable("The data in " + cluster + " was written by PostgreSQL " + version
                    + ", and this package brings PostgreSQL " + programs.majorVersion() + ". Start the package that"
                    + " wrote it, or move the data over with pg_upgrade or a dump. Nothing has been changed.");
        }
        if (!Files.exists(folder.resolve(PASSWORD_FILE))) {
            throw new DatabaseUnavailable("The password of the database is gone: " + folder.resolve(PASSWORD_FILE)
                    + " is missing. Put it back from a backup.");
        }
    }

    /**
     * Under another name until it is whole, so that a first start may be cut off at any point; under a new one each
     * time, because an initdb whose caller was killed goes on writing for a while.
     */
    private void createCluster() throws IOException {
        Path unfinished = Files.createTempDirectory(folder.path(), UNFINISHED);
        Path initdb = programs.folder().resolve("initdb");
        List<String> arguments = new ArrayList<>(List.of("-D", unfinished.toString(), "-U", USER));
        arguments.addAll(List.of(
                "-A", "scram-sha-256", "--pwfile", folder.resolve(PASSWORD_FILE).toString()));
        // A locale that PostgreSQL brings itself sorts alike on every machine.
        arguments.addAll(List.of("-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        OrdinaryUser.workingIn(folder).run(initdb, arguments);
        Files.move(unfinished, cluster);
    }

    private void deleteUnfinishedClusters() throws IOException {
        try (DirectoryStream<Path> leftBehind = Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
            for (Path unfinished : leftBehind) {
                PostgresPrograms.deleteAll(unfinished);
            }
        } catch (IOException | UncheckedIOException stillWrittenTo) {
            LOG.infof("Left for later: %s", stillWrittenTo.getMessage());
        }
    }

    /** Waits for a server that is just starting, recovering or stopping; false if there is none. */
    private boolean attach() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<Postmaster> server = Postmaster.of(cluster);
            if (server.isEmpty() || !server.get().isAlive()) {
                return false;
            }
            if (isOurs(server.get().port())) {
                port = server.get().port();
                LOG.infof("Attached to the PostgreSQL on port %d, data in %s", port, cluster);
                return true;
            }
            DataFolder.pause(PAUSE_MILLIS);
        }
        return false;
    }

    private boolean isOurs(int candidate) throws IOException {
        try (Connection connection = connect(candidate);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(cluster, Path.of(row.getString(1)));
        } catch (SQLException notReadyOrSomebodyElses) {
            return false;
        }
    }

    private void start() throws IOException {
        // Whoever is still connected to a server that was killed finds the new one under the old address.
        int knownPort =
                port != 0 ? port : Postmaster.of(cluster).map(Postmaster::port).orElse(0);
        forgetServerWhoseNumberSomebodyElseHas();
        Path pgCtl = programs.folder().resolve("pg_ctl");
        OrdinaryUser user = OrdinaryUser.workingIn(folder);
        for (int i = 1; ; i++) {
            port = knownPort != 0 && i <= TRIES_ON_KNOWN_PORT ? knownPort : freePort();
            long logged = Files.exists(log) ? Files.size(log) : 0;
            try {
                user.run(
                        pgCtl,
                        List.of(
                                "start",
                                "-D",
                                cluster.toString(),
                                "-l",
                                log.toString(),
                                "-o",
                                options(),
                                "-w",
                                "-t",
                                "300"));
                LOG.infof("Started PostgreSQL %s on port %d, data in %s", programs.version(), port, cluster);
                return;
            } catch (DatabaseUnavailable e) {
                // A server may still be on its way up although the program that called for it was killed.
                if (attach()) {
                    return;
                }
                String said = loggedSince(logged);
                // The port, or memory that the children of a killed server have not let go of yet.
                boolean passes = said.contains("in use") || said.contains("could not bind");
                if (!passes || i == TRIES) {
                    throw new DatabaseUnavailable("PostgreSQL does not start on " + cluster + ". "
                            + (said.isBlank() ? e.getMessage() : "It says:\n" + said));
                }
            }
            DataFolder.pause(PAUSE_MILLIS);
        }
    }

    /** PostgreSQL itself would take that other program for the server, and refuse to start. */
    private void forgetServerWhoseNumberSomebodyElseHas() throws IOException {
        Optional<Postmaster> server = Postmaster.of(cluster);
        if (server.isPresent()
                && server.get().process().isPresent()
                && !server.get().isAlive()) {
            Files.delete(Postmaster.pidFile(cluster));
        }
    }

    private String options() {
        return "-p " + port + " -c " + String.join(" -c ", settings);
    }

    private String loggedSince(long position) throws IOException {
        byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void ensureDatabase() {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The PostgreSQL on " + cluster + " does not let Medel in: " + e.getMessage());
        }
    }

    private Connection connect(int toPort) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        // Not by DriverManager, which does not see the driver from where Quarkus starts.
        return new org.postgresql.Driver().connect("jdbc:postgresql://127.0.0.1:" + toPort + "/postgres", properties);
    }

    private void reviveWhenGone() throws IOException {
        Postmaster.of(cluster).flatMap(Postmaster::process).ifPresent(process -> process.onExit()
                .thenRunAsync(this::revive));
    }

    /** A server that somebody kills must not take a running service with it for good. */
    private synchronized void revive() {
        if (usersLock == null) {
            return;
        }
        int known = port;
        try (FileChannel turn = myTurn()) {
            LOG.warn("PostgreSQL has ended; starting it again");
            ensureRunning();
            if (port != known) {
                LOG.errorf("PostgreSQL is back on port %d instead of %d: Medel must be restarted", port, known);
            }
            reviveWhenGone();
        } catch (IOException | DatabaseUnavailable e) {
            LOG.error("PostgreSQL could not be started again: Medel must be restarted", e);
        }
    }
}
