package se.medel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In earnest: fsync on, other processes for other instances, and all of them killed where they stand. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links and kill signals are those of Unix")
class EmbeddedPostgresTest {

    @TempDir
    static Path template;

    static Path unpackedOnce;

    @TempDir
    Path folder;

    private final List<Process> instances = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        unpackedOnce = new PostgresPrograms(new DataFolder(template)).folder().getParent();
    }

    @BeforeEach
    void spareTheUnpacking() throws IOException {
        Files.createSymbolicLink(folder.resolve(unpackedOnce.getFileName()), unpackedOnce);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        instances.forEach(Process::destroyForcibly);
        Postmaster.of(cluster()).flatMap(Postmaster::process).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        Files.delete(folder.resolve(unpackedOnce.getFileName()));
    }

    @Test
    void data_survives_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            keep(postgres.jdbcUrl(), "granted");
        }
        assertThat(Postmaster.of(cluster())).isEmpty();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
    }

    @Test
    void nothing_that_keeps_data_safe_is_switched_off_and_only_this_machine_gets_in() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            assertThat(query(postgres.jdbcUrl(), "show fsync")).containsExactly("on");
            assertThat(query(postgres.jdbcUrl(), "show synchronous_commit")).containsExactly("on");
            assertThat(query(postgres.jdbcUrl(), "show full_page_writes")).containsExactly("on");
            assertThat(query(postgres.jdbcUrl(), "show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(query(postgres.jdbcUrl(), "show unix_socket_directories"))
                    .containsExactly("");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "medel", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("postgres-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_killed_server_comes_back_with_its_data_under_the_same_address() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            keep(postgres.jdbcUrl(), "granted");
            Postmaster killed = Postmaster.of(cluster()).orElseThrow();
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

            assertThat(keptOnceItAnswers(postgres.jdbcUrl())).containsExactly("granted");
            assertThat(Postmaster.of(cluster()).orElseThrow().pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void after_a_killed_program_the_next_one_finds_the_server_running() throws Exception {
        Instance killed = startInstance();
        keep(killed.jdbcUrl(), "granted");
        killed.process().destroyForcibly().waitFor();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.jdbcUrl()).isEqualTo(killed.jdbcUrl());
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
        assertThat(Postmaster.of(cluster())).isEmpty();
    }

    @Test
    void after_everything_was_killed_the_next_start_recovers() throws Exception {
        Instance killed = startInstance();
        keep(killed.jdbcUrl(), "granted");
        killed.process().destroyForcibly().waitFor();
        ProcessHandle server = Postmaster.of(cluster()).orElseThrow().process().orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
    }

    @Test
    void the_process_number_of_a_killed_server_may_since_belong_to_another_program() throws Exception {
        String pidFile;
        try (EmbeddedPostgres postgres = open()) {
            keep(postgres.jdbcUrl(), "granted");
            pidFile = Files.readString(Postmaster.pidFile(cluster()));
        }
        String withNumberOfThisTest =
                pidFile.replaceFirst("\\d+", "" + ProcessHandle.current().pid());
        Files.writeString(Postmaster.pidFile(cluster()), withNumberOfThisTest);

        try (EmbeddedPostgres postgres = open()) {
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
    }

    @Test
    void two_programs_started_at_once_on_an_empty_folder_share_one_server_and_the_last_one_out_stops_it()
            throws Exception {
        Process first = startProcess(Map.of());
        Process second = startProcess(Map.of());
        String url = jdbcUrlOf(first);
        assertThat(jdbcUrlOf(second)).isEqualTo(url);
        keep(url, "granted");

        endInGoodOrder(first);
        assertThat(kept(url)).containsExactly("granted");

        endInGoodOrder(second);
        assertThat(Postmaster.of(cluster())).isEmpty();
        assertThatThrownBy(() -> kept(url)).isInstanceOf(SQLException.class);
    }

    @Test
    void a_first_start_that_was_cut_off_is_done_again() throws Exception {
        Path unfinished = folder.resolve("postgres-initdb-1");
        Files.createDirectories(unfinished.resolve("base"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("postgres-password.new"), "");

        try (EmbeddedPostgres postgres = open()) {
            keep(postgres.jdbcUrl(), "granted");
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void data_of_another_postgresql_is_left_alone_and_the_message_says_why() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("was written by PostgreSQL 17, and this package brings PostgreSQL 18")
                .hasMessageContaining(folder.toRealPath().toString());
        assertThat(cluster()).isDirectoryNotContaining("glob:**/postmaster.pid");
    }

    @Test
    void a_lost_password_is_named_and_not_replaced_by_one_that_does_not_fit() throws Exception {
        open().close();
        Files.delete(folder.resolve("postgres-password"));

        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("postgres-password is missing");
        assertThat(folder.resolve("postgres-password")).doesNotExist();
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "Only root becomes somebody else")
    void root_without_namespaces_runs_the_server_as_nobody() throws Exception {
        Path forbidden = Files.createDirectories(folder.resolve("bin")).resolve("unshare");
        Files.writeString(forbidden, "#!/bin/sh\nexit 1\n");
        assertThat(forbidden.toFile().setExecutable(true)).isTrue();
        for (Path path : List.of(folder, template)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        Process instance = startProcess(Map.of("PATH", forbidden.getParent() + ":" + System.getenv("PATH")));
        keep(jdbcUrlOf(instance), "granted");
        assertThat(Files.getAttribute(cluster(), "unix:uid")).isEqualTo(65534);
        endInGoodOrder(instance);

        try (EmbeddedPostgres postgres = open()) {
            assertThat(kept(postgres.jdbcUrl())).containsExactly("granted");
        }
    }

    /** Another instance of the program: opens the database, tells its address, and closes it when its input ends. */
    static final class OtherProgram {
        public static void main(String[] arguments) throws IOException {
            EmbeddedPostgres postgres = new EmbeddedPostgres(new DataFolder(Path.of(arguments[0])));
            postgres.open();
            System.out.println(postgres.jdbcUrl());
            System.in.transferTo(OutputStream.nullOutputStream());
            postgres.close();
        }
    }

    private record Instance(Process process, String jdbcUrl) {}

    private Instance startInstance() throws IOException {
        Process process = startProcess(Map.of());
        return new Instance(process, jdbcUrlOf(process));
    }

    private Process startProcess(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        instances.add(process);
        return process;
    }

    private static String jdbcUrlOf(Process instance) throws IOException {
        BufferedReader reader = instance.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("jdbc:")) {
                return line;
            }
        }
        throw new AssertionError("The other program ended without opening the database");
    }

    private static void endInGoodOrder(Process instance) throws Exception {
        instance.getOutputStream().close();
        assertThat(instance.waitFor()).isZero();
    }

    private EmbeddedPostgres open() throws IOException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(new DataFolder(folder));
        postgres.open();
        return postgres;
    }

    private Path cluster() {
        return folder.resolve("postgres");
    }

    private void keep(String url, String note) throws Exception {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (note text not null)");
            statement.execute("insert into kept values ('" + note + "')");
        }
    }

    private List<String> kept(String url) throws Exception {
        return query(url, "select note from kept");
    }

    private List<String> keptOnceItAnswers(String url) throws Exception {
        for (int i = 0; i < 200; i++) {
            try {
                return kept(url);
            } catch (SQLException notYet) {
                DataFolder.pause(100);
            }
        }
        throw new AssertionError("The server did not come back");
    }

    private List<String> query(String url, String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private Connection connect(String url) throws Exception {
        return DriverManager.getConnection(url, "medel", Files.readString(folder.resolve("postgres-password")));
    }
}
