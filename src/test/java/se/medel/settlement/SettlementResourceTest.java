package se.medel.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static se.medel.api.ApiUser.CONTROLLER;
import static se.medel.api.ApiUser.DIRECTOR;
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
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementResourceTest {

    @Inject
    RoundService rounds;

    @Inject
    YearEndFixture fixture;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void aProgramFollowsARepaymentToTheClosedRound() {
        String round = fixture.open();
        long id = fixture.flagged(round, FARSTA).id();
        String path = "/api/repayments/" + id;
        String rounds = "/api/rounds/" + round;
        OFFICER.get(rounds + "/settlements/farsta")
                .statusCode(200)
                .body("[0].stage", equalTo("flagged"))
                .body("[0].settlement.steps[0].rule", equalTo("Y2"))
                .body("[0].owed", equalTo(49_999));
        OFFICER.post(rounds + "/settlements", "{\"late\": true}").statusCode(200);
        OFFICER.post(path + "/hearing", "{\"replyDue\": \"2015-02-01\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/replyDue"));
        OFFICER.post(path + "/hearing", "{\"replyDue\": \"2015-03-03\"}").statusCode(200);
        DIRECTOR.post(path + "/decision", "{\"amount\": 49999, \"reasons\": \"Inte använt.\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/reply-not-due"));
        new ApiUser(FARSTA)
                .post(path + "/reply", "{\"text\": \"Beloppet stämmer.\"}")
                .statusCode(200);

        String tag = DIRECTOR.get(path).statusCode(200).extract().header("ETag");
        new ApiUser(FARSTA).post(path + "/reply", "{\"text\": \"Nej.\"}").statusCode(200);
        DIRECTOR.asks()
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"amount\": 49999, \"reasons\": \"Inte använt.\"}")
                .post(path + "/decision")
                .then()
                .statusCode(412);
        DIRECTOR.post(path + "/decision", "{\"amount\": 49999.5, \"reasons\": \"Inte använt.\"}")
                .statusCode(422);
        DIRECTOR.post(path + "/decision", "{\"amount\": 49999, \"reasons\": \"Inte använt.\"}")
                .statusCode(200)
                .body("number", equalTo(2))
                .body("open", equalTo(49_999));

        String receipt = "{\"amount\": 49999, \"date\": \"2015-02-09\", \"reference\": \"A7\"}";
        String key = UUID.randomUUID().toString();
        String first = CONTROLLER
                .post(path + "/receipts", key, receipt)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(CONTROLLER
                        .post(path + "/receipts", key, receipt)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
        CONTROLLER.get(path + "/receipts").body("size()", equalTo(1));
        CONTROLLER.get(path + "/decision/document").statusCode(200).contentType("application/pdf");
        OFFICER.get(rounds + "/closing").body("left.size()", equalTo(0));
        OFFICER.post(rounds + "/closing").statusCode(200).body("closed.different", equalTo(0));
        OFFICER.post(rounds + "/settlements").statusCode(409);
    }

    @Test
    void theWrongRoleAndTheWrongDistrictAreRefused() {
        String round = fixture.open();
        long id = fixture.flagged(round, FARSTA).id();
        String path = "/api/repayments/" + id;
        new ApiUser(BROMMA).get(path).statusCode(404);
        new ApiUser(BROMMA).get(path + "/hearing/document").statusCode(404);
        new ApiUser(BROMMA).get("/api/rounds/" + round + "/settlements/farsta").statusCode(404);
        new ApiUser(BROMMA).get("/api/rounds/" + round + "/settlements").body("size()", equalTo(0));
        new ApiUser(FARSTA)
                .post(path + "/hearing", "{\"replyDue\": \"2015-03-03\"}")
                .statusCode(403);
        OFFICER.post(path + "/decision", "{\"amount\": 0, \"reasons\": \"Nej.\"}")
                .statusCode(403);
        ApiUser.EVALUATOR.get(path).statusCode(403);
        ApiUser.AUDITOR.get(path).statusCode(200);
    }

    @Test
    void aDraftRoundIsToADistrictAsIfItWerentThere() {
        String draft = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
        OFFICER.get("/api/rounds/" + draft + "/settlements").statusCode(200);
        new ApiUser(FARSTA).get("/api/rounds/" + draft + "/settlements").statusCode(404);
    }
}
