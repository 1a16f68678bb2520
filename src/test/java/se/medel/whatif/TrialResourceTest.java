package se.medel.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.CONTROLLER;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrialResourceTest {

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    TrialService trials;

    private String round;
    private String path;

    @BeforeEach
    void openRound() {
        round = fixture.openRound(Model2014.model());
        path = "/api/rounds/" + round + "/trials";
    }

    private String made(String name) {
        ValidatableResponse made =
                OFFICER.post(path, "{\"name\": \"" + name + "\"}").statusCode(201);
        return made.extract().header("Location").replaceFirst("^https?://[^/]*", "");
    }

    private static String tag(String trial) {
        return OFFICER.get(trial).statusCode(200).extract().header("ETag");
    }

    @Test
    void aTrialTellsWhereTheCeilingBites() {
        String trial = made("Allt");
        OFFICER.get(trial)
                .body("result.asked", equalTo(5_400_000))
                .body("result.granted", equalTo(5_000_000))
                .body("result.bites", hasSize(1))
                .body("result.bites[0].rule", equalTo("M5"))
                .body("result.bites[0].district", equalTo("alvsjo"))
                .body("result.bites[0].component", equalTo("co-financing"))
                .body("result.bites[0].number", equalTo(11))
                .body("result.bites[0].cut", equalTo(400_000))
                .body("result.outcomes", hasSize(28))
                .body("model.ceiling.amount", equalTo(5_000_000))
                .body("sequence", equalTo("district-by-district"));
        OFFICER.get(path).body("name", hasItem("Allt")).body("[0].bites[0].number", equalTo(11));
    }

    @Test
    void whatIsLeftOutOfAChangeStaysAndAStaleOneIsRefused() {
        String trial = made("Att ändra");
        String tag = tag(trial);
        OFFICER.put(trial, tag, "{\"sequence\": \"part-by-part\"}")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("Att ändra"))
                .body("result.bites[0].client", equalTo(94));
        OFFICER.put(trial, tag, "{\"name\": \"För sent\"}")
                .statusCode(412)
                .body("type", equalTo("/problems/trial-stale"));
        OFFICER.put(trial, null, "{\"name\": \"Utan\"}").statusCode(428);
        OFFICER.put(
                        trial,
                        tag(trial),
                        "{\"uptake\": [{\"district\": \"bromma\", \"amount\": 100000, \"clients\": 3}], \"order\": \"need\"}")
                .statusCode(200)
                .body("uptake", hasSize(1))
                .body("result.asked", equalTo(145_000));
    }

    @Test
    void everythingThatIsWrongIsToldAtItsPlace() {
        String trial = made("Fel");
        OFFICER.put(
                        trial,
                        tag(trial),
                        "{\"uptake\": [{\"district\": \"bromma\", \"amount\": -1}, null, {\"clients\": 1.5}],"
                                + " \"order\": \"random\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/uptake/0/amount"))
                .body("errors.pointer", hasItem("/uptake/1"))
                .body("errors.pointer", hasItem("/uptake/2/district"))
                .body("errors.pointer", hasItem("/uptake/2/clients"))
                .body("errors.pointer", hasItem("/order"));
        OFFICER.put(trial, tag(trial), "{\"uptake\": [{\"district\": \"gotham\"}, {\"district\": \"bromma\"}]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/uptake/0/district"));
        OFFICER.put(
                        trial,
                        tag(trial),
                        "{\"model\": {\"ceiling\": {\"rule\": \"M5\", \"source\": \"Tak\", \"amount\": \"x\"}}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/model/ceiling/amount"));
        OFFICER.put(
                        trial,
                        tag(trial),
                        "{\"model\": {\"ceiling\": {\"rule\": \"M5\", \"source\": \"Tak\", \"amount\": 0}}}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/model/ceiling/amount"));
        OFFICER.post(path, "{\"name\": \"FEL\"}").statusCode(422).body("type", equalTo("/problems/trial-name-taken"));
        OFFICER.post(path, "{\"name\": \"Ny\", \"filling\": \"guess\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/filling"));
    }

    @Test
    void theSameKeyMakesOneTrialAndOneProposal() {
        String body = "{\"name\": \"En gång\", \"filling\": \"nothing\"}";
        int first = OFFICER.post(path, "trial-" + round, body)
                .statusCode(201)
                .extract()
                .path("id");
        int again = OFFICER.post(path, "trial-" + round, body)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(again).isEqualTo(first);
        assertThat(trials.ofRound(round)).hasSize(1);
        String trial = path + "/" + first;
        String tag = tag(trial);
        for (int i = 0; i < 2; i++) {
            OFFICER.asks()
                    .contentType("application/json")
                    .header("If-Match", tag)
                    .header("Idempotency-Key", "proposal-" + round)
                    .post(trial + "/proposal")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2))
                    .body("state", equalTo("draft"));
        }
        assertThat(rounds.models(round)).hasSize(2);
        OFFICER.post(trial + "/proposal").statusCode(428);
    }

    @Test
    void theWrongRoleAndTheWrongOwnerAreRefused() {
        String trial = made("Min");
        for (ApiUser user : new ApiUser[] {new ApiUser("bromma"), new ApiUser("bromma-chef"), EVALUATOR}) {
            user.get(path).statusCode(403);
            user.get(trial).statusCode(403);
            user.post(path, "{\"name\": \"Nej\"}").statusCode(403);
            user.put(trial, "\"0\"", "{}").statusCode(403);
            user.delete(trial).statusCode(403);
            user.post(trial + "/proposal").statusCode(403);
        }
        for (ApiUser user : new ApiUser[] {SECRETARY, AUDITOR}) {
            user.get(trial).statusCode(200);
            user.post(path, "{\"name\": \"Nej\"}").statusCode(403);
            user.put(trial, "\"0\"", "{}").statusCode(403);
            user.delete(trial).statusCode(403);
        }
        CONTROLLER.post(trial + "/proposal").statusCode(403);
        CONTROLLER.put(trial, tag(trial), "{\"name\": \"Vår\"}").statusCode(200);
        CONTROLLER.delete(trial).statusCode(403).body("type", equalTo("/problems/trial-not-yours"));
        OFFICER.delete(trial).statusCode(200);
        OFFICER.get(trial).statusCode(404).body("type", equalTo("/problems/trial-not-found"));
        OFFICER.get(path.replace(round, "finns-inte")).statusCode(404);
        OFFICER.get(trial.replace(round, "sig-2014")).statusCode(404);
    }
}
