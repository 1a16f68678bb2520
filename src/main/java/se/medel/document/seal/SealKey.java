package se.medel.document.seal;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The key that seals, and the certificates that say whose it is, its own first. Neither can be read from its text. */
final class SealKey {

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Path file;

    private SealKey(PrivateKey key, List<X509Certificate> chain, Path file) {
        this.key = key;
        this.chain = chain;
        this.file = file;
    }

    /**
     * The one key of a PKCS#12 file.
     *
     * @throws ConfigurationException if there is no such file, the password isn't its, or it holds no key or several; the message
     *     is for whoever starts the service and never holds the password
     */
    static SealKey read(Path file, char[] password) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException("The seal's key can't be read: medel.seal.keystore names " + file
                    + ", which isn't a file that this" + " service may read.");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(CharBuffer.wrap(password))) {
            throw new ConfigurationException(
                    "medel.seal.password holds other characters than ASCII's, which Java can't open a"
                            + " key with: give " + file + " another password.");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password);
            List<String> keys = keys(store);
            if (keys.size() != 1) {
                throw new ConfigurationException("The seal is one key with its certificate, but " + file + " holds "
                        + keys.size() + " (medel.seal.keystore).");
            }
            return new SealKey(
                    (PrivateKey) store.getKey(keys.get(0), password),
                    Arrays.stream(store.getCertificateChain(keys.get(0)))
                            .map(X509Certificate.class::cast)
                            .toList(),
                    file);
        } catch (IOException | GeneralSecurityException e) {
            boolean wrongPassword =
                    e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException;
            // Without the cause: what a key store says about its content isn't for a log.
            throw new ConfigurationException(
                    wrongPassword
                            ? "The password of the seal's key is wrong: medel.seal.password doesn't open " + file + "."
                            : file + " isn't a PKCS#12 file (medel.seal.keystore).");
        }
    }

    private static List<String> keys(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.isKeyEntry(alias) ? store.getCertificateChain(alias) : null;
            if (chain != null && chain.length > 0) {
                keys.add(alias);
            }
        }
        return keys;
    }

    /** Why nothing can be sealed at this time, in one sentence. */
    Optional<String> refusal(Instant at) {
        Instant from = certificate().getNotBefore().toInstant();
        Instant to = certificate().getNotAfter().toInstant();
        return at.isBefore(from) || at.isAfter(to)
                ? Optional.of(
                        "The seal's certificate in " + file + " holds from " + from + " to " + to + ", not at " + at
                                + ": renew it, or set neither medel.seal.keystore nor medel.seal.password to seal"
                                + " nothing.")
                : Optional.empty();
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    List<X509Certificate> chain() {
        return chain;
    }
}
