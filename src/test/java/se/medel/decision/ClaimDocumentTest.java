package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.ClaimFixture.anyClients;
import static se.medel.claim.ClaimFixture.recommending;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.claim.ClaimFixture;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims.Finding;
import se.medel.claim.rules.ClaimedClient;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.document.DocumentView;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;
import se.medel.time.TestClock;

/** The two documents of a decision on a claim: the decision with counts, and the district's appendix with codes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimDocumentTest {

    private static final String HOSTILE =
            "<script>alert('x')</script> {qute} {text.number} &amp; & \"citat\" \uD83D\uDE00 e\u0301 \u0007 \u202E ]]>\nny rad";

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    DocumentService documents;

    @Inject
    TestClock clock;

    private String round;

    @BeforeEach
    void inTheYear() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.withJointProject(BROMMA, FARSTA));
    }

    @AfterEach
    void now() {
        clock.go();
    }

    private static List<ClaimedClient> clients(String letters, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> ClaimFixture.client(
                        letters + "-" + i, LocalDate.of(2014, 1, 7).plusDays(i * 7 % 120)))
                .toList();
    }

    private DecisionView decide(ApplicationView claim, long clients, Finding... findings) {
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(clients, List.of(findings)))
                .get();
        return decisions
                .decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED)
                .get();
    }

    private Finding found(ApplicationView claim, int index, String rule, String reason) {
        return new Finding(rows(claim).get(index).id(), rule, reason);
    }

    private List<ClaimRow> rows(ApplicationView claim) {
        return applications.rows(OFFICER, claim.id()).get();
    }

    private static String text(byte[] pdf, DecisionView decision) {
        return PdfText.of(pdf)
                .replace('\u00a0', ' ')
                .replace(decision.facts().receipt(), "RECEIPT")
                .replace(decision.facts().caseNumber(), "CASE");
    }

    @Test
    void theDecisionCountsClientsAndNamesNone() throws IOException {
        decide(fixture.submitted(round, BROMMA, anyClients(30)), 30);
        ApplicationView claim = fixture.submitted(round, FARSTA, clients("QD", 40));
        DecisionView decision = decide(
                claim,
                35,
                found(claim, 3, "A6", "Hade ett pågående ärende till och med mars."),
                found(claim, 7, "P2", "Samtycket är från april, efter inskrivningen."));

        byte[] pdf = documents.of(decision.id()).pdf();

        keep("claim-decision", pdf);
        assertThat(text(pdf, decision)).isEqualTo(resource("/document/claim-decision.txt"));
        VeraPdf.assertArchivable(pdf);
        // Neither in the text nor in the figures that travel inside it.
        String inside = PdfText.of(pdf) + attached(pdf);
        assertThat(inside).contains("\"compensated\"");
        rows(claim).forEach(row -> assertThat(inside)
                .doesNotContain(row.code() + " ", row.code() + "\"", row.code() + "\n"));
        assertThat(inside).doesNotContain("QD-", "pågående ärende", "inskrivningen");
    }

    @Test
    void theAppendixTellsTheDistrictClientByClientAndIsTheSameEachTime() throws IOException {
        decide(fixture.submitted(round, BROMMA, anyClients(60)), 60);
        ApplicationView claim = fixture.submitted(round, FARSTA, clients("QE", 8));
        DecisionView decision = decide(
                claim,
                5,
                found(claim, 3, "A6", "Hade ett pågående ärende till och med mars."),
                found(claim, 7, "P2", "Samtycket är från april, efter inskrivningen."));

        DocumentView appendix = documents.appendixOf(decision.id());

        keep("client-appendix", appendix.pdf());
        assertThat(text(appendix.pdf(), decision)).isEqualTo(resource("/document/client-appendix.txt"));
        assertThat(appendix.fileName())
                .isEqualTo("bilaga-delegationsbeslut-" + round + "-" + decision.number() + ".pdf");
        VeraPdf.assertArchivable(appendix.pdf());
        clock.stopAt(LocalDate.of(2014, 6, 1));
        // What is found later changes no appendix that is made.
        assertThat(documents.appendixOf(decision.id()).sha256()).isEqualTo(appendix.sha256());
    }

    @Test
    void anAppendixKeepsWhatItsDecisionSaidWhenAnotherReplacesIt() {
        ApplicationView claim = fixture.submitted(round, FARSTA, clients("QF", 3));
        DecisionView first = decide(claim, 3);
        DecisionView second = decisions
                .replace(DIRECTOR, round, claim.id(), null, new Ruling(true, null, 2L, null, "En har flyttat."))
                .get();
        assertThat(text(documents.appendixOf(first.id()).pdf(), first)).doesNotContain("Reserv");
        assertThat(text(documents.appendixOf(second.id()).pdf(), second)).contains("Reserv");
    }

    @Test
    void anAppendixOverSeveralSheetsRepeatsItsHeaderAndIsReadAsOneTable() throws IOException {
        String wide = rounds.openRound(ModelFixture.model2014());
        round = wide;
        ApplicationView claim = fixture.submitted(wide, "alvsjo", clients("QG", 120));
        DecisionView decision = decide(
                claim,
                117,
                found(claim, 0, "A6", HOSTILE),
                found(claim, 50, "A5", "x".repeat(600)),
                found(claim, 90, "M3", "Ord på rad, å ä ö. ".repeat(60)));

        byte[] pdf = documents.appendixOf(decision.id()).pdf();

        keep("client-appendix-120", pdf);
        VeraPdf.assertArchivable(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 2; page < document.getNumberOfPages(); page++) {
                assertThat(PdfText.page(pdf, page)).as("page %s", page).contains("Kodnummer", "Innehåller kodnummer");
            }
        }
        String text = text(pdf, decision);
        assertThat(text.split("Nr \\| Kodnummer", -1)).hasSize(2);
        assertThat(text.lines().filter(line -> line.matches("[0-9]+ \\| QG-[0-9]+ \\|.*")))
                .hasSize(120);
        assertThat(text).contains("{qute} {text.number} &amp; & \"citat\"");
    }

    @Test
    void aRefusedClaimIsDocumentedToo() {
        ApplicationView claim = fixture.submitted(round, FARSTA, clients("QH", 2));
        preparations
                .prepare(
                        OFFICER,
                        claim.id(),
                        null,
                        new PreparationService.Work(
                                RoundFixture.allMet(),
                                null,
                                false,
                                null,
                                null,
                                null,
                                HOSTILE,
                                List.of(found(claim, 0, "A6", "Var aktuell."))))
                .get();
        DecisionView decision = decisions
                .decide(DIRECTOR, round, claim.id(), null, new Ruling(false, null, null, "A6", HOSTILE))
                .get();
        byte[] pdf = documents.of(decision.id()).pdf();
        byte[] appendix = documents.appendixOf(decision.id()).pdf();
        VeraPdf.assertArchivable(pdf);
        VeraPdf.assertArchivable(appendix);
        assertThat(text(pdf, decision)).contains("regeln A6: Var aktuell hos socialtjänsten.", "Ersätts | 0 klienter");
        assertThat(text(appendix, decision)).contains("QH-2", "Ersätts inte", "de kan sökas igen");
    }

    private static String attached(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var files = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values();
            assertThat(files).hasSize(1);
            return new String(files.iterator().next().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    private static void keep(String name, byte[] pdf) {
        try {
            Files.createDirectories(Path.of("target", "documents"));
            Files.write(Path.of("target", "documents", name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = ClaimDocumentTest.class.getResourceAsStream(path)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
