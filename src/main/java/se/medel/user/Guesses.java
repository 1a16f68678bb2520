package se.medel.user;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
 * Slows down who guesses passwords. After some wrong ones in a row for a user name nobody at the same address can try that name
 * for a while, with the right one either, on any instance. From other addresses it can still be tried, so that nobody is locked
 * out by a stranger's guesses, until there are so many from all addresses together that somebody must be guessing from many. A
 * name that nobody has is treated like any other, so that the answer doesn't tell
 * which there are. Guesses that come at once may all be tried before the first is counted; they are at most as many as the
 * service answers at once.
 */
@ApplicationScoped
class Guesses {

    private static final String TOO_MANY = "medel.too-many-guesses";

    @ConfigProperty(name = "medel.log-in.guesses")
    int most;

    /** From all addresses together. */
    @ConfigProperty(name = "medel.log-in.guesses-anywhere")
    int mostAnywhere;

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

    /** The same log-in, but for who has guessed too often from the address. */
    IdentityProviderManager limit(IdentityProviderManager identities, SocketAddress address) {
        return new IdentityProviderManager() {
            @Override
            public Uni<SecurityIdentity> authenticate(AuthenticationRequest request) {
                return request instanceof UsernamePasswordAuthenticationRequest typed
                        ? limited(identities, typed, Tried.of(typed.getUsername(), address))
                        : identities.authenticate(request);
            }

            @Override
            public SecurityIdentity authenticateBlocking(AuthenticationRequest request) {
                return authenticate(request).await().indefinitely();
            }
        };
    }

    private Uni<SecurityIdentity> limited(
            IdentityProviderManager identities, UsernamePasswordAuthenticationRequest typed, Tried tried) {
        return database.executeBlocking(() -> count.wrongSince(tried, waitingTime))
                .chain(wrong -> {
                    if (wrong.here >= most || wrong.anywhere >= mostAnywhere) {
                        return Uni.createFrom().failure(new AuthenticationFailedException(Map.of(TOO_MANY, true)));
                    }
                    return identities
                            .authenticate(typed)
                            .onFailure(AuthenticationFailedException.class)
                            .call(() -> database.executeBlocking(() -> count.add(tried, waitingTime)))
                            .call(() -> wrong.anywhere == 0 && wrong.here == 0
                                    ? Uni.createFrom().voidItem()
                                    : database.executeBlocking(() -> count.forget(tried)));
                });
    }

    /**
     * What was tried, as it is kept: hashes of the name and the address together, and of the name from anywhere. An address has
     * no space, so that no name can be made up to count as another one's.
     */
    record Tried(String here, String anywhere) {

        private static final String ANYWHERE = "*";
        private static final String UNKNOWN = "?";

        /** Of an IPv6 address the network: whoever has one address has all that begin like it. */
        private static final int NETWORK_BYTES = 8;

        static Tried of(String name, SocketAddress address) {
            return new Tried(hash(source(address) + ' ' + name), hash(ANYWHERE + ' ' + name));
        }

        private static String source(SocketAddress address) {
            String literal = address == null ? null : address.hostAddress();
            if (literal == null) {
                return UNKNOWN;
            }
            try {
                // Of an address in figures this asks no name server.
                byte[] bytes = InetAddress.getByName(literal).getAddress();
                return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
            } catch (UnknownHostException noSuchInterface) {
                return UNKNOWN;
            }
        }

        private static String hash(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Wrong passwords in a row. */
    record Wrong(int here, int anywhere) {}

    /** How often a name was tried with a wrong password. One transaction per method. */
    @ApplicationScoped
    @Transactional
    static class Count {

        /** So few that nobody waits for it, and more than those that are added. */
        private static final int FORGOTTEN_AT_ONCE = 10;

        @Inject
        EntityManager database;

        @Inject
        Clock clock;

        Wrong wrongSince(Tried tried, Duration remembered) {
            Instant since = Instant.now(clock).minus(remembered);
            return new Wrong(wrong(tried.here, since), wrong(tried.anywhere, since));
        }

        /** Always in the same order, so that nobody waits for each other. */
        int add(Tried tried, Duration remembered) {
            Instant now = Instant.now(clock);
            Instant since = now.minus(remembered);
            add(tried.here, now, since);
            add(tried.anywhere, now, since);
            return forgetUntil(since);
        }

        /** Wrong passwords from other addresses still count there. */
        int forget(Tried tried) {
            return forget(tried.here) + forget(tried.anywhere);
        }

        private int wrong(String hash, Instant since) {
            List<?> tries = database.createNativeQuery(
                            "select tries from wrong_password where name_hash = :hash and last_at > :since")
                    .setParameter("hash", hash)
                    .setParameter("since", since)
                    .getResultList();
            return tries.isEmpty() ? 0 : (Integer) tries.get(0);
        }

        private void add(String hash, Instant now, Instant since) {
            database.createNativeQuery(
                            "insert into wrong_password (name_hash, tries, last_at)"
                                    + " values (:hash, 1, :now) on conflict (name_hash) do update set last_at = :now,"
                                    + " tries = case when wrong_password.last_at > :since then wrong_password.tries else 0 end + 1")
                    .setParameter("hash", hash)
                    .setParameter("now", now)
                    .setParameter("since", since)
                    .executeUpdate();
        }

        private int forget(String hash) {
            return database.createNativeQuery("delete from wrong_password where name_hash = :hash")
                    .setParameter("hash", hash)
                    .executeUpdate();
        }

        private int forgetUntil(Instant old) {
            return database.createNativeQuery("delete from wrong_password where name_hash in (select name_hash"
                            + " from wrong_password where last_at <= :old order by last_at limit :most"
                            + " for update skip locked)")
                    .setParameter("old", old)
                    .setParameter("most", FORGOTTEN_AT_ONCE)
                    .executeUpdate();
        }
    }
}
