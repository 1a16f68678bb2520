package se.medel.costreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CostReportResourceTest {

    private static final ApiUser DISTRICT = new ApiUser("skarpnack");
    private static final ApiUser DISTRICT_DIRECTOR = new ApiUser("skarpnack-chef");
    private static final ApiUser OTHER = new ApiUser("bromma");

    @Inject
    ReportFixture fixture;

    @Inject
    CostReportService reports;

    private static String path(CostReportView report) {
        return "/api/cost-reports/" + report.id();
    }

    private static String content(CostReportView report, String actual, String text) {
        return "{\"lines\": [{\"application\": "
                + report.content().lines().get(0).applicationId() + ", \"line\": 1, \"actual\": " + actual
                + "}], \"otherIncomeStated\": false, \"results\": {\"came\": 3, \"admitted\": 9}, \"resultsText\": \""
                + text + "\"}";
    }

    private static String tag(CostReportView report) {
        return "\"" + report.version() + "\"";
    }

    @Test
    void aReportIsWrittenSignedReviewedAndApprovedOnce() {
        CostReportView due = fixture.due("skarpnack");
        String report = path(due);

        DISTRICT.put(report + "/content", null, content(due, "200001", "Bra")).statusCode(428);
        DISTRICT.put(report + "/content", "\"999\"", content(due, "200001", "Bra"))
                .statusCode(412);
        DISTRICT.put(report + "/content", tag(due), content(due, "200001", "Bra"))
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("content.results", hasKey("came"))
                .body("content.results.came", nullValue())
                .body("content.results.admitted", equalTo(9))
                .body("content.lines[0].planned", equalTo(200001));
        DISTRICT.get(report + "/missing").statusCode(200).body("missing", hasSize(0));
        DISTRICT.post(report + "/submission").statusCode(403);
        String key = UUID.randomUUID().toString();
        String receipt = DISTRICT_DIRECTOR
                .post(report + "/submission", key, "")
                .statusCode(200)
                .extract()
                .path("receipt");
        DISTRICT_DIRECTOR.post(report + "/submission", key, "").statusCode(200).body("receipt", equalTo(receipt));
        DISTRICT_DIRECTOR.post(report + "/submission").statusCode(409);

        ApiUser.OFFICER.get(report).statusCode(200).body("content.resultsText", equalTo("Bra"));
        ApiUser.OFFICER
                .put(report + "/review", "*", "{\"lines\": [{\"admitted\": 200002}]}")
                .statusCode(200);
        DISTRICT.get(report).body("review", nullValue());
        ApiUser.OFFICER
                .post(report + "/approval", "{\"lines\": [{\"admitted\": 200002}]}")
                .statusCode(422)
                .body("type", containsString("admitted-above-reported"));
        ApiUser.OFFICER
                .post(
                        report + "/approval",
                        "{\"lines\": [{\"admitted\": 200001}], \"findings\": [{\"row\": 1,"
                                + " \"reason\": \"funded-twice\", \"note\": \"x\"}]}")
                .statusCode(422)
                .body("type", containsString("finding-unknown-client"));
        ApiUser.OFFICER
                .post(report + "/approval", "{\"lines\": []}")
                .statusCode(409)
                .body("type", containsString("lines-changed"));
        ApiUser.OFFICER
                .post(report + "/approval", "{\"lines\": [{\"admitted\": 200001}]}")
                .statusCode(200)
                .body("state", equalTo("approved"));
        ApiUser.OFFICER
                .post(report + "/approval", "{\"lines\": [{\"admitted\": 200001}]}")
                .statusCode(409)
                .body("type", containsString("report-state"))
                .body("state", equalTo("approved"));
        DISTRICT.get(report).body("review.lines[0].admitted", equalTo(200001));
    }

    @Test
    void whatIsReadCanBeSentBack() {
        CostReportView due = fixture.due("skarpnack");
        DISTRICT.put(path(due) + "/content", "*", content(due, "-12.50", "Bra")).statusCode(200);
        Object read = DISTRICT.get(path(due)).extract().path("content");

        Object again = DISTRICT.put(path(due) + "/content", "*", read)
                .statusCode(200)
                .extract()
                .path("content");

        assertThat(again).isEqualTo(read);
    }

    @Test
    void badInputIsRefusedAtItsField() {
        CostReportView due = fixture.due("skarpnack");
        String path = path(due) + "/content";

        DISTRICT.put(path, "*", content(due, "\"tusen\"", "Bra"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/actual"));
        DISTRICT.put(path, "*", content(due, "1.005", "Bra")).statusCode(422);
        DISTRICT.put(path, "*", content(due, "1", TestNumbers.personal()))
                .statusCode(422)
                .body("type", containsString("personal-number"));
        DISTRICT.put(path, "*", "{\"lines\": [{\"application\": 1, \"line\": 1, \"actual\": 5}]}")
                .statusCode(409)
                .body("type", containsString("lines-changed"));
        DISTRICT.put(path, "*", "{\"lines\": [{\"application\": 1, \"text\": \"x\", \"actual\": 5}]}")
                .statusCode(409);
        DISTRICT.put(path, "*", "{\"results\": {\"names\": 5}}").statusCode(422);
        DISTRICT.put(path, "*", "{\"lines\": [null]}").statusCode(422);
        ApiUser.OFFICER.post(path(due) + "/approval", "{\"lines\": []}").statusCode(409);
        ApiUser.OFFICER
                .post(path(due) + "/return", "{\"remarks\": \"x\", \"answerDue\": \"2099-01-01\"}")
                .statusCode(409);
    }

    @Test
    void anotherDistrictAndOtherRolesAreRefused() {
        CostReportView due = fixture.due("skarpnack");
        String report = path(due);

        OTHER.get(report).statusCode(404);
        OTHER.put(report + "/content", "*", content(due, "1", "x")).statusCode(404);
        new ApiUser("bromma-chef").post(report + "/submission").statusCode(404);
        OTHER.get("/api/cost-reports").statusCode(200).body("id", not(hasItem((int) due.id())));
        OTHER.get("/api/rounds/" + due.roundId() + "/cost-reports")
                .statusCode(200)
                .body("$", hasSize(0));
        for (ApiUser user : List.of(ApiUser.EVALUATOR, ApiUser.ADMINISTRATOR)) {
            user.get(report).statusCode(403);
            user.get("/api/rounds/" + due.roundId() + "/cost-reports").statusCode(403);
        }
        for (ApiUser user : List.of(DISTRICT, ApiUser.DIRECTOR, ApiUser.CONTROLLER, ApiUser.AUDITOR)) {
            user.post(report + "/approval", "{\"lines\": []}").statusCode(403);
            user.put(report + "/review", "*", "{\"lines\": []}").statusCode(403);
            user.post(report + "/return", "{\"remarks\": \"x\", \"answerDue\": \"2099-01-01\"}")
                    .statusCode(403);
        }
        for (ApiUser user : List.of(ApiUser.CONTROLLER, ApiUser.SECRETARY)) {
            user.get(report + "/clients").statusCode(403);
        }
        ApiUser.OFFICER.put(report + "/content", "*", content(due, "1", "x")).statusCode(403);
        ApiUser.OFFICER.get(report).statusCode(200).body("content.lines", hasSize(0));
    }

    @Test
    void aRoundsReportsAreListedAndOpenedAgain() {
        String round = fixture.openRound();
        fixture.granted(round, "skarpnack", 10_000);
        DISTRICT.post("/api/rounds/" + round + "/reporting").statusCode(403);
        ApiUser.OFFICER.post("/api/rounds/" + round + "/cost-reports").statusCode(409);
        ApiUser.OFFICER
                .post("/api/rounds/" + round + "/reporting")
                .statusCode(200)
                .body("state", equalTo("reporting"));
        ApiUser.OFFICER
                .get("/api/rounds/" + round + "/cost-reports")
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].state", equalTo("due"))
                .body("[0].daysLate", notNullValue());
        ApiUser.OFFICER
                .post("/api/rounds/" + round + "/cost-reports")
                .statusCode(200)
                .body("$", hasSize(0));
        DISTRICT.post("/api/rounds/" + round + "/cost-reports").statusCode(403);
        ApiUser.OFFICER.get("/api/rounds/nothing/cost-reports").statusCode(404);
    }
}
