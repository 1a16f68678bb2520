package se.medel.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;

/** What the API says about itself, and that every operation it lists is closed to strangers. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** One operation of the description. */
    record Operation(String method, String path, Map<String, Object> told) {

        /** The path with something in place of its variables. */
        String example() {
            return path.replace("{round}", "sig-2014")
                    .replace("{version}", "1")
                    .replace("{slug}", "bromma")
                    .replace("{username}", "bromma")
                    .replaceAll("\\{[a-z]+}", "1");
        }
    }

    static JsonPath description() {
        return given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> paths = description().getMap("paths");
        paths.forEach((path, item) -> item.forEach((method, told) -> {
            if (METHODS.contains(method) && !path.startsWith("/api/failures-test")) {
                operations.add(new Operation(method, path, told));
            }
        }));
        return operations;
    }

    @Test
    void onlyTheApiIsDescribedAndAllOfIt() {
        assertThat(description().getMap("paths").keySet())
                .allMatch(path -> String.valueOf(path).startsWith("/api/"));
        assertThat(operations()).hasSizeGreaterThan(30);
    }

    @Test
    void everyOperationHasASummaryATagAndItsProblems() {
        for (Operation operation : operations()) {
            assertThat(operation.told()).as(operation.toString()).containsKeys("summary", "tags", "responses");
            assertThat(((Map<?, ?>) operation.told().get("responses"))
                            .keySet().stream().map(String::valueOf))
                    .as(operation.method() + " " + operation.path())
                    .contains("401", "403", "400");
        }
    }

    @Test
    void aStrangerGets401Everywhere() {
        for (Operation operation : operations()) {
            int status = given().redirects()
                    .follow(false)
                    .contentType("application/json")
                    .request(operation.method(), operation.example())
                    .statusCode();
            assertThat(status)
                    .as(operation.method() + " " + operation.example())
                    .isEqualTo(401);
        }
    }

    @Test
    void theEvaluatorSeesNoCase() {
        Set<String> open = new TreeSet<>();
        for (Operation operation : operations()) {
            int status = ApiUser.EVALUATOR
                    .asks()
                    .contentType("application/json")
                    .request(operation.method(), operation.example())
                    .statusCode();
            if (status != 403) {
                open.add(operation.path());
            }
        }
        assertThat(open).containsExactly("/api/districts", "/api/districts/{slug}", "/api/me");
    }

    @Test
    void theAdministratorSeesUsersAndNoCase() {
        for (Operation operation : operations()) {
            boolean ofCases = operation.path().startsWith("/api/rounds")
                    || operation.path().startsWith("/api/decisions")
                    || operation.path().startsWith("/api/audit");
            if (ofCases) {
                int status = ApiUser.ADMINISTRATOR
                        .asks()
                        .contentType("application/json")
                        .request(operation.method(), operation.example())
                        .statusCode();
                assertThat(status).as(operation.path()).isEqualTo(403);
            }
        }
    }

    @Test
    void enumsGoByTheirWireNames() {
        Map<String, Map<String, Object>> schemas = description().getMap("components.schemas");
        assertThat(schemas.get("ComponentKind").get("enum"))
                .isEqualTo(List.of("fixed-grant", "co-financing", "client-compensation"));
        assertThat(description().prettify()).doesNotContain("FIXED_GRANT", "PARTLY_GRANTED", "se.medel");
    }
}
