package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;
import static se.medel.committee.MeetingFixture.anyParagraph;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;

/** The committee's papers as a program sees them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeetingResourceTest {

    private static final ApiUser DISTRICT = new ApiUser(BROMMA);

    @Inject
    MeetingFixture fixture;

    @Inject
    MeetingService meetings;

    private static String decision(String paragraph, String more) {
        return "{\"date\": \"2014-04-10\", \"paragraph\": \"" + paragraph + "\"" + more + "}";
    }

    @Test
    void aDecisionIsRegisteredOnceWithItsPoints() {
        String round = "/api/rounds/" + fixture.proposed();
        String paragraph = anyParagraph();
        String key = UUID.randomUUID().toString();
        String body = decision(
                paragraph,
                ", \"d2\": {\"outcome\": \"not-adopted\"}, \"d3\": {\"outcome\": \"amended\", \"text\": \"I maj.\"}");
        SECRETARY
                .post(round + "/committee-decision", decision(paragraph, ", \"d3\": {\"outcome\": \"amended\"}"))
                .statusCode(422)
                .body("errors.pointer", contains("/d3/text"));
        for (int i = 0; i < 2; i++) {
            SECRETARY
                    .post(round + "/committee-decision", key, body)
                    .statusCode(200)
                    .body("state", equalTo("approved"))
                    .body("delegated", equalTo(false));
        }
        OFFICER.get(round + "/committee-decisions")
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].paragraph", equalTo(paragraph))
                .body("[0].d1.outcome", equalTo("as-proposed"))
                .body("[0].d2.outcome", equalTo("not-adopted"))
                .body("[0].d3.text", equalTo("I maj."));
        SECRETARY
                .post("/api/rounds/" + fixture.proposed() + "/committee-decision", decision(paragraph, ""))
                .statusCode(409)
                .body("type", equalTo("/problems/paragraph-taken"))
                .body("paragraph", equalTo(paragraph));
        DISTRICT.get(round + "/committee-decisions").statusCode(403);
        OFFICER.post(round + "/committee-decision", decision(anyParagraph(), ""))
                .statusCode(403);
        OFFICER.get("/api/rounds/nowhere/committee-decisions").statusCode(404);
    }

    @Test
    void amendedFiguresComeWithTheDecision() {
        String round = "/api/rounds/" + fixture.proposed();
        String model = OFFICER.get(round + "/models/1")
                .extract()
                .asString()
                .replaceFirst("^.*\"model\":", "")
                .replaceFirst(",\"madeBy\".*$", "");
        String amended = ", \"d1\": {\"outcome\": \"amended\"}, \"model\": ";
        SECRETARY
                .post(round + "/committee-decision", decision(anyParagraph(), amended + model.replace("5000000", "0")))
                .statusCode(422)
                .body("errors.pointer", hasItem("/model/ceiling/amount"));
        SECRETARY
                .post(round + "/committee-decision", decision(anyParagraph(), ", \"model\": " + model))
                .statusCode(422)
                .body("errors.pointer", contains("/d1"));
        SECRETARY
                .asks()
                .contentType("application/json")
                .header("If-Match", "\"77\"")
                .body(decision(anyParagraph(), ""))
                .post(round + "/committee-decision")
                .then()
                .statusCode(412);
        SECRETARY
                .post(
                        round + "/committee-decision",
                        decision(anyParagraph(), amended + model.replace("5000000", "4000000")))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("model.ceiling.amount", equalTo(4_000_000));
        OFFICER.get(round + "/models").body("state", contains("approved", "not-adopted"));
        DISTRICT.get(round + "/models").body("state", contains("approved"));
        OFFICER.put(round + "/models/2", "*", model).statusCode(409).body("type", equalTo("/problems/model-approved"));
    }

    @Test
    void aMeetingIsFollowedWithItsTag() {
        String round = fixture.open();
        String meeting =
                "/api/committee-meetings/" + meetings.ofRound(round).get(0).meeting();
        Response read = AUDITOR.get(meeting).statusCode(200).extract().response();
        assertThat(read.jsonPath().getList("decisions.round")).contains(round);
        AUDITOR.get("/api/committee-meetings").statusCode(200).body("heldOn", hasItem("2014-04-10"));
        String late = "{\"minutesApprovedOn\": \"2014-05-01\"}";
        SECRETARY.put(meeting, null, late).statusCode(428);
        SECRETARY.put(meeting, "\"999\"", late).statusCode(412);
        OFFICER.put(meeting, "*", late).statusCode(403);
        SECRETARY
                .put(meeting, read.header("ETag"), late)
                .statusCode(200)
                .body("warnings", contains("minutes-late", "notice-missing"));
        SECRETARY
                .put(meeting, "*", "{\"noticePostedOn\": \"2014-05-01\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/minutesApprovedOn"));
        SECRETARY.put(meeting, "*", "{}").statusCode(200).body("minutesApprovedOn", nullValue());
        DISTRICT.get(meeting).statusCode(403);
        DISTRICT.get("/api/committee-meetings").statusCode(403);
        SECRETARY.get("/api/committee-meetings/999999").statusCode(404);
    }

    @Test
    void lettersAreMarkedAndADistrictSeesItsOwn() {
        String round = "/api/rounds/" + fixture.open();
        JsonPath all =
                SECRETARY.get(round + "/dispatches").statusCode(200).extract().jsonPath();
        assertThat(all.getList("$")).hasSize(14);
        int first = all.getInt("[0].id");
        String sent = ", \"sentOn\": \"2014-04-20\", \"channel\": \"case-system\"}";
        SECRETARY
                .post(round + "/dispatches", "{\"ids\": [" + first + "]}")
                .statusCode(422)
                .body("errors.pointer", contains("/sentOn", "/channel"));
        SECRETARY.post(round + "/dispatches", "{\"ids\": [null]" + sent).statusCode(422);
        OFFICER.post(round + "/dispatches", "{\"ids\": [" + first + "]" + sent).statusCode(403);
        DISTRICT.post(round + "/dispatches", "{\"ids\": [" + first + "]" + sent).statusCode(403);
        SECRETARY
                .post(round + "/dispatches", "{\"ids\": [" + first + "]" + sent)
                .statusCode(200)
                .body("channel", contains("case-system"));
        SECRETARY
                .post(round + "/dispatches", "{\"ids\": [" + first + "]" + sent)
                .statusCode(409)
                .body("type", equalTo("/problems/dispatch-sent-already"));
        SECRETARY
                .post(round + "/dispatches", "{\"sentOn\": \"2014-04-20\", \"channel\": \"post\"}")
                .body("$", hasSize(13));
        DISTRICT.get(round + "/dispatches").body("district", contains(BROMMA));
        int bromma = DISTRICT.get(round + "/dispatches").extract().jsonPath().getInt("[0].id");
        String document = round + "/dispatches/" + bromma + "/document";
        DISTRICT.get(document).statusCode(200).contentType("application/pdf");
        new ApiUser(FARSTA).get(document).statusCode(404).body("type", equalTo("/problems/dispatch-not-found"));
    }

    @Test
    void instructionsAreWrittenAndFixed() {
        String round = "/api/rounds/" + fixture.open();
        String at = round + "/instructions";
        Response draft = OFFICER.get(at + "/1").statusCode(200).extract().response();
        Map<String, Object> body = Map.of("parts", draft.jsonPath().getList("parts"));
        DISTRICT.get(at + "/1").statusCode(404);
        DISTRICT.get(at).statusCode(200).body("$", hasSize(0));
        OFFICER.put(at, null, body).statusCode(428);
        OFFICER.put(at, "\"7\"", body).statusCode(412);
        OFFICER.put(at, draft.header("ETag"), Map.of("parts", List.of()))
                .statusCode(422)
                .body("errors.pointer", everyItem(equalTo("/parts")));
        OFFICER.put(at, draft.header("ETag"), body).statusCode(200);
        OFFICER.put(at, draft.header("ETag"), body).statusCode(412);
        SECRETARY.put(at, "*", body).statusCode(403);
        DISTRICT.post(at, body).statusCode(403);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            OFFICER.post(at, key, body).statusCode(201).body("number", equalTo(1));
        }
        DISTRICT.get(at).body("number", contains(1)).body("[0].reportDue", equalTo("2015-01-31"));
        DISTRICT.get(at + "/1/document").statusCode(200).contentType("application/pdf");
        OFFICER.get(at).body("number", contains(2, 1));
        OFFICER.get(at + "/2/document").statusCode(404);
    }
}
