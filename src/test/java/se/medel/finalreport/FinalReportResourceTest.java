package se.medel.finalreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FinalReportResourceTest {

    @Inject
    FinalReportFixture fixture;

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture settlements;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void aProgramWritesAndFixesTheReportOnce() {
        String round = fixture.closed();
        String path = "/api/rounds/" + round + "/final-report";
        String tag = OFFICER.get(path)
                .statusCode(200)
                .body("number", equalTo(1))
                .body("figures.total.granted", equalTo(1_395_000))
                .body("figures.total.owed", equalTo(0))
                .body("figures.together.clients", equalTo(11))
                .body("figures.districts.find { it.slug == 'bromma' }.clients", nullValue())
                .body("fixed.size()", equalTo(0))
                .extract()
                .header("ETag");
        OFFICER.post(path + "/versions").statusCode(422).body("errors[0].pointer", equalTo("/conclusions"));
        OFFICER.post(path + "/conclusions", "{\"conclusions\": \"Arbetet gav resultat.\"}")
                .statusCode(200);
        OFFICER.asks()
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"conclusions\": \"Något annat.\"}")
                .post(path + "/conclusions")
                .then()
                .statusCode(412);
        String key = UUID.randomUUID().toString();
        String first = OFFICER.asks()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .post(path + "/versions")
                .then()
                .statusCode(201)
                .body("number", equalTo(1))
                .extract()
                .asString();
        assertThat(OFFICER.asks()
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .post(path + "/versions")
                        .asString())
                .isEqualTo(first);
        OFFICER.post(path + "/versions").statusCode(409).body("type", equalTo("/problems/final-report-unchanged"));
        AUDITOR.get(path).body("fixed.size()", equalTo(1)).body("number", equalTo(2));
        AUDITOR.get(path + "/versions/1/document").statusCode(200).contentType("application/pdf");
        AUDITOR.get(path + "/versions/2/document").statusCode(404);
        AUDITOR.get(path + "/document").statusCode(200).contentType("application/pdf");
    }

    @Test
    void whatBecameOfTooFewIsInNoFigureAndWhatWasGrantedIs() {
        String round = rounds.openRound(ModelFixture.model2014());
        long claim = settlements.claimGranted(round, BROMMA, 20);
        settlements.pay(round, claim, 30_000);
        String path = "/rounds/" + round + "/final-report";
        OFFICER.get("/api" + path)
                .statusCode(200)
                .body("figures.together.granted", equalTo(300_000))
                .body("figures.together.clients", equalTo(20))
                .body("figures.together.sums", nullValue())
                .body("figures.total.paid", equalTo(0))
                .body(not(containsString("30000,")));
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get(path).statusCode(200).body(containsString("Summa utan klientersättning"));
        officer.get(path + "/draft").statusCode(200).body(containsString("Vad som blev av den anges inte"));
    }

    @Test
    void nobodyKeepsAnAccountThatMayChange() {
        String round = fixture.settled();
        OFFICER.get("/api/rounds/" + round + "/settlements/" + FARSTA + "/account/document")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"));
    }

    @Test
    void theWrongRoleAndTheWrongDistrictAreRefused() {
        String round = fixture.reporting();
        String path = "/api/rounds/" + round;
        ApiUser farsta = new ApiUser(FARSTA);
        farsta.get(path + "/final-report").statusCode(403);
        farsta.get(path + "/final-report/document").statusCode(403);
        EVALUATOR.get(path + "/final-report").statusCode(403);
        DIRECTOR.post(path + "/final-report/conclusions", "{\"conclusions\": \"Nej.\"}")
                .statusCode(403);
        DIRECTOR.post(path + "/final-report/versions").statusCode(403);
        OFFICER.post(path + "/final-report/versions")
                .statusCode(409)
                .body("type", equalTo("/problems/final-report-not-closed"));
        farsta.get(path + "/settlements/farsta/account")
                .statusCode(200)
                .body("asked", equalTo(200_000))
                .body("settled", equalTo(false));
        farsta.get(path + "/settlements/farsta/account/document")
                .statusCode(200)
                .contentType("application/pdf");
        new ApiUser(BROMMA).get(path + "/settlements/farsta/account").statusCode(404);
        new ApiUser(BROMMA).get(path + "/settlements/farsta/account/document").statusCode(404);
        EVALUATOR.get(path + "/settlements/farsta/account").statusCode(403);
        OFFICER.get("/api/rounds/no-such/final-report").statusCode(404);
    }
}
