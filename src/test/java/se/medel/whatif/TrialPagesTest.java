package se.medel.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.audit.AuditTrail;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;
import se.medel.round.ModelState;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrialPagesTest {

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    TrialService trials;

    @Inject
    AuditTrail audit;

    private String round;

    @BeforeEach
    void openRound() {
        round = fixture.openRound(Model2014.model());
    }

    private static Visitor officer() {
        return Visitor.loggedInAs("handlaggare");
    }

    private String made(Visitor who, String name, String... more) {
        List<String> fields = new ArrayList<>(List.of("name", name));
        if (!List.of(more).contains("filling")) {
            fields.addAll(List.of("filling", "most"));
        }
        fields.addAll(List.of(more));
        return who.post("/rounds/" + round + "/trials/new", fields.toArray(String[]::new))
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]*", "");
    }

    private static String text(ValidatableResponse page) {
        return page.extract()
                .asString()
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    @Test
    void everythingAskedIn2014BreaksTheCeilingAtTheEleventhCoFinancedDistrict() {
        String page = text(officer().get(made(officer(), "Alla söker allt")).statusCode(200));
        assertThat(page)
                .contains("Delarna blir 5 400 000 kr men taket är 5 000 000 kr.")
                .contains(
                        "M5 binder först vid Älvsjö, medfinansierad stadsdel nummer 11: 120 000 kr av 200 000 kr ryms."
                                + " Sammanlagt ryms inte 400 000 kr, varav 8 klienter.");
    }

    @Test
    void otherFiguresAndAnotherUptakeGiveAnotherResultAndTheRoundStaysAsItWas() {
        Visitor officer = officer();
        String trial = made(officer, "Lägre tak");
        String ceiling = "300 000";
        officer.post(trial + "/model", modelFields(ceiling)).statusCode(303).header("Location", endsWith(trial));
        assertThat(text(officer.get(trial))).contains("men taket är 300 000 kr.");
        officer.post(
                        trial + "/uptake",
                        "uptake[0].district",
                        "bromma",
                        "uptake[0].amount",
                        "250 000 kr",
                        "uptake[0].totalCost",
                        "150 000,50",
                        "uptake[0].clients",
                        "12",
                        "do",
                        "save")
                .statusCode(303);
        assertThat(text(officer.get(trial)))
                .contains("Delarna blir")
                .contains(
                        "M2 binder först vid Bromma, medfinansierad stadsdel nummer 1: 200 000 kr av 250 000 kr ryms.")
                .contains("A3 binder först vid Bromma");
        assertThat(rounds.modelInForce(round).orElseThrow().model().ceiling().amount())
                .isEqualTo(Kronor.of(5_000_000));
        assertThat(rounds.pendingModel(round)).isEmpty();
    }

    /** The model of 2014 in short. */
    private static String[] modelFields(String ceiling, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "coFinancing.present",
                "yes",
                "coFinancing.maximum",
                "200 000",
                "coFinancing.recipients",
                "bromma",
                "coFinancing.recipients",
                "farsta",
                "coFinancing.ownPartRequired",
                "yes",
                "coFinancing.rule",
                "M2",
                "coFinancing.source",
                "Högst 200 000 kr per stadsdel",
                "coFinancing.partFinancing.rule",
                "A3",
                "coFinancing.partFinancing.source",
                "Medfinansiering",
                "ceiling.rule",
                "M5",
                "ceiling.source",
                "Högst så mycket",
                "ceiling.amount",
                ceiling,
                "do",
                "save"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    @Test
    void whatCantBeReadIsSaidAtItsFieldAndNothingTypedIsLost() {
        Visitor officer = officer();
        String trial = made(officer, "Fel");
        officer.post(
                        trial + "/uptake",
                        "uptake[0].district",
                        "bromma",
                        "uptake[0].amount",
                        "två",
                        "uptake[1].district",
                        "farsta",
                        "uptake[1].clients",
                        "-3",
                        "do",
                        "save")
                .statusCode(422)
                .body(containsString("uptake[0].amount-error"))
                .body(containsString("uptake[1].clients-error"))
                .body(containsString("value=\"två\""));
        officer.post(trial + "/model", modelFields("mycket"))
                .statusCode(422)
                .body(allOf(containsString("ceiling.amount-error"), containsString("value=\"mycket\"")));
        officer.post(trial + "/model", modelFields("0")).statusCode(422).body(containsString("ceiling.amount-error"));
        officer.post(trial + "/name", "name", " ").statusCode(422).body(containsString("name-error"));
        officer.post(trial + "/uptake", "uptake[0].district", "gotham", "do", "save")
                .statusCode(422);
        officer.post("/rounds/" + round + "/trials/new", "name", "fel", "filling", "most")
                .statusCode(422)
                .body(containsString("Det finns redan en prövning med det namnet"));
        officer.post("/rounds/" + round + "/trials/new", "name", "Ny", "from", "x", "filling", "")
                .statusCode(422)
                .body(containsString("from-error"));
        officer.post("/rounds/" + round + "/trials/new", "name", "Om 19900101-2385", "filling", "most")
                .statusCode(422)
                .body(containsString("name-error"));
        assertThat(trials.ofRound(round)).hasSize(1);
    }

    @Test
    void whoSavesLastIsToldThatSomebodyElseWasFirstAndKeepsWhatWasTyped() {
        Visitor officer = officer();
        String trial = made(officer, "Två på en gång");
        for (String page : List.of("/uptake", "/model", "/name")) {
            List<String> open = officer.hidden(trial + page);
            Visitor.loggedInAs("ekonom")
                    .post(trial + "/name", "name", "Ekonomens" + page.length(), "order", "need")
                    .statusCode(303);
            List<String> fields = new ArrayList<>(open);
            fields.addAll(
                    switch (page) {
                        case "/uptake" ->
                            List.of("uptake[0].district", "bromma", "uptake[0].amount", "123 456", "do", "save");
                        case "/model" -> List.of(modelFields("123 456"));
                        default -> List.of("name", "123 456");
                    });
            String answer = officer.send(trial + page, fields)
                    .statusCode(409)
                    .body(containsString("value=\"123 456\""))
                    .body(containsString("Någon annan har ändrat prövningen"))
                    .extract()
                    .asString();
            String version = answer.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
            fields.set(fields.indexOf("version") + 1, version);
            officer.send(trial + page, fields).statusCode(303);
        }
    }

    @Test
    void theUptakeIsFilledInAsAppliedSoFarAndNothingIsSavedUntilItIs() {
        fixture.submitted(round, "farsta", ComponentKind.CO_FINANCING, 150_000);
        fixture.submitted(round, "bromma", ComponentKind.CO_FINANCING, 100_000);
        Visitor officer = officer();
        String trial = made(officer, "Som sökt");
        long version = trials.ofRound(round).get(0).version();
        String filled = officer.post(trial + "/uptake", "do", "fill-applied")
                .statusCode(200)
                .body(containsString("value=\"150\u00a0000\""))
                .extract()
                .asString();
        // Who asked first stands first.
        assertThat(filled.indexOf("value=\"farsta\"")).isLessThan(filled.indexOf("value=\"bromma\""));
        assertThat(trials.ofRound(round).get(0).version()).isEqualTo(version);
        String applied = made(officer, "Ny som sökt", "filling", "applied");
        assertThat(text(officer.get(applied))).contains("Delarna blir 1 450 000 kr och ryms under taket");
    }

    @Test
    void twoToFourTrialsStandSideBySideWithWhatDiffersMarked() {
        Visitor officer = officer();
        made(officer, "Ett");
        made(officer, "Två", "sequence", "clients-first");
        made(officer, "Tre", "order", "proportional");
        List<TrialView> all = trials.ofRound(round);
        String query =
                "/rounds/" + round + "/trials/compare?trial=" + all.get(2).id() + "&trial="
                        + all.get(1).id() + "&trial=" + all.get(0).id();
        String page = text(officer.get(query).statusCode(200).body(containsString("<svg")));
        assertThat(page)
                .contains("Ett", "Två", "Tre")
                .contains("medfinansierad stadsdel nummer 11: 120 000 kr av 200 000 kr ryms.")
                .contains("medfinansierad stadsdel nummer 11: 0 kr av 200 000 kr ryms.")
                .contains("26 ansökningar som sänks tillsammans: 4 200 000 kr söks och 3 800 000 kr finns.")
                .contains("Skiljer sig");
        officer.get("/rounds/" + round + "/trials/compare?trial=" + all.get(0).id())
                .statusCode(422)
                .body(containsString("Välj 2 till 4 prövningar"));
        officer.get("/rounds/" + round + "/trials/compare").statusCode(422);
        officer.get("/rounds/" + round + "/trials/compare?trial=x&trial=1").statusCode(404);
    }

    @Test
    void aTrialBecomesTheDraftOfTheModelWithItsTrail() {
        Visitor officer = officer();
        String trial = made(officer, "Till nämnden");
        officer.post(trial + "/model", modelFields("6 000 000")).statusCode(303);
        officer.get(trial + "/propose").statusCode(200).body(containsString("version 2"));
        officer.post(trial + "/propose")
                .statusCode(303)
                .header("Location", endsWith("/rounds/" + round + "/model?version=2"));
        var draft = rounds.pendingModel(round).orElseThrow();
        assertThat(draft.state()).isEqualTo(ModelState.DRAFT);
        assertThat(draft.model().ceiling().amount()).isEqualTo(Kronor.of(6_000_000));
        assertThat(audit.read(null, trial.replaceFirst(".*/trials/", "trial/"), 10))
                .extracting(AuditTrail.Line::action)
                .contains("TRIAL_PROPOSED", "TRIAL_CHANGED", "TRIAL_MADE");
        assertThat(audit.read(null, "round/" + round, 10))
                .extracting(AuditTrail.Line::action)
                .contains("MODEL_DRAFTED", "MODEL_CHANGED");
    }

    @Test
    void aDraftThatSomebodyHasMadeMeanwhileIsntReplacedUnseen() {
        Visitor officer = officer();
        String trial = made(officer, "Till nämnden");
        List<String> open = new ArrayList<>(officer.hidden(trial + "/propose"));
        open.addAll(List.of("draft", ""));
        rounds.startNewVersion(RoundFixture.DIRECTOR, round).get();
        officer.send(trial + "/propose", open)
                .statusCode(409)
                .body(containsString("ersätter version 2"))
                .body(containsString("name=\"draft\" value=\"0\""));
    }

    @Test
    void aModelThatIsProposedIsntChangedByATrial() {
        rounds.startNewVersion(RoundFixture.OFFICER, round).get();
        rounds.propose(RoundFixture.OFFICER, round).get();
        Visitor officer = officer();
        String trial = made(officer, "För sent");
        long version = rounds.pendingModel(round).orElseThrow().version();
        officer.post(trial + "/propose", "draft", String.valueOf(version))
                .statusCode(409)
                .body(containsString("En godkänd eller föreslagen modell kan inte ändras"));
    }

    @Test
    void onlyWhoMadeATrialDeletesIt() {
        Visitor officer = officer();
        String trial = made(officer, "Min egen");
        Visitor controller = Visitor.loggedInAs("ekonom");
        controller.get(trial).body(not(containsString(trial + "/delete")));
        controller.get(trial + "/delete").statusCode(404);
        controller.postFrom(trial + "/name", trial + "/delete").statusCode(403);
        officer.post(trial + "/delete").statusCode(303);
        officer.get(trial).statusCode(404);
        officer.get("/rounds/" + round + "/trials").body(containsString("Ingen prövning är gjord än."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bromma", "bromma-chef", "utvarderare", "admin"})
    void nobodyElseSeesATrial(String username) {
        String trial = made(officer(), "Inte för alla");
        Visitor visitor = Visitor.loggedInAs(username);
        for (String page : List.of("", "/model", "/uptake", "/name", "/propose", "/delete")) {
            visitor.get(trial + page).statusCode(403);
            visitor.postFrom("/", trial + page).statusCode(page.isEmpty() ? 405 : 403);
        }
        visitor.get("/rounds/" + round + "/trials").statusCode(403);
        visitor.get("/rounds/" + round + "/trials/new").statusCode(403);
        visitor.get("/rounds/" + round + "/trials/compare?trial=1&trial=2").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sekreterare", "revisor"})
    void secretaryAndAuditorReadAndChangeNothing(String username) {
        String trial = made(officer(), "Att läsa");
        Visitor reader = Visitor.loggedInAs(username);
        reader.get(trial).statusCode(200).body(not(containsString(trial + "/model")));
        reader.get("/rounds/" + round + "/trials").statusCode(200).body(not(containsString("/trials/new")));
        for (String page : List.of("/model", "/uptake", "/name", "/propose", "/delete")) {
            reader.get(trial + page).statusCode(403);
            reader.postFrom("/", trial + page).statusCode(403);
        }
        reader.postFrom("/", "/rounds/" + round + "/trials/new", "name", "Nej").statusCode(403);
    }

    @Test
    void aControllerTriesButMakesNoProposal() {
        Visitor controller = Visitor.loggedInAs("ekonom");
        String trial = made(controller, "Ekonomens");
        controller.get(trial).statusCode(200).body(not(containsString(trial + "/propose")));
        controller.get(trial + "/propose").statusCode(403);
    }

    @Test
    void aTrialOfAnotherRoundOrNoRoundIsNotThere() {
        String trial = made(officer(), "I sin omgång");
        String elsewhere = trial.replace(round, "sig-2014");
        officer().get(elsewhere).statusCode(404);
        officer().get("/rounds/finns-inte/trials").statusCode(404);
        officer().get("/rounds/" + round + "/trials/99999999999999999999").statusCode(404);
    }

    @Test
    void theRoundsPageLeadsToTheTrialsAndTheyAreInEnglishToo() {
        officer().get("/rounds/" + round).body(containsString("/rounds/" + round + "/trials"));
        String trial = made(officer(), "All ask");
        assertThat(text(officer().inEnglish().get(trial)))
                .contains("The parts come to 5 400 000 kr but the ceiling is 5 000 000 kr.")
                .contains("M5 first binds at Älvsjö, co-financed district number 11");
    }
}
