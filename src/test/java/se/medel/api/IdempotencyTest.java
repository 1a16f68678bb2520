package se.medel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static se.medel.api.ApiUser.OFFICER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;

/** A kept answer is there as long as it is promised, and not for ever. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyTest {

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.idempotency.kept")
    Duration kept;

    private final String nobody = "nobody-" + UUID.randomUUID();

    @AfterEach
    void letTheClockGo() {
        ((TestClock) clock).go();
    }

    /** Sets up a round under a key, which is also the round's id. */
    private static void send(String key, int status) {
        OFFICER.post(
                        "/api/rounds",
                        key,
                        "{\"copyOf\": \"sig-2014\", \"id\": \"" + key
                                + "\", \"programme\": \"P\", \"name\": \"N\", \"year\": 2015, \"caseNumber\": \"1\","
                                + " \"applicationDeadline\": \"2015-10-31\"}")
                .statusCode(status);
    }

    private static String anyKey() {
        return "kept-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void answeredLongAgo(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                database.createNativeQuery("insert into idempotent_request (username, key, request, status, made_at)"
                                + " values (:username, :key, '', 200, :at)")
                        .setParameter("username", nobody)
                        .setParameter("key", "key-" + i)
                        .setParameter("at", Instant.EPOCH)
                        .executeUpdate();
            }
        });
    }

    /** A key is kept as its hash only. */
    private static String kept(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long left(String column, String value) {
        return ((Number) database.createNativeQuery("select count(*) from idempotent_request where " + column + " = ?1")
                        .setParameter(1, value)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void oldAnswersAreRemovedAFewAtATimeWhenANewKeyIsTaken() {
        answeredLongAgo(15);
        String key = anyKey();
        send(key, 201);
        assertThat(left("username", nobody)).isEqualTo(5);
        send(key, 201);
        assertThat(left("username", nobody))
                .as("a key that isn't new costs nothing")
                .isEqualTo(5);
        send(anyKey(), 201);
        assertThat(left("username", nobody)).isZero();
        assertThat(left("key", kept(key))).isEqualTo(1);
    }

    @Test
    void anAnswerIsKeptAsLongAsItIsPromisedAndThenItsKeyIsNewAgain() {
        // In the past, so that no other test meets anything from the future.
        Instant start = clock.instant().minus(kept).minus(Duration.ofDays(1));
        TestClock stopped = (TestClock) clock;
        String key = anyKey();
        stopped.stopAt(start);
        send(key, 201);
        stopped.stopAt(start.plus(kept));
        send(anyKey(), 201);
        send(key, 201);
        stopped.stopAt(start.plus(kept).plusSeconds(1));
        while (left("key", kept(key)) > 0) {
            send(anyKey(), 201);
        }
        OFFICER.get("/api/rounds/" + key).body("id", equalTo(key));
        // Not the old answer any more: the round is there already.
        send(key, 422);
    }
}
