package se.medel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/assets/app.css", "/nothing-here", "/api/nothing-here", "/q/openapi"})
    void everyAnswerForbidsScriptsFramesAndGuessedTypes(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("X-Frame-Options", "DENY");
    }

    @Test
    void aPageIsNeverKeptByACache() {
        given().get("/login").then().statusCode(200).header("Cache-Control", "no-store");
        given().get("/assets/app.css").then().statusCode(200).header("Cache-Control", containsString("max-age"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/app.css", "/assets/govuk-frontend.min.css"})
    void whatBelongsToGovUkIsNotServed(String path) {
        String css = given().get(path).then().statusCode(200).extract().asString();
        assertThat(css.toLowerCase())
                .doesNotContain("gds transport", "crown", "crest", "@font-face", "url(", "sourcemappingurl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css",
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg"
            })
    void theRestOfTheDesignSystemIsNotInTheProduct(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void pagesAreSwedishWhateverTheBrowserPrefers() {
        given().header("Accept-Language", "en")
                .get("/login")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<html lang=\"sv\""), containsString("Användarnamn"));
    }

    @Test
    void theChosenLanguageIsKeptAndLeadsBack() {
        String cookie = given().redirects()
                .follow(false)
                .queryParam("back", "/login?failed=1")
                .get("/language/en")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?failed=1"))
                .extract()
                .cookie("lang");
        given().cookie("lang", cookie).get("/login").then().body(containsString("<html lang=\"en\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "/a\r\nb"})
    void theLanguageSwitchLeadsNowhereElse(String back) {
        given().redirects()
                .follow(false)
                .queryParam("back", back)
                .get("/language/en")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("example.org")))
                .header("Location", not(containsString("alert")));
    }

    @Test
    void anUnknownAddressIsAPageOfOurs() {
        given().get("/nothing-here")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Sidan finns inte"));
    }

    @Test
    void anUnknownLanguageIsNotFound() {
        given().get("/language/xx").then().statusCode(equalTo(404));
    }
}
