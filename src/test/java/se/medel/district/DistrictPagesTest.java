package se.medel.district;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DistrictPagesTest {

    private static final String PAGE = "/admin/districts/skarpnack";

    /** The other tests need the district. */
    @AfterEach
    void letTheDistrictExistAgain() {
        set("", "").statusCode(303);
    }

    @Test
    void aDistrictGetsALastDayAndASuccessorAndTheTrailSaysSo() {
        set("2099-12-31", "farsta").statusCode(303).header("Location", endsWith("/admin/districts"));
        Visitor.loggedInAs("admin")
                .get("/admin/districts")
                .body(containsString("2099-12-31"), containsString(">Farsta<"));
        Visitor.loggedInAs("revisor")
                .get("/audit?subject=district/skarpnack")
                .body(containsString("Ändrade hur länge stadsdelen finns"), containsString("2099-12-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "2006-12-31,'',lastDay,kan inte vara före 2007-01-01",
        "2099-02-30,'',lastDay,Skriv datumet som",
        "i morgon,'',lastDay,Skriv datumet som",
        "'',farsta,lastDay,Ange sista dagen",
        "2099-12-31,skarpnack,successor,kan inte ta över efter sig själv",
        "2099-12-31,atlantis,successor,finns inte",
    })
    void whatCannotBeIsRefusedAtItsFieldAndKept(String lastDay, String successor, String field, String text) {
        set(lastDay, successor)
                .statusCode(422)
                .body(
                        containsString("href=\"#" + field + "\""),
                        containsString(text),
                        containsString("value=\"" + lastDay + "\""));
    }

    @Test
    void whoIsSecondToSaveIsToldAndCanThenSave() {
        Visitor administrator = Visitor.loggedInAs("admin");
        List<String> old = administrator.hidden(PAGE);
        set("2099-12-31", "").statusCode(303);
        old.addAll(List.of("lastDay", "2098-12-31", "successor", "farsta"));
        administrator
                .send(PAGE, old)
                .statusCode(409)
                .body(
                        containsString("Någon annan har ändrat"),
                        containsString("value=\"2098-12-31\""),
                        containsString("value=\"farsta\" selected"));
        administrator.send(PAGE, List.of("csrf", old.get(1), "version", "x")).statusCode(409);
        set("2098-12-31", "farsta").statusCode(303);
    }

    private static ValidatableResponse set(String lastDay, String successor) {
        return Visitor.loggedInAs("admin").post(PAGE, "lastDay", lastDay, "successor", successor);
    }
}
