package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;
import static se.medel.round.RoundService.LONGEST_NAME;
import static se.medel.round.RoundService.LONGEST_NUMBER;
import static se.medel.round.RoundService.LONGEST_SOURCE;
import static se.medel.round.RoundService.MOST_CLIENTS;
import static se.medel.round.RoundService.MOST_QUIET_MONTHS;
import static se.medel.round.RoundService.MOST_YEARS;
import static se.medel.round.rules.AllocationModel.MOST_PERCENT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.medel.api.Input;
import se.medel.api.OpenRound;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component.AgeBand;
import se.medel.round.rules.Component.ClientCap;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;
import se.medel.round.rules.Component.GroupCap;
import se.medel.web.Form;
import se.medel.web.Visitor;

/** Pages and programs take the same: what stands at its limit on a page can be read and put back, and one more is refused. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundLimitsTest {

    private static final Kronor MOST = Kronor.of(Input.MOST_KRONOR);
    private static final List<String> DISTRICTS = List.of("bromma", "farsta");

    @Inject
    RoundService rounds;

    /** A model whose every figure and text is the largest there can be, or as much more. */
    private static AllocationModel atItsLimits(int more) {
        Basis basis = new Basis("Å99z", "s".repeat(LONGEST_SOURCE + more));
        return new AllocationModel(
                List.of(
                        new FixedGrant(basis, Map.of("bromma", MOST)),
                        new CoFinancing(basis, DISTRICTS, MOST, basis, true),
                        new ClientCompensation(
                                basis,
                                MOST,
                                new ClientCap(basis, MOST_CLIENTS + more),
                                List.of(new GroupCap(
                                        basis, "n".repeat(LONGEST_NAME + more), DISTRICTS, MOST_CLIENTS + more)),
                                new AgeBand(basis, MOST_YEARS + more, MOST_YEARS + more),
                                MOST_QUIET_MONTHS + more)),
                new Ceiling(basis, MOST),
                MOST_PERCENT);
    }

    private static ValidatableResponse saveOnThePage(OpenRound round, AllocationModel model) {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        Form form = ModelForm.filled(model, 0);
        List<String> fields = new ArrayList<>(List.of("do", "save"));
        form.names().stream().filter(name -> !name.equals("version")).forEach(name -> form.values(name)
                .forEach(value -> fields.addAll(List.of(name, value))));
        return officer.post("/rounds/" + round.id() + "/model/edit", fields.toArray(String[]::new));
    }

    @Test
    void aModelAtItsLimitsGoesFromThePageToTheProgramAndBackUnchanged() {
        OpenRound round = OpenRound.drafted();
        String path = round.path() + "/models/1";
        saveOnThePage(round, atItsLimits(0)).statusCode(303);
        Response read = OFFICER.get(path).statusCode(200).extract().response();
        Map<String, Object> model = read.jsonPath().getMap("model");
        assertThat(read.jsonPath().getInt("model.clientCompensation.quietMonths"))
                .isEqualTo(MOST_QUIET_MONTHS);
        OFFICER.put(path, read.header("ETag"), model).statusCode(200).body("model", equalTo(model));
        saveOnThePage(round, atItsLimits(0)).statusCode(303);
        OFFICER.get(path).body("model", equalTo(model));
    }

    @Test
    void oneMoreIsRefusedOnThePageAndOfTheProgramAlike() {
        OpenRound round = OpenRound.drafted();
        saveOnThePage(round, atItsLimits(1))
                .statusCode(422)
                .body(
                        containsString("href=\"#ceiling.source\""),
                        containsString("href=\"#clientCompensation.total\""),
                        containsString("href=\"#clientCompensation.groups[0].name\""),
                        containsString("href=\"#clientCompensation.groups[0].clients\""),
                        containsString("href=\"#clientCompensation.youngest\""),
                        containsString("href=\"#clientCompensation.oldest\""),
                        containsString("href=\"#clientCompensation.quietMonths\""));
        OFFICER.put(round.path() + "/models/1", "*", ModelJson.of(atItsLimits(1)))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/ceiling/source",
                                "/clientCompensation/total/clients",
                                "/clientCompensation/groups/0/name",
                                "/clientCompensation/groups/0/clients",
                                "/clientCompensation/ages/youngest",
                                "/clientCompensation/ages/oldest",
                                "/clientCompensation/quietMonths"));
    }

    @Test
    void moreThanAllOfThePlanCantBeToleratedOffPlan() {
        OpenRound round = OpenRound.drafted();
        Visitor officer = Visitor.loggedInAs("handlaggare");
        List<String> fields = new ArrayList<>(List.of("do", "save"));
        Form form = ModelForm.filled(atItsLimits(0), 0).with("offPlanTolerancePercent", "101");
        form.names().stream().filter(name -> !name.equals("version")).forEach(name -> form.values(name)
                .forEach(value -> fields.addAll(List.of(name, value))));
        officer.post("/rounds/" + round.id() + "/model/edit", fields.toArray(String[]::new))
                .statusCode(422)
                .body(containsString("href=\"#offPlanTolerancePercent\""), containsString("value=\"101\""));
        Map<String, Object> model =
                OFFICER.get(round.path() + "/models/1").extract().jsonPath().getMap("model");
        assertThat(model).containsEntry("offPlanTolerancePercent", 0);
        Map<String, Object> tooMuch = new java.util.HashMap<>(model);
        tooMuch.put("offPlanTolerancePercent", 101);
        OFFICER.put(round.path() + "/models/1", "*", tooMuch)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/offPlanTolerancePercent"))
                .body("errors[0].rule", equalTo("Y4"));
        // A program that knows nothing of it tolerates nothing, as the page that leaves it empty.
        tooMuch.remove("offPlanTolerancePercent");
        OFFICER.put(round.path() + "/models/1", "*", tooMuch)
                .statusCode(200)
                .body("model.offPlanTolerancePercent", equalTo(0));
    }

    @Test
    void theServiceItselfKnowsTheLimits() {
        OpenRound round = OpenRound.drafted();
        assertThat(rounds.check(round.id(), atItsLimits(0))).isEmpty();
        assertThat(rounds.check(round.id(), atItsLimits(1)))
                .extracting(refusal -> refusal.field())
                .contains(
                        "ceiling.source",
                        "clientCompensation.total",
                        "clientCompensation.youngest",
                        "clientCompensation.oldest",
                        "clientCompensation.quietMonths",
                        "clientCompensation.groups[0].name",
                        "clientCompensation.groups[0].clients");
    }

    @Test
    void aRoundAtItsLimitsGoesFromThePageToTheProgramAndBack() {
        String name = "n".repeat(LONGEST_NAME);
        String number = "9".repeat(LONGEST_NUMBER);
        String id = anyId();
        onThePage(id, name, number).statusCode(303);
        Map<String, Object> made = OFFICER.get("/api/rounds/" + id)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
        assertThat(made).containsEntry("name", name).containsEntry("caseNumber", number);
        byProgram(anyId(), name, number).statusCode(201);

        onThePage(anyId(), name + "n", number + "9")
                .statusCode(422)
                .body(
                        containsString("href=\"#name\""),
                        containsString("href=\"#programme\""),
                        containsString("href=\"#caseNumber\""));
        byProgram(anyId(), name + "n", number + "9")
                .statusCode(422)
                .body("errors.pointer", hasItems("/name", "/programme", "/caseNumber"));
    }

    private static ValidatableResponse onThePage(String id, String name, String number) {
        return Visitor.loggedInAs("handlaggare")
                .post(
                        "/rounds/new",
                        "from",
                        "sig-2014",
                        "id",
                        id,
                        "programme",
                        name,
                        "name",
                        name,
                        "year",
                        "2014",
                        "caseNumber",
                        number,
                        "applicationDeadline",
                        "2014-10-31");
    }

    private static ValidatableResponse byProgram(String id, String name, String number) {
        return OFFICER.post(
                "/api/rounds",
                Map.of(
                        "copyOf",
                        "sig-2014",
                        "id",
                        id,
                        "programme",
                        name,
                        "name",
                        name,
                        "year",
                        2014,
                        "caseNumber",
                        number,
                        "applicationDeadline",
                        "2014-10-31"));
    }

    private static String anyId() {
        return "most-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aParagraphAtItsLimitIsRegisteredAndOneMoreIsRefused() {
        OpenRound round = OpenRound.drafted();
        OFFICER.post(round.path() + "/proposal").statusCode(200);
        String paragraph = "§".repeat(LONGEST_NUMBER);
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        String page = "/rounds/" + round.id() + "/committee-decision";
        secretary
                .post(page, "date", "2014-02-13", "paragraph", paragraph + "§")
                .statusCode(422)
                .body(containsString("href=\"#paragraph\""));
        SECRETARY
                .post(round.path() + "/committee-decision", Map.of("date", "2014-02-13", "paragraph", paragraph + "§"))
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors.pointer", hasItem("/paragraph"));
        secretary.post(page, "date", "2014-02-13", "paragraph", paragraph).statusCode(303);
        OFFICER.get(round.path() + "/models/1").body("committeeParagraph", equalTo(paragraph));
    }
}
