package se.medel.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.document.ArchivePdf;
import se.medel.document.Attachment;
import se.medel.document.DocumentMetadata;
import se.medel.document.PdfText;
import se.medel.document.Seal;
import se.medel.document.VeraPdf;

/** The seal itself: what it covers, what it leaves as it was, and what keeps the service from starting with it. */
class PadesSealTest {

    private static final Instant NOW = Instant.parse("2014-05-20T10:00:00Z");

    private static final String XHTML =
            """
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Beslut</title></head><body><h1>Beslut</h1>
            <p>Medlen beviljas.</p><table><caption>Belopp</caption><thead><tr><th scope="col">Sökt</th></tr></thead>
            <tbody><tr><td>600 000 kr</td></tr></tbody></table></body></html>
            """;

    private static final byte[] PDF = new ArchivePdf()
            .render(
                    XHTML,
                    new DocumentMetadata("Beslut", "Stockholms stad", "sv", NOW, "Beslut"),
                    List.of(new Attachment(
                            "beslut.json",
                            "application/json",
                            "{\"granted\":600000}".getBytes(StandardCharsets.UTF_8),
                            "Uppgifterna")));

    @TempDir
    Path folder;

    private SealKey key(String algorithm) {
        return SealKey.read(SealFixture.keystore(folder, algorithm, 1), SealFixture.PASSWORD.toCharArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aSealedDocumentIsStillArchivableAndReadableAndWhole(String algorithm) {
        SealKey key = key(algorithm);

        byte[] sealed = new PadesSeal(key).on(PDF, NOW);

        VeraPdf.assertArchivable(sealed);
        assertThat(PdfText.of(sealed)).isEqualTo(PdfText.of(PDF));
        assertThat(PdfText.tags(sealed)).isEqualTo(PdfText.tags(PDF));
        assertThat(SealFixture.attachments(sealed))
                .isEqualTo(SealFixture.attachments(PDF))
                .containsEntry("beslut.json", "{\"granted\":600000}");
        PDSignature seal = SealFixture.sealOf(sealed);
        assertThat(seal.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(seal.getSignDate().toInstant()).isEqualTo(NOW);
        assertThat(SealFixture.coversAll(sealed, seal)).isTrue();
        assertThat(SealFixture.verifies(sealed, seal, key.certificate())).isTrue();
        assertThat(SealFixture.verifies(sealed, seal, key(algorithm).certificate()))
                .as("with somebody else's certificate")
                .isFalse();
    }

    @Test
    void whatWasSealedStandsInTheFileAsItWas() {
        byte[] sealed = new PadesSeal(key("EC")).on(PDF, NOW);

        assertThat(sealed).startsWith(PDF);
    }

    @Test
    void oneChangedByteIsSeenWhereverItIs() {
        SealKey key = key("EC");
        byte[] sealed = new PadesSeal(key).on(PDF, NOW);
        PDSignature seal = SealFixture.sealOf(sealed);
        int[] range = seal.getByteRange();

        for (int at : new int[] {0, 1, PDF.length / 2, PDF.length, range[1] - 1, range[2], sealed.length - 1}) {
            byte[] forged = sealed.clone();
            forged[at] ^= 1;
            assertThat(SealFixture.verifies(forged, seal, key.certificate()))
                    .as("byte %s", at)
                    .isFalse();
        }
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
        assertThat(SealFixture.coversAll(longer, seal)).isFalse();
    }

    @Test
    void nothingIsSealedOnceTheCertificatesTimeIsOver() {
        SealKey key = SealKey.read(
                SealFixture.keystore(folder, "EC", 1, NOW.plusSeconds(60)), SealFixture.PASSWORD.toCharArray());
        PadesSeal seal = new PadesSeal(key);

        assertThat(SealFixture.sealOf(seal.on(PDF, NOW.plusSeconds(60)))).isNotNull();
        assertThatThrownBy(() -> seal.on(PDF, NOW.plusSeconds(61)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not at 2014-05-20T10:01:01Z");
    }

    // When the service starts

    private Seal start(String keystore, String password) {
        return new SealProducer()
                .seal(Optional.ofNullable(keystore), Optional.ofNullable(password), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void withoutSettingsNothingIsSealedAndEveryByteIsAsBefore() {
        assertThat(start(null, null).on(PDF, NOW)).isSameAs(PDF);
    }

    @Test
    void theServiceStartsWithAKeyAndItsPassword() {
        String keystore = SealFixture.keystore(folder, "RSA", 1).toString();

        assertThat(SealFixture.sealOf(start(keystore, SealFixture.PASSWORD).on(PDF, NOW)))
                .isNotNull();
    }

    private void refusesToStart(String keystore, String password, String because) {
        assertThatThrownBy(() -> start(keystore, password))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(because)
                .hasNoCause()
                .satisfies(refusal -> {
                    if (password != null) {
                        assertThat(refusal.getMessage()).doesNotContain(password);
                    }
                });
    }

    @Test
    void itRefusesToStartWithAKeyThatItCantUseAndSaysWhy() throws IOException {
        String keystore = SealFixture.keystore(folder, "EC", 1).toString();
        Path text = Files.writeString(folder.resolve("text.p12"), "not a key");

        refusesToStart(keystore, "hemligt", "medel.seal.password doesn't open " + keystore);
        refusesToStart(keystore, "lösenord", "other characters than ASCII's");
        refusesToStart(keystore, null, "set medel.seal.password");
        refusesToStart(null, "hemligt", "name a PKCS#12 file in medel.seal.keystore");
        refusesToStart(folder.resolve("none.p12").toString(), "hemligt", "none.p12, which isn't a file");
        refusesToStart(folder.toString(), "hemligt", "isn't a file that this service may read");
        refusesToStart(text.toString(), "hemligt", "isn't a PKCS#12 file");
        refusesToStart(SealFixture.keystore(folder, "EC", 0).toString(), SealFixture.PASSWORD, "holds 0");
        refusesToStart(SealFixture.keystore(folder, "EC", 2).toString(), SealFixture.PASSWORD, "holds 2");
        refusesToStart(
                SealFixture.keystore(folder, "EC", 1, NOW.minusSeconds(1)).toString(),
                SealFixture.PASSWORD,
                "not at 2014-05-20T10:00:00Z");
    }

    @Test
    void neitherKeyNorPasswordStandsInAnyText() {
        SealKey key = key("RSA");

        assertThat(key + " " + new PadesSeal(key)).doesNotContain(SealFixture.PASSWORD, "RSA", "modulus");
    }
}
