package se.medel.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;

/** What the year's documents say, that an archive takes them, and that they never change. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementDocumentTest {

    @Inject
    YearEndFixture fixture;

    @Inject
    SettlementDocuments documents;

    @Inject
    RepaymentService repayments;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theLetterSaysWhatIsFlaggedWhyAndUntilWhenToAnswer() throws IOException {
        String round = fixture.open();
        RepaymentView flagged = fixture.flagged(round, FARSTA);
        assertThat(documents.hearing(flagged)).isEmpty();
        Kept letter = documents.hearing(fixture.heard(flagged)).orElseThrow();

        assertThat(read("hearing", letter))
                .contains("Tillfälle att yttra sig om återbetalning\nMedfinansiering till Farsta stadsdelsnämnd\n")
                .contains("Återbetalning: 49 999 kr\n")
                .contains("Svar senast | 2015-03-03\n")
                .contains("Y2 | Inte använt | 49 999 kr\n")
                .contains("Beviljat 200 000 kr → godkänd kostnad 150 000,50 kr → får behålla 150 001 kr → betalas"
                        + " tillbaka 49 999 kr.")
                .contains("ha kommit in senast 2015-03-03");
        assertThat(letter.letter().law()).isNull();
    }

    @Test
    void theDecisionHoldsTheDistrictsAnswerAndHowItCanBeAppealedAndNeverChanges() throws IOException {
        String round = fixture.open();
        RepaymentView replied = fixture.replied(fixture.heard(fixture.flagged(round, FARSTA)));
        RepaymentView decided = repayments
                .decide(
                        RoundFixture.DIRECTOR,
                        replied.id(),
                        null,
                        Kronor.of(40_000),
                        "Hyran <b>godtas</b> & räknas bort.\nResten inte.")
                .get();
        Kept decision = documents.decision(decided).orElseThrow();

        assertThat(read("repayment", decision))
                .contains("Delegationsbeslut nr 2/2014\nÅterbetalning, Farsta stadsdelsnämnd\n")
                .contains("Återbetalning: 40 000 kr\n")
                .contains("ska betala tillbaka 40 000 kr senast 2015-03-12.")
                .contains("Det är mindre än de 49 999 kr som slutavräkningen gav.")
                .contains("Hyran <b>godtas</b> & räknas bort.")
                .contains("Beloppet stämmer.")
                .contains("Det kallas laglighetsprövning (10 kap. kommunallagen (1991:900)).");

        clock.stopAt(LocalDate.of(2016, 1, 1));
        repayments
                .writeOff(RoundFixture.DIRECTOR, decided.id(), null, "Går inte.")
                .get();
        RepaymentView later = repayments.find(OFFICER, decided.id()).get();
        assertThat(documents.decision(later).orElseThrow().document().pdf())
                .isEqualTo(decision.document().pdf());
        assertThat(documents.decision(later).orElseThrow().letter()).isEqualTo(decision.letter());
    }

    @Test
    void aSettlementIsMadeAnewForACorrectionAndTheOneBeforeStays() throws IOException {
        String round = fixture.open();
        fixture.granted(round, FARSTA, 200_000, 100_000);
        fixture.report(round);
        assertThat(documents.settlement(round, FARSTA)).isEmpty();
        Kept call = documents.call(round, FARSTA).orElseThrow();
        assertThat(read("call", call))
                .contains("Redovisningen ska vara inne senast 2015-01-31.\n")
                .contains("Medfinansiering | 200 000 kr\n");
        fixture.approved(round, FARSTA, "150000.50");
        Kept settlement = documents.settlement(round, FARSTA).orElseThrow();
        assertThat(read("settlement", settlement))
                .contains("Får behålla: 150 001 kr\nSlutbetalning till stadsdelsnämnden: 50 001 kr.\n")
                .contains("Medfinansiering | 200 000 | 100 000 | 150 001 | 0 | 50 001\n");

        // What is paid afterwards changes nothing of it.
        fixture.pay(round, fixture.account(round, FARSTA).applicationId(), 50_001);
        assertThat(documents.settlement(round, FARSTA).orElseThrow().letter()).isEqualTo(settlement.letter());
        fixture.corrected(round, FARSTA, "120000");
        Kept corrected = documents.settlement(round, FARSTA).orElseThrow();
        assertThat(corrected.document().fileName())
                .isNotEqualTo(settlement.document().fileName());
        assertThat(read("settlement-corrected", corrected)).contains("Föreslås betalas tillbaka: 30 001 kr.");
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
