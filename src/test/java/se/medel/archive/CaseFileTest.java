package se.medel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.api.ApiUser;
import se.medel.archive.CaseFileService.CaseFile;
import se.medel.archive.eark.InformationPackage;
import se.medel.archive.eark.SipValidator;
import se.medel.claim.ClaimFixture;
import se.medel.claim.rules.ClaimedClient;
import se.medel.committee.DispatchService;
import se.medel.committee.DispatchView;
import se.medel.committee.MeetingDocuments;
import se.medel.committee.MeetingFixture;
import se.medel.costreport.CostReportService;
import se.medel.costreport.file.AnyPdf;
import se.medel.costreport.file.ReportFileService;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** The whole file of a round and of a case: whole, valid, and with nothing that its reader may not read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture fixture;

    @Inject
    ClaimFixture claims;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    @Inject
    ReportFileService files;

    @Inject
    MeetingFixture meetings;

    @Inject
    DispatchService dispatches;

    @Inject
    MeetingDocuments documents;

    @Inject
    CaseFileService service;

    @Inject
    TestClock clock;

    @TempDir
    Path folder;

    private final List<ClaimedClient> clients = ClaimFixture.anyClients(6);
    private final byte[] attachment = AnyPdf.titled("Bilaga");
    private String round;
    private long grant;
    private long claim;

    @BeforeEach
    void aRoundThatIsAccountedFor() throws IOException {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.model2014());
        grant = fixture.granted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        claim = claims.prepared(round, "farsta", clients, clients.size()).id();
        decisions.decide(DIRECTOR, round, claim, null, AS_RECOMMENDED).get();
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(LocalDate.of(2015, 2, 10));
        long report = reports.of(round, "bromma").orElseThrow().id();
        files.attach(
                        officerOf("bromma"),
                        report,
                        Files.write(folder.resolve("x.pdf"), attachment),
                        "Bilaga till redovisningen åäö.pdf")
                .get();
        fixture.approved(fixture.submitted(round, "bromma", "150000", "0"));
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    /** A package as it came: every file of its data, by path. */
    private record Taken(Path zip, Map<String, byte[]> data, List<JsonNode> index) {

        List<String> kinds() {
            return index.stream().map(line -> line.get("kind").asText()).toList();
        }

        List<byte[]> files(String kind, Predicate<JsonNode> wanted) {
            return index.stream()
                    .filter(line -> line.get("kind").asText().equals(kind) && wanted.test(line))
                    .map(line -> data.get(line.get("path").asText()))
                    .toList();
        }

        List<String> leftOut() {
            return index.stream()
                    .filter(line -> !line.get("leftOut").isNull())
                    .map(line -> line.get("leftOut").asText())
                    .distinct()
                    .sorted()
                    .toList();
        }

        String allText() {
            StringBuilder text = new StringBuilder();
            data.forEach((path, bytes) -> text.append(path)
                    .append('\n')
                    .append(path.endsWith(".pdf") ? "" : new String(bytes, StandardCharsets.UTF_8)));
            return text.toString();
        }
    }

    private Taken taken(ApiUser user, String path) throws Exception {
        byte[] zip = user.get(path)
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        return read(zip);
    }

    private Taken read(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("package.zip"), zip);
        Map<String, byte[]> data = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                int at = entry.getName().indexOf(InformationPackage.DATA);
                if (at >= 0) {
                    data.put(entry.getName().substring(at + InformationPackage.DATA.length()), in.readAllBytes());
                }
            }
        }
        List<JsonNode> index = new ArrayList<>();
        JSON.readTree(data.get(CaseFileWriter.INDEX)).forEach(index::add);
        return new Taken(file, data, index);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theFileOfARoundIsAValidPackageWithEverythingInIt() throws Exception {
        Taken taken = taken(ApiUser.AUDITOR, "/api/rounds/" + round + "/case-file");
        assertThat(SipValidator.errors(taken.zip())).isEmpty();
        assertThat(taken.kinds())
                .contains(
                        "ROUND",
                        "MODEL",
                        "APPLICATION",
                        "CLIENT_ROWS",
                        "PREPARATION",
                        "DECISION",
                        "PAYMENT",
                        "ACCOUNT",
                        "COST_REPORT",
                        "SETTLEMENT",
                        "REPAYMENT",
                        "DELEGATION_DECISION",
                        "CLIENT_APPENDIX",
                        "CALL_FOR_REPORTS",
                        "ATTACHMENT",
                        "AUDIT_TRAIL");
        for (JsonNode line : taken.index()) {
            if (line.get("leftOut").isNull()) {
                byte[] bytes = taken.data().get(line.get("path").asText());
                assertThat(sha256(bytes)).isEqualTo(line.get("sha256").asText());
            }
        }
        assertThat(taken.index().stream()
                        .filter(line -> line.get("kind").asText().equals("ATTACHMENT")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("name").asText()).isEqualTo("Bilaga till redovisningen åäö.pdf");
                    assertThat(taken.data().get(line.get("path").asText())).isEqualTo(attachment);
                });
        assertThat(taken.allText()).contains(clients.get(0).code(), "CASE_FILE_TAKEN_OUT");
        assertThat(new String(taken.data().get(CaseFileWriter.INDEX_TABLE), StandardCharsets.UTF_8))
                .contains("Bilaga till redovisning;", "Klientrader;");
        // The same document as everybody gets.
        long decision = decisions.inForce(grant).orElseThrow().id();
        byte[] document = ApiUser.OFFICER
                .get("/api/decisions/" + decision + "/document")
                .extract()
                .asByteArray();
        assertThat(taken.data().values()).anySatisfy(bytes -> assertThat(bytes).isEqualTo(document));
    }

    /** With the package alone: its index says which file has which number, and a file's SHA-256 is the decision's. */
    @Test
    void whoHasOnlyThePackageCanRecomputeTheHashesOfEveryDecision() throws Exception {
        for (String path : List.of("/case-file", "/applications/" + grant + "/case-file")) {
            Taken taken = taken(ApiUser.SECRETARY, "/api/rounds/" + round + path);
            List<byte[]> decided = taken.files("DECISION", line -> true);
            assertThat(decided).hasSize(path.equals("/case-file") ? 2 : 1);
            for (byte[] bytes : decided) {
                JsonNode decision = JSON.readTree(bytes);
                JsonNode facts = decision.get("facts");
                String model = facts.get("modelVersion").asText();
                String application = "ANS-" + decision.get("application_id").asText();
                assertThat(taken.files(
                                "MODEL_TEXT",
                                line -> line.get("number").asText().equals(model)))
                        .singleElement()
                        .satisfies(text -> assertThat(sha256(text))
                                .isEqualTo(facts.at("/hashes/model").asText()));
                assertThat(taken.files(
                                "APPLICATION_TEXT",
                                line -> line.get("number").asText().equals(application)))
                        .singleElement()
                        .satisfies(text -> assertThat(sha256(text))
                                .isEqualTo(facts.at("/hashes/application").asText()));
            }
        }
    }

    @Test
    void theSecretaryGetsNoClientsAndNoFilesAndTheIndexSaysWhy() throws Exception {
        Taken taken = taken(ApiUser.SECRETARY, "/api/rounds/" + round + "/case-file");
        assertThat(SipValidator.errors(taken.zip())).isEmpty();
        assertThat(taken.leftOut()).contains("CLIENT_CODES", "REPORT_FILES");
        String text = taken.allText();
        clients.forEach(client -> assertThat(text).doesNotContain(client.code()));
        assertThat(taken.data().keySet())
                .noneMatch(path -> path.contains("client_appendix") || path.contains("filer/"));
        assertThat(taken.kinds()).contains("CLIENT_ROWS", "DELEGATION_DECISION");
    }

    @Test
    void onlyTheAuditorReadsInTheTrailWhatThingsWereBeforeAndAfter() throws Exception {
        for (ApiUser user : List.of(ApiUser.OFFICER, ApiUser.DIRECTOR, ApiUser.SECRETARY)) {
            for (String path : List.of("/case-file", "/applications/" + grant + "/case-file")) {
                Taken taken = taken(user, "/api/rounds/" + round + path);
                String trail = new String(taken.data().get("logg/handelser.json"), StandardCharsets.UTF_8);
                JSON.readTree(trail).forEach(event -> {
                    assertThat(event.has("action")).isTrue();
                    assertThat(event.has("before") || event.has("after")).isFalse();
                });
                assertThat(trail)
                        .doesNotContain("Bilaga", "150000", clients.get(0).code());
                assertThat(taken.leftOut()).contains("CHANGES");
            }
        }
        Taken all = taken(ApiUser.AUDITOR, "/api/rounds/" + round + "/case-file");
        assertThat(all.leftOut()).doesNotContain("CHANGES");
        assertThat(new String(all.data().get("logg/handelser.json"), StandardCharsets.UTF_8))
                .contains("\"after\"", "Bilaga till redovisningen");
    }

    @Test
    void aCaseHoldsTheLetterToItsOwnDistrictAndNoOther() throws Exception {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        String open = meetings.open();
        for (DispatchView letter : dispatches.ofRound(OFFICER, open)) {
            if (List.of("bromma", "farsta").contains(letter.district())) {
                documents.dispatch(letter);
            }
        }
        long application = rounds.submitted(open, "farsta", ComponentKind.CO_FINANCING, 1_000)
                .id();
        Taken ofCase = taken(ApiUser.AUDITOR, "/api/rounds/" + open + "/applications/" + application + "/case-file");
        assertThat(ofCase.index().stream()
                        .filter(line -> line.get("kind").asText().equals("DISPATCH"))
                        .map(line -> line.get("district").asText()))
                .containsExactly("farsta");
        assertThat(taken(ApiUser.AUDITOR, "/api/rounds/" + open + "/case-file").index().stream()
                        .filter(line -> line.get("kind").asText().equals("DISPATCH")))
                .hasSize(2);
    }

    @Test
    void moreThanThreeAtOnceAreToldToWaitAlsoWhenTheyComeTogether() throws Exception {
        List<CaseFile> begun = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            begun.add(service.ofRound(OFFICER, round).get());
        }
        assertThat(service.ofRound(OFFICER, round).refusals())
                .extracting(Refusal::reason)
                .containsExactly(ArchiveRefusal.CASE_FILES_BUSY);
        ApiUser.OFFICER
                .get("/api/rounds/" + round + "/case-file")
                .statusCode(409)
                .body("type", equalTo("/problems/case-files-busy"));
        // One breaks off, one is never asked for again, one is read to its end.
        assertThatThrownBy(() -> begun.get(0).writeTo(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isInstanceOf(IOException.class);
        begun.get(1).giveUp();
        begun.get(2).writeTo(OutputStream.nullOutputStream());
        begun.forEach(CaseFile::giveUp);
        for (int i = 0; i < 3; i++) {
            taken(ApiUser.OFFICER, "/api/rounds/" + round + "/case-file");
        }
        List<CaseFile> again = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            again.add(service.ofRound(OFFICER, round).get());
        }
        assertThat(service.ofRound(OFFICER, round).isRefused()).isTrue();
        again.forEach(CaseFile::giveUp);
    }

    @Test
    void theFileOfACaseIsAboutThatCaseAlone() throws Exception {
        Taken taken = taken(ApiUser.OFFICER, "/api/rounds/" + round + "/applications/" + grant + "/case-file");
        assertThat(SipValidator.errors(taken.zip())).isEmpty();
        assertThat(taken.kinds()).contains("APPLICATION", "DELEGATION_DECISION", "COST_REPORT", "ATTACHMENT");
        assertThat(taken.kinds()).doesNotContain("CLIENT_ROWS", "CLIENT_APPENDIX");
        assertThat(taken.index())
                .noneMatch(line -> line.get("district").asText().equals("farsta"));
        assertThat(taken.allText()).doesNotContain("ANS-" + claim);
    }

    @Test
    void whatIsDecidedWhileItIsWrittenIsInItWhollyOrNotAtAll() throws Exception {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        String open = rounds.openRound(ModelFixture.model2014());
        long next = rounds.prepared(open, "farsta", ComponentKind.CO_FINANCING, 1_000)
                .id();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            private boolean decided;

            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) {
                if (!decided) {
                    decided = true;
                    CompletableFuture.runAsync(() -> decisions
                                    .decide(DIRECTOR, open, next, null, AS_RECOMMENDED)
                                    .get())
                            .join();
                }
                zip.write(some, from, length);
            }
        };
        service.ofRound(OFFICER, open).get().writeTo(slow);
        Taken taken = read(zip.toByteArray());
        assertThat(decisions.inForce(next)).isPresent();
        assertThat(taken.kinds()).contains("APPLICATION").doesNotContain("DECISION", "ACCOUNT", "DELEGATION_DECISION");
        assertThat(taken.allText()).doesNotContain("\"DECIDED\"");
    }

    @Test
    void districtsAndOthersGetNoCaseFile() {
        String ofRound = "/api/rounds/" + round + "/case-file";
        String ofCase = "/api/rounds/" + round + "/applications/" + grant + "/case-file";
        for (String user : List.of("bromma", "bromma-chef", "farsta", "ekonom", "utvarderare", "admin")) {
            new ApiUser(user).get(ofRound).statusCode(403);
            new ApiUser(user).get(ofCase).statusCode(403);
            Visitor.loggedInAs(user).get("/rounds/" + round + "/case-file").statusCode(403);
        }
        ApiUser.OFFICER.get("/api/rounds/nowhere/case-file").statusCode(404);
        ApiUser.OFFICER
                .get("/api/rounds/sig-2014/applications/" + grant + "/case-file")
                .statusCode(404);
        ApiUser.OFFICER
                .get("/api/rounds/" + round + "/applications/999999999/case-file")
                .statusCode(404);
        Visitor.loggedInAs("sekreterare").get("/rounds/nowhere/case-file").statusCode(404);
    }
}
