package se.medel.costreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.privacy.TestNumbers;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CostReportPagesTest {

    private static final String DISTRICT = "farsta";

    @Inject
    ReportFixture fixture;

    @Inject
    CostReportService reports;

    @Inject
    TestClock clock;

    private static String address(CostReportView report) {
        return "/cost-reports/" + report.id();
    }

    private CostReportView now(CostReportView report) {
        return reports.of(report.roundId(), report.district()).orElseThrow();
    }

    /** Within the year that a district can be given. */
    @Test
    void aDistrictWritesItsReportPageByPageAndItsDirectorSigns() {
        CostReportView due = fixture.due(DISTRICT);
        String at = address(due);
        Visitor officer = Visitor.loggedInAs(DISTRICT);
        officer.get("/")
                .statusCode(200)
                .body(containsString("Lämna ekonomisk redovisning"))
                .body(containsString("senast 2015-01-31"))
                .body(containsString("dagar försenat"));
        officer.get(at).statusCode(200).body(containsString("0 av 3 delar är klara"));

        officer.post(at + "/costs", "lines[0].actual", "150 000,50 kr", "do", "continue")
                .statusCode(422)
                .body(containsString("Förklara avvikelsen från planen, −50\u00a0000,50\u00a0kr"));
        officer.post(
                        at + "/costs",
                        "lines[0].actual",
                        "150 000,50 kr",
                        "lines[0].deviation",
                        "Lotsen slutade i maj.",
                        "do",
                        "continue")
                .statusCode(303)
                .header("Location", containsString("/other-income"));
        officer.post(at + "/other-income", "otherIncomeStated", "no", "do", "continue")
                .statusCode(303)
                .header("Location", containsString("/results"));
        officer.post(
                        at + "/results",
                        "results.came",
                        "17",
                        "results.admitted",
                        "3",
                        "results.enrolled",
                        "Anges inte",
                        "resultsText",
                        "Sexton fick stöd.",
                        "do",
                        "continue")
                .statusCode(303)
                .header("Location", containsString("/check"));
        assertThat(now(due).content().results())
                .containsEntry("came", 17L)
                .containsEntry("admitted", null)
                .containsEntry("enrolled", null);

        officer.get(at + "/check")
                .statusCode(200)
                .body(containsString("förvaltningschef skriver under"))
                .body(not(containsString("Skriv under och lämna in")));
        Visitor director = Visitor.loggedInAs(DISTRICT + "-chef");
        director.get("/").body(containsString("Lämna ekonomisk redovisning"));
        director.post(at + "/check").statusCode(303).header("Location", containsString("/receipt"));
        director.get(at + "/receipt")
                .statusCode(200)
                .body(containsString(now(due).receipt()))
                .body(containsString("150\u00a0000,50\u00a0kr"));
        officer.get(at + "/costs").statusCode(303);
        director.get(at + "/check").statusCode(303);
    }

    @Test
    void whatCanNotBeReadIsKeptAsTypedAndWhatIsHarmfulIsNot() {
        CostReportView due = fixture.due(DISTRICT);
        String at = address(due);
        Visitor officer = Visitor.loggedInAs(DISTRICT);

        officer.post(at + "/costs", "lines[0].actual", "hundra tusen", "do", "draft")
                .statusCode(303);
        officer.get(at + "/costs")
                .body(containsString("value=\"hundra tusen\""))
                .body(containsString("utfall: "));
        officer.get(at).body(containsString("0 av 3"));
        String number = TestNumbers.personal();
        officer.post(at + "/costs", "lines[0].actual", "1,005", "lines[0].deviation", number, "do", "draft")
                .statusCode(422)
                .body(containsString("personnummer"));
        assertThat(now(due).content().lines().get(0).deviation()).isNull();
        assertThat(now(due).content().unreadable()).containsEntry("lines[0].actual", "1,005");
        officer.post(at + "/results", "resultsText", "Om " + number, "do", "draft")
                .statusCode(422);
        assertThat(now(due).content().resultsText()).isNull();
    }

    @Test
    void costsThatThePlanHasNotAreAddedAndRemovedAndACreditIsBelowZero() {
        CostReportView due = fixture.due(DISTRICT);
        String at = address(due);
        long grant = due.content().lines().get(0).applicationId();
        Visitor officer = Visitor.loggedInAs(DISTRICT);

        officer.post(at + "/costs", "lines[0].actual", "200 001", "do", "add-" + grant)
                .statusCode(303)
                .header("Location", containsString("/costs?add=" + grant + "#row-1"));
        officer.get(at + "/costs?add=" + grant).body(containsString("id=\"lines[1].category\""));
        officer.post(
                        at + "/costs",
                        "lines[0].actual",
                        "200 001",
                        "lines[1].applicationId",
                        Long.toString(grant),
                        "lines[1].category",
                        "PREMISES",
                        "lines[1].text",
                        "Hyra",
                        "lines[1].actual",
                        "−1 500",
                        "lines[1].deviation",
                        "Krediterad",
                        "lines[2].applicationId",
                        Long.toString(grant),
                        "do",
                        "continue")
                .statusCode(303);
        assertThat(now(due).content().offPlan()).singleElement().satisfies(line -> assertThat(line.actual())
                .isEqualTo(Kronor.of(-1_500)));
        assertThat(now(due).content().cost()).isEqualTo(Kronor.of(198_501));
        officer.post(
                        at + "/costs",
                        "lines[0].actual",
                        "200 001",
                        "lines[1].applicationId",
                        "1",
                        "lines[1].text",
                        "På någon annans bidrag",
                        "do",
                        "draft")
                .statusCode(409)
                .body(containsString("På någon annans bidrag"));
        officer.post(
                        at + "/costs",
                        "lines[0].actual",
                        "200 001",
                        "lines[1].applicationId",
                        Long.toString(grant),
                        "lines[1].text",
                        "Hyra",
                        "do",
                        "remove-1")
                .statusCode(303);
        assertThat(now(due).content().offPlan()).isEmpty();
    }

    @Test
    void otherMoneyIsWrittenBesideWhatTheApplicationSaid() {
        CostReportView due = fixture.due(DISTRICT);
        String at = address(due);
        String grant = Long.toString(due.content().lines().get(0).applicationId());
        Visitor officer = Visitor.loggedInAs(DISTRICT);

        officer.get(at + "/other-income").body(containsString("Ingen annan finansiering angavs i ansökan"));
        officer.post(at + "/other-income", "otherIncomeStated", "yes", "do", "continue")
                .statusCode(303)
                .header("Location", containsString("?add=" + grant + "#row-0"));
        List<String> row = new ArrayList<>(List.of(
                "otherIncomeStated",
                "yes",
                "otherIncome[0].applicationId",
                grant,
                "otherIncome[0].source",
                "Arbetsmarknadsförvaltningen",
                "otherIncome[0].amount",
                "-5",
                "otherIncome[0].lines",
                "1",
                "do",
                "continue"));
        officer.post(at + "/other-income", row.toArray(String[]::new)).statusCode(422);
        row.set(7, "40 000");
        officer.post(at + "/other-income", row.toArray(String[]::new)).statusCode(303);
        assertThat(now(due).content().otherIncome()).singleElement().satisfies(income -> assertThat(income.amount())
                .isEqualTo(Kronor.of(40_000)));
    }

    @Test
    void whoWritesFromAnOldPageKeepsWhatIsTyped() {
        CostReportView due = fixture.due(DISTRICT);
        String at = address(due);
        Visitor officer = Visitor.loggedInAs(DISTRICT);
        List<String> old = officer.hidden(at + "/results");
        Visitor.loggedInAs(DISTRICT + "-chef")
                .post(at + "/results", "resultsText", "Chefens text", "do", "draft")
                .statusCode(303);
        old.addAll(List.of("resultsText", "Handläggarens text", "do", "draft"));

        officer.send(at + "/results", old)
                .statusCode(409)
                .body(containsString("Handläggarens text"))
                .body(containsString("Chefens text"));

        List<String> older = officer.hidden(at + "/results");
        reports.save(
                RoundFixture.officerOf(DISTRICT),
                due.id(),
                now(due).version(),
                ReportFixture.asPlanned(now(due).content()));
        reports.submit(se.medel.round.RoundFixture.directorOf(DISTRICT), due.id(), now(due).version());
        older.addAll(List.of("resultsText", "För sent", "do", "draft"));
        officer.send(at + "/results", older).statusCode(409).body(containsString("För sent"));
    }

    @Test
    void anOfficerLooksThroughTheReportAndApprovesIt() {
        CostReportView submitted = fixture.submitted(fixture.due(DISTRICT));
        String at = address(submitted);
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/").body(containsString("Granska redovisningen från Farsta"));
        officer.get("/rounds/" + submitted.roundId()).body(containsString("/cost-reports"));
        officer.get("/rounds/" + submitted.roundId() + "/cost-reports")
                .statusCode(200)
                .body(containsString("200\u00a0001\u00a0kr"));
        officer.get(at).statusCode(200).body(containsString(at + "/review"));
        officer.get(at + "/approve").statusCode(303).header("Location", containsString("/review"));

        officer.post(at + "/review", "lines[0].admitted", "190 000", "do", "approve")
                .statusCode(422)
                .body(containsString("Skriv varför inte hela beloppet godkänns"));
        officer.post(at + "/review", "lines[0].admitted", "mycket", "do", "save")
                .statusCode(422)
                .body(containsString("value=\"mycket\""));
        officer.post(
                        at + "/review",
                        "lines[0].admitted",
                        "190 000",
                        "lines[0].reason",
                        "Underlag saknas",
                        "note",
                        "Bra redovisat.",
                        "do",
                        "approve")
                .statusCode(303)
                .header("Location", containsString("/approve"));
        officer.get(at + "/approve").statusCode(200).body(containsString("190\u00a0000\u00a0kr"));
        officer.post(at + "/approve").statusCode(303);
        officer.get(at).body(containsString("Underlag saknas")).body(containsString("Bra redovisat."));
        Visitor.loggedInAs(DISTRICT).get(at).body(containsString("Underlag saknas"));
    }

    @Test
    void whoApprovesWhatAColleagueHasApprovedIsToldSoAndNothingIsLost() {
        CostReportView submitted = fixture.submitted(fixture.due(DISTRICT));
        String at = address(submitted);
        Visitor officer = Visitor.loggedInAs("handlaggare");
        List<String> page = officer.hidden(at + "/review");
        reports.approve(OFFICER, submitted.id(), null, Review.asReported(submitted.content()))
                .get();
        page.addAll(List.of("lines[0].admitted", "1 000", "lines[0].reason", "Dyrt", "note", "Nej.", "do", "save"));

        officer.send(at + "/review", page)
                .statusCode(409)
                .body(containsString("Godkänd"))
                .body(containsString("Dyrt"))
                .body(containsString("Nej."));
        assertThat(now(submitted).state()).isEqualTo(ReportState.APPROVED);
    }

    @Test
    void aReportIsReturnedWithRemarksAndADay() {
        CostReportView submitted = fixture.submitted(fixture.due(DISTRICT));
        String at = address(submitted);
        Visitor officer = Visitor.loggedInAs("handlaggare");

        officer.post(at + "/return", "remarks", "", "answerDue", "i morgon").statusCode(422);
        String soon = LocalDate.now(clock).plusDays(30).toString();
        officer.post(at + "/return", "remarks", "Vem var " + TestNumbers.personal(), "answerDue", soon)
                .statusCode(422);
        officer.post(at + "/return", "remarks", "Lokalen saknas.", "answerDue", soon)
                .statusCode(303);
        Visitor district = Visitor.loggedInAs(DISTRICT);
        district.get("/").body(containsString("Komplettera redovisningen senast"));
        district.get(at).body(containsString("Lokalen saknas."));
    }

    @Test
    void theClientsOfAClaimAreFoundSomethingAgainstByCode() {
        String round = fixture.openRound();
        fixture.compensated(round, DISTRICT, 2);
        fixture.startReporting(round);
        CostReportView submitted = fixture.submitted(reports.of(round, DISTRICT).orElseThrow());
        CostReportService.Client client =
                reports.clients(OFFICER, submitted.id()).get().get(0);
        String at = address(submitted);
        Visitor officer = Visitor.loggedInAs("handlaggare");
        String field = "clients." + client.row().id();

        officer.get(at + "/review").body(containsString(client.row().code()));
        officer.post(at + "/review", field + ".reason", "", field + ".note", "Betald av andra", "do", "save")
                .statusCode(422)
                .body(containsString("Betald av andra"))
                .body(containsString("id=\"" + field + ".reason-error\""));
        officer.post(at + "/review", field + ".reason", "FUNDED_TWICE", field + ".note", "", "do", "approve")
                .statusCode(422)
                .body(containsString("id=\"" + field + ".note-error\""));
        officer.post(
                        at + "/review",
                        field + ".reason",
                        "FUNDED_TWICE",
                        field + ".note",
                        "Betald av arbetsmarknadsförvaltningen",
                        "do",
                        "approve")
                .statusCode(303);
        officer.get(at + "/approve").body(containsString("1 klient"));
        officer.post(at + "/approve").statusCode(303);
        assertThat(reports.grants(submitted).get(0).entitled()).isEqualTo(Kronor.of(15_000));
        for (String other : List.of("ekonom", "sekreterare", "revisor", "chef")) {
            Visitor.loggedInAs(other)
                    .get(at)
                    .statusCode(200)
                    .body(not(containsString(client.row().code())));
        }
    }

    @Test
    void anOfficerEndsTheYearAndTheReportsAreOpen() {
        String round = fixture.openRound();
        fixture.granted(round, DISTRICT, 10_000);
        Visitor officer = Visitor.loggedInAs("handlaggare");

        officer.get("/rounds/" + round).body(containsString("/start-reporting"));
        officer.post("/rounds/" + round + "/start-reporting").statusCode(303);
        officer.get("/rounds/" + round + "/cost-reports").body(containsString("Farsta"));
        officer.post("/rounds/" + round + "/cost-reports").statusCode(303);
        officer.get("/rounds/" + round + "/cost-reports").body(containsString("finns redan"));
        officer.post("/rounds/" + round + "/start-reporting").statusCode(409);
        Visitor.loggedInAs(DISTRICT)
                .get("/rounds/" + round + "/start-reporting")
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ekonom", "sekreterare", "revisor", "chef", "utvarderare", "admin", "handlaggare"})
    void onlyADistrictWritesAndOnlyTheOfficerLooksThrough(String username) {
        CostReportView due = fixture.due(DISTRICT);
        Visitor visitor = Visitor.loggedInAs(username);
        for (String page : List.of("/costs", "/other-income", "/results", "/check", "/receipt")) {
            visitor.get(address(due) + page).statusCode(403);
        }
        visitor.get("/cost-reports").statusCode(403);
        if (!username.equals("handlaggare")) {
            for (String page : List.of("/review", "/approve", "/return")) {
                visitor.get(address(due) + page).statusCode(403);
            }
        }
        boolean outside = List.of("utvarderare", "admin").contains(username);
        visitor.get(address(due)).statusCode(outside ? 403 : 200);
        visitor.get("/rounds/" + due.roundId() + "/cost-reports").statusCode(outside ? 403 : 200);
    }

    @Test
    void anotherDistrictFindsNothing() {
        CostReportView due = fixture.due(DISTRICT);
        Visitor other = Visitor.loggedInAs("bromma-chef");
        for (String page : List.of("", "/costs", "/other-income", "/results", "/check", "/receipt")) {
            other.get(address(due) + page).statusCode(404);
        }
        other.postFrom("/", address(due) + "/results", "resultsText", "x").statusCode(404);
        other.get(address(due) + "/review").statusCode(403);
        other.get("/rounds/" + due.roundId() + "/cost-reports").statusCode(403);
        other.get(address(due) + "/nothing").statusCode(404);
    }
}
