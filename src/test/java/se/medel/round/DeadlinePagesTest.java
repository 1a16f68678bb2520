package se.medel.round;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.CONTROLLER;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** A round's dates and extensions, on the pages and in the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeadlinePagesTest {

    private static final ApiUser BROMMA = new ApiUser("bromma");
    private static final ApiUser FARSTA = new ApiUser("farsta-chef");

    @Inject
    RoundFixture fixture;

    @Inject
    TestClock clock;

    private String page;
    private String api;

    @BeforeEach
    void openARound() {
        // A moment and not a day: whoever is logged in is so by the real clock.
        clock.stopAt(LocalDate.of(2014, 3, 3));
        String round = fixture.openRound(model2014());
        page = "/rounds/" + round + "/dates";
        api = "/api/rounds/" + round;
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void theOfficerChangesTheDatesAndEverybodySeesThem() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get(page.replace("/dates", "")).body(containsString(page));
        set(officer, "2014-11-15", "2015-02-15", "20").statusCode(303).header("Location", endsWith(page));
        Visitor.loggedInAs("bromma")
                .get(page)
                .body(containsString("2015-02-15"), containsString("20 dagar"), not(containsString(page + "/edit")));
        Visitor.loggedInAs("revisor").inEnglish().get(page).body(containsString("Cost report due"));
        Visitor.loggedInAs("revisor")
                .get("/audit")
                .body(containsString("Ändrade omgångens datum"), containsString("2015-02-15"));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-02-01,2015-01-31,30,applicationsClose,har redan passerat",
        "2014-02-30,2015-01-31,30,applicationsClose,Skriv datumet som",
        "'',2015-01-31,30,applicationsClose,Skriv datumet som",
        "2014-10-31,2014-12-31,30,reportDue,Ange en dag efter 2014-12-31",
        "2014-10-31,2015-01-31,0,replyDays,från 1 till 366",
        "2014-10-31,2015-01-31,367,replyDays,366",
        "2014-10-31,2015-01-31,x,replyDays,",
    })
    void whatCannotBeIsRefusedAtItsFieldAndKept(String closes, String due, String days, String field, String text) {
        set(Visitor.loggedInAs("chef"), closes, due, days)
                .statusCode(422)
                .body(
                        containsString("href=\"#" + field + "\""),
                        containsString(text == null ? "" : text),
                        containsString("value=\"" + days + "\""));
    }

    @Test
    void whoIsSecondToSaveIsToldAndCanThenSave() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        List<String> old = officer.hidden(page + "/edit");
        set(Visitor.loggedInAs("chef"), "2014-11-15", "2015-02-15", "20").statusCode(303);
        old.addAll(List.of(
                "applicationsClose",
                "2014-11-20",
                "reportDue",
                "2015-02-20",
                "answerDays",
                "9",
                "reviewDays",
                "9",
                "replyDays",
                "9",
                "payDays",
                "9"));
        officer.send(page + "/edit", old)
                .statusCode(409)
                .body(containsString("Någon annan har ändrat datumen"), containsString("2014-11-20"));
        set(officer, "2014-11-20", "2015-02-20", "9").statusCode(303);
    }

    @Test
    void aDistrictGetsMoreTimeAndTheOthersDoNotSeeWhy() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.post(page + "/extension", "district", "", "dueOn", "2015-02-10", "reason", "")
                .statusCode(422)
                .body(
                        containsString("href=\"#district\""),
                        containsString("href=\"#reason\""),
                        containsString("2015-02-10"));
        officer.post(page + "/extension", "district", "bromma", "dueOn", "2015-01-31", "reason", "Ny ekonom")
                .statusCode(422)
                .body(containsString("Ange en dag efter 2015-01-31"));
        officer.post(page + "/extension", "district", "bromma", "dueOn", "2015-02-10", "reason", "Ny ekonom")
                .statusCode(303);
        officer.get(page).body(containsString("Bromma har fått anstånd"), containsString("Ny ekonom"));
        Visitor.loggedInAs("bromma").get(page).body(containsString("Ny ekonom"));
        Visitor.loggedInAs("farsta").get(page).body(not(containsString("Ny ekonom")));
        BROMMA.get(api + "/report-extensions").statusCode(200).body("reason", hasItem("Ny ekonom"));
        FARSTA.get(api + "/report-extensions").statusCode(200).body("", hasSize(0));
    }

    @Test
    void aProgramSetsTheDatesByTheirTag() {
        String tag = BROMMA.get(api + "/dates")
                .statusCode(200)
                .body("reportDue", equalTo("2015-01-31"))
                .body("replyDays", equalTo(21))
                .extract()
                .header("ETag");
        DIRECTOR.put(api + "/dates", tag, dates("2015-02-15", 14))
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("replyDays", equalTo(14));
        DIRECTOR.put(api + "/dates", tag, dates("2015-02-16", 14))
                .statusCode(412)
                .body("type", equalTo("/problems/dates-stale"));
        DIRECTOR.put(api + "/dates", null, dates("2015-02-16", 14)).statusCode(428);
        DIRECTOR.put(api + "/dates", "*", dates("2014-06-01", 400))
                .statusCode(422)
                .body("errors.pointer", hasItem("/replyDays"));
        DIRECTOR.put(api + "/dates", "*", "{\"reportDue\": \"2015-02-16\"}").statusCode(422);
        DIRECTOR.put(api + "/dates", "*", "null").statusCode(422);
        DIRECTOR.put(api + "/dates", "*", "{\"reportDue\": \"i morgon\"}").statusCode(400);
        DIRECTOR.put("/api/rounds/finns-inte/dates", "*", dates("2015-02-16", 14))
                .statusCode(404);
    }

    @Test
    void aProgramGivesMoreTimeOnceForAKey() {
        String more = "{\"district\": \"bromma\", \"dueOn\": \"2015-02-10\", \"reason\": \"Ny ekonom\"}";
        String key = api.substring(api.lastIndexOf('/'));
        OFFICER.post(api + "/report-extensions", key, more).statusCode(201).body("wasDue", equalTo("2015-01-31"));
        OFFICER.post(api + "/report-extensions", key, more).statusCode(201);
        OFFICER.get(api + "/report-extensions").body("", hasSize(1));
        OFFICER.post(api + "/report-extensions", more)
                .statusCode(422)
                .body("type", equalTo("/problems/extension-not-later"))
                .body("errors.pointer", hasItem("/dueOn"));
        OFFICER.post(api + "/report-extensions", "{\"district\": \"atlantis\"}")
                .statusCode(422)
                .body("errors.pointer", allOf(hasItem("/district"), hasItem("/dueOn"), hasItem("/reason")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bromma", "bromma-chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin"})
    void onlyTheOfficerAndTheDirectorChangeDates(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get(page + "/edit").statusCode(403);
        visitor.get(page + "/extension").statusCode(403);
        visitor.postFrom("/", page + "/edit", "reportDue", "2015-02-15").statusCode(403);
        visitor.postFrom("/", page + "/extension", "district", "bromma").statusCode(403);
        ApiUser program = new ApiUser(username);
        program.put(api + "/dates", "*", dates("2015-02-15", 14)).statusCode(403);
        program.post(api + "/report-extensions", "{}").statusCode(403);
    }

    @Test
    void evaluatorsAndAdministratorsSeeNoDates() {
        for (String username : List.of("utvarderare", "admin")) {
            Visitor.loggedInAs(username).get(page).statusCode(403);
            new ApiUser(username).get(api + "/dates").statusCode(403);
            new ApiUser(username).get(api + "/report-extensions").statusCode(403);
        }
        CONTROLLER.get(api + "/dates").statusCode(200);
        AUDITOR.get("/api/rounds/finns-inte/dates").statusCode(404);
    }

    private ValidatableResponse set(Visitor who, String closes, String due, String days) {
        return who.post(
                page + "/edit",
                "applicationsClose",
                closes,
                "reportDue",
                due,
                "answerDays",
                "30",
                "reviewDays",
                "30",
                "replyDays",
                days,
                "payDays",
                "30");
    }

    private static String dates(String due, int days) {
        return "{\"applicationsClose\": \"2014-10-31\", \"reportDue\": \"" + due
                + "\", \"answerDays\": 30, \"reviewDays\": 30, \"replyDays\": " + days + ", \"payDays\": 30}";
    }
}
