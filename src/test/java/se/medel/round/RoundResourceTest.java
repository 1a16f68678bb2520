package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.api.ApiUser;
import se.medel.api.OpenRound;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundResourceTest {

    private static final ApiUser DISTRICT = new ApiUser("bromma");
    private static final String COMMITTEE = "{\"date\": \"2014-02-13\", \"paragraph\": \"§ 901\"}";

    @Test
    void theRoundOf2014IsShownWithItsModel() {
        DISTRICT.get("/api/rounds").statusCode(200).body("id", hasItem("sig-2014"));
        DISTRICT.get("/api/rounds/sig-2014")
                .statusCode(200)
                .body("year", equalTo(2014))
                .body("state", equalTo("open"));
        DISTRICT.get("/api/rounds/sig-2014/districts").body("$", hasSize(14));
        DISTRICT.get("/api/rounds/sig-2014/models")
                .body("[-1].state", equalTo("approved"))
                .body("[-1].model.ceiling.amount", equalTo(5_000_000))
                .body("[-1].model.fixedGrant.amounts.rinkeby-kista", equalTo(600_000))
                .body("[-1].model.clientCompensation.groups[0].rule", equalTo("M4b"))
                .body("[-1].committeeParagraph", equalTo("§ 9"));
        DISTRICT.get("/api/rounds/sig-2014/models/99").statusCode(404);
        DISTRICT.get("/api/rounds/sig-2014/models/x").statusCode(404);
        DISTRICT.get("/api/rounds/sig-1914").statusCode(404);
    }

    @Test
    void aNewYearNeedsNoProgrammer() {
        OpenRound round = OpenRound.drafted();
        DISTRICT.get(round.path()).statusCode(404);
        DISTRICT.get(round.path() + "/applications").statusCode(404);
        DISTRICT.get("/api/rounds").body("id", not(hasItem(round.id())));
        OFFICER.get(round.path() + "/balance").statusCode(409).body("type", equalTo("/problems/model-not-approved"));
        Response read = OFFICER.get(round.path() + "/models/1")
                .statusCode(200)
                .extract()
                .response();
        Map<String, Object> model = read.jsonPath().getMap("model");
        OFFICER.put(round.path() + "/models/1", read.header("ETag"), model).statusCode(200);
        String changed = read.asString()
                .replaceFirst("^.*\"model\":", "")
                .replaceFirst(",\"madeBy\".*$", "")
                .replace("5000000", "6000000");
        OFFICER.put(round.path() + "/models/1", null, changed).statusCode(428);
        OFFICER.put(round.path() + "/models/1", "\"77\"", changed)
                .statusCode(412)
                .body("type", equalTo("/problems/round-stale"));
        OFFICER.put(round.path() + "/models/1", "*", changed)
                .statusCode(200)
                .body("model.ceiling.amount", equalTo(6_000_000));
        OFFICER.post(round.path() + "/opening").statusCode(409);
        OFFICER.post(round.path() + "/proposal").statusCode(200).body("state", equalTo("proposed"));
        OFFICER.put(round.path() + "/models/1", "*", changed).statusCode(409);
        OFFICER.asks().delete(round.path() + "/proposal").then().statusCode(200).body("state", equalTo("draft"));
        OFFICER.post(round.path() + "/proposal").statusCode(200);
        OFFICER.post(round.path() + "/committee-decision", COMMITTEE).statusCode(403);
        SECRETARY
                .post(round.path() + "/committee-decision", COMMITTEE)
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("committeeDate", equalTo("2014-02-13"));
        OFFICER.put(round.path() + "/models/1", "*", changed)
                .statusCode(409)
                .body("type", equalTo("/problems/model-approved"));
        OFFICER.post(round.path() + "/opening").statusCode(200).body("state", equalTo("open"));
        DISTRICT.get(round.path() + "/balance").body("ceiling.limit", equalTo(6_000_000));
    }

    @Test
    void aNewVersionThatUndercutsIsRefusedByRule() {
        OpenRound round = OpenRound.copied();
        round.decided("bromma", 150_000);
        String location =
                OFFICER.post(round.path() + "/models").statusCode(201).extract().header("Location");
        assertThat(location).isEqualTo(round.path() + "/models/2");
        DISTRICT.get(location).statusCode(404);
        DISTRICT.get(round.path() + "/models").body("version", contains(1));
        OFFICER.post(round.path() + "/models").statusCode(409).body("type", equalTo("/problems/model-already-pending"));
        String low = OFFICER.get(location)
                .extract()
                .asString()
                .replaceFirst("^.*\"model\":", "")
                .replaceFirst(",\"madeBy\".*$", "")
                .replace("5000000", "100000");
        OFFICER.put(location, "*", low).statusCode(200);
        OFFICER.post(round.path() + "/proposal")
                .statusCode(409)
                .body("type", equalTo("/problems/model-undercuts"))
                .body("rule", equalTo("M5"))
                .body("limit", equalTo(100_000))
                .body("committed", equalTo(150_000))
                .body("unit", equalTo("kronor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":5000000|\"amount\":-1|/ceiling/amount",
                "\"amount\":5000000|\"amount\":0|/ceiling/amount",
                "\"amount\":5000000|\"amount\":1e9|/ceiling/amount",
                "\"amount\":5000000|\"amount\":1234567890123456|/ceiling/amount",
                "\"rinkeby-kista\":600000|\"atlantis\":600000|/fixedGrant/amounts/atlantis",
                "\"rinkeby-kista\":600000|\"rinkeby-kista\":\"x\"|/fixedGrant/amounts/rinkeby-kista",
                "\"maximum\":200000|\"maximum\":0.5|/coFinancing/maximum",
                "\"clients\":120|\"clients\":0|/clientCompensation/total/clients",
                "\"clients\":65|\"clients\":121|/clientCompensation/groups/0/clients",
                "\"youngest\":19|\"youngest\":null|/clientCompensation/ages/youngest",
                "\"rule\":\"M5\"|\"rule\":\"five\"|/ceiling/rule",
                "\"hasselby-vallingby\",|null,|/coFinancing/recipients"
            })
    void aFaultyModelIsPointedAt(String from, String to, String pointer) {
        OpenRound round = OpenRound.drafted();
        String model = OFFICER.get(round.path() + "/models/1")
                .extract()
                .asString()
                .replaceFirst("^.*\"model\":", "")
                .replaceFirst(",\"madeBy\".*$", "");
        assertThat(model).contains(from);
        OFFICER.put(round.path() + "/models/1", "*", model.replace(from, to))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aRoundThatLacksSomethingIsNotSetUp() {
        OFFICER.post("/api/rounds", "{}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/copyOf", "/programme", "/name", "/year", "/caseNumber"));
        OFFICER.post("/api/rounds", "{\"year\": \"2014\"}")
                .statusCode(422)
                .body("errors.type", hasItem("/problems/not-a-number"));
        OFFICER.post("/api/rounds", "{\"applicationDeadline\": \"2014-13-01\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/applicationDeadline"));
        DISTRICT.post("/api/rounds", "{}").statusCode(403);
        AUDITOR.post("/api/rounds", "{}").statusCode(403);
    }

    @Test
    void theSameKeySetsUpOneRound() {
        String id = "key-" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"copyOf\": \"sig-2014\", \"id\": \"" + id
                + "\", \"programme\": \"P\", \"name\": \"N\", \"year\": 2015, \"caseNumber\": \"1\","
                + " \"applicationDeadline\": \"2015-10-31\"}";
        OFFICER.post("/api/rounds", id, body).statusCode(201);
        OFFICER.post("/api/rounds", id, body).statusCode(201).header("Location", equalTo("/api/rounds/" + id));
        OFFICER.post("/api/rounds", body).statusCode(422);
        DIRECTOR.post("/api/rounds", id, body).statusCode(422);
    }

    @Test
    void aWrongCommitteeDecisionIsPointedAt() {
        OpenRound round = OpenRound.drafted();
        OFFICER.post(round.path() + "/proposal").statusCode(200);
        SECRETARY
                .post(round.path() + "/committee-decision", "{\"date\": \"2199-01-01\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/date", "/paragraph"));
        SECRETARY.post("/api/rounds/nowhere/committee-decision", COMMITTEE).statusCode(404);
    }
}
