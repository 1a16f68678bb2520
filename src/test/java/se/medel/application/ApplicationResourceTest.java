package se.medel.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.api.OpenRound;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationResourceTest {

    private static final ApiUser BROMMA = new ApiUser("bromma");
    private static final ApiUser BROMMA_DIRECTOR = new ApiUser("bromma-chef");
    private static final ApiUser FARSTA = new ApiUser("farsta");

    @Inject
    TestClock clock;

    private OpenRound round;

    @BeforeEach
    void openARound() {
        round = OpenRound.copied();
    }

    @Test
    void aDistrictAppliesFromDraftToReceipt() {
        Response started = BROMMA.post(round.path() + "/applications", "{\"component\": \"co-financing\"}")
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("district", equalTo("bromma"))
                .body("content.amount", nullValue())
                .extract()
                .response();
        String at = started.header("Location");
        String tag = BROMMA.get(at).statusCode(200).extract().header("ETag");
        assertThat(tag).isEqualTo(started.header("ETag")).matches("\"[0-9]+\"");
        BROMMA.get(at + "/missing").body("missing.pointer", hasItems("/plan", "/amount", "/ownFinancing"));
        BROMMA.post(at + "/submission").statusCode(422).body("errors.rule", hasItems("C1a", "M2", "C2d"));
        String next = BROMMA.put(at + "/content", tag, OpenRound.content(150_000))
                .statusCode(200)
                .body("asked", equalTo(150_000))
                .body("content.plan[0].amount", equalTo(300_000))
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);
        BROMMA.get(at + "/missing").body("missing", empty());
        BROMMA.get(at + "/assessment")
                .body("granted", equalTo(150_000))
                .body("explanation.rule", contains("M2", "A3", "M5"));
        BROMMA.post(at + "/submission")
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("receipt", startsWith("API-"))
                .body("signedBy", nullValue());
        BROMMA_DIRECTOR.post(at + "/signature").statusCode(200).body("signedBy", equalTo("bromma-chef"));
        BROMMA_DIRECTOR.post(at + "/signature").statusCode(409).body("type", equalTo("/problems/already-signed"));
        OFFICER.get(round.path() + "/applications").body("district", contains("bromma"));
        FARSTA.get(round.path() + "/applications").body("$", empty());
    }

    @Test
    void whatIsReadCanBeSentBack() {
        long id = round.started("bromma");
        BROMMA.put(round.application(id) + "/content", "*", OpenRound.content(150_000));
        Response read = BROMMA.get(round.application(id)).extract().response();
        Object content = read.jsonPath().get("content");
        BROMMA.put(round.application(id) + "/content", read.header("ETag"), content)
                .statusCode(200);
        assertThat(BROMMA.get(round.application(id)).extract().jsonPath().<Object>get("content"))
                .isEqualTo(content);
    }

    @Test
    void aDraftIsWrittenOverOnlyByWhoHasReadIt() {
        String content = round.application(round.started("bromma")) + "/content";
        BROMMA.put(content, null, "{}").statusCode(428).body("type", equalTo("/problems/precondition-required"));
        for (String tag : List.of("\"999\"", "W/\"0\"", "0", "\"x\"", "\"\"", ",")) {
            BROMMA.put(content, tag, "{}").statusCode(412).body("type", equalTo("/problems/application-stale"));
        }
        BROMMA.put(content, "\"998\", \"0\"", "{\"budgetLine\": \"4711\"}").statusCode(200);
        BROMMA.put(content, "\"0\"", "{}").statusCode(412);
    }

    @Test
    void anAskOverTheMaximumIsKeptAsADraftAndToldByItsRule() {
        long id = round.started("bromma");
        String at = round.application(id);
        BROMMA.put(at + "/content", "*", OpenRound.content(250_000)).statusCode(200);
        BROMMA.post(at + "/submission")
                .statusCode(422)
                .body("type", equalTo("/problems/above-maximum"))
                .body("rule", equalTo("M2"))
                .body("errors[0].pointer", equalTo("/amount"));
        BROMMA.get(at).body("state", equalTo("draft")).body("content.amount", equalTo(250_000));
    }

    @Test
    void aPlanWhoseLinesDoNotAddUpIsNotSubmitted() {
        long id = round.started("bromma");
        String at = round.application(id);
        BROMMA.put(
                        at + "/content",
                        "*",
                        OpenRound.content(100_000).replace("\"totalCost\": 200000", "\"totalCost\": 200000.50"))
                .statusCode(200)
                .body("content.totalCost", equalTo(200_000.50f));
        BROMMA.post(at + "/submission")
                .statusCode(422)
                .body("errors.type", hasItem("/problems/plan-not-total"))
                .body("errors.pointer", hasItem("/totalCost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": -1}|422|/amount",
                "{\"amount\": 1.5}|422|/amount",
                "{\"amount\": 1e9}|422|/amount",
                "{\"amount\": 1234567890123456}|422|/amount",
                "{\"amount\": \"200000\"}|422|/amount",
                "{\"totalCost\": 1.005}|422|/totalCost",
                "{\"estimatedClients\": -1}|422|/estimatedClients",
                "{\"plan\": [{\"amount\": -1}]}|422|/plan/0/amount",
                "{\"plan\": [null]}|422|/plan/0",
                "{\"plan\": [{\"category\": \"gold\"}]}|400|/plan/0/category",
                "{\"plan\": {}}|400|/plan",
                "{\"partners\": [\"mafia\"]}|400|/partners/0",
                "{\"partners\": [null]}|422|/partners",
                "{\"otherFunding\": [{\"amount\": [], \"lines\": [1]}]}|422|/otherFunding/0/amount",
                "{\"otherFunding\": [{\"lines\": [1.5]}]}|400|/otherFunding/0/lines/0",
                "{\"mapping\": 1}|400|/mapping",
                "{\"mapping\": \"Kontakta 19900101-2385\"}|422|/mapping",
                "{\"plan\": [{\"text\": \"900101-2385\"}]}|422|/plan/0/text",
                "{\"takesPartInLearning\": \"yes\"}|400|/takesPartInLearning",
                "{\"district\": \"farsta\"}|400|/district"
            })
    void whatCannotBeKeptIsPointedAt(String body, int status, String pointer) {
        BROMMA.put(round.application(round.started("bromma")) + "/content", "*", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void textsThatAreTooLongAndTooManyLinesAreRefused() {
        String content = round.application(round.started("bromma")) + "/content";
        BROMMA.put(content, "*", "{\"mapping\": \"" + "x".repeat(10_001) + "\"}")
                .statusCode(422);
        BROMMA.put(content, "*", "{\"plan\": [" + "{},".repeat(100) + "{}]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/plan"));
        BROMMA.put(content, "*", "{\"mapping\": \"" + "x".repeat(10_000_000) + "\"}")
                .statusCode(413);
    }

    @Test
    void htmlAndTemplatesAreKeptAsTyped() {
        long id = round.started("bromma");
        String typed = "<script>alert(1)</script> {inject:me} ${7*7} å\u2028";
        BROMMA.put(round.application(id) + "/content", "*", OpenRound.content(100_000, typed))
                .statusCode(200)
                .body("content.mapping", equalTo(typed));
    }

    @Test
    void anotherDistrictSeesAndChangesNothingAndTheAttemptIsKept() {
        long id = round.submitted("bromma", 100_000);
        String at = round.application(id);
        FARSTA.get(at).statusCode(404).body("type", equalTo("/problems/application-not-found"));
        FARSTA.get(at + "/missing").statusCode(404);
        FARSTA.get(at + "/assessment").statusCode(404);
        FARSTA.put(at + "/content", "*", "{}").statusCode(404);
        FARSTA.post(at + "/submission").statusCode(404);
        FARSTA.post(at + "/withdrawal", "{\"reason\": \"x\"}").statusCode(404);
        new ApiUser("farsta-chef").post(at + "/signature").statusCode(404);
        AUDITOR.get("/api/audit?subject=application/" + id)
                .body("lines.findAll { it.action == 'ACCESS_REFUSED' }", hasSize(7))
                .body("lines[0].username", equalTo("farsta-chef"));
        BROMMA.get(at).body("state", equalTo("submitted"));
    }

    @Test
    void aDraftIsTheDistrictsOwn() {
        long id = round.started("bromma");
        OFFICER.get(round.application(id)).statusCode(404);
        DIRECTOR.post(round.application(id) + "/decision").statusCode(404);
        OFFICER.get(round.path() + "/applications").body("$", empty());
        BROMMA.get(round.path() + "/applications").body("state", contains("draft"));
    }

    @Test
    void rolesDoWhatIsTheirs() {
        String at = round.application(round.submitted("bromma", 100_000));
        OFFICER.post(round.path() + "/applications", "{\"component\": \"co-financing\"}")
                .statusCode(403);
        OFFICER.put(at + "/content", "*", "{}").statusCode(403);
        OFFICER.post(at + "/submission").statusCode(403);
        BROMMA.post(at + "/signature").statusCode(403);
        BROMMA.get(at + "/preparation").statusCode(403);
        BROMMA.put(at + "/preparation", "*", "{}").statusCode(403);
        BROMMA.post(at + "/completion-request", "{}").statusCode(403);
        AUDITOR.get(at).statusCode(200);
        AUDITOR.post(at + "/completion-request", "{}").statusCode(403);
        SECRETARY.put(at + "/preparation", "*", "{}").statusCode(403);
    }

    @Test
    void aCompletionIsAskedForAndAnswered() {
        String at = round.application(round.submitted("bromma", 100_000));
        OFFICER.post(at + "/completion-request", "{\"request\": \" \", \"due\": \"2014-01-01\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/request", "/due"));
        for (String due :
                List.of("\"tomorrow\"", "\"2014-02-30\"", "\"+999999999-12-31\"", "[2014, 1, 1]", "1", "{}")) {
            OFFICER.post(at + "/completion-request", "{\"request\": \"x\", \"due\": " + due + "}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/due"));
        }
        OFFICER.post(
                        at + "/completion-request",
                        "{\"request\": \"Hur efter året?\", \"due\": \""
                                + LocalDate.now(clock).plusDays(7) + "\"}")
                .statusCode(200)
                .body("state", equalTo("completion-requested"));
        BROMMA.post(at + "/submission").statusCode(422).body("errors[0].pointer", equalTo("/completionAnswer"));
        BROMMA.post(at + "/submission", "{\"completionAnswer\": \"Budget 2015.\"}")
                .statusCode(200)
                .body("state", equalTo("submitted"));
    }

    @Test
    void aWithdrawnApplicationMakesPlaceForAnother() {
        String at = round.application(round.submitted("bromma", 100_000));
        BROMMA.post(round.path() + "/applications", "{\"component\": \"co-financing\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/already-applied"))
                .body("application", notNullValue());
        BROMMA.post(at + "/withdrawal", "{}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        BROMMA.post(at + "/withdrawal", "{\"reason\": \"Inte i år.\"}")
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        round.started("bromma");
    }

    @Test
    void aDistrictAppliesForWhatTheModelGivesIt() {
        BROMMA.post(round.path() + "/applications", "{\"component\": \"fixed-grant\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/district-not-eligible"))
                .body("rule", equalTo("M1"));
        BROMMA.post(round.path() + "/applications", "{\"component\": \"client-compensation\"}")
                .statusCode(201)
                .body("clients", equalTo(0));
        BROMMA.post(round.path() + "/applications", "{\"component\": \"gift\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/component"));
        for (String body : List.of("{}", "null", "{\"component\": null}")) {
            BROMMA.post(round.path() + "/applications", body).statusCode(422);
        }
        BROMMA.post("/api/rounds/atlantis/applications", "{\"component\": \"co-financing\"}")
                .statusCode(404);
    }

    @Test
    void oneOfEightWhoStartAtOnceComesFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> start =
                    () -> BROMMA.post(round.path() + "/applications", "{\"component\": \"co-financing\"}")
                            .extract()
                            .statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(8, start))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameKeySubmitsOnce() {
        long id = round.started("bromma");
        String at = round.application(id);
        BROMMA.put(at + "/content", "*", OpenRound.content(100_000));
        String key = UUID.randomUUID().toString();
        Response first = BROMMA.post(at + "/submission", key, "{}")
                .statusCode(200)
                .extract()
                .response();
        Response again = BROMMA.post(at + "/submission", key, "{}")
                .statusCode(200)
                .extract()
                .response();
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        BROMMA.post(at + "/submission", UUID.randomUUID().toString(), "{}").statusCode(409);
        FARSTA.post(at + "/submission", key, "{}").statusCode(404);
    }

    @Test
    void anOfficerRecommendsLessAndNeverMore() {
        long id = round.submitted("bromma", 150_000);
        String preparation = round.application(id) + "/preparation";
        OFFICER.get(preparation).statusCode(404);
        round.prepare(OFFICER, id, 150_001)
                .statusCode(422)
                .body("type", equalTo("/problems/recommendation-too-high"))
                .body("errors[0].pointer", equalTo("/recommendedKronor"))
                .body("remaining", equalTo(150_000));
        round.prepare(OFFICER, id, 140_000).statusCode(200).body("recommendedKronor", equalTo(140_000));
        OFFICER.get(preparation).body("judgements.C1a.verdict", equalTo("met"));
        OFFICER.get(round.application(id)).body("state", equalTo("prepared"));
    }

    @Test
    void everyCriterionIsJudgedAndWhatIsNotMetIsPointedAt() {
        String preparation = round.application(round.submitted("bromma", 150_000)) + "/preparation";
        OFFICER.put(preparation, "*", "{}")
                .statusCode(422)
                .body("errors.pointer", contains("/judgements", "/recommendsGrant"));
        OFFICER.put(
                        preparation,
                        "*",
                        "{\"judgements\": {\"C1a\": {\"verdict\": \"not-met\"}, \"C1b\": null}, \"recommendsGrant\": true}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/judgements/C1a/reason",
                                "/judgements/C1a/verdict",
                                "/judgements/C1b/verdict",
                                "/reasons",
                                "/recommendedKronor"));
        OFFICER.put(preparation, "*", "{\"judgements\": {\"X9\": {}}, \"recommendsGrant\": true}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/judgements/X9"));
        OFFICER.put(preparation, null, "{}").statusCode(428);
        OFFICER.put(preparation, "\"77\"", "{\"judgements\": {}, \"recommendsGrant\": true}")
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void otherContentTypesAre4xx(String type) {
        int status = BROMMA.asks()
                .contentType(type)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(round.path() + "/applications")
                .statusCode();
        assertThat(status).isBetween(400, 415);
    }
}
