package se.medel.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FollowUpPagesTest {

    private static final String PERIOD = "?from=2014-01-01&to=2016-11-30";

    @Inject
    FollowUpFixture fixture;

    private GroupView group;

    @BeforeEach
    void history() {
        group = fixture.history();
    }

    @Test
    void ownPeopleReadTheTableOfTheEvaluation() {
        Visitor.loggedInAs("rinkeby-kista")
                .get("/follow-up/" + group.slug() + PERIOD)
                .statusCode(200)
                .body(containsString("1 januari 2014 till 30 november 2016"))
                .body(containsString(">108<"), containsString(">96<"), containsString(">8,9<"))
                .body(containsString("Lots L1"))
                .body(not(containsString("skyddat")));
    }

    @Test
    void outsidersReadThatSomeOfItIsProtected() {
        Visitor.loggedInAs("utvarderare")
                .get("/follow-up/" + group.slug() + "?year=2014")
                .statusCode(200)
                .body(containsString("Antal under fem visas inte"))
                .body(containsString("samtyckt till utvärderingen"))
                .body(containsString("skyddat"))
                .body(not(containsString("Lots L1")));
        Visitor.loggedInAs("chef")
                .get("/follow-up?year=2014")
                .statusCode(200)
                .body(containsString(group.name()))
                .body(not(containsString("samtyckt till utvärderingen")));
    }

    @Test
    void theChoiceOfAGroupLeadsToItsPage() {
        Visitor.loggedInAs("handlaggare")
                .get("/follow-up?group=" + group.slug() + "&year=2014")
                .statusCode(303)
                .header("Location", containsString("/follow-up/" + group.slug() + "?year=2014"));
        Visitor.loggedInAs("rinkeby-kista")
                .get("/follow-up?group=" + group.slug() + "&year=&from=2014-01-01&to=2014-03-31")
                .statusCode(303)
                .header("Location", containsString("?from=2014-01-01&to=2014-03-31"));
    }

    @Test
    void aFaultyPeriodIsShownBackWithItsFault() {
        Visitor.loggedInAs("rinkeby-kista")
                .get("/follow-up/" + group.slug() + "?from=2014-02-30&to=2014-03-31")
                .statusCode(422)
                .body(containsString("value=\"2014-02-30\""), containsString("id=\"from-error\""));
        Visitor.loggedInAs("utvarderare")
                .get("/follow-up/" + group.slug() + PERIOD)
                .statusCode(422)
                .body(containsString("Utanför gruppen visas bara hela år."));
    }

    @ParameterizedTest
    @CsvSource({
        "farsta, 404",
        "farsta-chef, 404",
        "sekreterare, 403",
        "admin, 403",
        "revisor, 200",
        "ekonom, 200",
        "spanga-tensta, 200",
    })
    void theGroupsPageAndFileAreForItsOwnAndForProtectedReaders(String username, int status) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get("/follow-up/" + group.slug() + "?year=2014").statusCode(status);
        visitor.get("/follow-up/" + group.slug() + "/file.csv?year=2014").statusCode(status);
        new ApiUser(username)
                .get("/api/groups/" + group.slug() + "/figures?year=2014")
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"farsta, 403", "sekreterare, 403", "admin, 403", "utvarderare, 200", "chef, 200"})
    void allGroupsAreForProtectedReaders(String username, int status) {
        new ApiUser(username).get("/api/follow-up?year=2014").statusCode(status);
        Visitor.loggedInAs(username).get("/follow-up/file.csv?year=2014").statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"utvarderare, true", "rinkeby-kista, true", "sekreterare, false", "admin, false"})
    void theStartPageLeadsToTheFigures(String username, boolean leads) {
        ValidatableResponse start = Visitor.loggedInAs(username).get("/").statusCode(200);
        start.body(leads ? containsString("\"/follow-up\"") : not(containsString("\"/follow-up\"")));
    }

    @Test
    void theFileHoldsTheFiguresForASwedishSpreadsheet() {
        byte[] bytes = Visitor.loggedInAs("rinkeby-kista")
                .get("/follow-up/" + group.slug() + "/file.csv" + PERIOD)
                .statusCode(200)
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", containsString(".csv"))
                .extract()
                .asByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFGrupp;Från;Till;Avsnitt;Uppgift;Värde;Enhet;Högst;Anmärkning\r\n");
        assertThat(text.lines())
                .contains(
                        group.name() + ";2014-01-01;2016-11-30;Kom;Kom under perioden;108;personer;;",
                        group.name()
                                + ";2014-01-01;2016-11-30;Väntar och skrivs in;Inskrivna under perioden, därav inskrivna mer"
                                + " än en gång;15;personer;;",
                        group.name() + ";2014-01-01;2016-11-30;Tid i gruppen;Medelvärde, månader;8,9;månader;;",
                        group.name() + ";2014-01-01;2016-11-30;Utfall;Lagjobb;38;personer;;")
                .allMatch(line -> line.chars().filter(c -> c == ';').count() == 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/${group}"})
    void aHiddenFigureIsEmptyInTheFileWithOneAndTheSameNote(String of) {
        List<String[]> rows = Visitor.loggedInAs("utvarderare")
                .get("/follow-up" + of.replace("${group}", group.slug()) + "/file.csv?year=2014")
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row[8]).isEqualTo(row[5].isEmpty() ? "skyddat" : ""))
                .anySatisfy(row -> assertThat(row[5]).isEmpty())
                .anySatisfy(row -> assertThat(row[5]).isNotEmpty());
    }

    @Test
    void noCodeOfAParticipantIsAnywhere() {
        String code = ParticipantFixture.code(group, 1);
        String prefix = code.substring(0, code.indexOf('-') + 1);
        Visitor own = Visitor.loggedInAs("rinkeby-kista");
        for (String path : Arrays.asList("", "/file.csv")) {
            own.get("/follow-up/" + group.slug() + path + PERIOD)
                    .statusCode(200)
                    .body(not(containsString(prefix)));
        }
        new ApiUser("rinkeby-kista")
                .get("/api/groups/" + group.slug() + "/figures" + PERIOD)
                .statusCode(200)
                .body(not(containsString(prefix)));
    }

    @Test
    void aProgramReadsTheSameFigures() {
        new ApiUser("spanga-tensta")
                .get("/api/groups/" + group.slug() + "/figures" + PERIOD)
                .statusCode(200)
                .body("group", equalTo(group.slug()))
                .body("hidden", equalTo(false))
                .body("came.persons", equalTo(108))
                .body("admitted.moreThanOnce", equalTo(15))
                .body("monthsEnrolled.mean", equalTo(8.9f))
                .body("tookPart.places.find { it.place == 'ordinary-work' }.persons", equalTo(19))
                .body("outcomes.find { it.kind == 'team-job' }.persons", equalTo(38))
                .body("guides.guide", hasItem("L1"));
        JsonPath outside = ApiUser.EVALUATOR
                .get("/api/follow-up?year=2014")
                .statusCode(200)
                .body("all.group", nullValue())
                .body("all.evaluationConsentOnly", equalTo(true))
                .extract()
                .jsonPath();
        assertThat(outside.getBoolean("groups.find { it.group == '" + group.slug() + "' }.hidden"))
                .isTrue();
        ApiUser.EVALUATOR
                .get("/api/follow-up?year=x")
                .statusCode(422)
                .body("type", equalTo("/problems/follow-up-year"))
                .body("errors[0].pointer", containsString("year"));
    }
}
