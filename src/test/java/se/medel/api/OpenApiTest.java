package se.medel.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.describedAs;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportFixture;
import se.medel.database.TestDatabase;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;

/** What the API says about itself, and that every operation it lists is closed to strangers. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiTest {

    @Inject
    ParticipantFixture participants;

    @Inject
    ReportFixture reports;

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** One operation of the description. */
    record Operation(String method, String path, Map<String, Object> told) {

        /** The path with something in place of its variables. */
        String example() {
            return path.replace("{round}", "sig-2014")
                    .replace("{version}", "1")
                    .replace("{slug}", "bromma")
                    .replace("{username}", "bromma")
                    .replace("{class}", "settlement")
                    .replaceAll("\\{[a-z]+}", "1");
        }
    }

    /** Read once: it stays the same while the service runs, and taking it apart for each answer takes longer than asking. */
    private static Map<String, Object> description;

    private static Map<String, Object> description() {
        if (description == null) {
            description = given().accept("application/json")
                    .get("/q/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("$");
        }
        return description;
    }

    /** What is described of each path, by method. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Map<String, Object>>> paths() {
        return (Map<String, Map<String, Map<String, Object>>>) description().get("paths");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> schemas() {
        Map<String, Object> components = (Map<String, Object>) description().get("components");
        return (Map<String, Map<String, Object>>) components.get("schemas");
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        paths().forEach((path, item) -> item.forEach((method, told) -> {
            if (METHODS.contains(method) && !path.startsWith("/api/failures-test")) {
                operations.add(new Operation(method, path, told));
            }
        }));
        return operations;
    }

    @Test
    void onlyTheApiIsDescribedAndAllOfIt() {
        assertThat(paths().keySet()).allMatch(path -> path.startsWith("/api/"));
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
    @SuppressWarnings("unchecked")
    void whatAnOperationAnswersIsDescribed() {
        for (Operation operation : operations()) {
            Map<String, Map<String, Object>> responses =
                    (Map<String, Map<String, Object>>) operation.told().get("responses");
            if (responses.containsKey("200")) {
                Map<String, Map<String, Object>> content =
                        (Map<String, Map<String, Object>>) responses.get("200").get("content");
                assertThat(content).as(operation.toString()).isNotEmpty().doesNotContainKeys("*/*", Problem.MEDIA_TYPE);
                assertThat(content.values()).as(operation.toString()).allMatch(type -> type.get("schema") != null);
            }
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
        assertThat(open)
                .containsExactly(
                        "/api/districts",
                        "/api/districts/{slug}",
                        // Protected figures only (P13).
                        "/api/follow-up",
                        "/api/groups/{group}/figures",
                        "/api/me",
                        // Protected figures too, and open to everyone where the city says so.
                        "/api/open-data/catalogue.ttl",
                        "/api/open-data/{round}.csv",
                        "/api/open-data/{round}.json");
    }

    @Test
    void theAdministratorSeesUsersAndNoCase() {
        for (Operation operation : operations()) {
            boolean ofCases = operation.path().startsWith("/api/rounds")
                    || operation.path().startsWith("/api/groups")
                    || operation.path().startsWith("/api/decisions")
                    || operation.path().startsWith("/api/payment-orders")
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

    @Inject
    ParticipantFixture register;

    @Test
    void whatIsAnsweredOfTheRegisterIsAsDescribed() {
        GroupView group = register.group("kungsholmen");
        ApiUser user = new ApiUser("kungsholmen");
        register.waiting(group, 1, 1992, LocalDate.of(2014, 3, 3));
        long id = register.admitted(group, 2, 1992, LocalDate.of(2014, 3, 3)).id();
        register.record(
                group, id, Entry.of(EntryKind.ACTIVITY_STARTED, LocalDate.of(2014, 3, 4), ActivityCategory.HOUSING));
        user.post(
                        "/api/groups/" + group.slug() + "/stops",
                        "{\"starts\": \"2015-01-01\", \"reason\": \"Brist på lotsar\"}")
                .statusCode(201);
        List<String> asked = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.method().equals("get") && operation.path().startsWith("/api/groups")) {
                String path = operation.path().replace("{group}", group.slug()).replace("{id}", String.valueOf(id));
                assertDescribed(operation, path, user, "200");
                asked.add(path);
            }
        }
        assertThat(asked).hasSizeGreaterThan(8);
    }

    @Test
    void whatIsAnsweredAboutACostReportIsAsDescribed() {
        CostReportView due = reports.due("bromma");
        CostReportView submitted = reports.submitted(reports.due("bromma"));
        for (Operation operation : operations()) {
            // A file is kept first: see LedgerImportPagesTest.
            if (operation.path().startsWith("/api/cost-reports/")
                    && !operation.path().contains("{file}")
                    && operation.method().equals("get")) {
                boolean own = operation.path().endsWith("/missing")
                        || operation.path().endsWith("/counted-results")
                        || operation.path().endsWith("/files")
                        || operation.path().endsWith("/imports");
                for (CostReportView report : List.of(due, submitted)) {
                    assertDescribed(
                            operation,
                            operation.path().replace("{id}", String.valueOf(report.id())),
                            own ? new ApiUser("bromma") : ApiUser.OFFICER,
                            "200");
                }
            }
        }
    }

    @Test
    void whatIsAnsweredIsAsDescribed() {
        OpenRound round = OpenRound.copied();
        long id = round.decided("bromma", 100_000);
        long refused = round.prepared("farsta", 50_000);
        ApiUser.DIRECTOR
                .post(
                        round.application(refused) + "/decision",
                        "{\"outcome\": \"refused\", \"refusedBy\": \"C1a\", \"reasons\": \"Planen brister.\"}")
                .statusCode(201);
        long draft = round.started("alvsjo");
        List<String> asked = new ArrayList<>();
        for (Operation operation : operations()) {
            // The register is its group's own and has a test of its own, as have cost reports; a template is no JSON;
            // and the
            // register's participants are told to no officer: see ClaimResourceTest.
            boolean elsewhere = operation.path().startsWith("/api/groups/")
                    || operation.path().startsWith("/api/cost-reports/")
                    // There is none with the id of an application.
                    || operation.path().endsWith("/plan-changes/{id}")
                    // Made when the reporting starts: see SettlementResourceTest.
                    || operation.path().endsWith("/settlements/{district}/call")
                    || operation.path().contains("/template.")
                    // No JSON: see CaseFileTest and OpenDataTest.
                    || operation.path().endsWith("/case-file")
                    || operation.path().endsWith(".ttl")
                    || operation.path().endsWith(".csv")
                    || operation.path().endsWith("/candidates")
                    // A trial is made first: see below.
                    || operation.path().endsWith("/trials/{trial}")
                    // An order is made first: see PaymentResourceTest.
                    || operation.path().startsWith("/api/payment-orders/")
                    // Written before the committee decides: see CommitteeReportResourceTest.
                    || operation.path().endsWith("/committee-report")
                    || operation.path().endsWith("/uploads");
            if (operation.method().equals("get") && !operation.path().contains("document") && !elsewhere) {
                ApiUser user = operation.path().startsWith("/api/users")
                                || operation.path().startsWith("/api/mailboxes")
                        ? ApiUser.ADMINISTRATOR
                        : operation.path().startsWith("/api/audit") ? ApiUser.AUDITOR : ApiUser.OFFICER;
                for (long application : List.of(id, refused)) {
                    String path = operation
                            .path()
                            .replace("{round}", round.id())
                            .replace("{district}", "bromma")
                            .replace("{owner}", "bromma");
                    path = path.startsWith("/api/rounds") ? path.replace("{id}", String.valueOf(application)) : path;
                    path = new Operation("get", path, Map.of()).example();
                    path += path.equals("/api/decisions") ? "?round=" + round.id() : "";
                    assertDescribed(operation, path, user, "200");
                    asked.add(path);
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(30);
        Operation get = operations().stream()
                .filter(operation -> operation.path().equals("/api/rounds/{round}/applications/{id}")
                        && operation.method().equals("get"))
                .findFirst()
                .orElseThrow();
        assertDescribed(get, round.application(draft), new ApiUser("alvsjo"), "200");
        assertDescribed(get, round.application(draft), ApiUser.OFFICER, "404");
    }

    @Test
    void whatIsAnsweredAboutATrialIsAsDescribed() {
        OpenRound round = OpenRound.copied();
        String trials = "/api/rounds/" + round.id() + "/trials";
        int id = ApiUser.OFFICER
                .post(trials, "{\"name\": \"Beskriven\"}")
                .statusCode(201)
                .extract()
                .path("id");
        for (Operation operation : operations()) {
            if (operation.method().equals("get") && operation.path().startsWith("/api/rounds/{round}/trials")) {
                String path = operation.path().endsWith("}") ? trials + "/" + id : trials;
                assertDescribed(operation, path, ApiUser.OFFICER, "200");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void assertDescribed(Operation operation, String path, ApiUser user, String status) {
        JsonPath answer = user.get(path)
                .statusCode(describedAs(status + " from " + path, is(Integer.parseInt(status))))
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> responses =
                (Map<String, Map<String, Object>>) operation.told().get("responses");
        Map<String, Map<String, Object>> content =
                (Map<String, Map<String, Object>>) responses.get(status).get("content");
        Map<String, Object> schema =
                (Map<String, Object>) content.values().iterator().next().get("schema");
        assertThat(Described.differences(schemas(), schema, answer.get("$")))
                .as(path)
                .isEmpty();
    }

    @Test
    void enumsGoByTheirWireNames() {
        assertThat(schemas().get("ComponentKind").get("enum"))
                .isEqualTo(List.of("fixed-grant", "co-financing", "client-compensation"));
        assertThat(description().toString()).doesNotContain("FIXED_GRANT", "PARTLY_GRANTED", "se.medel");
    }
}
