package se.medel.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static se.medel.application.ClaimFiles.PERSONAL_NUMBER;
import static se.medel.application.ClaimFiles.csv;
import static se.medel.application.ClaimFiles.right;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.claim.ClaimFixture;
import se.medel.database.TestDatabase;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimResourceTest {

    private static final ApiUser DISTRICT = new ApiUser("farsta");
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    RoundFixture rounds;

    @Inject
    ParticipantFixture participants;

    private String started(ApiUser district) {
        return started(district, rounds.openRound(ModelFixture.model2014()));
    }

    private static String started(ApiUser district, String round) {
        return district.post("/api/rounds/" + round + "/applications", "{\"component\": \"client-compensation\"}")
                .statusCode(201)
                .body("clients", equalTo(0))
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String client(String code, int birthYear) {
        return "{\"code\": \"" + code + "\", \"birthYear\": " + birthYear
                + ", \"admittedOn\": \"2014-03-17\", \"attested\": true, \"attestedBy\": \"Enhetschef\"}";
    }

    private static String clients(String... clients) {
        return "{\"clients\": [" + String.join(", ", clients) + "]}";
    }

    private static ValidatableResponse file(ApiUser user, String claim, String type, byte[] file) {
        return user.asks()
                .contentType(type)
                .body(file)
                .post(claim + "/clients/file")
                .then();
    }

    @Test
    void allClientsAreAddedOrNoneWithAPointerToEveryFault() {
        String claim = started(DISTRICT);
        DISTRICT.post(
                        claim + "/clients",
                        clients(client("QR-1", 1992), client("QR-2", 1970), client(PERSONAL_NUMBER, 1992)))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/clients/1/birthYear", "/clients/2/code")))
                .body("errors.type", equalTo(List.of("/problems/client-outside-age-band", "/problems/personal-number")))
                .body("errors[0].rule", equalTo("M6"))
                .body(not(containsString("900101")));
        DISTRICT.get(claim + "/clients").statusCode(200).body("$", empty());

        DISTRICT.post(claim + "/clients/check", clients(client("QR-1", 1992), client("qr-01", 1992)))
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("right", equalTo(1))
                .body("wrong[0].row", equalTo(2))
                .body("wrong[0].faults[0].pointer", equalTo("/clients/1/code"))
                .body("wrong[0].faults[0].type", equalTo("/problems/twice-in-claim"));
        DISTRICT.get(claim + "/clients").body("$", empty());

        String both = clients(client("QR-1", 1992), client("QR-2", 1992));
        String tag = DISTRICT.post(claim + "/clients", "k1-" + claim, both)
                .statusCode(200)
                .body("clients", equalTo(2))
                .extract()
                .header("ETag");
        DISTRICT.post(claim + "/clients", "k1-" + claim, both).statusCode(200).body("clients", equalTo(2));
        DISTRICT.post(claim + "/clients", clients(client("qr 1", 1992).replace("qr 1", "qr-1")))
                .statusCode(422)
                .body("type", equalTo("/problems/in-claim-already"));
        DISTRICT.get(claim + "/clients").body("code", equalTo(List.of("QR-1", "QR-2")));
        DISTRICT.get(claim + "/assessment").statusCode(200).body("clientsGranted", equalTo(2));

        int row = DISTRICT.get(claim + "/clients").extract().path("[0].id");
        DISTRICT.asks()
                .header("If-Match", "\"999\"")
                .delete(claim + "/clients/" + row)
                .then()
                .statusCode(412);
        DISTRICT.asks()
                .header("If-Match", tag)
                .delete(claim + "/clients/" + row)
                .then()
                .statusCode(200)
                .body("clients", equalTo(1));
        DISTRICT.asks().delete(claim + "/clients/" + row).then().statusCode(404);
        DISTRICT.post(claim + "/submission", "{}").statusCode(200).body("clientsAsked", equalTo(1));
        DISTRICT.post(claim + "/clients", both).statusCode(409);
        ApiUser.OFFICER.get(claim + "/clients").statusCode(200).body("code", equalTo(List.of("QR-2")));
        ApiUser.CONTROLLER.get(claim + "/clients").statusCode(403);
    }

    @Test
    void everyFaultOfAFileStandsAtItsRowAndColumn() {
        String taken = started(new ApiUser("alvsjo"));
        new ApiUser("alvsjo")
                .post(taken + "/clients", clients(client("QS-90", 1992)))
                .statusCode(200);
        new ApiUser("alvsjo").post(taken + "/submission", "{}").statusCode(200);
        String claim = started(DISTRICT);
        DISTRICT.post(claim + "/clients", clients(client("QS-80", 1992))).statusCode(200);
        JsonPath checked = file(
                        DISTRICT,
                        claim,
                        "text/csv",
                        csv(
                                right("QS-1"),
                                ";1992;2014-03-17;;ja;x",
                                "12-QS;1992;2014-03-17;;ja;x",
                                right(PERSONAL_NUMBER),
                                "QS-2;nittiotvå;2014-03-17;;ja;x",
                                "QS-3;1984;2014-03-17;;ja;x",
                                "QS-4;1996;2014-03-17;;ja;x",
                                "QS-5;1992;17/3;;ja;x",
                                "QS-6;1992;2013-12-31;;ja;x",
                                "QS-7;1992;2014-03-17;i fjol;ja;x",
                                "QS-8;1992;2014-03-17;2014-03-18;ja;x",
                                "QS-9;1992;2014-03-17;;nej;x",
                                "QS-10;1992;2014-03-17;;ja;",
                                right("qs - 01"),
                                right("QS-80"),
                                right("QS-90"),
                                "QS-11;1992;20140317;2013-01-31;JA;" + PERSONAL_NUMBER))
                .statusCode(200)
                .body("rows", equalTo(17))
                .body("right", equalTo(1))
                .body(not(containsString("900101")))
                .extract()
                .jsonPath();
        Map<Integer, String> faults = new LinkedHashMap<>();
        for (Map<String, Object> wrong : checked.<Map<String, Object>>getList("wrong")) {
            faults.put((Integer) wrong.get("row"), faults(wrong));
        }
        assertThat(faults)
                .containsExactly(
                        Map.entry(3, "/code code-missing"),
                        Map.entry(4, "/code code-malformed"),
                        Map.entry(5, "/code personal-number"),
                        Map.entry(6, "/birthYear birth-year-missing"),
                        Map.entry(7, "/birthYear client-outside-age-band"),
                        Map.entry(8, "/birthYear client-outside-age-band"),
                        Map.entry(9, "/admittedOn admission-missing"),
                        Map.entry(10, "/admittedOn not-admitted-in-year"),
                        Map.entry(11, "/earlierContact contact-unreadable"),
                        Map.entry(12, "/earlierContact contact-after-admission"),
                        Map.entry(13, "/attested not-attested"),
                        Map.entry(14, "/attestedBy attested-by-missing"),
                        Map.entry(15, "/code twice-in-claim"),
                        Map.entry(16, "/code in-claim-already"),
                        Map.entry(17, "/code already-claimed"),
                        Map.entry(18, "/attestedBy personal-number"));
        DISTRICT.get(claim + "/clients").body("code", equalTo(List.of("QS-80")));

        file(DISTRICT, claim, WORKBOOK, ClaimFiles.workbook("QS-20"))
                .statusCode(200)
                .body("right", equalTo(0))
                .body("wrong[0].faults.pointer", equalTo(List.of("/birthYear")))
                .body("wrong[0].faults[0].type", equalTo("/problems/cell-is-formula"));
        file(DISTRICT, claim, "text/csv", new byte[0]).statusCode(422).body("type", equalTo("/problems/file-empty"));
        file(DISTRICT, claim, "text/csv", "a;b\nc;d\n".getBytes())
                .statusCode(422)
                .body("type", equalTo("/problems/file-header-missing"))
                .body("errors[0].pointer", equalTo("/file"));
        file(DISTRICT, claim, "text/csv", new byte[30_000_000])
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
        file(DISTRICT, claim, "application/json", "{}".getBytes()).statusCode(415);
    }

    private static String faults(Map<String, Object> wrong) {
        TreeSet<String> faults = new TreeSet<>();
        for (Object fault : (List<?>) wrong.get("faults")) {
            Map<?, ?> told = (Map<?, ?>) fault;
            faults.add(
                    told.get("pointer") + " " + String.valueOf(told.get("type")).replace("/problems/", ""));
        }
        return String.join(", ", faults);
    }

    @Test
    void aFileIsKeptPutRightAndTakenInAlsoAfterTheRightRowsAreSubmitted() {
        String claim = started(DISTRICT);
        String uploads = claim + "/clients/uploads";
        byte[] file = csv(
                right("QV-1"),
                "QV-2;1970;2014-03-17;;ja;Enhetschef",
                right(PERSONAL_NUMBER),
                "QV-4;1970;2014-03-17;;ja;Enhetschef");
        for (int i = 0; i < 2; i++) {
            kept(DISTRICT, uploads, "k-" + claim, file)
                    .statusCode(200)
                    .body("rows", equalTo(4))
                    .body("ignored", empty());
        }
        kept(DISTRICT, uploads, "k-" + claim, csv(right("QV-9"))).statusCode(422);
        kept(DISTRICT, uploads, "e-" + claim, new byte[0])
                .statusCode(422)
                .body("type", equalTo("/problems/file-empty"));
        kept(DISTRICT, uploads, "l-" + claim, new byte[30_000_000]).statusCode(413);
        kept(DISTRICT, uploads, "m-" + claim, "a;b\n".repeat(750_000).getBytes())
                .statusCode(422)
                .body("type", equalTo("/problems/file-header-missing"));
        DISTRICT.post(uploads, "{}").statusCode(415);
        DISTRICT.get(uploads)
                .statusCode(200)
                .body("row", equalTo(List.of(2, 3, 4, 5)))
                .body("code", equalTo(List.of("QV-1", "QV-2", "", "QV-4")))
                .body("[0].faults", empty())
                .body("[1].faults.pointer", equalTo(List.of("/birthYear")))
                .body("[2].faults.type", equalTo(List.of("/problems/personal-number")))
                .body(not(containsString("900101")));
        DISTRICT.post(uploads + "/intake", "t-" + claim, "")
                .statusCode(200)
                .body("clients", equalTo(1))
                .body("waiting", equalTo(3));
        DISTRICT.post(claim + "/submission", "{}").statusCode(200);

        DISTRICT.put(uploads + "/3", null, client("QV-2", 1971)).statusCode(422);
        DISTRICT.put(uploads + "/3", null, client(PERSONAL_NUMBER, 1992))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/code"));
        DISTRICT.put(uploads + "/3", null, client("QV-2", 1992).replace("1992", "-1"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/birthYear"));
        DISTRICT.put(uploads + "/99", null, client("QV-2", 1992)).statusCode(404);
        DISTRICT.put(uploads + "/3", null, client("QV-2", 1992))
                .statusCode(200)
                .body("birthYear", equalTo("1992"))
                .body("faults", empty());
        JsonPath taken = DISTRICT.post(uploads + "/intake", "")
                .statusCode(200)
                .body("clients", equalTo(1))
                .body("waiting", equalTo(2))
                .extract()
                .jsonPath();
        String next = claim.substring(0, claim.lastIndexOf('/') + 1) + taken.getLong("claim");
        assertThat(next).isNotEqualTo(claim);
        DISTRICT.get(next + "/clients").body("code", equalTo(List.of("QV-2")));
        DISTRICT.get(claim + "/clients").body("code", equalTo(List.of("QV-1")));
        DISTRICT.get(uploads).body("$", empty());
        DISTRICT.delete(next + "/clients/uploads/4").statusCode(200).body("rows", equalTo(1));
        DISTRICT.delete(next + "/clients/uploads/4").statusCode(200).body("rows", equalTo(0));
        DISTRICT.delete(next + "/clients/uploads").statusCode(200).body("rows", equalTo(1));
        kept(DISTRICT, uploads, "s-" + claim, file).statusCode(409);
    }

    private static ValidatableResponse kept(ApiUser user, String uploads, String key, byte[] file) {
        return user.asks()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post(uploads)
                .then();
    }

    @Test
    void colleaguesWhoAddClientsAndFilesAtOnceAllSucceed() throws Exception {
        String claim = started(DISTRICT);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            String code = "QW-" + i;
            work.add(() -> DISTRICT.post(claim + "/clients", clients(client(code, 1992)))
                    .extract()
                    .statusCode());
            work.add(() -> kept(DISTRICT, claim + "/clients/uploads", claim + code, csv(right("QW-9"), right("QW-10")))
                    .extract()
                    .statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Integer> status : threads.invokeAll(work)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        DISTRICT.get(claim + "/clients").body("$", hasSize(4));
        DISTRICT.get(claim + "/clients/uploads").body("$", hasSize(2));
    }

    @Test
    void aDistrictWithARegisterIsHeldToIt() {
        GroupView group = participants.group("hasselby-vallingby");
        participants.admitted(group, 1, 1990, LocalDate.of(2014, 3, 1));
        ApiUser district = new ApiUser("hasselby-vallingby");
        String claim = started(district);
        String code = ParticipantFixture.code(group, 1);
        district.get(claim + "/clients/candidates")
                .statusCode(200)
                .body("code", equalTo(List.of(code)))
                .body("[0].birthYear", equalTo(1990))
                .body("[0].admittedOn", equalTo("2014-03-01"))
                .body("[0].faults", empty());
        district.post(
                        claim + "/clients/check",
                        clients(client(code, 1991), client(ParticipantFixture.code(group, 2), 1991)))
                .statusCode(200)
                .body("wrong[0].faults.pointer", equalTo(List.of("/clients/0/birthYear", "/clients/0/admittedOn")))
                .body(
                        "wrong[0].faults.type",
                        equalTo(List.of(
                                "/problems/other-birth-year-in-register", "/problems/other-admission-in-register")))
                .body("wrong[1].faults.type", equalTo(List.of("/problems/not-in-register")));
        String right = client(code, 1990).replace("2014-03-17", "2014-03-01");
        district.post(claim + "/clients", clients(right)).statusCode(200);
        district.get(claim + "/clients/candidates").body("$", empty());
        ApiUser.OFFICER.get(claim + "/clients/candidates").statusCode(403);
    }

    @Test
    void theTemplatesCanBeFetchedAndSentBack() {
        String claim = started(DISTRICT);
        byte[] csv = DISTRICT.asks()
                .get("/api/claims/template.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("klienter.csv"))
                .extract()
                .asByteArray();
        byte[] filled = (new String(csv, java.nio.charset.StandardCharsets.UTF_8) + right("QT-1"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        file(DISTRICT, claim, "text/csv", filled).statusCode(200).body("right", equalTo(1));
        byte[] workbook = DISTRICT.asks()
                .get("/api/claims/template.xlsx")
                .then()
                .statusCode(200)
                .contentType(WORKBOOK)
                .extract()
                .asByteArray();
        file(DISTRICT, claim, WORKBOOK, workbook).statusCode(422).body("type", equalTo("/problems/file-empty"));
        new ApiUser("utvarderare").get("/api/claims/template.csv").statusCode(403);
    }

    @Test
    void anotherDistrictFindsNothingAndAnotherRoleMayNot() {
        String claim = started(DISTRICT);
        ApiUser other = new ApiUser("alvsjo");
        String one = clients(client(ClaimFixture.anyClient().code(), 1992));
        other.get(claim + "/clients").statusCode(404);
        other.get(claim + "/clients/candidates").statusCode(404);
        other.post(claim + "/clients", one).statusCode(404);
        other.post(claim + "/clients/check", one).statusCode(404);
        other.asks().delete(claim + "/clients/1").then().statusCode(404);
        file(other, claim, "text/csv", csv(right("QT-2"))).statusCode(404);
        String uploads = claim + "/clients/uploads";
        kept(other, uploads, "o-" + claim, csv(right("QT-2"))).statusCode(404);
        other.get(uploads).statusCode(404);
        other.put(uploads + "/2", null, client("QT-2", 1992)).statusCode(404);
        other.post(uploads + "/intake", "").statusCode(404);
        other.delete(uploads + "/2").statusCode(404);
        other.delete(uploads).statusCode(404);
        for (ApiUser user : List.of(ApiUser.OFFICER, ApiUser.AUDITOR, ApiUser.CONTROLLER, ApiUser.EVALUATOR)) {
            user.post(claim + "/clients", one).statusCode(403);
            user.post(claim + "/clients/check", one).statusCode(403);
            user.asks().delete(claim + "/clients/1").then().statusCode(403);
            file(user, claim, "text/csv", csv(right("QT-2"))).statusCode(403);
            kept(user, uploads, "o-" + claim, csv(right("QT-2"))).statusCode(403);
            user.get(uploads).statusCode(403);
            user.put(uploads + "/2", null, client("QT-2", 1992)).statusCode(403);
            user.post(uploads + "/intake", "").statusCode(403);
            user.delete(uploads + "/2").statusCode(403);
            user.delete(uploads).statusCode(403);
        }
        ApiUser.AUDITOR
                .get("/api/audit?subject="
                        + claim.substring(claim.indexOf("application")).replace("applications", "application"))
                .statusCode(200)
                .body(containsString("alvsjo"), not(containsString("QT-2")));
        DISTRICT.get(claim + "/clients").body("$", hasSize(0));
        DISTRICT.get(claim + "/missing").body("missing.pointer", hasItem("/clients"));
    }
}
