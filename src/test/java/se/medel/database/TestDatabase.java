package se.medel.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * A new, empty database for each test run, on a real PostgreSQL whose cluster stays in {@code target/test-postgres}
 * between the runs. A {@code @QuarkusTest} gets it by {@code @QuarkusTestResource}, a test that starts the packaged
 * service itself by the static methods.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    // System properties and not fields: Quarkus may load this class more than once in the same process.
    private static final String URL = "medel.test.jdbc.url";
    private static final String USER = "medel.test.jdbc.user";
    private static final String PASSWORD = "medel.test.jdbc.password";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", user(),
                "quarkus.datasource.password", password(),
                "medel.database.embedded", "true");
    }

    /** The database stays until the run ends: tests with another profile start the service again on the same one. */
    @Override
    public void stop() {}

    public static String jdbcUrl() {
        return opened(URL);
    }

    public static String user() {
        return opened(USER);
    }

    public static String password() {
        return opened(PASSWORD);
    }

    private static String opened(String property) {
        synchronized (System.class) {
            if (System.getProperty(URL) == null) {
                open();
            }
            return System.getProperty(property);
        }
    }

    private static void open() {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    new DataFolder(Path.of("target", "test-postgres")),
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off");
            postgres.open();
            String database = "test_" + UUID.randomUUID().toString().replace("-", "");
            postgres.execute("create database " + database);
            System.setProperty(URL, postgres.jdbcUrl(database));
            System.setProperty(USER, postgres.user());
            System.setProperty(PASSWORD, postgres.password());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropAndClose(postgres, database)));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("No database for the tests", e);
        }
    }

    private static void dropAndClose(EmbeddedPostgres postgres, String database) {
        try (postgres) {
            postgres.execute("drop database " + database + " with (force)");
        } catch (IOException | SQLException e) {
            System.err.println("The test database " + database + " stays behind: " + e);
        }
    }
}
