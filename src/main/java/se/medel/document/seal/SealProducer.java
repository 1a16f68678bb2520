package se.medel.document.seal;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.document.Seal;

/** Reads the key when the service starts, so that nobody learns from a decision that can't be kept that it is wrong. */
@ApplicationScoped
class SealProducer {

    @Produces
    @Singleton
    @Startup
    Seal seal(
            @ConfigProperty(name = "medel.seal.keystore") Optional<String> keystore,
            @ConfigProperty(name = "medel.seal.password") Optional<String> password,
            Clock clock) {
        if (keystore.isEmpty() && password.isEmpty()) {
            return Seal.NONE;
        }
        if (keystore.isEmpty()) {
            throw new ConfigurationException(
                    "medel.seal.password is set, but no key: name a PKCS#12 file in medel.seal.keystore, or set neither"
                            + " to seal nothing.");
        }
        if (password.isEmpty()) {
            throw new ConfigurationException(
                    "medel.seal.keystore is set without its password: set medel.seal.password, or neither to seal"
                            + " nothing.");
        }
        SealKey key = SealKey.read(Path.of(keystore.get()), password.get().toCharArray());
        key.refusal(clock.instant()).ifPresent(reason -> {
            throw new ConfigurationException(reason);
        });
        return new PadesSeal(key);
    }
}
