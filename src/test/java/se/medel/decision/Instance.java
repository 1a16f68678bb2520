package se.medel.decision;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import se.medel.database.TestDatabase;

/** The packaged service as a process of its own, on the tests' database. */
final class Instance implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process process;
    private final String address;

    private Instance(Process process, int port) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /** Starts it; {@link #awaitReady} waits until it answers. */
    static Instance start() throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // The tests' database is as embedded as the default one, so the demo's users may log in.
                "-Dmedel.database.embedded=true",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", TestDatabase.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", TestDatabase.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", TestDatabase.password(),
                        "QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef",
                        "QUARKUS_HTTP_PORT", Integer.toString(port)));
        builder.redirectErrorStream(true);
        builder.redirectOutput(new File("target", "instance-" + port + ".log"));
        return new Instance(builder.start(), port);
    }

    Instance awaitReady() throws IOException, InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The instance stopped, see target/instance-*.log");
            }
            try {
                HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                        .build();
                if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (ConnectException notYet) {
                // It is still on its way up.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The instance did not get ready in a minute, see target/instance-*.log");
    }

    /** Decides as the director of the demo, following what the officer recommends. */
    HttpResponse<String> decide(String round, long application, String key) throws IOException, InterruptedException {
        return post("/api/rounds/" + round + "/applications/" + application + "/decision", key, "{}");
    }

    HttpResponse<String> replace(String round, long application, String key, long amount)
            throws IOException, InterruptedException {
        return post(
                "/api/rounds/" + round + "/applications/" + application + "/decision/replacement",
                key,
                "{\"outcome\": \"granted\", \"amount\": " + amount + ", \"reasons\": \"Nytt belopp\"}");
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("chef:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
