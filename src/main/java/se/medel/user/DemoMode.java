package se.medel.user;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Whether this is the demo, where the users and their password stand on the log-in page. So it is on only where nothing
 * can be lost by that: with the embedded database, without a production log-in, and reachable from this machine only.
 */
@ApplicationScoped
@Startup(1)
@Named("demo")
public class DemoMode {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final boolean active;

    @Inject
    DemoMode(Config config) {
        Facts facts = new Facts(
                config.getOptionalValue("medel.demo", Boolean.class),
                config.getOptionalValue("medel.database.embedded", Boolean.class)
                        .orElse(false),
                config.getOptionalValue("medel.admin.password", String.class).isPresent() || hasOidc(config),
                LOOPBACK.contains(config.getOptionalValue("quarkus.http.host", String.class)
                        .orElse("0.0.0.0")));
        facts.refusal().ifPresent(reason -> {
            throw new ConfigurationException(reason);
        });
        this.active = facts.active();
    }

    /** For the proxy of the container only. */
    DemoMode() {
        this.active = false;
    }

    /** Whether the demo is on. */
    public boolean active() {
        return active;
    }

    private static boolean hasOidc(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .anyMatch(name -> name.startsWith("quarkus.oidc.auth.server.url")
                        || name.startsWith("quarkus.oidc.auth-server-url")
                        || name.startsWith("quarkus.oidc.client")
                        || name.startsWith("quarkus.oidc.provider"));
    }

    /**
     * What decides.
     *
     * @param asked medel.demo, where it is set
     * @param embeddedDatabase whether the embedded database runs
     * @param productionLogIn whether a log-in for production is configured
     * @param loopbackOnly whether only this machine can reach the service
     */
    record Facts(Optional<Boolean> asked, boolean embeddedDatabase, boolean productionLogIn, boolean loopbackOnly) {

        boolean active() {
            return asked.orElse(embeddedDatabase && !productionLogIn);
        }

        /** Why the service must not start, in one sentence. */
        Optional<String> refusal() {
            if (!active()) {
                return Optional.empty();
            }
            if (!embeddedDatabase) {
                return Optional.of("The demo (medel.demo=true) runs on the embedded database only, but an outside"
                        + " database is configured. Set medel.demo=false, or remove the QUARKUS_DATASOURCE settings.");
            }
            if (productionLogIn) {
                return Optional.of("The demo (medel.demo=true) can't run beside a production log-in"
                        + " (medel.admin.password or quarkus.oidc). Set medel.demo=false, or remove the log-in.");
            }
            if (!loopbackOnly) {
                return Optional.of("The demo shows its passwords, so it listens on this machine only, but"
                        + " quarkus.http.host is another address. Set medel.demo=false and medel.admin.password for"
                        + " production, or quarkus.http.host=127.0.0.1 for the demo.");
            }
            return Optional.empty();
        }
    }
}
