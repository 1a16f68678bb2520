package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.committee.MeetingFixture.DAY;
import static se.medel.committee.MeetingFixture.minutes;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.withCeiling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.committee.MeetingService.Minutes;
import se.medel.database.TestDatabase;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.time.TestClock;

/** What the letters and the instructions say, that an archive takes them, and that they never change. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeetingDocumentTest {

    @Inject
    MeetingFixture fixture;

    @Inject
    DispatchService dispatches;

    @Inject
    InstructionsService instructions;

    @Inject
    MeetingDocuments documents;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theLetterSaysWhatWasDecidedAndWhatItMeansForTheDistrict() throws IOException {
        Minutes minutes = minutes(
                new MeetingPoint(MeetingOutcome.AMENDED, null),
                new MeetingPoint(MeetingOutcome.AMENDED, "Högst <b>300 000</b> kronor & inte mer."),
                MeetingPoint.AS_PROPOSED,
                withCeiling(4_500_000));
        String round = fixture.opened(minutes);
        DispatchView rinkeby = dispatch(round, RINKEBY_KISTA);
        Kept letter = documents.dispatch(rinkeby);
        assertThat(read("dispatch", letter))
                .contains("Beslut för kännedom\nRinkeby-Kista stadsdelsnämnd, Provomgång\n")
                .contains("Beslutet fattades " + DAY + ", " + minutes.paragraph() + ".")
                .contains("Modellen godkänns, med ändring av förslaget (D1). De ändrade siffrorna står nedan.")
                .contains("med ändring av förslaget (D2). Högst <b>300 000</b> kronor & inte mer.")
                .contains("Ärendet överlämnas till stadsdelsnämnderna för kännedom (D3).")
                .contains("M1 | Fast belopp | 600 000 kr\n")
                .contains("M3 | Ersättning för varje ny klient | 15 000 kr\n")
                .contains("M4b |")
                .contains("M5 | Alla medel i hela omgången, högst | 4 500 000 kr");
        assertThat(read("dispatch-other", documents.dispatch(dispatch(round, BROMMA))))
                .contains("M2 | Medfinansiering, högst | 200 000 kr\n")
                .doesNotContain("Fast belopp");

        clock.stopAt(LocalDate.of(2031, 1, 1));
        assertThat(documents.dispatch(rinkeby).document().pdf())
                .isEqualTo(letter.document().pdf());
        assertThat(documents.dispatch(rinkeby).letter()).isEqualTo(letter.letter());
    }

    @Test
    void theInstructionsAreFixedAsTheyWereWhateverIsWrittenLater() throws IOException {
        String round = fixture.open();
        InstructionsView draft = instructions.draft(OFFICER, round).get();
        InstructionsView first =
                instructions.fix(OFFICER, round, draft.version(), texts(draft)).get();
        Kept kept = documents.instructions(first);
        assertThat(read("instructions", kept))
                .contains("Anvisningar för uppföljning och redovisning\nProvomgång, version 1\n")
                .contains("Redovisningen ska vara inne senast 2015-01-31.")
                .contains("till och med 31 december 2014.")
                .contains("Bara kodnummer\nKlienter anges bara med kodnummer.")
                .contains("Medel som inte har använts enligt planen betalas tillbaka (Y2).")
                .contains("personal, ");

        InstructionsView next = instructions.draft(OFFICER, round).get();
        Map<InstructionsPart, String> changed = texts(next);
        changed.put(InstructionsPart.CONTACT, "Nämndens brevlåda.");
        InstructionsView second =
                instructions.fix(OFFICER, round, next.version(), changed).get();
        assertThat(second.number()).isEqualTo(2);
        assertThat(instructions.inForce(OFFICER, round)).contains(second);
        assertThat(read("instructions-2", documents.instructions(second))).contains("Nämndens brevlåda.");
        assertThat(documents
                        .instructions(instructions.version(OFFICER, round, 1).orElseThrow())
                        .document()
                        .pdf())
                .isEqualTo(kept.document().pdf());
    }

    private static Map<InstructionsPart, String> texts(InstructionsView view) {
        Map<InstructionsPart, String> texts = new EnumMap<>(InstructionsPart.class);
        view.parts().forEach(part -> texts.put(part.part(), part.text()));
        return texts;
    }

    private DispatchView dispatch(String round, String district) {
        return dispatches.ofRound(SECRETARY, round).stream()
                .filter(dispatch -> dispatch.district().equals(district))
                .findFirst()
                .orElseThrow();
    }

    /** The text with plain spaces; the file is kept for somebody to look at. */
    private static String read(String name, Kept kept) throws IOException {
        byte[] pdf = kept.document().pdf();
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", name + ".pdf"), pdf);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .containsExactly(kept.letter().fileStem() + ".json");
        }
        return PdfText.of(pdf).replace('\u00a0', ' ');
    }
}
