package se.medel.district;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DistrictResourceTest {

    private static final String DISTRICT = "/api/districts/alvsjo";
    private static final String END = DISTRICT + "/end";

    /** The other tests need the district. */
    @AfterEach
    void letTheDistrictExistAgain() {
        ADMINISTRATOR.put(END, "*", "{}").statusCode(200).body("validTo", nullValue());
    }

    private static String tag() {
        return OFFICER.get(DISTRICT).statusCode(200).extract().header("ETag");
    }

    @Test
    void aDistrictGetsALastDayAndASuccessorAndTheTrailSaysSo() {
        String before = tag();
        String after = ADMINISTRATOR
                .put(END, before, "{\"lastDay\": \"2099-12-31\", \"successor\": \"farsta\"}")
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("validTo", equalTo("2099-12-31"))
                .body("successor", equalTo("farsta"))
                .extract()
                .header("ETag");
        OFFICER.get(DISTRICT)
                .header("ETag", equalTo(after))
                .body("validTo", equalTo("2099-12-31"))
                .body("version", nullValue());
        AUDITOR.get("/api/audit?subject=district/alvsjo").body("toString()", containsString("2099-12-31"));
    }

    @Test
    void whoIsSecondIsToldAndWhoSaysNothingIsAsked() {
        String before = tag();
        ADMINISTRATOR.put(END, before, "{\"lastDay\": \"2099-12-31\"}").statusCode(200);
        ADMINISTRATOR
                .put(END, before, "{\"lastDay\": \"2098-12-31\"}")
                .statusCode(412)
                .body("type", equalTo("/problems/district-stale"));
        ADMINISTRATOR.put(END, null, "{}").statusCode(428);
        ADMINISTRATOR.put(END, "W/" + tag(), "{}").statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({
        "2006-12-31,,/lastDay,district-ends-before-it-begins",
        ",farsta,/lastDay,district-end-missing",
        "2099-12-31,alvsjo,/successor,district-succeeds-itself",
        "2099-12-31,atlantis,/successor,district-successor-unknown",
        "2099-12-31,'',/successor,district-successor-unknown",
    })
    void whatCannotBeIsPointedAt(String lastDay, String successor, String pointer, String type) {
        ADMINISTRATOR
                .put(END, "*", "{\"lastDay\": " + quoted(lastDay) + ", \"successor\": " + quoted(successor) + "}")
                .statusCode(422)
                .body("type", equalTo("/problems/" + type))
                .body("errors", hasSize(1))
                .body("errors.pointer", hasItem(pointer));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lastDay\": \"i morgon\"}",
                "{\"lastDay\": \"2099-02-30\"}",
                "{\"lastDay\": 20991231}",
                "{\"successor\": [\"farsta\"]}",
                "{\"successor\": \"a\\u0000\"}",
                "{\"validTo\": \"2099-12-31\"}",
                "{\"lastDay\": ",
                "[]",
                "x"
            })
    void whatCannotBeReadIsSaid(String body) {
        ADMINISTRATOR.put(END, "*", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void nothingAndOtherThingsThanJsonAreRefused() {
        ADMINISTRATOR.put(END, "*", "null").statusCode(422);
        ADMINISTRATOR
                .asks()
                .contentType("text/plain")
                .header("If-Match", "*")
                .body("2099-12-31")
                .put(END)
                .then()
                .statusCode(415);
        ADMINISTRATOR.put("/api/districts/atlantis/end", "*", "{}").statusCode(404);
        ADMINISTRATOR.post(END, "{}").statusCode(405);
        ADMINISTRATOR.put(DISTRICT, "*", "{}").statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "revisor", "utvarderare", "alvsjo-chef"})
    void onlyTheAdministratorSetsTheEnd(String username) {
        new ApiUser(username)
                .put(END, "*", "{\"lastDay\": \"2099-12-31\"}")
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
