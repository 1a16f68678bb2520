package se.medel.user;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows down who guesses passwords. After some wrong ones in a row for a user name nobody can try that name for a while, with
 * the right one either, on any instance. A name that nobody has is treated like any other, so that the answer doesn't tell
 * which there are. Guesses that come at once may all be tried before the first is counted; they are at most as many as the
 * service answers at once.
 */
@ApplicationScoped
class Guesses {

    private static final String TOO_MANY = "medel.too-many-guesses";

    @ConfigProperty(name = "medel.log-in.guesses")
    int most;

    /** How long nobody can try, counted from the last wrong guess; also how long a wrong guess is remembered. */
    @ConfigProperty(name = "medel.log-in.wait")
    Duration waitingTime;

    @Inject
    Count count;

    @Inject
    BlockingSecurityExecutor database;

    Duration waitingTime() {
        return waitingTime;
    }

    /** Whether it failed because of too many wrong passwords before, and not because this one was wrong. */
    static boolean areTooMany(Throwable failure) {
        return failure instanceof AuthenticationFailedException refused
                && Boolean.TRUE.equals(refused.getAttribute(TOO_MANY));
    }

    /** The same log-in, but for who has guessed too often. */
    IdentityProviderManager limit(IdentityProviderManager identities) {
        return new IdentityProviderManager() {
            @Override
            public Uni<SecurityIdentity> authenticate(AuthenticationRequest request) {
                return request instanceof UsernamePasswordAuthenticationRequest typed
                        ? limited(identities, typed)
                        : identities.authenticate(request);
            }

            @Override
            public SecurityIdentity authenticateBlocking(AuthenticationRequest request) {
                return authenticate(request).await().indefinitely();
            }
        };
    }

    private Uni<SecurityIdentity> limited(
            IdentityProviderManager identities, UsernamePasswordAuthenticationRequest typed) {
        String name = hash(typed.getUsername());
        return database.executeBlocking(() -> count.wrongSince(name, waitingTime))
                .chain(wrong -> {
                    if (wrong >= most) {
                        return Uni.createFrom().failure(new AuthenticationFailedException(Map.of(TOO_MANY, true)));
                    }
                    return identities
                            .authenticate(typed)
                            .onFailure(AuthenticationFailedException.class)
                            .call(() -> database.executeBlocking(() -> count.add(name, waitingTime)))
                            .call(() -> wrong == 0
                                    ? Uni.createFrom().voidItem()
                                    : database.executeBlocking(() -> count.forget(name)));
                });
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How often a name was tried with a wrong password. One transaction per method. */
    @ApplicationScoped
    @Transactional
    static class Count {

        /** So few that nobody waits for it, and more than the one that is added. */
        private static final int FORGOTTEN_AT_ONCE = 10;

        @Inject
        EntityManager database;

        @Inject
        Clock clock;

        int wrongSince(String name, Duration remembered) {
            List<?> tries = database.createNativeQuery(
                            "select tries from wrong_password where name_hash = :name and last_at > :since")
                    .setParameter("name", name)
                    .setParameter("since", Instant.now(clock).minus(remembered))
                    .getResultList();
            return tries.isEmpty() ? 0 : (Integer) tries.get(0);
        }

        int add(String name, Duration remembered) {
            Instant now = Instant.now(clock);
            forgetUntil(now.minus(remembered));
            return database.createNativeQuery(
                            "insert into wrong_password (name_hash, tries, last_at)"
                                    + " values (:name, 1, :now) on conflict (name_hash) do update set last_at = :now,"
                                    + " tries = case when wrong_password.last_at > :since then wrong_password.tries else 0 end + 1")
                    .setParameter("name", name)
                    .setParameter("now", now)
                    .setParameter("since", now.minus(remembered))
                    .executeUpdate();
        }

        int forget(String name) {
            return database.createNativeQuery("delete from wrong_password where name_hash = :name")
                    .setParameter("name", name)
                    .executeUpdate();
        }

        private void forgetUntil(Instant old) {
            database.createNativeQuery("delete from wrong_password where name_hash in (select name_hash"
                            + " from wrong_password where last_at <= :old order by last_at limit :most"
                            + " for update skip locked)")
                    .setParameter("old", old)
                    .setParameter("most", FORGOTTEN_AT_ONCE)
                    .executeUpdate();
        }
    }
}
