package se.medel.delegation;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationView;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Visitor;

/** The pages and the API of the delegation order, substitutes and conflicts of interest. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationPagesTest {

    @Inject
    DelegationFixture delegation;

    @Inject
    RoundFixture fixture;

    @Inject
    OrderService orders;

    @BeforeEach
    void aSecondDirector() {
        delegation.deputy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "ekonom", "sekreterare", "revisor", "admin"})
    void theAdministrationAndTheAuditorReadTheOrder(String user) {
        Visitor.loggedInAs(user)
                .get("/delegation")
                .statusCode(200)
                .body(containsString("Bevilja medfinansiering"), containsString("Verkställighet"));
        Visitor.loggedInAs(user).get("/delegation/stand-ins").statusCode(200);
        new ApiUser(user).get("/api/delegation/orders/1").statusCode(200).body("lines[0].point", equalTo("1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bromma", "bromma-chef", "utvarderare"})
    void districtsAndTheEvaluatorDoNot(String user) {
        Visitor.loggedInAs(user).get("/delegation").statusCode(403);
        Visitor.loggedInAs(user).get("/delegation/stand-ins").statusCode(403);
        new ApiUser(user).get("/api/delegation/orders").statusCode(403);
        new ApiUser(user).get("/api/delegation/stand-ins").statusCode(403);
    }

    @Test
    void onlyTheSecretaryWritesADraftAndWhatIsWrongIsSaidAtItsField() {
        Visitor.loggedInAs("chef").postFrom("/delegation", "/delegation/drafts").statusCode(403);
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        secretary.postFrom("/delegation", "/delegation/drafts").statusCode(303);
        int number = orders.all().get(0).number();
        String page = "/delegation/" + number;
        try {
            secretary
                    .get("/")
                    .body(containsString("Registrera nämndens beslut om delegationsordningen, version " + number));
            secretary
                    .post(
                            page + "/edit",
                            "lines[0].point",
                            "tre",
                            "lines[0].kind",
                            "REPAYMENT",
                            "lines[0].nature",
                            "",
                            "lines[0].upTo",
                            "1,5",
                            "lines[0].to",
                            "2014-02-30",
                            "do",
                            "save")
                    .statusCode(422)
                    .body(allOf(
                            containsString("value=\"tre\""),
                            containsString("value=\"1,5\""),
                            containsString("href=\"#lines[0].upTo\""),
                            containsString("Skriv datumet som")));
            secretary
                    .post(
                            page + "/edit",
                            "lines[0].point",
                            "",
                            "lines[1].point",
                            "3.2",
                            "lines[1].kind",
                            "REPAYMENT",
                            "do",
                            "save")
                    .statusCode(422)
                    .body(containsString("href=\"#lines[0].nature\""), containsString("value=\"3.2\""));
            List<String> old = secretary.hidden(page + "/edit");
            secretary.post(page + "/edit", row("3.2", "chef")).statusCode(303);
            secretary.get(page).body(containsString("250 000 kr".replace(' ', '\u00a0')), containsString("3.2"));
            old.addAll(List.of(row("3.3", "")));
            secretary.send(page + "/edit", old).statusCode(409).body(containsString("Någon annan har ändrat"));
            secretary
                    .post(page + "/decision", "date", "2199-01-01", "paragraph", "", "from", "2001-01-01")
                    .statusCode(422)
                    .body(
                            containsString("href=\"#date\""),
                            containsString("href=\"#paragraph\""),
                            containsString("href=\"#from\""));
        } finally {
            secretary.postFrom(page, page + "/discard").statusCode(303);
        }
        secretary.get(page).statusCode(404);
    }

    @Test
    void anAbsenceIsEnteredAndTakenBackOnThePageAndInTheApi() {
        String today = LocalDate.now(java.time.Clock.systemDefaultZone()).toString();
        Visitor director = Visitor.loggedInAs("chef");
        director.post("/delegation/stand-ins", "person", "chef", "substitute", "chef", "from", "x", "to", today)
                .statusCode(422);
        director.post(
                        "/delegation/stand-ins",
                        "person",
                        "chef",
                        "substitute",
                        "chef",
                        "ground",
                        "ABSENCE",
                        "from",
                        today,
                        "to",
                        today)
                .statusCode(422)
                .body(containsString("href=\"#substitute\""));
        director.post(
                        "/delegation/stand-ins",
                        "person",
                        "chef",
                        "substitute",
                        "bitradande",
                        "ground",
                        "ABSENCE",
                        "from",
                        today,
                        "to",
                        today)
                .statusCode(303);
        Visitor.loggedInAs("handlaggare")
                .get("/delegation/stand-ins")
                .body(containsString("bitradande"), not(containsString("Ta bort")));
        int id = AUDITOR.get("/api/delegation/stand-ins")
                .extract()
                .path("find { it.from == '" + today + "' && !it.withdrawn }.id");
        OFFICER.post("/api/delegation/stand-ins/" + id + "/withdrawal").statusCode(403);
        ADMINISTRATOR
                .post("/api/delegation/stand-ins/" + id + "/withdrawal")
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        SECRETARY.post("/api/delegation/stand-ins/" + id + "/withdrawal").statusCode(409);
        SECRETARY.post("/api/delegation/stand-ins", "{\"person\": \"nobody\"}").statusCode(422);
    }

    @Test
    void aConflictIsDeclaredOnAPageOfItsOwnAndBarsFromThePageOfTheDecision() {
        ApplicationView application =
                fixture.prepared(fixture.openRound(model2014()), "farsta", ComponentKind.CO_FINANCING, 100_000);
        String page = "/conflicts/application/" + application.id();
        Visitor director = Visitor.loggedInAs("chef");
        director.get("/applications/" + application.id() + "/decide")
                .body(containsString("href=\"" + page + "\""), containsString("Genom att besluta förklarar du"));
        Visitor.loggedInAs("ekonom").get(page).statusCode(403);
        Visitor.loggedInAs("farsta").get(page).statusCode(403);
        director.get("/conflicts/application/999999999").statusCode(404);
        director.get("/conflicts/nothing/1").statusCode(404);
        director.post(page).statusCode(422).body(containsString("href=\"#ground\""));
        List<String> form = director.hidden("/applications/" + application.id() + "/decide");
        director.post(page, "ground", "REPRESENTATIVE").statusCode(303);
        form.addAll(List.of("outcome", "grant", "amount", "100000", "reasons", "Eget ord.", "do", "decide"));
        director.send("/applications/" + application.id() + "/decide", form)
                .statusCode(409)
                .body(containsString("Du har anmält jäv"), containsString("Eget ord."));
        AUDITOR.get("/api/delegation/conflicts")
                .statusCode(200)
                .body("subject", hasItem("application/" + application.id()));
        Visitor.loggedInAs("revisor").get("/audit").body(containsString("Anmälde jäv"));
    }

    @Test
    void theApiWritesADraftAndRegistersOnlyWhatCanBe() {
        String key = UUID.randomUUID().toString();
        DIRECTOR.post("/api/delegation/orders").statusCode(403);
        int number = SECRETARY
                .post("/api/delegation/orders", key, "")
                .statusCode(201)
                .extract()
                .path("number");
        String path = "/api/delegation/orders/" + number;
        try {
            SECRETARY.post("/api/delegation/orders", key, "").statusCode(201).body("number", equalTo(number));
            SECRETARY.post("/api/delegation/orders").statusCode(409);
            String tag = SECRETARY.get(path).extract().header("ETag");
            String lines =
                    "{\"lines\": [{\"point\": \"1.1\", \"kind\": \"%s\", \"nature\": \"decision\", \"upTo\": %s}]}";
            SECRETARY
                    .put(path + "/lines", null, lines.formatted("repayment", 5))
                    .statusCode(428);
            SECRETARY
                    .put(path + "/lines", tag, lines.formatted("repayment", "1.5"))
                    .statusCode(422);
            SECRETARY.put(path + "/lines", tag, lines.formatted("repayment", 5)).statusCode(200);
            SECRETARY.put(path + "/lines", tag, lines.formatted("repayment", 6)).statusCode(412);
            SECRETARY.post(path + "/decision", "{\"date\": \"2199-01-01\"}").statusCode(422);
            SECRETARY
                    .put("/api/delegation/orders/1/lines", "\"0\"", lines.formatted("repayment", 5))
                    .statusCode(409);
        } finally {
            SECRETARY.delete(path).statusCode(204);
        }
        SECRETARY.delete(path).statusCode(404);
    }

    private static String[] row(String point, String holder) {
        return new String[] {
            "lines[0].point",
            point,
            "lines[0].kind",
            "REPAYMENT",
            "lines[0].nature",
            "DECISION",
            "lines[0].holder",
            holder,
            "lines[0].upTo",
            "250 000",
            "lines[0].from",
            "",
            "lines[0].to",
            "",
            "do",
            "save"
        };
    }
}
