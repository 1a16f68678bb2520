package se.medel.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.privacy.TestNumbers;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterResourceTest {

    private static final ApiUser WORKER = new ApiUser("sodermalm");

    @Inject
    ParticipantFixture fixture;

    @Inject
    TestClock clock;

    private GroupView group;
    private String at;

    @BeforeEach
    void aGroup() {
        clock.stopAt(LocalDate.of(2014, 9, 1));
        group = fixture.group("sodermalm");
        at = "/api/groups/" + group.slug();
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    private String arrived(int number) {
        return WORKER.post(
                        at + "/participants",
                        "{\"code\": \"" + ParticipantFixture.code(group, number)
                                + "\", \"birthYear\": 1992, \"area\": \"sodermalm\", \"referral\": \"social-services\","
                                + " \"cameOn\": \"2014-03-03\"}")
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private ValidatableResponse writes(String participant, String entry) {
        return WORKER.post(participant + "/entries", entry);
    }

    @Test
    void aParticipantIsWrittenAndReadByWireNames() {
        String one = arrived(1);
        writes(
                        one,
                        "{\"kind\": \"assessed\", \"day\": \"2014-03-04\", \"values\": [\"age\", \"area\","
                                + " \"no-fixed-occupation\", \"lives-on-crime\", \"motivated\"]}")
                .statusCode(201)
                .body("assessment.inTargetGroup", is(true));
        writes(one, "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"values\": [\"police\", \"county-council\"]}")
                .statusCode(201)
                .body("consent.between", contains("police", "county-council"));
        writes(one, "{\"kind\": \"waiting\", \"day\": \"2014-03-05\"}").statusCode(201);
        WORKER.get(at + "/waiting-list")
                .statusCode(200)
                .body("[0].code", equalTo(ParticipantFixture.code(group, 1)))
                .body("[0].daysWaited", is(180));
        writes(one, "{\"kind\": \"admitted\", \"day\": \"2014-04-01\", \"value\": \"L1\"}")
                .statusCode(201)
                .body("state", equalTo("admitted"))
                .body("possible", hasItems("resting", "discharged", "guide-changed"))
                .body("possible", not(hasItem("waiting")));
        writes(one, "{\"kind\": \"resting\", \"day\": \"2014-06-01\", \"value\": \"serving-sentence\"}")
                .statusCode(201);
        WORKER.get(one)
                .statusCode(200)
                .body("state", equalTo("resting"))
                .body("referral", equalTo("social-services"))
                .body("plan.stale", is(true))
                .body("enrolments", hasSize(1))
                .body("monthsEnrolled", equalTo(5.0f))
                .body("entries.kind", hasItems("interest", "lives-in", "assessed", "resting"))
                .body("entries.find { it.kind == 'resting' }.value", equalTo("serving-sentence"))
                .body("entries.find { it.kind == 'consented' }.values", containsInAnyOrder("police", "county-council"))
                .body("entries.recordedBy", everyItem(equalTo("sodermalm")));
        WORKER.get(one + "?on=2014-05-31")
                .body("state", equalTo("admitted"))
                .body("possible", hasSize(0))
                .body("entries.kind", not(hasItem("resting")));
        WORKER.get(one + "?on=2014-03-02")
                .statusCode(200)
                .body("state", nullValue())
                .body("entries", hasSize(0));
        WORKER.get(at + "/overview")
                .body("states.find { it.state == 'resting' }.participants", is(1))
                .body("stalePlans", is(1))
                .body("limits.placesPerGuide", is(10))
                .body("guides.guide", contains("L1", "L2"));
    }

    @Test
    void whatWasWrittenLastIsStruckAndTold() {
        String one = arrived(1);
        writes(one, "{\"kind\": \"waiting\", \"day\": \"2014-03-05\"}").statusCode(201);
        WORKER.delete(one + "/entries/latest")
                .statusCode(200)
                .body("state", equalTo("interest"))
                .body("entries.find { it.kind == 'waiting' }.struckBy", equalTo("sodermalm"));
        WORKER.delete(one + "/entries/latest").statusCode(409).body("type", equalTo("/problems/nothing-to-strike"));
        new ApiUser("bromma").delete(one + "/entries/latest").statusCode(404);
        ApiUser.OFFICER.delete(one + "/entries/latest").statusCode(403);
    }

    @Test
    void theSameEntryWithTheSameKeyIsWrittenOnceAndAStaleTagIsRefused() {
        String one = arrived(1);
        String tag = WORKER.get(one).extract().header("ETag");
        String entry = "{\"kind\": \"outcome\", \"day\": \"2014-03-04\", \"value\": \"housing\"}";
        String key = "nyckel-" + group.slug();
        for (int i = 0; i < 2; i++) {
            WORKER.post(one + "/entries", key, entry).statusCode(201).body("outcomes", hasSize(1));
        }
        WORKER.asks()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(entry)
                .post(one + "/entries")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/participant-stale"));
        WORKER.get(one).body("outcomes", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"no-such\", \"day\": \"2014-03-04\"} | 400 | ",
                "{\"kind\": \"waiting\"} | 422 | /day",
                "{\"day\": \"2014-03-04\"} | 422 | /kind",
                "{\"kind\": \"waiting\", \"day\": \"1850-01-01\"} | 400 | ",
                "{\"kind\": \"waiting\", \"day\": \"2014-09-02\"} | 422 | /day",
                "{\"kind\": \"waiting\", \"day\": \"2014-03-01\"} | 422 | /day",
                "{\"kind\": \"waiting\", \"day\": \"2014-03-04\", \"value\": \"x\"} | 422 | /value",
                "{\"kind\": \"waiting\", \"day\": \"2014-03-04\", \"values\": [\"police\"]} | 422 | /values",
                "{\"kind\": \"discharged\", \"day\": \"2014-03-04\", \"value\": \"INACTIVE\"} | 422 | /value",
                "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"values\": [\"police\", \"x\"]} | 422 | /values",
                "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"value\": \"police\"} | 422 | /value",
                "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"values\": [null]} | 422 | /values",
                "{\"kind\": \"lives-in\", \"day\": \"2014-03-04\", \"value\": \"Atlantis\"} | 422 | /value"
            })
    void anEntryThatCantBeIsRefusedAtItsMember(String entry, int status, String pointer) {
        String one = arrived(1);
        ValidatableResponse answer = writes(one, entry).statusCode(status);
        if (pointer != null) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        WORKER.get(one).body("entries", hasSize(2));
    }

    @Test
    void whatIsChosenTwiceCountsOnce() {
        writes(arrived(1), "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"values\": [\"police\", \"police\"]}")
                .statusCode(201)
                .body("consent.between", contains("police"));
    }

    @Test
    void theListIsReadPageByPageByStateAndDay() {
        for (int i = 1; i <= 51; i++) {
            fixture.arrived(group, i, 1992, LocalDate.of(2014, 3, 3));
        }
        int next = WORKER.get(at + "/participants")
                .body("participants", hasSize(50))
                .extract()
                .path("next");
        WORKER.get(at + "/participants?after=" + next)
                .body("participants", hasSize(1))
                .body("next", nullValue());
        WORKER.get(at + "/participants?state=admitted").body("participants", hasSize(0));
        WORKER.get(at + "/participants?state=interest&on=2014-03-03").body("participants", hasSize(50));
        WORKER.get(at + "/participants?on=2014-03-02").body("participants", hasSize(0));
        for (String query : List.of("state=ADMITTED", "on=x", "on=2014-02-30", "after=x", "after=-1")) {
            WORKER.get(at + "/participants?" + query).statusCode(422);
        }
    }

    @Test
    void theListIsReadByGuideAndByStalePlan() {
        LocalDate day = LocalDate.of(2014, 3, 3);
        long withL1 = fixture.admitted(group, 1, 1992, day).id();
        long withL2 = fixture.admitted(group, 2, 1992, day).id();
        fixture.waiting(group, 3, 1992, day);
        fixture.record(
                group, withL2, Entry.of(EntryKind.ACTIVITY_STARTED, LocalDate.of(2014, 8, 1), ActivityCategory.WORK));
        String all = at + "/participants";
        WORKER.get(all + "?guide=L1").statusCode(200).body("participants.id", contains((int) withL1));
        WORKER.get(all + "?stalePlan=true").body("participants.id", contains((int) withL1));
        WORKER.get(all + "?stalePlan=true&guide=L2&state=admitted").body("participants", hasSize(0));
        WORKER.get(all + "?stalePlan=false").body("participants", hasSize(3));
        WORKER.get(all + "?stalePlan=true&guide=L1&after=" + withL1).body("participants", hasSize(0));
        WORKER.get(all + "?guide=L9&stalePlan=yes&state=gone")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/guide", "/stalePlan", "/state"));
        WORKER.get(all + "?guide=L1&stalePlan=true&on=2014-06-01")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/guide", "/stalePlan"));
        new ApiUser("farsta").get(all + "?guide=L1&stalePlan=true").statusCode(404);
        ApiUser.OFFICER.get(all + "?guide=L1&stalePlan=true").statusCode(403);
    }

    @Test
    void aWithdrawnConsentOpensNothing() {
        String one = arrived(1);
        writes(one, "{\"kind\": \"consented\", \"day\": \"2014-03-04\", \"values\": [\"police\"]}");
        writes(one, "{\"kind\": \"consent-withdrawn\", \"day\": \"2014-03-05\"}")
                .statusCode(201)
                .body("consent.withdrawnOn", equalTo("2014-03-05"))
                .body("consent.between", hasSize(0))
                .body("possible", contains("discharged"));
        writes(one, "{\"kind\": \"waiting\", \"day\": \"2014-03-06\"}")
                .statusCode(409)
                .body("rule", equalTo("P2"))
                .body("type", equalTo("/problems/consent-is-withdrawn"));
    }

    @Test
    void theOfficerSetsUpAndTheDistrictSetsItsLimits() {
        String slug = "api-" + group.slug();
        String wanted = "{\"slug\": \"" + slug + "\", \"name\": \"Api " + group.name()
                + "\", \"districts\": [\"sodermalm\"], \"areas\": [{\"name\": \"Tanto\", \"district\": \"sodermalm\","
                + " \"from\": \"2014-01-01\"}]}";
        ApiUser.OFFICER.post("/api/groups", wanted).statusCode(201).header("Location", "/api/groups/" + slug);
        ApiUser.OFFICER.post("/api/groups", wanted).statusCode(422).body("errors.pointer", hasItem("/slug"));
        WORKER.post("/api/groups", wanted).statusCode(403);
        ApiUser.AUDITOR.get("/api/groups").body("slug", hasItem(slug));
        String its = "/api/groups/" + slug;
        ApiUser.OFFICER
                .post(its + "/areas", "{\"name\": \"Årsta\", \"district\": \"sodermalm\", \"from\": \"2014-02-01\"}")
                .statusCode(201)
                .body("areas.name", contains("Tanto", "Årsta"));
        WORKER.post(its + "/guides", "{\"code\": \"L9\", \"from\": \"2014-01-01\"}")
                .statusCode(201);
        WORKER.post(its + "/guides", "{\"code\": \"" + TestNumbers.personal() + "\", \"from\": \"2014-01-01\"}")
                .statusCode(422)
                .body(not(containsString("2385")));
        WORKER.post(its + "/guides/L9/end", "{\"to\": \"2014-05-01\"}")
                .statusCode(200)
                .body("to", equalTo("2014-05-01"));
        WORKER.post(its + "/guides/L8/end", "{\"to\": \"2014-05-01\"}").statusCode(404);
        WORKER.post(
                        its + "/limits",
                        "{\"from\": \"2014-10-01\", \"placesPerGuide\": 4, \"mostWithSupport\": 20, \"youngest\": 20,"
                                + " \"oldest\": 29, \"reviewDays\": 60}")
                .statusCode(201);
        WORKER.post(its + "/limits", "{\"from\": \"2014-10-01\"}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/placesPerGuide", "/reviewDays"));
        ApiUser.DIRECTOR.get(its + "/limits").body("placesPerGuide", contains(10, 4));
        int stop = WORKER.post(its + "/stops", "{\"starts\": \"2014-05-01\", \"reason\": \"Brist\"}")
                .statusCode(201)
                .extract()
                .path("id");
        WORKER.post(its + "/stops", "{\"starts\": \"2014-06-01\", \"reason\": \"Brist\"}")
                .statusCode(422)
                .body("rule", equalTo("P7"));
        WORKER.post(its + "/stops/" + stop + "/end", "{\"ends\": \"2014-06-01\"}")
                .statusCode(200);
        WORKER.post(its + "/stops/0/end", "{\"ends\": \"2014-06-01\"}").statusCode(404);
        WORKER.post(its + "/stops", "{\"starts\": \"2014-07-01\", \"reason\": \"Om " + TestNumbers.personal() + "\"}")
                .statusCode(422)
                .body(not(containsString("2385")));
    }

    @Test
    void theGroupSetsHowItsCodesAreWritten() {
        String codes = at + "/codes";
        String wanted = "{\"fewestLetters\": 1, \"mostLetters\": 4, \"mostDigits\": 3}";
        String tag = WORKER.get(at).extract().header("ETag");
        WORKER.post(codes, wanted)
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("codePrefix", nullValue())
                .body("codes.mostLetters", is(4));
        String arrival = "\", \"birthYear\": 1992, \"area\": \"sodermalm\", \"referral\": \"police\","
                + " \"cameOn\": \"2014-03-03\"}";
        WORKER.post(at + "/participants", "{\"code\": \"Q-1234" + arrival)
                .statusCode(422)
                .body("errors.pointer", contains("/code"));
        WORKER.post(at + "/participants", "{\"code\": \"QXZW-123" + arrival).statusCode(201);
        ApiUser.OFFICER
                .post(codes, "{\"codePrefix\": \"qq\", \"fewestLetters\": 2, \"mostLetters\": 3, \"mostDigits\": 6}")
                .statusCode(200)
                .body("codePrefix", equalTo("QQ"));
        WORKER.post(codes, "{\"codePrefix\": \"Q1\", \"fewestLetters\": 4, \"mostLetters\": 3, \"mostDigits\": 7}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/codePrefix", "/mostLetters", "/mostDigits"));
        WORKER.post(codes, "{\"codePrefix\": \"QQ\"}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/fewestLetters", "/mostDigits"));
        ApiUser.DIRECTOR.post(codes, wanted).statusCode(403);
        ApiUser.AUDITOR.post(codes, wanted).statusCode(403);
        new ApiUser("farsta").post(codes, wanted).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "revisor", "ekonom", "sekreterare", "utvarderare", "admin"})
    void nobodyOutsideTheDistrictsReadsTheRegister(String username) {
        String one = arrived(1);
        ApiUser user = new ApiUser(username);
        for (String path : List.of(at + "/overview", at + "/waiting-list", at + "/participants", one)) {
            user.get(path).statusCode(403);
        }
        user.post(one + "/entries", "{\"kind\": \"waiting\", \"day\": \"2014-03-04\"}")
                .statusCode(403);
        boolean structure = List.of("handlaggare", "chef", "revisor").contains(username);
        for (String path : List.of("/api/groups", at, at + "/limits", at + "/guides", at + "/stops")) {
            user.get(path).statusCode(structure ? 200 : 403);
        }
    }

    @Test
    void anotherDistrictFindsNothing() {
        String one = arrived(1);
        ApiUser other = new ApiUser("farsta");
        for (String path :
                List.of(at, at + "/limits", at + "/overview", at + "/waiting-list", at + "/participants", one)) {
            other.get(path).statusCode(404);
        }
        other.post(one + "/entries", "{\"kind\": \"waiting\", \"day\": \"2014-03-04\"}")
                .statusCode(404);
        other.post(at + "/guides", "{\"code\": \"L7\", \"from\": \"2014-01-01\"}")
                .statusCode(404);
        assertThat(other.get("/api/groups").extract().jsonPath().getList("slug"))
                .doesNotContain(group.slug());
    }
}
