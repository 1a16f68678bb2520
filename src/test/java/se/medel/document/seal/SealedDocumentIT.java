package se.medel.document.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.storage.Sha256;
import se.medel.time.TestClock;

/**
 * A service that is set to seal: what it keeps is sealed once, what it only draws isn't. It has settings of its own, and so needs a
 * process of its own.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SealedDocumentIT.WithKey.class)
class SealedDocumentIT {

    /** Set as an administration sets it. */
    public static final class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medel.seal.keystore",
                    SealFixture.keystore(Path.of("target"), "RSA", 1).toString(),
                    "medel.seal.password",
                    SealFixture.PASSWORD);
        }
    }

    @Inject
    LetterPress press;

    @Inject
    Organisation organisation;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    private Letter letter() {
        return new Letter(
                Office.of(organisation),
                "Begäran om återredovisning",
                "Omgången 2014",
                "3.1-101/2014",
                List.of(new Letter.Fact("Till", "Farsta stadsdelsnämnd")),
                List.of(Letter.Part.of("Vad ni ska göra", List.of("Redovisa vad medlen har använts till."))),
                "begaran",
                Instant.parse("2014-05-20T10:00:00Z"),
                "Begäran",
                null);
    }

    private DocumentView keep(String subject) {
        return press.keep(subject, Kind.CALL_FOR_REPORTS, letter(), () -> Map.of("due", "2014-12-01"))
                .document();
    }

    @Test
    void aKeptDocumentIsSealedWhenItIsKeptAndNeverAgain() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        DocumentView first = keep("sealed/1");

        PDSignature seal = SealFixture.sealOf(first.pdf());
        assertThat(SealFixture.coversAll(first.pdf(), seal)).isTrue();
        assertThat(seal.getSignDate().toInstant()).isEqualTo(first.madeAt());
        assertThat(first.sha256()).isEqualTo(Sha256.of(first.pdf()));
        assertThat(SealFixture.attachments(first.pdf())).containsEntry("begaran.json", "{\"due\":\"2014-12-01\"}");
        assertThat(PdfText.of(first.pdf())).contains("Redovisa vad medlen har använts till.");
        VeraPdf.assertArchivable(first.pdf());

        clock.stopAt(LocalDate.of(2014, 6, 20));
        assertThat(keep("sealed/1").pdf()).isEqualTo(first.pdf());
    }

    @Test
    void aDraftIsNotSealed() throws IOException {
        try (PDDocument draft = Loader.loadPDF(press.draw(letter()))) {
            assertThat(draft.getSignatureDictionaries()).isEmpty();
        }
    }
}
