package se.medel.application;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.application.rules.ApplicationState;
import se.medel.database.TestDatabase;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

/** Who sees which page: another role gets 403, another district 404. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationAccessTest {

    private static final List<String> OF_THE_DISTRICT = List.of(
            "/plan",
            "/money",
            "/clients",
            "/own-financing",
            "/method",
            "/follow-up",
            "/other-funding",
            "/check",
            "/receipt",
            "/withdraw");

    @Inject
    ApplicationService applications;

    private String submitted;
    private String draft;

    @BeforeEach
    void theDemoYear() {
        Actor district = new Actor("hasselby-vallingby", Role.DISTRICT_OFFICER, "hasselby-vallingby");
        submitted =
                "/applications/" + applications.ofOwnDistrict(district).get(0).id();
        Actor other = new Actor("alvsjo", Role.DISTRICT_OFFICER, "alvsjo");
        draft = "/applications/"
                + applications.ofOwnDistrict(other).stream()
                        .filter(line -> line.state() == ApplicationState.DRAFT)
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin"})
    void onlyADistrictWritesApplications(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get("/applications").statusCode(403);
        OF_THE_DISTRICT.forEach(page -> visitor.get(submitted + page).statusCode(403));
        for (String page : List.of("/plan", "/check", "/withdraw", "/sign")) {
            visitor.postFrom("/", submitted + page).statusCode(403);
        }
        visitor.postFrom("/", "/rounds/sig-2014/applications", "component", "co-financing")
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"farsta", "farsta-chef"})
    void anotherDistrictsApplicationIsNotFound(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get(submitted).statusCode(404);
        visitor.get(submitted + "/decision").statusCode(404);
        OF_THE_DISTRICT.forEach(page -> visitor.get(submitted + page).statusCode(404));
        for (String page : List.of("/plan", "/check", "/withdraw")) {
            visitor.postFrom("/", submitted + page, "version", "0").statusCode(404);
        }
        if (username.endsWith("-chef")) {
            visitor.postFrom("/", submitted + "/sign").statusCode(404);
        } else {
            visitor.postFrom("/", submitted + "/sign").statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"farsta", "farsta-chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin"})
    void onlyTheSocialAdministrationPreparesAndDecides(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        for (String page : List.of("/prepare", "/completion", "/decide", "/replace")) {
            visitor.get(submitted + page).statusCode(403);
            visitor.postFrom("/", submitted + page, "version", "0").statusCode(403);
        }
    }

    @Test
    void anOfficerNeverDecides() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        for (String page : List.of("/decide", "/replace")) {
            officer.get(submitted + page).statusCode(403);
            officer.postFrom("/", submitted + page, "version", "0").statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "ekonom", "sekreterare", "revisor"})
    void whoReadsReadsWhatIsSubmittedAndNoDrafts(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get(submitted).statusCode(200).body(containsString("Hässelby-Vällingby"));
        visitor.get("/rounds/sig-2014/applications").statusCode(200).body(containsString("Hässelby-Vällingby"));
        visitor.get(draft).statusCode(404);
        visitor.get("/rounds/nowhere/applications").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utvarderare", "admin"})
    void whoHasNoCasesReadsNone(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get(submitted).statusCode(403);
        visitor.get(submitted + "/decision").statusCode(403);
        visitor.get("/rounds/sig-2014/applications").statusCode(403);
    }

    @Test
    void whoIsNotLoggedInIsSentToLogIn() {
        for (String page : List.of("", "/plan", "/check", "/prepare", "/decide")) {
            RestAssured.given()
                    .redirects()
                    .follow(false)
                    .get(submitted + page)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/login"));
        }
    }
}
