package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.api.OpenRound;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionResourceTest {

    @Inject
    EntityManager database;

    @Test
    void anEmptyBodyFollowsARecommendedGrant() {
        OpenRound round = OpenRound.copied();
        long id = round.prepared("bromma", 150_000);
        String location = DIRECTOR.post(round.application(id) + "/decision")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("outcome", equalTo("granted"))
                .body("asked", equalTo(150_000))
                .body("granted", equalTo(150_000))
                .body("district", equalTo("bromma"))
                .body("component", equalTo("co-financing"))
                .body("explanation.rule", contains("M2", "A3", "M5"))
                .body("balanceAfter.find { it.rule == 'M5' }.remaining", equalTo(4_850_000))
                .body("preparedBy", equalTo("handlaggare"))
                .body("clientsGranted", nullValue())
                .extract()
                .header("Location");
        DIRECTOR.asks().get(location).then().statusCode(200).body("granted", equalTo(150_000));
        new ApiUser("bromma").asks().get(location).then().statusCode(200);
        new ApiUser("bromma")
                .get(round.application(id) + "/decision")
                .statusCode(200)
                .body("number", equalTo(1));
        OFFICER.get(round.path() + "/balance").body("ceiling.committed", equalTo(150_000));
        OFFICER.get(round.application(id)).body("state", equalTo("granted"));
        OFFICER.get(round.path() + "/ledger")
                .body("kind", contains("commitment"))
                .body("kronor", contains(150_000));
        OFFICER.get("/api/decisions?round=" + round.id()).body("$", hasSize(1));
        new ApiUser("farsta").get("/api/decisions?round=" + round.id()).body("$", hasSize(0));
    }

    @Test
    void theDirectorGrantsLessOrRefusesWithReasonsAndReplaces() {
        OpenRound round = OpenRound.copied();
        long less = round.prepared("bromma", 100_000);
        String decision = round.application(less) + "/decision";
        DIRECTOR.post(decision, "{\"amount\": 60000}")
                .statusCode(422)
                .body("type", equalTo("/problems/reasons-missing"))
                .body("errors[0].pointer", equalTo("/reasons"));
        DIRECTOR.post(decision, "{\"outcome\": \"granted\", \"amount\": 60000, \"reasons\": \"Halva året.\"}")
                .statusCode(201)
                .body("outcome", equalTo("partly-granted"))
                .body("granted", equalTo(60_000))
                .body("explanation[-1].rule", equalTo("D2"));
        DIRECTOR.post(
                        decision + "/replacement",
                        "{\"outcome\": \"refused\", \"refusedBy\": \"C1a\", \"reasons\": \"Planen föll.\"}")
                .statusCode(201)
                .body("outcome", equalTo("refused"))
                .body("refusedBy", equalTo("C1a"))
                .body("granted", equalTo(0));
        OFFICER.get(round.path() + "/balance").body("ceiling.committed", equalTo(0));
        DIRECTOR.get(decision).body("number", equalTo(2));
    }

    @Test
    void aRefusalNamesWhatItRestsOn() {
        OpenRound round = OpenRound.copied();
        String decision = round.application(round.prepared("bromma", 100_000)) + "/decision";
        DIRECTOR.post(decision, "{\"outcome\": \"refused\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/refusedBy", "/reasons"));
        DIRECTOR.post(decision, "{\"outcome\": \"refused\", \"amount\": 1, \"clients\": 1}")
                .statusCode(422)
                .body("errors.pointer", contains("/amount", "/clients"));
        for (String rule : List.of("because", "X9", "M1", "c1a", "{}")) {
            DIRECTOR.post(
                            decision,
                            "{\"outcome\": \"refused\", \"refusedBy\": \"" + rule + "\", \"reasons\": \"Nej.\"}")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/refusedBy"));
        }
        DIRECTOR.post(decision, "{\"outcome\": \"granted\", \"refusedBy\": \"C1a\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/refusedBy"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherKeyAConflict() {
        OpenRound round = OpenRound.copied();
        String decision = round.application(round.prepared("bromma", 100_000)) + "/decision";
        String key = UUID.randomUUID().toString();
        Response first =
                DIRECTOR.post(decision, key, "{}").statusCode(201).extract().response();
        Response again =
                DIRECTOR.post(decision, key, "{ }").statusCode(201).extract().response();
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.contentType()).isEqualTo(first.contentType());
        DIRECTOR.post(decision, UUID.randomUUID().toString(), "{}")
                .statusCode(409)
                .body("type", equalTo("/problems/already-decided"))
                .body("number", equalTo(1));
        DIRECTOR.post(decision).statusCode(409);
        DIRECTOR.post(decision, key, "{\"amount\": 1}")
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        DIRECTOR.post(decision + "/replacement", key, "{}").statusCode(422);
    }

    @Test
    void whatAKeySaysIsNotKept() {
        OpenRound round = OpenRound.copied();
        String decision = round.application(round.prepared("bromma", 100_000)) + "/decision";
        String key = round.id() + "/" + TestNumbers.personal();
        String first =
                DIRECTOR.post(decision, key, "{}").statusCode(201).extract().asString();
        assertThat(DIRECTOR.post(decision, key, "{}").statusCode(201).extract().asString())
                .isEqualTo(first);
        assertThat(database.createNativeQuery("select count(*) from idempotent_request where key = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void aRefusalIsNotKeptUnderItsKey() {
        OpenRound round = OpenRound.copied();
        long id = round.submitted("bromma", 100_000);
        String key = UUID.randomUUID().toString();
        DIRECTOR.post(round.application(id) + "/decision", key, "{}")
                .statusCode(409)
                .body("type", equalTo("/problems/not-prepared"));
        round.prepare(OFFICER, id, 100_000).statusCode(200);
        DIRECTOR.post(round.application(id) + "/decision", key, "{}").statusCode(201);
    }

    @Test
    void sixteenAtOnceWithTheSameKeyMakeOneDecision() throws Exception {
        OpenRound round = OpenRound.copied();
        String decision = round.application(round.prepared("bromma", 100_000)) + "/decision";
        String key = UUID.randomUUID().toString();
        Set<String> answers = atOnce(16, i -> {
            Response answer = DIRECTOR.post(decision, key, "{}").extract().response();
            return answer.statusCode() + answer.header("Location") + answer.asString();
        });
        assertThat(answers).hasSize(1).first().asString().startsWith("201");
        OFFICER.get(round.path() + "/balance").body("ceiling.committed", equalTo(100_000));
    }

    @Test
    void sixteenAtOnceWithDifferentKeysMakeOneDecision() throws Exception {
        OpenRound round = OpenRound.copied();
        String decision = round.application(round.prepared("bromma", 100_000)) + "/decision";
        List<Integer> statuses = all(16, i -> DIRECTOR.post(decision, "key-" + round.id() + "-" + i, "{}")
                .extract()
                .statusCode());
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status != 201))
                .hasSize(15)
                .containsOnly(409);
    }

    @Test
    void aCapThatIsGoneIsAConflictWithTheRuleAndWhatIsLeft() {
        OpenRound round = OpenRound.copied();
        OFFICER.post(round.path() + "/models").statusCode(201);
        String tag = OFFICER.get(round.path() + "/models/2").extract().header("ETag");
        String model = OFFICER.get(round.path() + "/models/2")
                .extract()
                .asString()
                .replaceFirst("^.*\"model\":", "")
                .replaceFirst(",\"madeBy\".*$", "")
                .replace("5000000", "250000");
        long first = round.prepared("bromma", 200_000);
        long second = round.prepared("farsta", 200_000);
        OFFICER.put(round.path() + "/models/2", tag, model).statusCode(200);
        OFFICER.post(round.path() + "/proposal").statusCode(200);
        SECRETARY
                .post(round.path() + "/committee-decision", "{\"date\": \"2014-03-13\", \"paragraph\": \"§ 10\"}")
                .statusCode(200);
        DIRECTOR.post(round.application(first) + "/decision").statusCode(201).body("modelVersion", equalTo(2));
        DIRECTOR.post(round.application(second) + "/decision")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/room-gone"))
                .body("rule", equalTo("M5"))
                .body("remaining", equalTo(50_000))
                .body("unit", equalTo("kronor"))
                .body("status", equalTo(409));
        OFFICER.get(round.path() + "/balance").body("ceiling.committed", equalTo(200_000));
        DIRECTOR.post(round.application(second) + "/decision", "{\"amount\": 50000, \"reasons\": \"Det som är kvar.\"}")
                .statusCode(201)
                .body("outcome", equalTo("partly-granted"));
    }

    @Test
    void nobodyDecidesWhatHeOrSheHasPrepared() {
        OpenRound round = OpenRound.copied();
        long id = round.submitted("bromma", 100_000);
        round.prepare(DIRECTOR, id, 100_000).statusCode(200);
        DIRECTOR.post(round.application(id) + "/decision").statusCode(403).body("type", equalTo("/problems/four-eyes"));
        OFFICER.get(round.path() + "/balance").body("ceiling.committed", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "ekonom", "sekreterare", "revisor", "utvarderare", "admin", "bromma-chef"})
    void onlyTheDirectorDecides(String username) {
        new ApiUser(username)
                .post("/api/rounds/sig-2014/applications/1/decision")
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void anotherDistrictsDecisionIsNotFoundAndTheAttemptIsKept() {
        OpenRound round = OpenRound.copied();
        long id = round.decided("bromma", 100_000);
        long decision = DIRECTOR.get(round.application(id) + "/decision")
                .extract()
                .jsonPath()
                .getLong("id");
        ApiUser other = new ApiUser("farsta");
        other.get(round.application(id) + "/decision").statusCode(404);
        other.get("/api/decisions/" + decision).statusCode(404).body("type", equalTo("/problems/decision-not-found"));
        AUDITOR.get("/api/audit?subject=application/" + id)
                .body("lines.findAll { it.action == 'ACCESS_REFUSED' }", hasSize(2))
                .body("lines.findAll { it.action == 'ACCESS_REFUSED' }.username", everyItem(equalTo("farsta")));
    }

    @Test
    void aStaleTagIsRefused() {
        OpenRound round = OpenRound.copied();
        long id = round.submitted("bromma", 100_000);
        round.prepare(OFFICER, id, 100_000).statusCode(200);
        String read = DIRECTOR.get(round.application(id)).extract().header("ETag");
        round.prepare(OFFICER, id, 90_000).statusCode(200);
        DIRECTOR.asks()
                .contentType("application/json")
                .header("If-Match", read)
                .post(round.application(id) + "/decision")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/application-stale"));
        String now = DIRECTOR.get(round.application(id)).extract().header("ETag");
        assertThat(now).isNotEqualTo(read);
        DIRECTOR.asks()
                .contentType("application/json")
                .header("If-Match", now)
                .post(round.application(id) + "/decision")
                .then()
                .statusCode(201)
                .body("granted", equalTo(90_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": -1}|422|/amount",
                "{\"amount\": 0.5}|422|/amount",
                "{\"amount\": 0}|422|/amount",
                "{\"amount\": 1e9}|422|/amount",
                "{\"amount\": 1234567890123456}|422|/amount",
                "{\"amount\": 999999999999}|422|/amount",
                "{\"amount\": \"x\"}|422|/amount",
                "{\"clients\": 1}|422|/clients",
                "{\"outcome\": \"partly-granted\"}|400|/outcome",
                "{\"outcome\": \"GRANTED\"}|400|/outcome",
                "{\"outcome\": 0}|400|/outcome",
                "{\"unknown\": 0}|400|/unknown",
                "{\"outcome\": \"refused\", \"refusedBy\": \"C1a\", \"reasons\": \"Om 19900101-2385\"}|422|/reasons"
            })
    void whatCannotBeDecidedIsPointedAt(String body, int status, String pointer) {
        DIRECTOR.post("/api/rounds/sig-2014/applications/" + undecided() + "/decision", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** Submitted in the demo year, and decided by no test. */
    private static long undecided() {
        return OFFICER.get("/api/rounds/sig-2014/applications")
                .extract()
                .jsonPath()
                .getLong("find { it.district == 'hasselby-vallingby' }.id");
    }

    @Test
    void aKeyThatCannotBeKeptIs400() {
        for (String key : List.of("x".repeat(201), "a b", "å", "")) {
            DIRECTOR.post("/api/rounds/sig-2014/applications/" + undecided() + "/decision", key, "{}")
                    .statusCode(400)
                    .body("type", equalTo("/problems/idempotency-key-malformed"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rounds/sig-2014/applications/x/decision",
                "/api/rounds/sig-2014/applications/99999999999999999999/decision",
                "/api/rounds/sig-2014/applications/-1/decision",
                "/api/rounds/sig-2014/applications/999999/decision",
                "/api/rounds/atlantis/applications/1/decision",
                "/api/rounds/sig-2014/applications/1.5/decision"
            })
    void whatIsNotThereIs404(String path) {
        DIRECTOR.post(path, "{}").statusCode(404).contentType("application/problem+json");
        DIRECTOR.get(path).statusCode(404).contentType("application/problem+json");
        DIRECTOR.post(path + "/replacement", "{}").statusCode(404);
    }

    @Test
    void aDecisionThatIsNotMadeCannotBeReplaced() {
        OpenRound round = OpenRound.copied();
        long id = round.prepared("bromma", 100_000);
        DIRECTOR.post(round.application(id) + "/decision/replacement", "{\"reasons\": \"x\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/not-decided-yet"));
        DIRECTOR.get(round.application(id) + "/decision").statusCode(404);
    }

    @Test
    void theTypeIsStableAndTheWordsFollowTheLanguage() {
        String path = "/api/rounds/sig-2014/applications/999999/decision";
        DIRECTOR.post(path).body("detail", equalTo("Ansökan finns inte."));
        DIRECTOR.asks()
                .contentType("application/json")
                .header("Accept-Language", "en")
                .post(path)
                .then()
                .body("type", endsWith("application-not-found"))
                .body("detail", not(equalTo("Ansökan finns inte.")));
    }

    private interface Work<T> {
        T with(int number) throws Exception;
    }

    private static <T> Set<T> atOnce(int count, Work<T> work) throws Exception {
        return all(count, work).stream().collect(Collectors.toSet());
    }

    private static <T> List<T> all(int count, Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> work.with(i))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
