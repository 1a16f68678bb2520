package se.medel.round;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhatIfResourceTest {

    private static final String PATH = "/api/rounds/sig-2014/what-if";
    private static final String BALANCE = "/api/rounds/sig-2014/balance";

    private static final List<String> OTHERS = List.of(
            "hasselby-vallingby",
            "bromma",
            "kungsholmen",
            "norrmalm",
            "ostermalm",
            "sodermalm",
            "enskede-arsta-vantor",
            "skarpnack",
            "farsta",
            "alvsjo",
            "hagersten-liljeholmen",
            "skarholmen");

    private static ValidatableResponse ask(String start, String order, String... asks) {
        return OFFICER.post(
                PATH,
                "{\"start\": \"" + start + "\", \"order\": \"" + order + "\", \"asks\": [" + String.join(",", asks)
                        + "]}");
    }

    private static String coFinancing(String district, String amount) {
        return "{\"district\": \"" + district + "\", \"component\": \"co-financing\", \"amount\": " + amount + "}";
    }

    /** 2 × 600 000 + 12 × 200 000 + 120 × 15 000 = 5 400 000, which is 400 000 over the ceiling. */
    private static String[] everything() {
        String named = List.of("rinkeby-kista", "spanga-tensta").stream()
                .map(district -> "{\"district\": \"" + district + "\", \"component\": \"fixed-grant\"}")
                .collect(Collectors.joining(","));
        String others =
                OTHERS.stream().map(district -> coFinancing(district, "200000")).collect(Collectors.joining(","));
        String clients = "{\"district\": \"rinkeby-kista\", \"component\": \"client-compensation\", \"clients\": 65},"
                + "{\"district\": \"bromma\", \"component\": \"client-compensation\", \"clients\": 55}";
        return new String[] {named, others, clients};
    }

    @Test
    void theBalanceShowsEveryCapAndEveryCell() {
        OFFICER.get(BALANCE)
                .statusCode(200)
                .body("round", equalTo("sig-2014"))
                .body("ceiling.rule", equalTo("M5"))
                .body("ceiling.unit", equalTo("kronor"))
                .body("ceiling.limit", equalTo(5_000_000))
                .body("clients.rule", equalTo("M4a"))
                .body("clients.limit", equalTo(120))
                .body("clients.unit", equalTo("clients"))
                .body("groups", hasSize(1))
                .body("groups[0].rule", equalTo("M4b"))
                .body("groups[0].limit", equalTo(65))
                .body("groups[0].districts", contains("rinkeby-kista", "spanga-tensta"))
                .body("districts", hasSize(14 * 3))
                .body(
                        "districts.find { it.district == 'rinkeby-kista' && it.component == 'fixed-grant' }.committed",
                        equalTo(600_000))
                .body(
                        "districts.find { it.district == 'norrmalm' && it.component == 'fixed-grant' }.committed",
                        equalTo(0));
    }

    @Test
    void districtsSeeTheBalanceButAskNoWhatIf() {
        new ApiUser("bromma").get(BALANCE).statusCode(200);
        for (ApiUser user : List.of(new ApiUser("bromma"), EVALUATOR, ADMINISTRATOR)) {
            user.post(PATH, "{\"start\": \"empty\", \"order\": \"received\", \"asks\": []}")
                    .statusCode(403);
        }
        EVALUATOR.get(BALANCE).statusCode(403);
        AUDITOR.post(PATH, "{\"start\": \"empty\", \"order\": \"received\", \"asks\": []}")
                .statusCode(200)
                .body("outcomes", empty())
                .body("balance.ceiling.remaining", equalTo(5_000_000));
    }

    @Test
    void inTheOrderReceivedTheLastOnesGetWhatIsLeft() {
        ask("empty", "received", everything())
                .statusCode(200)
                .body("outcomes", hasSize(16))
                .body("outcomes.granted.sum()", equalTo(4_995_000))
                .body("outcomes[15].clientsAsked", equalTo(55))
                .body("outcomes[15].asked", equalTo(825_000))
                .body("outcomes[15].clientsGranted", equalTo(28))
                .body("outcomes[15].granted", equalTo(420_000))
                .body("outcomes[15].binding", contains("M5"))
                .body("outcomes[0].clientsGranted", nullValue())
                .body("balance.ceiling.remaining", equalTo(5_000))
                .body("balance.clients.committed", equalTo(93))
                .body("balance.groups[0].remaining", equalTo(0));
    }

    @Test
    void inProportionAllAreCutByTheSameFactor() {
        ValidatableResponse answer = ask("empty", "proportional", everything()).statusCode(200);
        answer.body("outcomes[0].granted", equalTo(600_000)).body("outcomes[1].granted", equalTo(600_000));
        List<Integer> granted = answer.extract().jsonPath().getList("outcomes.granted", Integer.class);
        Assertions.assertThat(granted.subList(2, 14)).allMatch(amount -> amount == 180_952 || amount == 180_953);
        int left = answer.extract().jsonPath().getInt("balance.ceiling.remaining");
        Assertions.assertThat(left).isBetween(0, 14_999);
    }

    @Test
    void byNeedTheMostClientsComeFirst() {
        ask(
                        "empty",
                        "need",
                        "{\"district\": \"bromma\", \"component\": \"co-financing\", \"amount\": 200000,"
                                + " \"estimatedClients\": 3}",
                        "{\"district\": \"farsta\", \"component\": \"client-compensation\", \"clients\": 120}",
                        everything()[0],
                        OTHERS.stream()
                                .filter(district -> !district.equals("bromma"))
                                .map(district -> "{\"district\": \"" + district
                                        + "\", \"component\": \"co-financing\", \"amount\": 200000,"
                                        + " \"estimatedClients\": 10}")
                                .collect(Collectors.joining(",")))
                .statusCode(200)
                .body("outcomes[0].district", equalTo("bromma"))
                .body("outcomes[0].granted", equalTo(0))
                .body("outcomes[0].binding", contains("M5"))
                .body("outcomes[1].clientsGranted", equalTo(120));
    }

    @Test
    void theChainTellsEveryStepInTheLanguageAskedFor() {
        ask("empty", "received", coFinancing("bromma", "250000"))
                .statusCode(200)
                .body("outcomes[0].asked", equalTo(250_000))
                .body("outcomes[0].granted", equalTo(200_000))
                .body("outcomes[0].binding", contains("M2"))
                .body("outcomes[0].explanation.rule", contains("M2", "M5"))
                .body("outcomes[0].explanation[0].before", equalTo(250_000))
                .body("outcomes[0].explanation[0].after", equalTo(200_000))
                .body("outcomes[0].explanation[0].text", containsString("per stadsdel"))
                .body("outcomes[0].explanation[0].clientsBefore", nullValue());
        OFFICER.asks()
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body("{\"start\": \"empty\", \"order\": \"received\", \"asks\": [" + coFinancing("bromma", "1") + "]}")
                .post(PATH)
                .then()
                .body("outcomes[0].explanation[0].text", containsString("district"));
    }

    @Test
    void theCostAndOtherFundingLimitTheGrant() {
        ask(
                        "empty",
                        "received",
                        "{\"district\": \"bromma\", \"component\": \"co-financing\", \"amount\": 200000,"
                                + " \"totalCost\": 150000.50, \"otherFunding\": 20000}")
                .statusCode(200)
                .body("outcomes[0].granted", equalTo(130_000))
                .body("outcomes[0].binding", contains("A3"));
    }

    @Test
    void onTopOfWhatIsCommittedOnlyTheRestIsLeft() {
        ask("current", "received", "{\"district\": \"rinkeby-kista\", \"component\": \"fixed-grant\"}")
                .statusCode(200)
                .body("outcomes[0].asked", equalTo(600_000))
                .body("outcomes[0].granted", equalTo(0))
                .body("outcomes[0].binding", contains("M1"));
    }

    @Test
    void nothingIsChanged() {
        String before = OFFICER.get(BALANCE).extract().asString();
        ask("current", "received", everything()).statusCode(200);
        Assertions.assertThat(OFFICER.get(BALANCE).extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|negative-number",
                "0.5|not-a-whole-number",
                "1e9|number-with-exponent",
                "1E3|number-with-exponent",
                "1000000000000|number-too-large",
                "1234567890123456|number-too-large",
                "123456789012345678901234567890123456789|number-too-large",
                "\"200000\"|not-a-number",
                "\"x\"|not-a-number",
                "true|not-a-number",
                "[]|not-a-number",
                "{}|not-a-number",
                "null|value-missing"
            })
    void aWrongAmountIsPointedAt(String amount, String problem) {
        ask("empty", "received", coFinancing("bromma", amount))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("rule", equalTo("M2"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/asks/0/amount"))
                .body("errors[0].rule", equalTo("M2"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ask(
                        "tomorrow",
                        "loudest",
                        coFinancing("atlantis", "-1"),
                        "{\"district\": \"bromma\", \"component\": \"gift\", \"amount\": 1.5}",
                        "{\"component\": \"client-compensation\"}",
                        "{\"district\": \"bromma\", \"component\": \"co-financing\"}",
                        "null",
                        "{\"district\": \"bromma\", \"component\": \"client-compensation\", \"clients\": 2, \"amount\": 1}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/start",
                                "/order",
                                "/asks/0/district",
                                "/asks/0/amount",
                                "/asks/1/component",
                                "/asks/1/amount",
                                "/asks/2/district",
                                "/asks/2/clients",
                                "/asks/3/amount",
                                "/asks/4",
                                "/asks/5/amount"))
                .body("errors.type", hasItem("/problems/unknown-district"));
    }

    @Test
    void clientsOfCoFinancingAreThoseThePlanIsExpectedToReach() {
        ask(
                        "empty",
                        "need",
                        "{\"district\": \"bromma\", \"component\": \"client-compensation\", \"clients\": 2, \"amount\": 30000}",
                        "{\"district\": \"farsta\", \"component\": \"co-financing\", \"amount\": 100000, \"clients\": 9}")
                .statusCode(200)
                .body("outcomes[0].granted", equalTo(30_000))
                .body("outcomes[1].granted", equalTo(100_000))
                // Most clients first: the ceiling was asked when nothing was taken yet.
                .body("outcomes[1].explanation[-1].text", containsString("varav 5\u00a0000\u00a0000\u00a0kr"));
    }

    @Test
    void aThousandAsksAreTriedAndNoMore() {
        String[] asks = IntStream.range(0, 1_001)
                .mapToObj(i -> coFinancing(OTHERS.get(i % 12), "1"))
                .toArray(String[]::new);
        ask("empty", "proportional", asks).statusCode(422).body("errors[0].pointer", equalTo("/asks"));
        ask("empty", "proportional", List.of(asks).subList(0, 1_000).toArray(String[]::new))
                .statusCode(200)
                .body("outcomes", hasSize(1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"\"",
                "{",
                "{\"asks\": null}",
                "{\"start\": \"empty\", \"start\": \"current\", \"order\": \"received\", \"asks\": []}",
                "{\"start\": \"empty\", \"order\": \"received\", \"asks\": [], \"extra\": 1}",
                "{\"start\": \"empty\", \"order\": \"received\", \"asks\": [[]]}",
                "{\"start\": 1, \"order\": \"received\", \"asks\": []}"
            })
    void aBrokenQuestionIs4xx(String body) {
        int status = OFFICER.post(PATH, body)
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        Assertions.assertThat(status).isBetween(400, 422);
    }

    @Test
    void deepNestingAndEndlessNumbersAre4xx() {
        for (String body : List.of(
                "[".repeat(50_000),
                "{\"asks\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"asks\": [{\"amount\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}]}",
                "{\"asks\": [{\"amount\": " + "9".repeat(100_000) + "}]}")) {
            int status = OFFICER.post(PATH, body).extract().statusCode();
            Assertions.assertThat(status).isBetween(400, 422);
        }
    }

    @Test
    void anUnknownRoundIsNotFound() {
        OFFICER.get("/api/rounds/sig-1999/balance").statusCode(404).body("type", equalTo("/problems/round-not-found"));
        OFFICER.post("/api/rounds/sig-1999/what-if", "{}").statusCode(404);
    }
}
