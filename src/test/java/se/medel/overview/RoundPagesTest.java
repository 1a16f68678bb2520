package se.medel.overview;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.ledger.Ledger;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Formats;
import se.medel.web.Visitor;

/** Who sees what of a round, and what bad input gets. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundPagesTest {

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    /** What is committed in the demo's round, to which other tests may have added. */
    private String committed() {
        return Formats.kr(ledger.committed("sig-2014").kronor().amount());
    }

    @ParameterizedTest
    @CsvSource({
        "admin,/rounds",
        "admin,/rounds/sig-2014",
        "admin,/rounds/sig-2014/model",
        "bromma,/rounds/new",
        "sekreterare,/rounds/new",
        "revisor,/rounds/sig-2014/model/edit",
        "bromma-chef,/rounds/sig-2014/propose",
        "ekonom,/rounds/sig-2014/take-back",
        "utvarderare,/rounds/sig-2014/new-version",
        "sekreterare,/rounds/sig-2014/open",
        "handlaggare,/rounds/sig-2014/committee-decision",
        "chef,/rounds/sig-2014/committee-decision",
        "bromma,/rounds/sig-2014/what-if",
        "utvarderare,/rounds/sig-2014/what-if",
        "bromma,/rounds/sig-2014/ledger",
        "utvarderare,/rounds/sig-2014/ledger",
        "bromma-chef,/rounds/sig-2014/decisions",
        "admin,/rounds/sig-2014/decisions",
        "handlaggare,/audit",
        "admin,/audit",
        "handlaggare,/admin/districts",
        "revisor,/admin/districts/farsta",
    })
    void whoseRoleIsAnotherIsRefused(String username, String path) {
        Visitor.loggedInAs(username).get(path).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "handlaggare,/rounds/sig-1999",
        "handlaggare,/rounds/sig-1999/model",
        "handlaggare,/rounds/sig-2014/model?version=99",
        "handlaggare,/rounds/sig-1999/model/edit",
        "handlaggare,/rounds/sig-1999/propose",
        "handlaggare,/rounds/sig-1999/what-if",
        "handlaggare,/rounds/sig-1999/ledger",
        "handlaggare,/rounds/sig-1999/decisions",
        "sekreterare,/rounds/sig-1999/committee-decision",
        "admin,/admin/districts/atlantis",
    })
    void whatIsNotThereIsNotFound(String username, String path) {
        Visitor.loggedInAs(username).get(path).statusCode(404);
    }

    @Test
    void aRoundThatIsStillBeingWrittenIsTheAdministrationsOwn() {
        String round = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), Model2014.model())
                .get()
                .id();
        for (String outsider : new String[] {"bromma", "utvarderare"}) {
            Visitor visitor = Visitor.loggedInAs(outsider);
            visitor.get("/rounds/" + round).statusCode(404);
            visitor.get("/rounds/" + round + "/model").statusCode(404);
            visitor.get("/rounds").statusCode(200).body(not(containsString("/rounds/" + round + "\"")));
        }
        Visitor.loggedInAs("revisor").get("/rounds/" + round).statusCode(200);
    }

    @Test
    void aNewVersionOfAModelIsTheAdministrationsOwnUntilItIsApproved() {
        String round = fixture.openRound(Model2014.model());
        rounds.startNewVersion(RoundFixture.OFFICER, round).get();
        Visitor.loggedInAs("bromma")
                .get("/rounds/" + round + "/model?version=2")
                .statusCode(404);
        Visitor.loggedInAs("bromma")
                .get("/rounds/" + round + "/model")
                .statusCode(200)
                .body(not(containsString("Version 2")));
        Visitor.loggedInAs("revisor")
                .get("/rounds/" + round + "/model?version=2")
                .statusCode(200);
    }

    @Test
    void whatTheCommitteeWroteIsReadAsSwedishOnAnEnglishPageToo() {
        Visitor.loggedInAs("revisor")
                .inEnglish()
                .get("/rounds/sig-2014/model")
                .statusCode(200)
                .body(containsString("<span lang=\"sv\">Den utbetalda summan kan uppgå till högst 5 mkr.</span>"));
    }

    @Test
    void aDistrictSeesItsOwnApplicationsAndEverybodysGrants() {
        String round = fixture.openRound(Model2014.model());
        long own = fixture.submitted(round, "bromma", ComponentKind.CO_FINANCING, 150_001)
                .id();
        long others = fixture.submitted(round, "farsta", ComponentKind.CO_FINANCING, 123_457)
                .id();
        Visitor.loggedInAs("bromma")
                .get("/rounds/" + round)
                .statusCode(200)
                .body(
                        containsString("/applications/" + own + "\""),
                        not(containsString("/applications/" + others + "\"")),
                        not(containsString("123\u00a0457")));
    }

    @Test
    void anotherDistrictsDraftIsNeverShown() {
        String round = fixture.openRound(Model2014.model());
        long draft = fixture.draft(round, "bromma", ComponentKind.CO_FINANCING, RoundFixture.anyContent(123_457))
                .id();
        for (String other : new String[] {"handlaggare", "revisor", "farsta"}) {
            Visitor.loggedInAs(other)
                    .get("/rounds/" + round)
                    .body(not(containsString("/applications/" + draft + "\"")), not(containsString("123\u00a0457")));
        }
        Visitor.loggedInAs("bromma").get("/rounds/" + round).body(containsString("/applications/" + draft + "\""));
    }

    @Test
    void theEvaluatorSeesNoDistrictAndNoSmallNumber() {
        Visitor.loggedInAs("utvarderare")
                .get("/rounds/sig-2014")
                .statusCode(200)
                .body(
                        containsString("färre än 5"),
                        containsString(committed()),
                        not(containsString("Enskede")),
                        not(containsString("/applications/")));
    }

    @Test
    void theRolesAreLedToTheirNextStepFromTheirStartPages() {
        Visitor.loggedInAs("ekonom").get("/").body(containsString("/rounds/sig-2014/ledger"));
        Visitor.loggedInAs("ekonom")
                .get("/rounds/sig-2014")
                .body(containsString("\"/rounds/sig-2014/ledger-settings\""));
        Visitor.loggedInAs("sekreterare").get("/rounds/sig-2014").body(not(containsString("/ledger-settings")));
        Visitor.loggedInAs("revisor").get("/").body(containsString("\"/audit\""));
        Visitor.loggedInAs("utvarderare").get("/").body(containsString("\"/rounds/sig-2014\""));
        Visitor.loggedInAs("admin").get("/").body(containsString("\"/admin/districts\""));
        String round = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), Model2014.model())
                .get()
                .id();
        Visitor.loggedInAs("handlaggare").get("/").body(containsString("/rounds/" + round + "/model/edit"));
        rounds.propose(RoundFixture.OFFICER, round).get();
        Visitor.loggedInAs("sekreterare").get("/").body(containsString("/rounds/" + round + "/committee-decision"));
    }

    @Test
    void aStepThatCannotBeTakenNowSaysWhy() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.post("/rounds/sig-2014/propose")
                .statusCode(409)
                .body(containsString("Det finns ingen modell som väntar på det här steget."));
        officer.post("/rounds/sig-2014/open").statusCode(409).body(containsString("läget Öppen"));
    }

    @Test
    void aWhatIfRefusesEachWrongFieldAndKeepsEverythingTyped() {
        Visitor.loggedInAs("handlaggare")
                .post(
                        "/rounds/sig-2014/what-if",
                        "do",
                        "calculate",
                        "start",
                        "empty",
                        "asks[0].district",
                        "atlantis",
                        "asks[0].component",
                        "co-financing",
                        "asks[0].amount",
                        "-5",
                        "asks[1].district",
                        "bromma",
                        "asks[1].component",
                        "pocket-money",
                        "asks[1].amount",
                        "<b>{me}</b>",
                        "asks[2].district",
                        "farsta",
                        "asks[2].component",
                        "client-compensation",
                        "asks[2].clients",
                        "2,5",
                        "asks[2].amount",
                        "30 000",
                        "asks[3].district",
                        "farsta",
                        "asks[3].component",
                        "co-financing",
                        "asks[3].amount",
                        "1234567890123456",
                        "asks[3].totalCost",
                        "10,999",
                        "asks[3].clients",
                        "4")
                .statusCode(422)
                .body(
                        containsString("href=\"#asks[0].district\""),
                        containsString("href=\"#asks[0].amount\""),
                        containsString("href=\"#asks[1].component\""),
                        containsString("href=\"#asks[1].amount\""),
                        containsString("href=\"#asks[2].clients\""),
                        containsString("href=\"#asks[2].amount\""),
                        containsString("href=\"#asks[3].amount\""),
                        containsString("href=\"#asks[3].totalCost\""),
                        containsString("href=\"#asks[3].clients\""),
                        containsString("value=\"&lt;b&gt;{me}&lt;/b&gt;\""),
                        containsString("value=\"1234567890123456\""),
                        containsString("value=\"10,999\""));
    }

    @Test
    void aWhatIfChangesNothing() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        String left = Formats.kr(
                5_000_000 - ledger.committed("sig-2014").kronor().amount().longValueExact());
        officer.post(
                        "/rounds/sig-2014/what-if",
                        "do",
                        "calculate",
                        "start",
                        "current",
                        "asks[0].district",
                        "bromma",
                        "asks[0].component",
                        "client-compensation",
                        "asks[0].clients",
                        "500")
                .statusCode(200)
                .body(containsString("120 klienter"), containsString("M4a"));
        officer.get("/rounds/sig-2014").body(containsString(left + " kvar"));
    }

    @Test
    void aFormWithoutOurTokenChangesNothing() {
        Visitor.loggedInAs("handlaggare")
                .send("/rounds/sig-2014/new-version", List.of("csrf", "guessed"))
                .statusCode(400);
    }

    @Test
    void everyCommittedKronaIsInTheLedgerAndInTheListOfDecisions() {
        Visitor controller = Visitor.loggedInAs("ekonom");
        controller
                .get("/rounds/sig-2014/ledger")
                .statusCode(200)
                .body(containsString("Saldo " + committed()), containsString("href=\"/decisions/"));
        controller
                .get("/rounds/sig-2014/decisions")
                .statusCode(200)
                .body(containsString("Beslut 3"), containsString("Förvaltningschef vid socialförvaltningen"));
    }
}
