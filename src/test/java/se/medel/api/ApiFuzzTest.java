package se.medel.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;

/** Sends what nobody should send to every operation of the description: never a 5xx, and no answer that isn't described. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApiFuzzTest {

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "0",
            "1e999999999",
            "\"x\"",
            "{}",
            "{\"a\": 1, \"a\": 2}",
            "{\"reasons\": \"\\u0000\"}",
            "{\"reasons\": \"\\ud800\", \"reason\": \"\\udfff\"}",
            "[".repeat(3_000),
            "{\"amount\": " + "9".repeat(2_000) + "}",
            "{\"amount\": {\"amount\": []}, \"clients\": -1e-400}",
            "\uFEFF{}",
            "{\"x\u0001\": 1}");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e9",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"2014-02-30\"",
            "[]",
            "[null]",
            "{}",
            "{\"x\": 1}",
            "\"granted\"",
            "\"" + "å".repeat(12_000) + "\"",
            "\"19900101-2385\"",
            "\"\\u0000\"");

    private static final List<String> MEMBERS = List.of(
            "outcome",
            "amount",
            "clients",
            "refusedBy",
            "reasons",
            "start",
            "order",
            "asks",
            "component",
            "plan",
            "judgements",
            "recommendsGrant",
            "completionAnswer",
            "reason",
            "request",
            "due",
            "date",
            "paragraph",
            "copyOf",
            "id",
            "year",
            "username",
            "role",
            "password",
            "active",
            "ceiling",
            "fixedGrant",
            "clientCompensation",
            "slug",
            "codePrefix",
            "districts",
            "areas",
            "from",
            "to",
            "starts",
            "ends",
            "code",
            "placesPerGuide",
            "birthYear",
            "cameOn",
            "kind",
            "day",
            "value",
            "values");

    private static final List<String> PARTS = List.of(
            "0",
            "-1",
            "x",
            "99999999999999999999",
            "1.0",
            "%C3%A5",
            "%2e%2e%2e",
            "%20",
            "%22",
            "%F0%9F%98%80",
            "null",
            "a".repeat(900));

    private static final List<ApiUser> USERS = List.of(
            ApiUser.OFFICER,
            ApiUser.DIRECTOR,
            ApiUser.SECRETARY,
            ApiUser.AUDITOR,
            ApiUser.ADMINISTRATOR,
            new ApiUser("farsta"),
            new ApiUser("farsta-chef"));

    private final Random random = new Random(2014);

    @Test
    void brokenBodiesNeverBreakTheService() {
        for (OpenApiTest.Operation operation : OpenApiTest.operations()) {
            if (operation.told().containsKey("requestBody")) {
                for (int i = 0; i < 12; i++) {
                    send(operation, operation.example(), i < 8 ? one(BODIES) : object());
                }
            }
        }
    }

    @Test
    void brokenAddressesNeverBreakTheService() {
        for (OpenApiTest.Operation operation : OpenApiTest.operations()) {
            if (operation.path().contains("{")) {
                for (int i = 0; i < 4; i++) {
                    String path = operation.path();
                    while (path.contains("{")) {
                        path = path.replaceFirst("\\{[a-z]+}", one(PARTS));
                    }
                    send(operation, path, "{}");
                }
            }
        }
    }

    @Test
    void brokenQueriesNeverBreakTheService() {
        for (String query : List.of(
                "before=x",
                "before=-1",
                "before=99999999999999999999",
                "before=",
                "limit=0",
                "limit=501",
                "limit=1e3",
                "limit=1&limit=2",
                "subject=%F0%9F%98%80",
                "subject=" + "x".repeat(3_000),
                "subject=%ff",
                "%5B%5D=1")) {
            check(ApiUser.AUDITOR.asks().get("/api/audit?" + query), "GET /api/audit?" + query, null);
        }
        for (String query : List.of("x", "round=", "round=x", "round=%F0%9F%98%80", "round=sig-2014&round=x")) {
            check(ApiUser.OFFICER.asks().get("/api/decisions?" + query), "GET /api/decisions?" + query, null);
        }
    }

    @Test
    void brokenHeadersNeverBreakTheService() {
        for (String value : List.of("\"", "*", "W/\"1\"", "a,b,,\"0\"", "x".repeat(5_000), "\u00e5", "\t")) {
            for (String header : List.of("If-Match", "Idempotency-Key", "Accept-Language", "Accept", "Content-Type")) {
                Response answer = ApiUser.OFFICER
                        .asks()
                        .contentType("application/json")
                        .header(header, value)
                        .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .put("/api/rounds/sig-2014/models/1");
                check(answer, "PUT with " + header + ": " + value, null);
            }
        }
    }

    @Test
    void methodsThatAreNotDescribedAre405() {
        OpenApiTest.paths().forEach((path, item) -> {
            for (String method : List.of("get", "put", "post", "delete", "patch")) {
                if (!item.containsKey(method) && !path.startsWith("/api/failures-test")) {
                    String example = new OpenApiTest.Operation(method, path, Map.of()).example();
                    int status = ApiUser.OFFICER
                            .asks()
                            .contentType("application/json")
                            .request(method, example)
                            .statusCode();
                    assertThat(status).as(method + " " + path).isEqualTo(405);
                }
            }
        });
    }

    private void send(OpenApiTest.Operation operation, String path, String body) {
        ApiUser user = one(USERS);
        Response answer = given().auth()
                .preemptive()
                .basic(user.username(), "demo")
                .urlEncodingEnabled(false)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .request(operation.method(), path);
        check(answer, user.username() + " " + operation.method() + " " + path + " " + body, operation);
    }

    private static void check(Response answer, String sent, OpenApiTest.Operation operation) {
        String seen = sent.length() > 300 ? sent.substring(0, 300) + "…" : sent;
        assertThat(answer.statusCode()).as(seen).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(seen).startsWith("application/problem+json");
        }
        if (operation != null) {
            assertThat(((Map<?, ?>) operation.told().get("responses")).keySet())
                    .as(seen)
                    .map(String::valueOf)
                    .contains(String.valueOf(answer.statusCode()));
        }
    }

    private String object() {
        StringBuilder object = new StringBuilder("{");
        int members = 1 + random.nextInt(4);
        for (int i = 0; i < members; i++) {
            object.append(i == 0 ? "" : ", ")
                    .append('"')
                    .append(one(MEMBERS))
                    .append("\": ")
                    .append(one(VALUES));
        }
        return object.append('}').toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
