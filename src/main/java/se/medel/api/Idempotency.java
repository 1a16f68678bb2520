package se.medel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.refusal.Answer;
import se.medel.storage.LongWork;

/**
 * Does what must not be done twice. A client that lost the answer sends the same request with the same Idempotency-Key
 * again and gets the same answer, also from another instance and after a crash: key, work and answer stand in one
 * transaction. A refusal isn't kept, because the same request can be right tomorrow, and nothing is kept for ever.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** So few that nobody waits for it, and more than the one that is added, so that the old ones come to an end. */
    private static final int FORGOTTEN_AT_ONCE = 10;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentVertxRequest request;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    /** How long an answer can be had again. */
    @ConfigProperty(name = "medel.idempotency.kept")
    Duration kept;

    /**
     * What has been done, to be answered.
     *
     * @param location where the new thing is, null where nothing is new
     * @param tag the entity tag of the thing as it is now, null where it has none
     */
    public record Done(int status, Object body, String location, String tag) {}

    /**
     * Does the work once for a key, or simply does it where there is no key.
     *
     * @param body what was sent, as it was read; another body under the same key is refused
     */
    public Response once(String key, Object body, Supplier<Answer<Done>> work) {
        return once(key, body, work, false);
    }

    /** The same for {@linkplain LongWork work that takes longer than other}, with or without a key. */
    public Response onceAtLength(String key, Object body, Supplier<Answer<Done>> work) {
        return once(key, body, work, true);
    }

    private Response once(String key, Object body, Supplier<Answer<Done>> work, boolean atLength) {
        // An empty header comes here as none, but who sends one believes that the request is safe to repeat.
        String sent = key == null ? request.getCurrent().request().getHeader(ApiDocument.IDEMPOTENCY_KEY) : key;
        if (sent == null) {
            Answer<Done> answer = atLength ? LongWork.call(work::get) : work.get();
            return answer.isRefused() ? refusals.answer(answer.refusals()) : response(answer.get());
        }
        if (!KEY.matcher(sent).matches()) {
            throw refusals.refuse(400, "idempotency-key-malformed");
        }
        String kept = hash(sent);
        String fingerprint = fingerprint(body);
        Callable<Response> keeping = () -> once(kept, fingerprint, work);
        return atLength
                ? LongWork.call(keeping)
                : QuarkusTransaction.requiringNew().call(keeping);
    }

    private Response once(String key, String fingerprint, Supplier<Answer<Done>> work) {
        // The second of two that come at once waits here until the first one's transaction has ended.
        boolean first = database.createNativeQuery("insert into idempotent_request (username, key, request, made_at)"
                                + " values (:username, :key, :request, :now) on conflict do nothing")
                        .setParameter("username", username())
                        .setParameter("key", key)
                        .setParameter("request", fingerprint)
                        .setParameter("now", Instant.now(clock))
                        .executeUpdate()
                == 1;
        if (!first) {
            return again(key, fingerprint, work);
        }
        forgetOld();
        return doAndKeep(key, work);
    }

    /** Who takes a key clears away after others; a row that another request is at is left to it. */
    private void forgetOld() {
        database.createNativeQuery("delete from idempotent_request where (username, key) in (select username, key"
                        + " from idempotent_request where made_at < :old order by made_at limit :most"
                        + " for update skip locked)")
                .setParameter("old", Instant.now(clock).minus(kept))
                .setParameter("most", FORGOTTEN_AT_ONCE)
                .executeUpdate();
    }

    private Response doAndKeep(String key, Supplier<Answer<Done>> work) {
        Answer<Done> answer = work.get();
        if (answer.isRefused()) {
            // Not rolled back: that somebody was refused may stand in the audit trail, in this transaction.
            database.createNativeQuery("delete from idempotent_request where username = :username and key = :key")
                    .setParameter("username", username())
                    .setParameter("key", key)
                    .executeUpdate();
            return refusals.answer(answer.refusals());
        }
        Done written = new Done(
                answer.get().status(),
                written(answer.get().body()),
                answer.get().location(),
                answer.get().tag());
        database.createNativeQuery("update idempotent_request set status = :status, body = :body, location = :location,"
                        + " tag = :tag where username = :username and key = :key")
                .setParameter("status", written.status())
                .setParameter("body", written.body())
                .setParameter("location", written.location())
                .setParameter("tag", written.tag())
                .setParameter("username", username())
                .setParameter("key", key)
                .executeUpdate();
        return response(written);
    }

    private Response again(String key, String fingerprint, Supplier<Answer<Done>> work) {
        List<?> found = database.createNativeQuery(
                        "select request, status, body, location, tag from idempotent_request"
                                + " where username = :username and key = :key",
                        Tuple.class)
                .setParameter("username", username())
                .setParameter("key", key)
                .getResultList();
        if (found.isEmpty()) {
            // Old, and forgotten since we met it: then the key is new again.
            return once(key, fingerprint, work);
        }
        Tuple before = (Tuple) found.get(0);
        if (!before.get(0, String.class).equals(fingerprint)) {
            throw refusals.refuse(InputRefusal.IDEMPOTENCY_KEY_REUSED);
        }
        return response(new Done(
                before.get(1, Number.class).intValue(),
                before.get(2, String.class),
                before.get(3, String.class),
                before.get(4, String.class)));
    }

    private static Response response(Done done) {
        Response.ResponseBuilder response =
                Response.status(done.status()).entity(done.body()).type(MediaType.APPLICATION_JSON);
        if (done.location() != null) {
            response.header("Location", done.location());
        }
        if (done.tag() != null) {
            response.header("ETag", done.tag());
        }
        return response.build();
    }

    private String fingerprint(Object body) {
        HttpServerRequest sent = request.getCurrent().request();
        return hash(sent.method() + " " + sent.path() + "\n" + written(body));
    }

    /** Of key and body only hashes are kept: the sender's texts have their own places, where they are checked. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String username() {
        return identity.getPrincipal().getName();
    }
}
