package se.medel.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.audit.AuditTrail;
import se.medel.database.TestDatabase;
import se.medel.decision.DecidedRound.Words;
import se.medel.demo.Model2014;
import se.medel.document.ArchivePdf;
import se.medel.document.DocumentStore;
import se.medel.document.DocumentView;
import se.medel.document.MunicipalLaw;
import se.medel.document.Organisation;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.privacy.PersonalNumbers;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionDocumentTest {

    private static final String HOSTILE =
            "<script>alert('x')</script> {qute} {text.number} &amp; & \"citat\" \uD83D\uDE00"
                    + " e\u0301 \u0007 \u202E ]]> <b>fet</b>\nny rad";

    private static final String LONG = "Ord på rad, å ä ö. ".repeat(525).strip() + "\n" + "x".repeat(10_000 - 525 * 19);

    @Inject
    DecidedRound round;

    @Inject
    DocumentService documents;

    @Inject
    Decisions decisions;

    @Inject
    DocumentStore store;

    @Inject
    ArchivePdf archivePdf;

    @Inject
    Organisation organisation;

    @Inject
    AuditTrail audit;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @BeforeEach
    void inTheYear() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
    }

    @AfterEach
    void now() {
        clock.go();
    }

    // What it says

    @Test
    void aPartlyGrantedDecisionIsReadAloudInTheOrderItIsWritten() throws IOException {
        String id = round.open();
        round.grant(id, "farsta", 200_000, null, Words.PLAIN);
        DecisionView decision = round.grant(id, "alvsjo", 140_000, AllocationOrder.RECEIVED, Words.PLAIN);

        byte[] pdf = documents.of(decision.id()).pdf();

        keep("partly-granted", pdf);
        assertThat(text(pdf).replace(decision.facts().receipt(), "RECEIPT"))
                .isEqualTo(resource("/document/decision.txt"));
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void aGrantSaysThatNoRuleTookAnythingAway() {
        byte[] pdf = document(round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN));

        assertThat(text(pdf))
                .contains("Bifall: 200 000 kr\n")
                .contains("Hela det sökta beloppet beviljas.\n")
                .contains("Ingen regel sänkte beloppet.\n");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void anOfficerWhoRecommendsLessIsSeenToHaveSetTheAmount() {
        byte[] pdf = document(round.grant(round.open(), "farsta", 90_000, null, Words.PLAIN));

        assertThat(text(pdf))
                .contains("Delvis bifall: 90 000 kr\n")
                .contains("Förvaltningens egen bedömning (D2) satte beloppet till 90 000 kr.");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void aRefusalByACriterionNamesIt() {
        byte[] pdf = document(round.refuse(round.open(), "farsta", "C1a", Words.PLAIN));

        keep("refused", pdf);
        assertThat(text(pdf))
                .contains("Avslag\nSocialförvaltningen avslår ansökan från Farsta stadsdelsnämnd om 200 000 kr i")
                .contains("Avslaget grundas på kriteriet C1a: Redovisar hur medlen ska användas.\n")
                .contains("C1a | Inte uppfyllt | Redovisar hur medlen ska användas Planen visar vem som gör vad.\n")
                .contains("Så mycket lämnade reglerna utrymme för, men ansökan avslås")
                .contains("Beviljat belopp | 0 kr\n")
                .doesNotContain("Villkor");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void aRefusalByTheCeilingNamesItWithTheCommitteesText() {
        String id = round.open();
        round.grant(id, "farsta", 200_000, null, Words.PLAIN);
        round.grant(id, "alvsjo", 140_000, null, Words.PLAIN);
        byte[] pdf = document(round.refuse(id, "bromma", "M5", Words.PLAIN));

        assertThat(text(pdf))
                .contains("Avslaget grundas på regeln M5: Den utbetalda summan kan uppgå till högst 5 mkr.\n")
                .contains("Regeln M5 satte beloppet till 0 kr.")
                .contains("340 000 kr | 340 000 kr | 0 kr | 100 %");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void aReplacingDecisionSaysWhatItReplacesAndTheReplacedOneStaysAsItWas() {
        DecisionView first = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        byte[] before = document(first);
        DecisionView second = round.replace(first, 120_000);
        byte[] pdf = document(second);

        assertThat(text(pdf))
                .contains("Ersätter | Delegationsbeslut nr 1/2014, som inte längre gäller\n")
                .contains("Kostnaden har blivit lägre än planerat.")
                .contains("340 000 kr | 120 000 kr | 220 000 kr | 35 %");
        assertThat(document(first)).isEqualTo(before);
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void compensationIsToldInKronorAndInClients() {
        DecisionView like = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        DecisionFacts facts = like.facts();
        AllocationModel model = Model2014.model();
        Outcome outcome = Assessment.of(model, Commitments.none(), Ask.clientCompensation("rinkeby-kista", 70));
        DecisionView decision = new DecisionView(
                like.id(),
                "sig-2014",
                9,
                like.applicationId(),
                DecisionOutcome.PARTLY_GRANTED,
                outcome.asked(),
                outcome.granted(),
                outcome.clientsGranted(),
                null,
                "Alla uppgifter är styrkta.",
                new DecisionFacts(
                        facts.programme(),
                        facts.roundName(),
                        2014,
                        facts.caseNumber(),
                        "rinkeby-kista",
                        "Rinkeby-Kista",
                        "Rinkeby-Kista stadsdelsnämnd",
                        ComponentKind.CLIENT_COMPENSATION,
                        "SIG-2014-9",
                        facts.submittedAt(),
                        1,
                        facts.committeeDate(),
                        facts.committeeParagraph(),
                        List.of(new DecisionFacts.Basis("M4b", "Av dessa högst 65 från det gemensamma projektet.")),
                        null,
                        null,
                        null,
                        facts.judgements(),
                        null,
                        outcome.explanation(),
                        AllocationOrder.NEED,
                        outcome.granted(),
                        List.of(new DecisionFacts.Line(
                                "M4b",
                                Cap.Kind.GROUP,
                                "Rinkeby-Kista och Spånga-Tensta",
                                BigDecimal.valueOf(65),
                                BigDecimal.valueOf(64),
                                BigDecimal.valueOf(1))),
                        null,
                        "Handläggare vid socialförvaltningen",
                        "Förvaltningschef vid socialförvaltningen",
                        null,
                        null,
                        null),
                "handlaggare",
                "chef",
                like.decidedAt(),
                null);

        byte[] pdf = documents.draw(decision).pdf();

        assertThat(text(pdf))
                .contains("Delvis bifall: 975 000 kr (65 klienter)\n")
                .contains(
                        "Det är en del av det sökta beloppet, 1 050 000 kr (70 klienter). Regeln M4b satte beloppet till"
                                + " 975 000 kr (65 klienter).\n")
                .contains("Sökt belopp | 1 050 000 kr (70 klienter)\nBeviljat belopp | 975 000 kr (65 klienter)\n")
                .contains("M3 | 70 klienter à 15 000 kr är 1 050 000 kr. |")
                .contains("Fördelningsordning (A7): Efter behov.")
                .contains("65 klienter | 64 klienter | 1 klient | 98 %")
                .doesNotContain("Annan finansiering av samma kostnader");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void theLawThatHeldOnTheDayIsCited() {
        String id = round.open();
        byte[] old = document(round.grant(id, "farsta", 200_000, null, Words.PLAIN));
        clock.stopAt(LocalDate.of(2018, 1, 1));
        byte[] later = document(round.grant(id, "alvsjo", 100_000, null, Words.PLAIN));

        assertThat(text(old)).contains("(10 kap. kommunallagen (1991:900))").doesNotContain("2017:725");
        assertThat(text(later)).contains("(13 kap. kommunallagen (2017:725))").doesNotContain("1991:900");
        assertThat(MunicipalLaw.on(LocalDate.of(2017, 12, 31)).act()).isEqualTo("kommunallagen (1991:900)");
    }

    @Test
    void whatPeopleTypedIsShownAsTheyTypedIt() {
        DecisionView decision =
                round.grant(round.open(), "farsta", 200_000, null, new Words(HOSTILE, HOSTILE, HOSTILE));
        byte[] pdf = document(decision);

        // A long word may be broken over two lines in a narrow cell.
        assertThat(withoutSpace(text(pdf))
                        .split(
                                Pattern.quote(withoutSpace(
                                        "<script>alert('x')</script> {qute} {text.number} &amp; & \"citat\" □ é □ □ ]]>"
                                                + " <b>fet</b> ny rad")),
                                -1))
                .as("the criterion's reason, the answer to the overlap and the reasons for the decision")
                .hasSize(4);
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void longTextsAreWholeAndOnThePaper() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, new Words(LONG, LONG, LONG));
        byte[] pdf = document(decision);

        keep("long", pdf);
        assertThat(withoutSpace(text(pdf)).split(withoutSpace(LONG), -1)).hasSize(4);
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void theDecisionTravelsInsideItAsDataAndNobodyIsIdentified() throws IOException {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        byte[] pdf = document(decision);

        String json;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("delegationsbeslut-" + decision.roundId() + "-1.json");
            json = new String(files.values().iterator().next().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(decision.decidedAt());
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Delegationsbeslut nr 1/2014: Medfinansiering, Farsta stadsdelsnämnd");
        }
        var read = new ObjectMapper().readTree(json);
        assertThat(read.get("granted").asLong()).isEqualTo(200_000);
        assertThat(read.get("facts").get("explanation")).hasSize(3);
        assertThat(PersonalNumbers.areIn(json)).isFalse();
        assertThat(PersonalNumbers.areIn(text(pdf))).isFalse();
    }

    // That it stays

    @Test
    void itIsTheSameBytesTheSecondTimeAndThroughAnotherService() throws Exception {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        DocumentView first = documents.of(decision.id());

        assertThat(documents.of(decision.id()).pdf()).isEqualTo(first.pdf());
        assertThat(another().of(decision.id()).pdf()).isEqualTo(first.pdf());
        assertThat(another().draw(decision).pdf()).as("drawn again").isEqualTo(first.pdf());
        assertThat(first.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(first.pdf())));
        assertThat(first.fileName()).isEqualTo("delegationsbeslut-" + decision.roundId() + "-1.pdf");
    }

    @Test
    void whoeverAsksFirstAtTheSameTimeGetsTheSameBytes() throws Exception {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        int askers = 6;
        CyclicBarrier start = new CyclicBarrier(askers);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            List<Future<DocumentView>> asked = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                DocumentService instance = another();
                asked.add(threads.submit(() -> {
                    start.await();
                    return instance.of(decision.id());
                }));
            }
            for (Future<DocumentView> answer : asked) {
                assertThat(answer.get().pdf()).isEqualTo(asked.get(0).get().pdf());
                assertThat(answer.get().madeAt()).isEqualTo(asked.get(0).get().madeAt());
            }
        } finally {
            threads.shutdownNow();
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from document where decision_id = " + decision.id())) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update document set pdf = '' where decision_id = ",
                "update document set sha256 = repeat('0', 64) where decision_id = ",
                "delete from document where decision_id = "
            })
    void theDatabaseRefusesToChangeIt(String change) {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        documents.of(decision.id());

        assertThatThrownBy(() -> execute(change + decision.id()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("document is append-only");
    }

    @Test
    void bytesThatArentWhatWasStoredAreNeverHandedOut() throws SQLException {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        execute("insert into document (decision_id, kind, file_name, sha256, html, pdf, made_at) values ("
                + decision.id() + ", 'DELEGATION_DECISION', 'a.pdf', repeat('0', 64), '', 'forged', now())");

        as("chef")
                .get("/api/decisions/" + decision.id() + "/document")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"))
                .body(not(containsString("forged")));
        as("chef")
                .get("/api/decisions/" + decision.id() + "/document/metadata")
                .then()
                .statusCode(500);
    }

    // Who gets it

    @ParameterizedTest
    @ValueSource(
            strings = {
                "farsta",
                "farsta-chef",
                "handlaggare",
                "chef",
                "ekonom",
                "sekreterare",
                "revisor",
            })
    void whoSeesTheDecisionGetsTheDocument(String username) {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        DocumentView document = documents.of(decision.id());

        byte[] got = as(username)
                .get("/api/decisions/" + decision.id() + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", "\"" + document.sha256() + "\"")
                .header("Content-Disposition", "inline; filename=\"" + document.fileName() + "\"")
                .extract()
                .asByteArray();
        assertThat(got).isEqualTo(document.pdf());
        as(username)
                .get("/api/decisions/" + decision.id() + "/document/metadata")
                .then()
                .statusCode(200)
                .body("sha256", equalTo(document.sha256()))
                .body("fileName", equalTo(document.fileName()))
                .body("madeAt", equalTo(document.madeAt().toString()));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        String address = "/api/decisions/" + decision.id() + "/document";
        var first = as("chef").get(address).then().statusCode(200).extract();

        assertThat(first.headers().getValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("private", "immutable", "max-age=31536000");
        as("chef")
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        as("chef").header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
        as("farsta")
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        as("bromma")
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(404);
    }

    @Test
    void anotherDistrictFindsNothingAndTheAttemptIsKept() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);

        as("bromma")
                .get("/api/decisions/" + decision.id() + "/document")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        assertThat(audit.read(null, "application/" + decision.applicationId(), 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo("ACCESS_REFUSED");
                    assertThat(line.username()).isEqualTo("bromma");
                });
        as("chef").get("/api/decisions/999999999/document").then().statusCode(404);
        as("chef").get("/api/decisions/one/document").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utvarderare", "admin"})
    void whoMustNotSeeCasesIsRefused(String username) {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);

        as(username).get("/api/decisions/" + decision.id() + "/document").then().statusCode(403);
        as(username)
                .get("/api/decisions/" + decision.id() + "/document/metadata")
                .then()
                .statusCode(403);
    }

    /** In reading order, with ordinary spaces where the document keeps a figure together. */
    private static String text(byte[] pdf) {
        return PdfText.of(pdf).replace('\u00a0', ' ');
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private byte[] document(DecisionView decision) {
        return documents.of(decision.id()).pdf();
    }

    /** As another instance has it, or this one after a restart. */
    private DocumentService another() {
        DocumentService service = new DocumentService();
        service.decisions = decisions;
        service.documents = store;
        service.archivePdf = archivePdf;
        service.organisation = organisation;
        return service;
    }

    private static RequestSpecification as(String username) {
        return given().auth().preemptive().basic(username, "demo");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For somebody to look at. */
    private static void keep(String name, byte[] pdf) {
        try {
            Files.createDirectories(Path.of("target", "documents"));
            Files.write(Path.of("target", "documents", name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = DecisionDocumentTest.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
