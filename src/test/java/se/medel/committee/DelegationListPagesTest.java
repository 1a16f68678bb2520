package se.medel.committee;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.CONTROLLER;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;
import static se.medel.committee.MeetingFixture.anyParagraph;
import static se.medel.round.rules.ModelFixture.BROMMA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionView;
import se.medel.web.Visitor;

/** The lists of decisions made on delegation as the secretary, the others and programs meet them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationListPagesTest {

    private static final String API = "/api/delegation-lists";

    @Inject
    DelegationListFixture fixture;

    @Inject
    DelegationListService lists;

    @Inject
    Clock clock;

    @Test
    void theSecretaryClosesTheListReportsItAndTheDecisionSaysWhere() {
        DecisionView decision = fixture.decided();
        String page = "/delegation-lists/" + lists.open().number();
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        secretary.get("/").body(containsString(page), containsString("till nämnden"));
        secretary
                .get(page)
                .statusCode(200)
                .body(
                        containsString(decision.facts().caseNumber()),
                        containsString("Stäng listan"),
                        not(containsString("Registrera anmälan")),
                        not(containsString("/{")));
        secretary.get(page + "/pdf").statusCode(404);
        secretary.postFrom(page, page + "/close").statusCode(303);
        secretary.postFrom(page, page + "/close").statusCode(409).body(containsString("Listan är redan stängd"));
        secretary.get(page + "/pdf").statusCode(200).contentType("application/pdf");
        secretary.get("/").body(containsString("Registrera när delegationslista"));

        secretary
                .postFrom(page, page + "/report", "date", "snart", "paragraph", "§ 1")
                .statusCode(422)
                .body(containsString("href=\"#date\""), containsString("value=\"snart\""));
        secretary
                .postFrom(page, page + "/report", "date", "2014-01-01", "paragraph", "")
                .statusCode(422)
                .body(containsString("href=\"#date\""), containsString("href=\"#paragraph\""));
        String paragraph = anyParagraph();
        String today = LocalDate.now(clock).toString();
        secretary
                .postFrom(page, page + "/report", "date", today, "paragraph", paragraph)
                .statusCode(303);
        secretary
                .postFrom(page, page + "/report", "date", today, "paragraph", paragraph)
                .statusCode(409)
                .body(containsString("redan anmäld"));
        for (String reader : List.of("handlaggare", "chef", "ekonom", "revisor")) {
            Visitor visitor = Visitor.loggedInAs(reader);
            visitor.get(page).statusCode(200).body(containsString(today + " " + paragraph));
            visitor.get("/delegation-lists").statusCode(200).body(containsString(page));
            visitor.get(page + "/pdf").statusCode(200);
        }
        Visitor.loggedInAs(BROMMA)
                .get("/decisions/" + decision.id())
                .body(containsString("Anmält i nämnden " + today + " " + paragraph));
        secretary.get("/meetings").body(containsString("href=\"/delegation-lists\""), containsString(paragraph));
        Visitor.loggedInAs("revisor")
                .get("/meetings/"
                        + lists.find(Integer.parseInt(page.replaceAll(".*/", "")))
                                .orElseThrow()
                                .list()
                                .meeting())
                .body(containsString(page));
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/" + decision.roundId())
                .body(containsString("href=\"/delegation-lists\""));
    }

    @Test
    void whoseRoleIsAnotherIsRefused() {
        int number = fixture.closed();
        String page = "/delegation-lists/" + number;
        for (String username : List.of(BROMMA, BROMMA + "-chef", "utvarderare", "admin")) {
            Visitor visitor = Visitor.loggedInAs(username);
            for (String path : List.of("/delegation-lists", page, page + "/pdf")) {
                visitor.get(path).statusCode(403);
            }
        }
        for (String username : List.of("handlaggare", "chef", "ekonom", "revisor")) {
            Visitor visitor = Visitor.loggedInAs(username);
            visitor.get(page).body(not(containsString("action=\"" + page)));
            visitor.postFrom(page, page + "/close").statusCode(403);
            visitor.postFrom(page, page + "/report", "date", "2014-04-10", "paragraph", "§ 1")
                    .statusCode(403);
        }
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        for (String path : List.of("/999999", "/0", "/x", "/999999/pdf")) {
            secretary.get("/delegation-lists" + path).statusCode(404);
        }
        for (ApiUser user : List.of(new ApiUser(BROMMA), EVALUATOR)) {
            user.get(API).statusCode(403);
            user.get(API + "/" + number).statusCode(403);
            user.get(API + "/" + number + "/document").statusCode(403);
        }
        OFFICER.post(API + "/" + number + "/close").statusCode(403);
        OFFICER.post(API + "/" + number + "/report", "{}").statusCode(403);
    }

    @Test
    void aProgramClosesAndReportsOnceWithItsTagAndKey() {
        DecisionView decision = fixture.decided();
        int number = lists.open().number();
        String at = API + "/" + number;
        String tag = SECRETARY
                .get(at)
                .statusCode(200)
                .body("list.state", equalTo("open"))
                .body("lines.decision.subject", hasItem("decision/" + decision.id()))
                .extract()
                .header("ETag");
        SECRETARY.get(at + "/document").statusCode(404);
        fixture.decided();
        close(at, tag, null, 412);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            close(at, null, key, 200);
        }
        close(at, null, null, 409);
        CONTROLLER
                .get(at)
                .body("list.state", equalTo("closed"))
                .body("list.closedBy", equalTo("sekreterare"))
                .body("list.meeting", nullValue());
        CONTROLLER.get(at + "/document").statusCode(200).contentType("application/pdf");
        CONTROLLER.get(API).statusCode(200).body("number", hasItem(number)).body("[0].state", equalTo("open"));
        SECRETARY
                .post(at + "/report", "{\"date\": \"2014-01-01\", \"paragraph\": \"\"}")
                .statusCode(422)
                .body("errors.pointer", hasSize(2));
        String body = "{\"date\": \"" + LocalDate.now(clock) + "\", \"paragraph\": \"" + anyParagraph() + "\"}";
        String once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            SECRETARY.post(at + "/report", once, body).statusCode(200).body("state", equalTo("reported"));
        }
        SECRETARY
                .post(at + "/report", body)
                .statusCode(409)
                .body("type", equalTo("/problems/delegation-list-reported-already"));
        SECRETARY.get(API + "/999999").statusCode(404);
    }

    private static void close(String at, String tag, String key, int status) {
        RequestSpecification asks = SECRETARY.asks().contentType("application/json");
        if (tag != null) {
            asks.header("If-Match", tag);
        }
        if (key != null) {
            asks.header("Idempotency-Key", key);
        }
        asks.post(at + "/close").then().statusCode(status);
    }
}
