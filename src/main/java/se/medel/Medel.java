package se.medel;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Locale;
import se.medel.database.DataFolder;
import se.medel.database.DatabaseUnavailable;
import se.medel.database.EmbeddedPostgres;

/**
 * Starts the service, and before it the database, unless {@code QUARKUS_DATASOURCE_JDBC_URL} names one. Everything that
 * is kept lies in the folder named by {@code MEDEL_DATA}, else in {@code ./data}.
 */
@QuarkusMain
public class Medel {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    public static void main(String... args) {
        // The build runs the program once, only to see which classes a start needs.
        if (System.getProperty("quarkus.appcds.generate") != null) {
            Quarkus.run(args);
            return;
        }
        try {
            run(args);
        } catch (DatabaseUnavailable e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail("The data folder cannot be used (" + e + "). " + DataFolder.REMEDY);
        }
    }

    private static void run(String... args) throws IOException {
        if (!isConfigured(SESSION_KEY)) {
            // One key for all instances on the folder: a session goes on at whichever of them the next request meets.
            System.setProperty(SESSION_KEY, DataFolder.configured().secret("session-key"));
        }
        if (isConfigured(JDBC_URL)) {
            Quarkus.run(args);
        } else {
            runWith(new EmbeddedPostgres(DataFolder.configured()), args);
        }
    }

    private static void runWith(EmbeddedPostgres database, String... args) throws IOException {
        // Quarkus.run comes back from a reload in development mode, but not from a signal: there this hook closes.
        Thread hook = new Thread(() -> closeAfterService(database), "Close the database");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            database.open();
            System.setProperty(JDBC_URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.user());
            System.setProperty("quarkus.datasource.password", database.password());
            System.setProperty("medel.database.embedded", "true");
            Quarkus.run(args);
        } finally {
            System.clearProperty(JDBC_URL);
            database.close();
            forget(hook);
        }
    }

    private static void closeAfterService(EmbeddedPostgres database) {
        Application service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        try {
            database.close();
        } catch (IOException | DatabaseUnavailable e) {
            System.err.println("Medel could not stop its database, the next start will find it: " + e.getMessage());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Then the hook runs, and finds the database closed.
        }
    }

    private static boolean isConfigured(String property) {
        String variable = property.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT);
        return !System.getProperty(property, "").isBlank()
                || !System.getenv().getOrDefault(variable, "").isBlank();
    }

    private static void fail(String message) {
        System.err.println("Medel cannot start. " + message);
        System.exit(1);
    }
}
