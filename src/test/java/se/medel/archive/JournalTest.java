package se.medel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.claim.ClaimFixture;
import se.medel.claim.rules.ClaimedClient;
import se.medel.committee.DispatchService;
import se.medel.committee.MeetingDocuments;
import se.medel.committee.MeetingFixture;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** The register: everything that has come and gone is in it once, nothing secret is, and each sees what is theirs. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JournalTest {

    private static final String SECRET = "Ett ord som ingen utanför ska läsa";

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture fixture;

    @Inject
    ClaimFixture claims;

    @Inject
    ApplicationService applications;

    @Inject
    DecisionService decisions;

    @Inject
    MeetingFixture meetings;

    @Inject
    DispatchService dispatches;

    @Inject
    MeetingDocuments documents;

    @Inject
    TestClock clock;

    private final List<ClaimedClient> clients = ClaimFixture.anyClients(6);
    private String round;
    private long completed;

    @BeforeEach
    void aRoundWithLettersBothWays() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.model2014());
        fixture.granted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        long claim = claims.prepared(round, "farsta", clients, clients.size()).id();
        decisions.decide(DIRECTOR, round, claim, null, AS_RECOMMENDED).get();
        ApplicationView asked = rounds.submitted(round, "farsta", ComponentKind.CO_FINANCING, 50_000);
        completed = asked.id();
        applications
                .requestCompletion(OFFICER, completed, null, SECRET, LocalDate.of(2014, 6, 10))
                .get();
        clock.stopAt(LocalDate.of(2014, 5, 25));
        applications.submit(officerOf("farsta"), completed, null, SECRET).get();
        fixture.startReporting(round);
        clock.stopAt(LocalDate.of(2015, 2, 10));
        fixture.submitted(round, "bromma", "150000", "0");
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void whatHasComeAndGoneStandsThereOnceAndNothingSecretDoes() {
        ApiUser.SECRETARY
                .get("/api/journal?round=" + round)
                .statusCode(200)
                .body("lines.kind", hasItems("committee-decision", "decision", "call-for-report", "cost-report"))
                .body("lines.findAll { it.kind == 'application' }.size()", equalTo(3))
                .body("lines.findAll { it.kind == 'completion' }.application", equalTo(List.of((int) completed)))
                .body("lines.findAll { it.kind == 'completion-request' }.way", equalTo(List.of("out")))
                .body("lines.findAll { it.kind == 'completion' }.way", equalTo(List.of("in")))
                .body("all", greaterThan(8))
                .body(
                        not(containsString(SECRET)),
                        not(containsString(clients.get(0).code())));
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        String csv = secretary
                .get("/journal/file.csv?round=" + round)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .contains("2014-05-25;KPL-", "Farsta stadsdelsnämnd;Socialnämnden;Komplettering, medfinansiering")
                .doesNotContain(SECRET, clients.get(0).code(), "handlaggare");
        secretary
                .get("/journal?round=" + round + "&from=2014-05-25&to=2014-05-25")
                .statusCode(200)
                .body(containsString("KPL-"), not(containsString("KBG-")));
        secretary.inEnglish().get("/journal?round=" + round).body(containsString("Decision on delegation"));
    }

    @Test
    void aDecisionByWhichNothingWasApprovedAndEachDistrictsLetterStandThere() {
        String fallen = meetings.proposed();
        meetings.register(fallen, MeetingFixture.fallen()).get();
        ApiUser.SECRETARY
                .get("/api/journal?round=" + fallen)
                .statusCode(200)
                .body("lines.findAll { it.kind == 'committee-decision' }.size()", equalTo(1));

        String open = meetings.open();
        dispatches.ofRound(OFFICER, open).stream()
                .filter(letter -> List.of("bromma", "farsta").contains(letter.district()))
                .forEach(documents::dispatch);
        ApiUser.SECRETARY
                .get("/api/journal?round=" + open)
                .body("lines.findAll { it.kind == 'dispatch' }.district", containsInAnyOrder("bromma", "farsta"))
                .body("lines.findAll { it.kind == 'committee-decision' }.size()", equalTo(1));
        new ApiUser("farsta")
                .get("/api/journal?round=" + open)
                .body("lines.findAll { it.kind == 'dispatch' }.district", equalTo(List.of("farsta")));
    }

    @Test
    void aPeriodThatIsNoneIsSaidBesideItsField() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/journal?from=i%20g%C3%A5r").statusCode(422).body(containsString("from-error"));
        officer.get("/journal?from=2014-05-02&to=2014-05-01").statusCode(422).body(containsString("to-error"));
        officer.get("/journal/file.csv?from=x").statusCode(404);
        ApiUser.OFFICER.get("/api/journal?from=x").statusCode(422);
        officer.get("/journal?round=nowhere&page=99").statusCode(200).body(containsString("Det finns ingenting"));
    }

    @Test
    void aDistrictSeesItsOwnAndOthersWhatTheyMay() {
        for (String user : List.of("farsta", "farsta-chef")) {
            new ApiUser(user)
                    .get("/api/journal?round=" + round)
                    .statusCode(200)
                    .body("lines.district", everyItem(equalTo("farsta")))
                    .body("all", greaterThan(3));
            Visitor own = Visitor.loggedInAs(user);
            own.get("/journal?round=" + round)
                    .statusCode(200)
                    .body(containsString("Farsta stadsdelsnämnd"), not(containsString("Bromma stadsdelsnämnd")));
            own.get("/journal/file.csv?round=" + round).statusCode(200).body(not(containsString("Bromma")));
        }
        for (String user : List.of("handlaggare", "chef", "ekonom", "sekreterare", "revisor")) {
            Visitor.loggedInAs(user).get("/journal?round=" + round).statusCode(200);
        }
        for (String user : List.of("utvarderare", "admin")) {
            Visitor.loggedInAs(user).get("/journal").statusCode(403);
            Visitor.loggedInAs(user).get("/journal/file.csv").statusCode(403);
            new ApiUser(user).get("/api/journal").statusCode(403);
        }
    }
}
