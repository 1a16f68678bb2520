package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.claim.ClaimFixture.anyClients;
import static se.medel.claim.ClaimFixture.recommending;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.audit.AuditTrail;
import se.medel.claim.ClaimFixture;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.rules.ClaimedClient;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.privacy.TestNumbers;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;
import se.medel.web.Visitor;

/** A claim on its way through the social administration: on pages and through the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimRulingPagesTest {

    private static final String HOSTILE = "<b onmouseover=x>{config:secret}</b> {#each}";
    private static final String SHOWN = "&lt;b onmouseover=x&gt;{config:secret}&lt;/b&gt; {#each}";

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture claims;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    AuditTrail audit;

    @Inject
    EntityManager database;

    private Visitor officer;
    private Visitor director;
    private String round;

    @BeforeEach
    void logIn() {
        officer = Visitor.loggedInAs("handlaggare");
        director = Visitor.loggedInAs("chef");
        round = rounds.openRound(ModelFixture.withJointProject(BROMMA, FARSTA));
    }

    private static String[] allMet(String... more) {
        List<String> fields = new ArrayList<>();
        for (String rule : List.of("C1a", "C1b", "C1c", "C2a", "C2b", "C2c", "C2d", "C3")) {
            fields.add("judgements." + rule + ".verdict");
            fields.add("MET");
        }
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private ClaimRow row(ApplicationView claim, int index) {
        return applications.rows(OFFICER, claim.id()).get().get(index);
    }

    private DecisionView decide(ApplicationView claim) {
        return decisions
                .decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED)
                .get();
    }

    /** One of 40 fails A6 and the pool has room for 35 more. */
    private ApplicationView preparedClaimThatDoesNotFit() {
        decide(claims.prepared(round, BROMMA, anyClients(30), 30));
        ApplicationView claim = claims.submitted(round, FARSTA, anyClients(40));
        var finding = new Claims.Finding(row(claim, 3).id(), "A6", HOSTILE);
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(35, List.of(finding)))
                .get();
        return applications.find(OFFICER, claim.id()).get();
    }

    private long audited(String action, String subject) {
        return audit.read(null, subject, 200).stream()
                .filter(line -> line.action().equals(action))
                .count();
    }

    // The officer tries the claim

    @Test
    void theOfficerSeesWhatHasComeUpSinceTheClaimWasSubmittedAsAProposal() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(3));
        ClaimRow row = row(claim, 1);
        officer.get("/applications/" + claim.id() + "/prepare")
                .body(not(containsString("Nytt sedan ansökan")), containsString("value=\"3\""));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update claim_row set birth_year = 1960 where id = ?1")
                        .setParameter(1, row.id())
                        .executeUpdate());
        officer.get("/applications/" + claim.id() + "/prepare")
                .statusCode(200)
                .body(
                        containsString("Nytt sedan ansökan"),
                        containsString("<option value=\"M6\" selected>"),
                        // The chain and the number to recommend count on it.
                        containsString("M6 Utanför målgruppens ålder"),
                        containsString(
                                "id=\"recommendedClients\" name=\"recommendedClients\" type=\"text\" value=\"2\""));
    }

    @Test
    void theOfficerJudgesClientByClientAndIsToldAtTheRowWhatIsMissing() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(3));
        String address = "/applications/" + claim.id();
        String field = "rows." + row(claim, 0).id();
        officer.post(
                        address + "/prepare",
                        allMet(
                                field + ".rule",
                                "A6",
                                "recommends",
                                "grant",
                                "recommendedClients",
                                "2",
                                "reasons",
                                "Ja."))
                .statusCode(422)
                .body(
                        containsString("href=\"#" + field + ".reason\""),
                        containsString("Skriv varför klienten inte uppfyller regeln"));
        officer.post(
                        address + "/prepare",
                        allMet(
                                field + ".rule",
                                "A6",
                                field + ".reason",
                                "Nummer " + TestNumbers.personal(),
                                "recommends",
                                "grant",
                                "recommendedClients",
                                "2",
                                "reasons",
                                "Ja."))
                .statusCode(422)
                .body(containsString("href=\"#" + field + ".reason\""), containsString("personnummer"));
        officer.post(
                        address + "/prepare",
                        allMet(
                                field + ".rule",
                                "A6",
                                field + ".reason",
                                HOSTILE,
                                "recommends",
                                "grant",
                                "recommendedClients",
                                "3",
                                "reasons",
                                "Ja."))
                .statusCode(422)
                .body(
                        containsString("href=\"#recommendedClients\""),
                        containsString("Du kan föreslå högst 2 klienter"),
                        containsString(SHOWN));
        for (String number : List.of("", "0", "-1", "1,5", "1e9", "abc")) {
            officer.post(
                            address + "/prepare",
                            allMet("recommends", "grant", "recommendedClients", number, "reasons", "Ja."))
                    .statusCode(422)
                    .body(containsString("href=\"#recommendedClients\""));
        }
        officer.post(
                        address + "/prepare",
                        allMet(
                                field + ".rule",
                                "A6",
                                field + ".reason",
                                HOSTILE,
                                "recommends",
                                "grant",
                                "recommendedClients",
                                "2",
                                "reasons",
                                "Villkoren är uppfyllda."))
                .statusCode(303)
                .header("Location", endsWith(address));
        officer.get(address)
                .body(
                        containsString(row(claim, 0).code()),
                        containsString(SHOWN),
                        containsString("Förslag: bifall med 2 klienter, 30\u00a0000\u00a0kr"));
        officer.get(address + "/prepare").body(containsString("<option value=\"A6\" selected>"), containsString(SHOWN));
    }

    @Test
    void countingAgainShowsWhatTheRulesThenLeaveAndKeepsNothing() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(3));
        String address = "/applications/" + claim.id() + "/prepare";
        String field = "rows." + row(claim, 0).id() + ".rule";
        officer.post(address, "do", "count", field, "P2", "reasons", HOSTILE, "rows.999999999.rule", "A6")
                .statusCode(200)
                .body(
                        containsString("value=\"2\""),
                        containsString("1 av klienterna uppfyller inte regeln. Kvar är 2."),
                        containsString(SHOWN),
                        not(containsString("govuk-error-summary")));
        officer.get(address).body(not(containsString("uppfyller inte regeln. Kvar är")));
        assertThat(preparations.of(claim.id())).isEmpty();
    }

    @Test
    void aClaimOfAHundredAndTwentyRowsCanBeJudgedInOneForm() {
        ApplicationView claim = claims.submitted(round, "alvsjo", anyClients(120));
        List<String> fields =
                new ArrayList<>(List.of(allMet("recommends", "grant", "recommendedClients", "119", "reasons", "Ja.")));
        List<ClaimRow> rows = applications.rows(OFFICER, claim.id()).get();
        for (int i = 0; i < rows.size(); i++) {
            fields.addAll(List.of(
                    "rows." + rows.get(i).id() + ".rule",
                    i == 119 ? "A6" : "",
                    "rows." + rows.get(i).id() + ".reason",
                    i == 119 ? "Var aktuell." : ""));
        }
        officer.post("/applications/" + claim.id() + "/prepare", fields.toArray(String[]::new))
                .statusCode(303);
    }

    @Test
    void aJudgementThatIsOvertakenIsShownBackWithTheClientsItWasAbout() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(1));
        String address = "/applications/" + claim.id() + "/prepare";
        List<String> fields = officer.hidden(address);
        fields.addAll(List.of("rows." + row(claim, 0).id() + ".rule", "A6"));
        fields.addAll(List.of("rows." + row(claim, 0).id() + ".reason", HOSTILE));
        applications
                .withdraw(RoundFixture.directorOf(BROMMA), claim.id(), null, "Fel.")
                .get();
        officer.send(address, fields)
                .statusCode(409)
                .body(
                        containsString(row(claim, 0).code()),
                        containsString("A6 Var aktuell hos socialtjänsten"),
                        containsString(SHOWN));
    }

    // Who sees the codes

    @Test
    void codesAreForTheDistrictAndWhoTriesTheClaimAndCountsForTheRest() {
        ApplicationView claim = preparedClaimThatDoesNotFit();
        DecisionView decision = decide(claim);
        String code = row(claim, 0).code();
        String reading = "/applications/" + claim.id();
        String page = "/decisions/" + decision.id();
        for (String who : List.of("handlaggare", "chef", "revisor")) {
            Visitor reader = Visitor.loggedInAs(who);
            reader.get(reading).statusCode(200).body(containsString(code), containsString("Reserv"));
            reader.get(page).body(containsString("/appendix.pdf"), not(containsString(code)));
            long before = audited("APPENDIX_READ", "decision/" + decision.id());
            reader.get(page + "/appendix.pdf")
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", not(containsString(code)));
            assertThat(audited("APPENDIX_READ", "decision/" + decision.id())).isEqualTo(before + 1);
        }
        for (String who : List.of("ekonom", "sekreterare")) {
            Visitor reader = Visitor.loggedInAs(who);
            reader.get(reading)
                    .statusCode(200)
                    .body(
                            not(containsString(code)),
                            not(containsString(SHOWN)),
                            containsString("A6 Var aktuell hos socialtjänsten"),
                            containsString("4 klienter"));
            reader.get(page).statusCode(200).body(not(containsString("/appendix.pdf")), not(containsString(code)));
            reader.get(page + "/appendix.pdf").statusCode(403);
            new ApiUser(who)
                    .get("/api/decisions/" + decision.id() + "/document/appendix")
                    .statusCode(403);
            new ApiUser(who)
                    .get("/api/rounds/" + round + "/applications/" + claim.id() + "/preparation")
                    .statusCode(200)
                    .body("findings", nullValue())
                    .body("notEligible.A6", equalTo(1));
            new ApiUser(who).get("/api/rounds/" + round + "/reserve").statusCode(403);
            reader.get("/rounds/" + round + "/reserve").statusCode(403);
        }
        for (String own : List.of("farsta", "farsta-chef")) {
            Visitor district = Visitor.loggedInAs(own);
            district.get(page).statusCode(200).body(containsString("/appendix.pdf"));
            district.get(page + "/appendix.pdf").statusCode(200);
            new ApiUser(own)
                    .get("/api/decisions/" + decision.id() + "/document/appendix")
                    .statusCode(200)
                    .contentType("application/pdf");
        }
        Visitor other = Visitor.loggedInAs("bromma");
        long refused = audited("ACCESS_REFUSED", "application/" + claim.id());
        other.get(page + "/appendix.pdf").statusCode(404);
        new ApiUser("bromma")
                .get("/api/decisions/" + decision.id() + "/document/appendix")
                .statusCode(404);
        assertThat(audited("ACCESS_REFUSED", "application/" + claim.id())).isEqualTo(refused + 2);
    }

    @Test
    void aDecisionWithoutClientsHasNoAppendix() {
        ApplicationView other = rounds.prepared(round, BROMMA, se.medel.round.rules.ComponentKind.CO_FINANCING, 10_000);
        DecisionView decision = decide(other);
        director.get("/decisions/" + decision.id()).body(not(containsString("/appendix.pdf")));
        director.get("/decisions/" + decision.id() + "/appendix.pdf").statusCode(404);
        ApiUser.DIRECTOR
                .get("/api/decisions/" + decision.id() + "/document/appendix")
                .statusCode(404);
    }

    // The director decides

    @Test
    void theDirectorDecidesInClientsAndSeesHowTheyComeOutFirst() {
        ApplicationView claim = preparedClaimThatDoesNotFit();
        String address = "/applications/" + claim.id();
        director.get(address + "/decide")
                .statusCode(200)
                .body(
                        containsString("id=\"clients\" name=\"clients\" type=\"text\" value=\"35\""),
                        containsString("40 klienter, 600\u00a0000\u00a0kr"),
                        not(containsString("name=\"amount\"")));
        for (String number : List.of("", "0", "x", "36", "41")) {
            director.post(
                            address + "/decide",
                            "do",
                            "check",
                            "outcome",
                            "grant",
                            "clients",
                            number,
                            "reasons",
                            "Fler ska ersättas.")
                    .statusCode(number.equals("36") ? 409 : 422)
                    .body(containsString("Fler ska ersättas."));
        }
        director.post(address + "/decide", "do", "check", "outcome", "grant", "clients", "35")
                .statusCode(200)
                .body(
                        containsString("35 klienter, 525\u00a0000\u00a0kr"),
                        containsString("4 klienter"),
                        containsString("A6 Var aktuell hos socialtjänsten"),
                        containsString("name=\"clients\" value=\"35\""));
        director.post(address + "/decide", "do", "decide", "outcome", "grant", "clients", "35")
                .statusCode(303);
        for (String list : List.of("/rounds/" + round + "/decisions", "/rounds/" + round + "/applications")) {
            director.get(list)
                    .body(
                            containsString("40 klienter, 600\u00a0000\u00a0kr"),
                            containsString("35 klienter, 525\u00a0000\u00a0kr"));
        }
        director.get("/rounds/" + round)
                .body(
                        containsString("Sökt 40 klienter, 600\u00a0000\u00a0kr"),
                        containsString("/rounds/" + round + "/reserve"));
    }

    @Test
    void aRefusalMayRestOnTheRuleThatTheClientsFail() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(1));
        preparations
                .prepare(
                        OFFICER,
                        claim.id(),
                        null,
                        new PreparationService.Work(
                                RoundFixture.allMet(),
                                null,
                                false,
                                null,
                                null,
                                null,
                                "Ingen klient är ny.",
                                List.of(new Claims.Finding(row(claim, 0).id(), "A6", "Var aktuell."))))
                .get();
        String address = "/applications/" + claim.id() + "/decide";
        director.get(address).body(containsString("<option value=\"A6\" selected>"));
        director.post(address, "do", "decide", "outcome", "refuse", "refusedBy", "P2", "reasons", "Inget samtycke.")
                .statusCode(422);
        director.post(address, "do", "decide", "outcome", "refuse", "refusedBy", "A6", "reasons", "Ingen är ny.")
                .statusCode(303);
        DecisionView decision = decisions.inForce(claim.id()).orElseThrow();
        director.get("/decisions/" + decision.id()).body(containsString("regeln A6: Var aktuell hos socialtjänsten."));
        director.get("/decisions/" + decision.id() + "/appendix.pdf").statusCode(200);
    }

    // The reserve

    @Test
    void roomThatComesBackIsProposedAndADecisionTakesItUp() {
        ApplicationView first = claims.prepared(round, BROMMA, anyClients(30), 30);
        decide(first);
        // Admitted earlier, so that they are first in line also before those that the first claim lets go of.
        List<ClaimedClient> earlier = anyClients(40).stream()
                .map(client -> ClaimFixture.client(client.code(), ClaimFixture.ADMITTED.minusDays(20)))
                .toList();
        ApplicationView second = claims.submitted(round, FARSTA, earlier);
        preparations
                .prepare(OFFICER, second.id(), null, recommending(35, List.of()))
                .get();
        DecisionView before = decide(second);
        String page = "/rounds/" + round + "/reserve";
        director.get(page)
                .body(containsString("Ingen av 5 i reserv får plats nu"), not(containsString("reserve=true")));
        director.get("/").body(not(containsString(page)));
        decisions
                .replace(DIRECTOR, round, first.id(), null, new Ruling(true, null, 27L, null, "Tre har tackat nej."))
                .get();
        for (Visitor who : List.of(officer, director)) {
            who.get("/").body(containsString("Plats för klienter i reserv: Farsta"), containsString(page));
        }
        officer.get(page)
                .body(
                        containsString("3 av 5 i reserv får plats nu"),
                        containsString("38 klienter, 570\u00a0000\u00a0kr"),
                        not(containsString("reserve=true")));
        String replace = "/applications/" + second.id() + "/replace?reserve=true";
        director.get(page).body(containsString(replace));
        director.get(replace)
                .body(
                        containsString("name=\"clients\" type=\"text\" value=\"38\""),
                        containsString("3 klienter ur reserven ersätts"));
        ApiUser.AUDITOR
                .get("/api/rounds/" + round + "/reserve")
                .statusCode(200)
                .body("find { it.application == " + second.id() + " }.fitting", equalTo(3))
                .body("find { it.application == " + second.id() + " }.clients", equalTo(38))
                .body("find { it.application == " + second.id() + " }.decision", equalTo((int) before.id()))
                .body("find { it.application == " + first.id() + " }.fitting", equalTo(0));
        director.postFrom(
                        replace,
                        "/applications/" + second.id() + "/replace",
                        "do",
                        "decide",
                        "outcome",
                        "grant",
                        "clients",
                        "38",
                        "reasons",
                        "Plats har kommit tillbaka.")
                .statusCode(303);
        assertThat(decisions.inForce(second.id()).orElseThrow().facts().clients())
                .isEqualTo(new DecisionFacts.Clients(40, Map.of(), 38, 2));
        director.get("/").body(not(containsString(page)));
        ApiUser.OFFICER.get("/api/rounds/finns-inte/reserve").statusCode(404);
        director.get("/rounds/finns-inte/reserve").statusCode(404);
        Stream.of("farsta", "utvarderare", "admin")
                .forEach(who -> Visitor.loggedInAs(who).get(page).statusCode(403));
    }

    // A decided claim is prepared again

    @Test
    void theOfficerPreparesADecidedClaimAgainAndTheDirectorReplacesTheDecisionByIt() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(3));
        ClaimRow left = row(claim, 0);
        ClaimRow late = row(claim, 2);
        preparations
                .prepare(
                        OFFICER,
                        claim.id(),
                        null,
                        recommending(2, List.of(new Claims.Finding(late.id(), "A6", "Var aktuell."))))
                .get();
        decide(claim);
        String address = "/applications/" + claim.id();
        director.get(address).body(not(containsString(address + "/replace")));
        officer.get(address).body(containsString("Bered ansökan på nytt"));
        officer.get(address + "/prepare")
                .statusCode(200)
                .body(
                        containsString("Ansökan är beslutad."),
                        containsString("Var aktuell."),
                        // Its own two clients don't stand in its way.
                        containsString(
                                "id=\"recommendedClients\" name=\"recommendedClients\" type=\"text\" value=\"2\""));
        String[] work = allMet(
                "rows." + left.id() + ".rule",
                "P2",
                "rows." + left.id() + ".reason",
                "Samtycket är återkallat.",
                "recommends",
                "grant",
                "recommendedClients",
                "2",
                "reasons",
                "Underlaget är rättat.");
        officer.post(address + "/prepare", work).statusCode(303);
        officer.get(address + "/prepare")
                .body(containsString("Samtycket är återkallat."), not(containsString("Var aktuell.")));
        for (Visitor reader : List.of(officer, director)) {
            reader.get(address)
                    .body(
                            containsString("Beredd på nytt efter beslutet"),
                            containsString("P2 "),
                            // What the decision in force says stands until it is replaced.
                            containsString("Var aktuell."));
        }
        // The district sees none of it before it is decided.
        Visitor.loggedInAs(BROMMA)
                .get(address)
                .body(containsString("Var aktuell."), not(containsString("Samtycket är återkallat.")));
        director.get("/").body(containsString(address + "/replace"));
        director.get(address + "/replace")
                .statusCode(200)
                .body(
                        containsString("beredd på nytt efter beslutet"),
                        containsString("name=\"clients\" type=\"text\" value=\"2\""));
        String[] ruling = {"do", "check", "outcome", "grant", "clients", "2", "reasons", "Nytt underlag."};
        director.postFrom(address + "/replace", address + "/replace", ruling)
                .statusCode(200)
                .body(containsString("P2 "), containsString("2 klienter, 30\u00a0000\u00a0kr"));
        ruling[1] = "decide";
        director.postFrom(address + "/replace", address + "/replace", ruling).statusCode(303);
        assertThat(decisions.inForce(claim.id()).orElseThrow().facts().clients())
                .isEqualTo(new DecisionFacts.Clients(3, Map.of("P2", 1L), 2, 0));
        director.get("/").body(not(containsString(address + "/replace")));
        Visitor.loggedInAs(BROMMA)
                .get(address)
                .body(containsString("Samtycket är återkallat."), not(containsString("Var aktuell.")));
        for (String who : List.of("farsta", "bromma", "ekonom", "sekreterare", "revisor", "utvarderare", "admin")) {
            Visitor.loggedInAs(who).get(address + "/prepare").statusCode(403);
        }
        ApplicationView other = rounds.prepared(round, FARSTA, se.medel.round.rules.ComponentKind.CO_FINANCING, 10_000);
        decide(other);
        officer.get("/applications/" + other.id()).body(not(containsString("Bered ansökan på nytt")));
        officer.get("/applications/" + other.id() + "/prepare").statusCode(303);
        officer.postFrom(address + "/prepare", "/applications/" + other.id() + "/prepare", work)
                .statusCode(409)
                .body(containsString("Underlaget är rättat."));
    }

    @Test
    void aProgramPreparesADecidedClaimAgain() {
        ApplicationView claim = claims.prepared(round, BROMMA, anyClients(3), 3);
        decide(claim);
        String address = "/api/rounds/" + round + "/applications/" + claim.id();
        String body = "{\"judgements\": "
                + Stream.of("C1a", "C1b", "C1c", "C2a", "C2b", "C2c", "C2d", "C3")
                        .map(rule -> "\"" + rule + "\": {\"verdict\": \"met\"}")
                        .collect(java.util.stream.Collectors.joining(", ", "{", "}"))
                + ", \"recommendsGrant\": true, \"recommendedClients\": 2, \"reasons\": \"Rättat.\", \"findings\":"
                + " [{\"row\": " + row(claim, 0).id() + ", \"rule\": \"P2\", \"reason\": \"Återkallat.\"}]}";
        String tag = ApiUser.OFFICER.get(address).extract().header("ETag");
        new ApiUser("farsta").put(address + "/preparation", tag, body).statusCode(403);
        ApiUser.OFFICER
                .put(address + "/preparation", tag, body)
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("anew", equalTo(true))
                .body("notEligible.P2", equalTo(1))
                .body("findings[0].reason", equalTo("Återkallat."));
        ApiUser.OFFICER.put(address + "/preparation", tag, body).statusCode(412);
        ApiUser.DIRECTOR.get(address + "/decision").body("clientsGranted", equalTo(3));
        ApiUser.DIRECTOR
                .post(address + "/decision/replacement", Map.of("reasons", "Nytt underlag."))
                .statusCode(201)
                .body("clientsGranted", equalTo(2))
                .body("clients.notEligible.P2", equalTo(1));
        ApiUser.OFFICER
                .get(address + "/preparation")
                .body("anew", equalTo(false))
                .body("notEligible.P2", equalTo(1));
    }

    // The API

    @Test
    void aProgramJudgesAndDecidesAClaim() {
        ApplicationView claim = claims.submitted(round, BROMMA, anyClients(3));
        String address = "/api/rounds/" + round + "/applications/" + claim.id();
        String verdicts = Stream.of("C1a", "C1b", "C1c", "C2a", "C2b", "C2c", "C2d", "C3")
                .map(rule -> "\"" + rule + "\": {\"verdict\": \"met\"}")
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
        String body = "{\"judgements\": " + verdicts + ", \"recommendsGrant\": true, \"recommendedClients\": 2,"
                + " \"reasons\": \"Ja.\", \"findings\": [%s]}";
        String tag = ApiUser.OFFICER.get(address).extract().header("ETag");
        long row = row(claim, 2).id();
        ApiUser.OFFICER
                .put(address + "/preparation", tag, body.formatted("{\"row\": " + row + ", \"rule\": \"A6\"}"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/findings/0/reason"));
        ApiUser.OFFICER
                .put(address + "/preparation", tag, body.formatted("{\"rule\": \"A6\", \"reason\": \"x\"}"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/findings/0/row"));
        ApiUser.OFFICER
                .put(address + "/preparation", tag, body.formatted("null"))
                .statusCode(422);
        ApiUser.OFFICER
                .put(
                        address + "/preparation",
                        tag,
                        body.formatted("{\"row\": " + row + ", \"rule\": \"A6\", \"reason\": \"Var aktuell.\"}"))
                .statusCode(200)
                .body("findings[0].row", equalTo((int) row))
                .body("notEligible.A6", equalTo(1));
        ApiUser.DIRECTOR
                .post(address + "/decision", Map.of())
                .statusCode(201)
                .body("clients.claimed", equalTo(3))
                .body("clients.compensated", equalTo(2))
                .body("clients.notEligible.A6", equalTo(1))
                .body("clientsGranted", equalTo(2));
        ApiUser.OFFICER
                .get("/api/decisions?round=" + round)
                .body("[0].clients.reserve", equalTo(0))
                .body(not(containsString(row(claim, 0).code())));
    }
}
