package se.medel.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoginTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final CookieFilter cookies = new CookieFilter();

    private RequestSpecification browser() {
        return given().filter(cookies).redirects().follow(false);
    }

    private ValidatableResponse logIn(String username, String password) {
        return browser()
                .contentType(FORM)
                .formParam("username", username)
                .formParam("password", password)
                .post("/login")
                .then();
    }

    /** The token that the form on a page carries. */
    private String token(String page) {
        return browser().get(page).then().extract().htmlPath().getString("**.find { it.@name == 'csrf' }.@value");
    }

    @Test
    void aNameThatNoDatabaseCanHoldIsNobodys() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .body("username=a%00&password=x")
                .post("/login")
                .then()
                .statusCode(302);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("a\u0000", "x")
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLogInPageAndBackAfterwards() {
        browser().get("/admin/users").then().statusCode(302).header("Location", containsString("/login"));
        logIn("admin", "demo").statusCode(302).header("Location", containsString("/admin/users"));
        browser().get("/admin/users").then().statusCode(200).body(containsString("rinkeby-kista-chef"));
    }

    @ParameterizedTest
    @CsvSource({"admin,wrong", "nobody,demo", "'',''", "admin,''"})
    void aWrongPasswordIsRefusedWithoutSayingWhatWasWrong(String username, String password) {
        ValidatableResponse answer = logIn(username, password).statusCode(302);
        assertThat(answer.extract().headers().getValues("Location"))
                .singleElement()
                .asString()
                .endsWith("/login?failed=1");
        browser().get("/").then().statusCode(302);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndForeignPages() {
        logIn("chef", "demo")
                .statusCode(302)
                .header("Set-Cookie", startsWith("medel-session="))
                .header("Set-Cookie", containsString("HTTPOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"));
    }

    @Test
    void loggingOutEndsTheSession() {
        logIn("chef", "demo");
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/"))
                .post("/logout")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
        browser().get("/").then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chef", "handlaggare", "revisor", "bromma", "bromma-chef"})
    void onlyTheAdministratorSeesTheUsers(String username) {
        logIn(username, "demo").statusCode(302);
        browser()
                .get("/admin/users")
                .then()
                .statusCode(403)
                .contentType(containsString("text/html"))
                .body(containsString("Din roll ger inte rätt"));
    }

    @Test
    void aFormWithoutOurTokenIsRefused() {
        logIn("admin", "demo");
        browser()
                .contentType(FORM)
                .formParam("active", "no")
                .post("/admin/users/farsta/active")
                .then()
                .statusCode(400)
                .contentType(containsString("text/html"));
        token("/admin/users");
        browser()
                .contentType(FORM)
                .formParam("csrf", "guessed")
                .formParam("active", "no")
                .post("/admin/users/farsta/active")
                .then()
                .statusCode(400);
        given().auth()
                .preemptive()
                .basic("farsta", "demo")
                .get("/api/me")
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsMadeInactiveIsOutAtOnce() {
        LoginTest administrator = new LoginTest();
        administrator.logIn("admin", "demo");
        logIn("alvsjo", "demo");
        browser().get("/").then().statusCode(200);
        administrator.setActive("alvsjo", "no");
        browser().get("/api/me").then().statusCode(401).contentType("application/problem+json");
        browser().get("/").then().statusCode(302).header("Location", containsString("/login"));
        browser().get("/login").then().statusCode(200);
        logIn("alvsjo", "demo").header("Location", containsString("failed"));
        administrator.setActive("alvsjo", "yes");
        logIn("alvsjo", "demo").statusCode(302);
        browser().get("/").then().statusCode(200);
    }

    private void setActive(String username, String active) {
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/admin/users"))
                .formParam("active", active)
                .post("/admin/users/" + username + "/active")
                .then()
                .statusCode(303);
    }

    @Test
    void theAdministratorCannotLockHimselfOut() {
        logIn("admin", "demo");
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/admin/users"))
                .formParam("active", "no")
                .post("/admin/users/admin/active")
                .then()
                .statusCode(422)
                .body(containsString("Du kan inte göra dig själv inaktiv"));
    }

    @Test
    void aNewUserIsRefusedWithAllThatIsWrongAndNothingTypedIsLost() {
        logIn("admin", "demo");
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/admin/users/new"))
                .formParam("username", "Ny Användare")
                .formParam("title", "<b>{title}</b> \" '")
                .formParam("role", "officer")
                .formParam("district", "farsta")
                .formParam("password", "short")
                .post("/admin/users/new")
                .then()
                .statusCode(422)
                .body(
                        containsString("value=\"Ny Användare\""),
                        containsString("value=\"&lt;b&gt;{title}&lt;/b&gt; &quot; &#39;\""),
                        containsString("value=\"farsta\" selected"),
                        containsString("href=\"#username\""),
                        containsString("href=\"#district\""),
                        containsString("href=\"#password\""),
                        containsString("<title>Fel:"));
    }

    @Test
    void aNewUserCanLogInWithThePasswordGivenAndThenWithTheNextOne() {
        String name = "ny-" + Long.toString(System.nanoTime(), 36);
        logIn("admin", "demo");
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/admin/users/new"))
                .formParam("username", name)
                .formParam("title", "Handläggare")
                .formParam("role", "district-officer")
                .formParam("district", "farsta")
                .formParam("password", "fyra ord i följd")
                .post("/admin/users/new")
                .then()
                .statusCode(303);
        browser().get("/admin/users").then().body(containsString("Användaren " + name + " är tillagd."));
        new LoginTest().logIn(name, "fyra ord i följd").header("Location", endsWith(":" + RestAssured.port + "/"));
        browser()
                .contentType(FORM)
                .formParam("csrf", token("/admin/users"))
                .formParam("password", "något annat långt")
                .post("/admin/users/" + name + "/password")
                .then()
                .statusCode(303);
        new LoginTest().logIn(name, "fyra ord i följd").header("Location", containsString("failed"));
        new LoginTest().logIn(name, "något annat långt").header("Location", endsWith(":" + RestAssured.port + "/"));
    }

    @Test
    void anUnknownUserIsNotFound() {
        logIn("admin", "demo");
        browser().get("/admin/users/nobody-here/password").then().statusCode(404);
    }
}
