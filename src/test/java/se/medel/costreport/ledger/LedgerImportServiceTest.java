package se.medel.costreport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.costreport.ReportedRound.bytes;
import static se.medel.costreport.ReportedRound.ledger;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationView;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportFixture;
import se.medel.costreport.ReportedRound;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportFileView;
import se.medel.costreport.ledger.LedgerImportService.LedgerFile;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.sie.AccountChart;
import se.medel.costreport.sie.LeftOut;
import se.medel.costreport.sie.ObjectPair;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerImportServiceTest {

    private static final String DISTRICT = "skarpnack";
    private static final Actor DISTRICT_OFFICER = officerOf(DISTRICT);
    private static final ObjectPair PROJECT = ObjectPair.project("SIG14");

    @Inject
    ReportedRound round;

    @Inject
    LedgerImportService imports;

    @Inject
    LedgerSettingService settings;

    @Inject
    ChartService charts;

    @Inject
    ReportFileService files;

    @Inject
    CostReportService reports;

    @Inject
    EntityManager database;

    @TempDir
    Path folder;

    private ApplicationView grant;
    private CostReportView report;

    @BeforeEach
    void aReportHasOpened() {
        grant = round.granted(DISTRICT);
        report = round.reported(grant);
    }

    private Answer<LedgerFile> upload(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bok.se"), bytes);
        return imports.upload(DISTRICT_OFFICER, report.id(), file, "bok.se");
    }

    private LedgerChoice choice(ObjectPair... objects) {
        return new LedgerChoice(grant.id(), LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31), List.of(objects));
    }

    private LedgerImportView tried() throws IOException {
        long file = upload(bytes(ledger())).get().file().id();
        return imports.preview(DISTRICT_OFFICER, report.id(), file, choice(PROJECT))
                .get();
    }

    private static List<String> faults(Answer<?> answer) {
        return answer.refusals().stream()
                .map(fault -> fault.reason().name() + "@" + fault.field())
                .toList();
    }

    @Test
    void theFileSaysWhatEachProjectWouldGiveAndNothingAboutEmployees() throws IOException {
        LedgerFile file = upload(bytes(ledger())).get();
        assertThat(file.facts().company()).isEqualTo("Skarpnäcks stadsdelsnämnd");
        assertThat(file.facts().objects())
                .extracting(sum -> sum.object().code() + " " + sum.amount())
                .containsExactly("SIG14 80200.50", "ANNAT 500.00");
        assertThat(file.facts().unbalanced()).hasSize(1);
        assertThat(StoredJson.write(file.facts())).doesNotContain("A17", "Anna Andersson");
    }

    @Test
    void whatIsTakenAndWhatIsLeftOutAreTogetherTheWholeFile() throws IOException {
        LedgerOutcome outcome = tried().outcome();
        assertThat(outcome.takenByCategory())
                .isEqualTo(Map.of(
                        CostCategory.STAFF, Kronor.of("70000.50"),
                        CostCategory.TRAINING, Kronor.of(9_000),
                        CostCategory.TRAVEL, Kronor.of(1_200)));
        assertThat(outcome.leftOut())
                .extracting(LedgerOutcome.ReasonSum::reason)
                .contains(LeftOut.OTHER_OBJECTS, LeftOut.UNBALANCED_VOUCHER, LeftOut.UNMAPPED_ACCOUNT);
        assertThat(outcome.unmapped())
                .extracting(LedgerOutcome.AccountSum::name)
                .containsExactly("Okänt konto");
        assertThat(outcome.total().lines()).isEqualTo(10);
        assertThat(outcome.total().amount()).isEqualTo(Kronor.of(7));
    }

    @Test
    void aConfirmedChoiceIsWrittenInTheReportAndKeptWithIt() throws IOException {
        LedgerImportView tried = tried();
        assertThat(faults(imports.confirm(
                        DISTRICT_OFFICER, report.id(), tried.id(), null, Map.of(1, Kronor.of(1)), null)))
                .containsExactly("LEDGER_DIVISION_WRONG@division.1");
        CostReportView written = imports.confirm(
                        DISTRICT_OFFICER,
                        report.id(),
                        tried.id(),
                        null,
                        Map.of(1, Kronor.of("50000.50"), 2, Kronor.of(20_000)),
                        null)
                .get();
        assertThat(written.content().lines())
                .extracting(CostLine::actual)
                .containsExactly(Kronor.of("50000.50"), Kronor.of(20_000), Kronor.of(9_000), Kronor.of(1_200));
        assertThat(written.content().lines()).allMatch(line -> line.source() == CostLine.Source.LEDGER);
        assertThat(faults(imports.confirm(DISTRICT_OFFICER, report.id(), tried.id(), null, Map.of(), null)))
                .containsExactly("LEDGER_IMPORT_DONE@null");
        LedgerImportView kept =
                imports.find(DISTRICT_OFFICER, report.id(), tried.id()).get();
        assertThat(kept.choice().objects()).containsExactly(PROJECT);
        assertThat(kept.written().figures()).hasSize(4);
        assertThat(imports.find(OFFICER, report.id(), tried.id()).isRefused())
                .as("a draft is the district's own")
                .isTrue();
    }

    @Test
    void typedFiguresAreNotWrittenOverWithoutAWord() throws IOException {
        CostReportView typed = reports.save(
                        DISTRICT_OFFICER,
                        report.id(),
                        report.version(),
                        report.content()
                                .withLines(report.content().lines().stream()
                                        .map(line -> line.withActual(Kronor.of(11), CostLine.Source.TYPED))
                                        .toList()))
                .get();
        LedgerImportView tried = tried();
        Map<Integer, Kronor> division = imports.plan(typed, tried).division();
        assertThat(faults(imports.confirm(DISTRICT_OFFICER, report.id(), tried.id(), null, division, null)))
                .containsExactly("LEDGER_TYPED_UNDECIDED@typed");
        CostReportView written = imports.confirm(DISTRICT_OFFICER, report.id(), tried.id(), null, division, false)
                .get();
        assertThat(written.content().lines())
                .extracting(CostLine::actual)
                .containsExactly(Kronor.of(11), Kronor.of(11), Kronor.of(11), Kronor.of(1_200));
    }

    @Test
    void filesThatAreNotTheDistrictsOwnYearAreRefusedWithTheReason() throws IOException {
        assertThat(faults(upload(bytes(ledger().replace("20140101 20141231", "20130101 20131231")))))
                .containsExactly("LEDGER_YEAR_WRONG@file");
        Answer<LedgerFile> other = upload(bytes(ledger().replace("212000-0142", "556677-8899")));
        assertThat(faults(other)).containsExactly("LEDGER_ORGANISATION_WRONG@file");
        assertThat(other.refusals().get(0).arguments()).containsExactly("556677-8899", "212000-0142");
        assertThat(faults(upload("<html><body>Logga in</body></html>".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("SIE_WEB_PAGE@file");
        assertThat(faults(upload(new byte[0]))).containsExactly("REPORT_FILE_EMPTY@file");
        assertThat(faults(upload(bytes(ledger().replace("#FORMAT PC8", "#FORMAT PC8\n#VALUTA EUR")))))
                .containsExactly("SIE_FOREIGN_CURRENCY@file");
        assertThat(faults(upload(bytes(ledger() + "#VER A 5 20140701\n{\n#TRANS 5011 {} 1"))))
                .containsExactly("SIE_CUT_OFF@file");
        upload(bytes(ledger())).get();
        assertThat(faults(upload(bytes(ledger())))).containsExactly("REPORT_FILE_TWICE@file");
        assertThat(imports.upload(officerOf("farsta"), report.id(), folder.resolve("bok.se"), "bok.se")
                        .isRefused())
                .isTrue();
    }

    @Test
    void anotherDistrictsProjectIsRefused() throws IOException {
        LedgerSettingView none = settings.of(grant.roundId(), "farsta");
        settings.set(
                        OFFICER,
                        grant.roundId(),
                        "farsta",
                        none.version(),
                        new LedgerSettingService.Wanted("", List.of("6:ANNAT")))
                .get();
        long file = upload(bytes(ledger())).get().file().id();
        assertThat(faults(imports.preview(
                        DISTRICT_OFFICER, report.id(), file, choice(ObjectPair.project("ANNAT"), PROJECT))))
                .containsExactly("LEDGER_OBJECT_OF_OTHER@objects");
        assertThat(faults(imports.preview(DISTRICT_OFFICER, report.id(), file, choice(ObjectPair.project("FINNS-EJ")))))
                .containsExactly("LEDGER_OBJECT_UNKNOWN@objects");
        assertThat(faults(imports.preview(DISTRICT_OFFICER, report.id(), file, choice())))
                .containsExactly("LEDGER_OBJECT_MISSING@objects");
        assertThat(faults(settings.set(
                        OFFICER,
                        grant.roundId(),
                        DISTRICT,
                        -1,
                        new LedgerSettingService.Wanted("12", List.of("6:ANNAT", "fel")))))
                .containsExactly(
                        "LEDGER_ORGANISATION_INVALID@organisationNumber",
                        "LEDGER_OBJECT_TAKEN@objects",
                        "LEDGER_OBJECT_INVALID@objects");
    }

    @Test
    void theBytesComeBackAsTheyCameWithTheirHashAndCanNotBeChanged() throws Exception {
        byte[] large =
                bytes(ledger() + "#KONTO 1 \"" + "x".repeat(500) + "\"\n" + "#OMFATTN 20141231\n".repeat(80_000));
        ReportFileView kept = upload(large).get().file();
        assertThat(kept.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(large)));
        long file = kept.id();
        try (InputStream back = QuarkusTransaction.requiringNew()
                .call(() -> files.download(DISTRICT_OFFICER, report.id(), file).get())) {
            assertThat(back.readAllBytes()).isEqualTo(large);
        }
        assertThat(files.download(officerOf("farsta"), report.id(), file).isRefused())
                .isTrue();
        for (String change : List.of("update report_file_part set content = ''", "delete from report_file")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(change).executeUpdate()))
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aNewVersionOfTheChartCountsFromThenAndFaultsStandAtTheirRows() throws IOException {
        ChartView before = charts.current();
        List<AccountChart.Line> lines = new java.util.ArrayList<>(before.chart().lines());
        lines.add(new AccountChart.Line("9999", "OTHER"));
        lines.add(new AccountChart.Line("x", "OTHER"));
        assertThat(faults(charts.change(OFFICER, before.version(), new AccountChart(lines))))
                .containsExactly("CHART_PREFIX_INVALID@lines[" + (lines.size() - 1) + "].prefix");
        LedgerImportView old = tried();
        lines.remove(lines.size() - 1);
        charts.change(OFFICER, before.version(), new AccountChart(lines)).get();
        assertThat(faults(charts.change(OFFICER, before.version(), new AccountChart(lines))))
                .containsExactly("CHART_STALE@null");
        LedgerImportView now = imports.preview(DISTRICT_OFFICER, report.id(), old.fileId(), choice(PROJECT))
                .get();
        assertThat(now.outcome().takenByCategory()).containsEntry(CostCategory.OTHER, Kronor.of(300));
        assertThat(old.chartVersion()).isEqualTo(before.version());
        assertThat(now.chartVersion()).isEqualTo(before.version() + 1);
        assertThat(charts.change(DISTRICT_OFFICER, before.version() + 1, before.chart())
                        .isRefused())
                .isTrue();
        charts.change(OFFICER, before.version() + 1, before.chart()).get();
    }

    @Test
    void aPersonalNumberAnywhereInTheFileIsRefusedAndNotRepeated() throws IOException {
        String personal = TestNumbers.personal();
        for (String ledger : List.of(
                ledger().replace("\"Kurs\"", "\"Kurs " + personal + "\""),
                ledger().replace("\"Anna Andersson\"", "\"" + personal + "\""),
                ledger().replace("7 \"A17\"}", "7 \"" + personal + "\"}"),
                ledger().replace("#TRANS 5811", "#BTRANS 5811 {} 1 20140401 \"" + personal + "\"\n#TRANS 5811"))) {
            Answer<LedgerFile> refused = upload(bytes(ledger));
            assertThat(faults(refused)).containsExactly("LEDGER_PERSONAL_NUMBER@file");
            assertThat(refused.refusals().get(0).arguments().toString()).doesNotContain(personal);
        }
        assertThat(files.of(DISTRICT_OFFICER, report.id()).get()).isEmpty();
    }

    @Test
    void theOriginalLedgerIsTheDistrictsAndTheAuditorsAndTheSecretarySeesNoFiles() throws IOException {
        long file = upload(bytes(ledger())).get().file().id();
        CostReportView written = reports.save(
                        DISTRICT_OFFICER, report.id(), report.version(), ReportFixture.asPlanned(report.content()))
                .get();
        reports.submit(directorOf(DISTRICT), report.id(), written.version()).get();
        for (Actor reviewer : List.of(OFFICER, DIRECTOR, new Actor("ekonom", Role.CONTROLLER, null))) {
            assertThat(faults(files.download(reviewer, report.id(), file)))
                    .containsExactly("REPORT_FILE_OF_DISTRICT@null");
            assertThat(imports.file(reviewer, report.id(), file).get().facts().objects())
                    .isNotEmpty();
        }
        for (Actor entitled : List.of(DISTRICT_OFFICER, new Actor("revisor", Role.AUDITOR, null))) {
            assertThat(files.download(entitled, report.id(), file).isRefused()).isFalse();
        }
        assertThat(faults(files.read(SECRETARY, report.id()))).containsExactly("REPORT_FILE_NOT_FOUND@null");
        ApiUser.OFFICER
                .get("/api/cost-reports/" + report.id() + "/files/" + file + "/content")
                .statusCode(403);
        Visitor officer = Visitor.loggedInAs("handlaggare");
        String original = "/cost-reports/" + report.id() + "/files/" + file;
        officer.get(original).statusCode(403);
        for (String page : List.of("/files", "/ledger/files/" + file)) {
            officer.get("/cost-reports/" + report.id() + page)
                    .statusCode(200)
                    .body(not(containsString("\"" + original + "\"")));
        }
    }

    @Test
    void whatIsSentIsNotRepeatedWhereItLooksPersonal() throws IOException {
        String personal = TestNumbers.personal();
        long file = upload(bytes(ledger())).get().file().id();
        Answer<LedgerImportView> unknown =
                imports.preview(DISTRICT_OFFICER, report.id(), file, choice(ObjectPair.project(personal)));
        assertThat(faults(unknown)).containsExactly("LEDGER_OBJECT_UNKNOWN@objects");
        assertThat(unknown.refusals().get(0).arguments().toString()).doesNotContain(personal);
        String apart = personal.replace("-", "\"-");
        assertThat(faults(imports.upload(DISTRICT_OFFICER, report.id(), folder.resolve("bok.se"), apart + ".se")))
                .containsExactly("FILE_NAME_PERSONAL_NUMBER@file");
    }
}
