package se.medel.opendata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.claim.ClaimFixture;
import se.medel.claim.rules.ClaimedClient;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** The open data against the ledger to the krona, against the standard's constraints, and against who wants to know too much. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])";

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture fixture;

    @Inject
    ClaimFixture claims;

    @Inject
    DecisionService decisions;

    @Inject
    Accounts accounts;

    @Inject
    TestClock clock;

    private final List<ClaimedClient> few = ClaimFixture.anyClients(3);
    private String round;

    @BeforeEach
    void aRoundWithThreeClientsInOneDistrict() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.model2014());
        long grant = fixture.granted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        granted("farsta", few);
        granted("skarpnack", ClaimFixture.anyClients(12));
        granted("alvsjo", ClaimFixture.anyClients(20));
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(LocalDate.of(2015, 2, 10));
        fixture.approved(fixture.submitted(round, "bromma", "150000.50", "0"));
    }

    private void granted(String district, List<ClaimedClient> clients) {
        long claim = claims.prepared(round, district, clients, clients.size()).id();
        decisions.decide(DIRECTOR, round, claim, null, AS_RECOMMENDED).get();
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    /** The rows of the CSV by their column names. */
    private List<Map<String, String>> csv() {
        String text = new String(
                ApiUser.OFFICER
                        .get("/api/open-data/" + round + ".csv")
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        List<String[]> rows =
                text.substring(1).lines().map(line -> line.split(";", -1)).toList();
        return rows.stream()
                .skip(1)
                .map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(rows.get(0)[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private JsonNode json() throws Exception {
        return JSON.readTree(ApiUser.OFFICER
                .get("/api/open-data/" + round + ".json")
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    @Test
    void theFiguresAreTheLedgersToTheKrona() throws Exception {
        Account bromma = accounts.ofRound(round).stream()
                .filter(account -> account.district().equals("bromma"))
                .findFirst()
                .orElseThrow();
        assertThat(csv()).anySatisfy(row -> assertThat(row)
                .containsEntry("stadsdel", "bromma")
                .containsEntry("bidrag", "Medfinansiering")
                .containsEntry("beslutsdag", "2014-05-20")
                .containsEntry("beviljat", Long.toString(bromma.granted().toWholeKronor()))
                .containsEntry("utbetalt", Long.toString(bromma.paid().toWholeKronor()))
                .containsEntry("redovisat", "150000,5")
                .containsEntry("aterbetalt", Long.toString(bromma.repaid().toWholeKronor()))
                .containsEntry("skyddat", "nej"));
        assertThat(json().get("grants")).anySatisfy(grant -> {
            assertThat(grant.get("id").asText()).endsWith(round + "-bromma-co-financing");
            assertThat(grant.get("amountAwarded").decimalValue()).isEqualByComparingTo("200000");
            assertThat(grant.get("amountDisbursed").decimalValue()).isEqualByComparingTo("200000");
            assertThat(grant.get("amountReported").decimalValue()).isEqualByComparingTo("150000.50");
        });
        assertThat(csv()).anySatisfy(row -> assertThat(row)
                .containsEntry("stadsdel", "alvsjo")
                .containsEntry("beviljat", "300000")
                .containsEntry("klienter", "20"));
    }

    @Test
    void threeClientsCanBeNeitherReadNorWorkedOut() throws Exception {
        Set<String> hidden = new HashSet<>();
        for (Map<String, String> row : csv()) {
            if (row.get("bidrag").equals("Klientersättning")
                    && row.get("beviljat").isEmpty()) {
                hidden.add(row.get("stadsdel"));
                assertThat(row.get("klienter") + row.get("utbetalt") + row.get("aterbetalt") + row.get("beslutsdag"))
                        .isEmpty();
                assertThat(row).containsEntry("skyddat", "ja");
            }
        }
        // Who knows that 35 were compensated in all is left with 15 in two districts or more, and sees no difference
        // between
        // one that has some and one that has none.
        assertThat(hidden)
                .contains("farsta", "skarpnack", "hagersten-liljeholmen")
                .doesNotContain("alvsjo");
        String text = json().toString();
        assertThat(text).doesNotContain("45000", "180000", "farsta", "skarpnack");
        few.forEach(client -> assertThat(text).doesNotContain(client.code()));
    }

    @Test
    void aRoundThatIsStillDecidedOnShowsNoCompensation() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.model2014());
        fixture.granted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        granted("alvsjo", ClaimFixture.anyClients(20));
        assertThat(csv()).anySatisfy(row -> assertThat(row).containsEntry("beviljat", "200000"));
        assertThat(csv())
                .filteredOn(row -> row.get("bidrag").equals("Klientersättning"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("beviljat", "").containsEntry("skyddat", "ja"));
    }

    @Test
    void whatTheReportHidesByDistrictIsHiddenHereToo() {
        long claim = accounts.ofRound(round).stream()
                .filter(account -> account.district().equals("alvsjo"))
                .findFirst()
                .orElseThrow()
                .applicationId();
        // Two of its twenty clients are paid for, and eighteen aren't.
        fixture.pay(round, claim, 30_000);
        assertThat(csv())
                .filteredOn(row -> row.get("bidrag").equals("Klientersättning"))
                .allSatisfy(row -> assertThat(row).containsEntry("beviljat", "").containsEntry("utbetalt", ""));
    }

    /** The constraints of 360Giving's schema on a package of grants to organisations, in words of our own. */
    @Test
    void theJsonIsWhatTheStandardAsksFor() throws Exception {
        JsonNode told = json();
        assertThat(told.get("version").asText()).matches("[0-9]+\\.[0-9]+");
        assertThat(told.get("grants").isArray()).isTrue();
        assertThat(told.get("grants").size()).isPositive();
        Set<String> ids = new HashSet<>();
        for (JsonNode grant : told.get("grants")) {
            for (String text : Arrays.asList("id", "title", "description")) {
                assertThat(grant.get(text).isTextual()).isTrue();
            }
            assertThat(ids.add(grant.get("id").asText())).isTrue();
            assertThat(grant.get("currency").asText()).isEqualTo("SEK");
            assertThat(grant.get("awardDate").asText()).matches(DAY);
            for (String number : List.of("amountAwarded", "amountDisbursed", "amountReported", "amountRepaid")) {
                assertThat(!grant.has(number) || grant.get(number).isNumber()).isTrue();
            }
            assertThat(grant.get("amountAwarded").isNumber()).isTrue();
            assertThat(grant.has("recipientIndividual")).isFalse();
            for (String organisations : List.of("recipientOrganization", "fundingOrganization")) {
                assertThat(grant.get(organisations).size()).isEqualTo(1);
                assertThat(grant.get(organisations).get(0).get("id").asText()).isNotBlank();
                assertThat(grant.get(organisations).get(0).get("name").asText()).isNotBlank();
            }
            assertThat(grant.get("beneficiaryLocation")
                            .get(0)
                            .get("countryCode")
                            .asText())
                    .isEqualTo("SE");
            assertThat(java.net.URI.create(grant.get("dataSource").asText()).isAbsolute())
                    .isTrue();
        }
    }

    @Test
    void theDataSetIsDescribedWithWhatDcatApSeAsksFor() {
        ApiUser.OFFICER
                .get("/api/open-data/catalogue.ttl")
                .statusCode(200)
                .contentType(containsString("text/turtle"))
                .body(
                        containsString("a dcat:Catalog"),
                        containsString("a dcat:Dataset"),
                        containsString("dcterms:publisher"),
                        containsString("dcat:contactPoint"),
                        containsString("dcterms:license"),
                        containsString("dcat:theme"),
                        containsString("/api/open-data/" + round + ".csv>"),
                        containsString("/api/open-data/" + round + ".json>"));
    }

    @Test
    void strangersGetNothingUntilTheCitySaysSoAndAllWhoAreLoggedInDo() {
        for (String path : List.of(
                "/api/open-data/catalogue.ttl",
                "/api/open-data/" + round + ".csv",
                "/api/open-data/" + round + ".json")) {
            given().redirects().follow(false).get(path).then().statusCode(401);
            for (String user :
                    List.of("bromma", "bromma-chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin")) {
                new ApiUser(user).get(path).statusCode(200);
            }
        }
        given().redirects().follow(false).get("/open-data").then().statusCode(302);
        for (String user : List.of("farsta", "utvarderare", "handlaggare")) {
            Visitor.loggedInAs(user)
                    .get("/open-data")
                    .statusCode(200)
                    .body(containsString("/api/open-data/" + round + ".csv"), not(containsString("45 000")));
        }
        Visitor.loggedInAs("chef").inEnglish().get("/open-data").body(containsString("Small numbers are protected"));
        ApiUser.OFFICER.get("/api/open-data/nowhere.csv").statusCode(404);
    }
}
