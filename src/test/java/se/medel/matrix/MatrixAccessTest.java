package se.medel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.OtherFunding.Status;
import se.medel.claim.ClientFindings;
import se.medel.control.ControlFixture;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportFixture;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.Review;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** The matrix of a year that no other test has a round in, and who may see it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MatrixAccessTest {

    private static final String EVIL = "=HYPERLINK(\"http://x\")";

    @Inject
    RoundService rounds;

    @Inject
    RoundFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    ControlFixture reporting;

    @Inject
    ReportFixture ended;

    @Inject
    CostReportService reports;

    @Inject
    TestClock clock;

    private static int year = 2007;

    private String round;

    @BeforeEach
    void aYearOfItsOwn() {
        year++;
        clock.stopAt(LocalDate.of(year + 1, 1, 10));
        RoundService.NewRound wanted = RoundFixture.anyNewRound();
        round = rounds.create(
                        OFFICER,
                        new RoundService.NewRound(wanted.id(), "Prov", "Prov", year, "1", LocalDate.of(year, 10, 31)),
                        ModelFixture.model2014())
                .get()
                .id();
        rounds.propose(OFFICER, round).get();
        rounds.registerCommitteeDecision(RoundFixture.SECRETARY, round, LocalDate.of(year, 2, 13), "§ 9")
                .get();
        rounds.open(OFFICER, round).get();
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    /** 100 000 granted; another source was to pay this much of line 1, and refused. */
    private ApplicationView granted(String district, String source, long others) {
        ApplicationContent plain = RoundFixture.anyContent(100_000);
        ApplicationContent content = new ApplicationContent(
                plain.plan(),
                plain.totalCost(),
                plain.ownPart(),
                plain.amount(),
                plain.estimatedClients(),
                plain.newClients(),
                plain.ownFinancing(),
                null,
                null,
                plain.mapping(),
                plain.coordination(),
                plain.cooperation(),
                plain.partners(),
                true,
                true,
                true,
                List.of(new OtherFunding(source, Kronor.of(others), Status.REFUSED, Set.of(1))),
                java.util.Map.of());
        ApplicationView draft = fixture.draft(round, district, ComponentKind.CO_FINANCING, content);
        applications
                .submit(directorOf(district), draft.id(), draft.version(), null)
                .get();
        preparations
                .prepare(OFFICER, draft.id(), null, RoundFixture.recommending(100_000))
                .get();
        decisions.decide(DIRECTOR, round, draft.id(), null, AS_RECOMMENDED).get();
        return draft;
    }

    @Test
    void whatIsStatedGrantedAndReceivedStandsTogetherAndWhatIsPaidTwiceIsMarked() {
        ApplicationView bromma = granted("bromma", EVIL, 40_000);
        granted("farsta", "Ytterstad", 10_000);
        rounds.startReporting(OFFICER, round).get();
        reporting.submitted(
                round,
                "bromma",
                "99512.50",
                CostLine.Source.LEDGER,
                List.of(new OtherIncome(bromma.id(), EVIL, Kronor.of(40_000), Set.of(1))));
        // What a district writes in its report is its own until it is signed.
        ApiUser.OFFICER
                .get("/api/funding?year=" + year)
                .statusCode(200)
                .body("districts", hasSize(2))
                .body("sources", hasSize(2))
                .body("districts[0].district", equalTo("bromma"))
                .body("districts[0].granted", equalTo(100_000))
                .body("districts[0].stated", equalTo(0))
                .body("districts[0].received", equalTo(40_000))
                .body("districts[0].plans[0].lines[0].actual", equalTo(99512.50f))
                .body("districts[0].plans[0].doubled.kind", hasItem("over-received"))
                .body("districts[1].received", equalTo(0))
                .body("districts[1].plans[0].doubled", hasSize(0));
        ApiUser.OFFICER
                .get("/api/funding?year=" + year + "&source=ytterstad")
                .body("districts.district", equalTo(List.of("farsta")));
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/funding?year=" + year)
                .statusCode(200)
                .body(containsString("1 att se över"), containsString("/funding/bromma?year=" + year));
        officer.get("/funding/bromma?year=" + year).body(containsString("141 %"), containsString("mottaget"));
        officer.inEnglish().get("/funding/bromma?year=" + year).body(containsString("received"));
        String csv = officer.get("/funding/file.csv?year=" + year)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").doesNotContain(";=", "\n=");
        assertThat(csv.lines()).anySatisfy(line -> assertThat(line).contains("99512,50"));
    }

    @Test
    void aDistrictSeesItsOwnAndOthersSeeWhatTheyMay() {
        granted("bromma", "AMF", 1_000);
        granted("farsta", "Ytterstad", 1_000);
        String of = "?year=" + year;
        for (String user : List.of("bromma", "bromma-chef")) {
            Visitor own = Visitor.loggedInAs(user);
            own.get("/funding" + of).statusCode(303);
            own.get("/funding/bromma" + of).statusCode(200).body(containsString("AMF"));
            own.get("/funding/farsta" + of).statusCode(404);
            own.get("/funding/farsta/file.csv" + of).statusCode(404);
            own.get("/funding/file.csv" + of)
                    .statusCode(200)
                    .body(containsString("AMF"), not(containsString("Ytterstad")));
            new ApiUser(user).get("/api/funding" + of).body("districts.district", equalTo(List.of("bromma")));
            new ApiUser(user).get("/api/funding/farsta" + of).statusCode(404);
        }
        for (String user : List.of("chef", "ekonom", "sekreterare", "revisor")) {
            Visitor.loggedInAs(user).get("/funding" + of).statusCode(200);
            new ApiUser(user).get("/api/funding/farsta" + of).statusCode(200);
        }
        for (String user : List.of("utvarderare", "admin")) {
            Visitor visitor = Visitor.loggedInAs(user);
            visitor.get("/funding" + of).statusCode(403);
            visitor.get("/funding/bromma" + of).statusCode(403);
            visitor.get("/funding/file.csv" + of).statusCode(403);
            new ApiUser(user).get("/api/funding" + of).statusCode(403);
            new ApiUser(user).get("/api/funding/bromma" + of).statusCode(403);
        }
        Visitor officer = Visitor.loggedInAs("handlaggare");
        for (String wrong : List.of("?year=1999", "?year=x", "?year=99999999999")) {
            officer.get("/funding" + wrong).statusCode(404);
            ApiUser.OFFICER.get("/api/funding" + wrong).statusCode(404);
        }
        officer.get("/funding/nowhere").statusCode(404);
    }

    @Test
    void whatIsFoundAgainstClientsIsToldTheDistrictWhenItIsApprovedAndCountedForWhoReadsCodes() {
        clock.go();
        String own = ended.openRound();
        long claim = ended.compensated(own, "bromma", 6).id();
        ended.startReporting(own);
        CostReportView report = ended.submitted(reports.of(own, "bromma").orElseThrow());
        ClientFindings.Finding found = new ClientFindings.Finding(
                reports.clients(OFFICER, report.id()).get().get(0).row().id(),
                ClientFindings.Reason.FUNDED_TWICE,
                "Betald av arbetsmarknadsförvaltningen");
        reports.review(OFFICER, report.id(), null, Review.NOTHING, List.of(found))
                .get();
        String at = "/api/funding?year=2014";
        String doubled = "districts.plans.flatten().find { it.application == " + claim + " }.doubled";
        ApiUser.OFFICER.get(at).body(doubled + ".count", equalTo(List.of(1)));
        for (ApiUser other : List.of(ApiUser.CONTROLLER, ApiUser.SECRETARY)) {
            other.get(at)
                    .body(doubled + ".kind", equalTo(List.of("clients-twice")))
                    .body(doubled + "[0].count", nullValue())
                    .body(doubled + "[0].text", equalTo("Det finns klienter som är betalda även av någon annan"));
        }
        ApiUser bromma = new ApiUser("bromma");
        bromma.get(at).body(doubled, hasSize(0));
        reports.approve(OFFICER, report.id(), null, Review.NOTHING).get();
        bromma.get(at).body(doubled + ".count", equalTo(List.of(1)));
    }
}
