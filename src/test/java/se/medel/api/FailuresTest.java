package se.medel.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FailuresTest {

    record Ask(@NotNull @Max(10) BigDecimal amount, Integer clients, String note) {}

    record Asks(@NotNull @Valid List<Ask> asks) {}

    /** Does what goes wrong. */
    @Path("/api/failures-test")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("officer")
    public static class Resource {

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public String post(@Valid @NotNull Asks asks) {
            return "{}";
        }

        @GET
        @Path("/stale")
        public String stale() {
            throw new IllegalStateException(new OptimisticLockException("secret"));
        }

        @GET
        @Path("/late")
        public String late() {
            throw new IllegalStateException(new SQLException("ERROR: round_closed: secret", "23000"));
        }

        @GET
        @Path("/bug")
        public String bug() {
            throw new IllegalStateException("secret");
        }

        @GET
        @Path("/query")
        public String query(@RestQuery @Max(3) int most) {
            return "{}";
        }
    }

    /** A form that takes whatever is posted. */
    @Path("/failures-test")
    public static class Pages {

        @POST
        @PermitAll
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        @Produces(MediaType.TEXT_PLAIN)
        public String post(MultivaluedMap<String, String> posted) {
            return "got " + posted.getFirst("text").length();
        }

        @GET
        @Path("/late")
        @PermitAll
        public String late() {
            throw new IllegalStateException(new SQLException("ERROR: round_closed: secret", "23000"));
        }

        @GET
        @Path("/unannotated")
        public String unannotated() {
            return "open";
        }
    }

    private static RequestSpecification officer() {
        return given().auth().preemptive().basic("handlaggare", "demo");
    }

    @Test
    void aChangeByCookieThatAForeignPageCouldSendIsRefused() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded; charset=UTF-8"}) {
            given().header("Cookie", "medel-session=x")
                    .header("Content-Type", type)
                    .body("x")
                    .post("/api/rounds/sig-2014/applications/1/decision")
                    .then()
                    .statusCode(415);
        }
    }

    @Test
    void anAddressToGoBackToThatIsNoneLeadsToTheStart() {
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/language/sv?back=/%25")
                .then()
                .statusCode(303);
    }

    @Test
    void theApiAnswers401AndNeverARedirect() {
        given().redirects()
                .follow(false)
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("type", equalTo("/problems/unauthorised"))
                .body("status", equalTo(401))
                .body("title", equalTo("Du är inte inloggad"));
    }

    @Test
    void theApiTakesBasicInTheDemo() {
        given().auth()
                .preemptive()
                .basic("spanga-tensta", "demo")
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("spanga-tensta"))
                .body("role", equalTo("district-officer"))
                .body("district", equalTo("spanga-tensta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic aGFuZGxhZ2dhcmU6d3Jvbmc=", "Basic !!!", "Basic", "Basic YWJj", "Bearer abc", "x"})
    void aWrongAuthorizationIs401(String header) {
        given().header("Authorization", header)
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void pagesTakeNoBasic() {
        given().redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic("admin", "demo")
                .get("/admin/users")
                .then()
                .statusCode(302);
    }

    @Test
    void aRoleThatMayNotIs403() {
        given().auth()
                .preemptive()
                .basic("bromma", "demo")
                .get("/api/failures-test/bug")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void whatNobodyHasOpenedIsClosed() {
        given().redirects()
                .follow(false)
                .get("/failures-test/unannotated")
                .then()
                .statusCode(302);
    }

    @Test
    void anUnknownAddressIsAProblemInTheLanguageAskedFor() {
        officer()
                .header("Accept-Language", "en-GB,sv;q=0.5")
                .get("/api/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("The page doesn't exist"));
        officer()
                .header("Accept-Language", ";;;")
                .get("/api/nothing-here")
                .then()
                .statusCode(404);
    }

    @Test
    void aWrongMethodIs405() {
        officer().delete("/api/failures-test").then().statusCode(405).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void aWrongContentTypeIs4xx(String type) {
        int status = officer()
                .contentType(type)
                .body("x=1")
                .post("/api/failures-test")
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isBetween(400, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1e999999999",
                "{\"asks\": 1}",
                "{\"asks\": [1]}",
                "{\"unknown\": 1}",
                "{\"asks\": [{\"amount\": \"x\"}]}",
                "{\"asks\": [{\"amount\": 1, \"clients\": 1.5}]}",
                "{\"asks\": [{\"amount\": 1, \"clients\": 99999999999}]}",
                "{\"asks\": [{\"amount\": 1, \"note\": \"\\u0000\"}]}",
                "{\"asks\": [{\"amount\": 1, \"note\": \"\\ud800\"}]}",
                "{\"asks\": [{\"amount\": 1, \"note\": 17}]}",
                "{\"asks\": []} x",
                "\"text\""
            })
    void jsonThatCannotBeReadIs4xx(String body) {
        int status = officer()
                .contentType("application/json")
                .body(body)
                .post("/api/failures-test")
                .then()
                .contentType("application/problem+json")
                .body(not(containsString("se.medel")), not(containsString("Exception")))
                .extract()
                .statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isBetween(400, 422);
    }

    @Test
    void aValueOfTheWrongTypeIsPointedAt() {
        officer()
                .contentType("application/json")
                .body("{\"asks\": [{\"amount\": 1}, {\"amount\": \"x\"}]}")
                .post("/api/failures-test")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-json"))
                .body("errors[0].pointer", equalTo("/asks/1/amount"));
    }

    @Test
    void aValueThatIsNotAllowedIsPointedAt() {
        officer()
                .contentType("application/json")
                .body("{\"asks\": [{\"amount\": 1}, {\"amount\": 11}]}")
                .post("/api/failures-test")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body("errors[0].pointer", equalTo("/asks/1/amount"));
        officer()
                .queryParam("most", 4)
                .get("/api/failures-test/query")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("most"));
    }

    @Test
    void aQueryOfTheWrongTypeIs4xx() {
        officer()
                .queryParam("most", "x")
                .get("/api/failures-test/query")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whatChangedMeanwhileIs409() {
        officer()
                .get("/api/failures-test/stale")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/changed-meanwhile"))
                .body(not(containsString("secret")));
    }

    @Test
    void whatComesAfterTheRoundIsClosedIsRefusedInTheWordsOfTheServices() {
        officer()
                .get("/api/failures-test/late")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/round-closed"))
                .body("detail", equalTo("Omgången är avslutad."))
                .body(not(containsString("secret")));
        given().get("/failures-test/late")
                .then()
                .statusCode(409)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Omgången är avslutad."), not(containsString("secret")));
    }

    @Test
    void ourOwnMistakeTellsAReferenceAndNothingElse() {
        officer()
                .get("/api/failures-test/bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("instance", startsWith("urn:uuid:"))
                .body("errors", nullValue())
                .body(not(containsString("secret")), not(containsString("at se.")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 10_000_000})
    void aBodyThatIsTooLargeIs413(int size) {
        String body = "\"" + "x".repeat(size) + "\"";
        officer()
                .contentType("application/json")
                .body(body)
                .post("/api/failures-test")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"));
        given().contentType("application/x-www-form-urlencoded")
                .body("text=" + body)
                .post("/failures-test")
                .then()
                .statusCode(413)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void aLongTextInAFormIsRead() {
        io.restassured.filter.cookie.CookieFilter cookies = new io.restassured.filter.cookie.CookieFilter();
        given().filter(cookies).get("/tillganglighet");
        String token = given().filter(cookies)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("username", "admin")
                .formParam("password", "demo")
                .post("/login")
                .then()
                .extract()
                .cookie("medel-session");
        org.assertj.core.api.Assertions.assertThat(token).isNotEmpty();
        String csrf = given().filter(cookies)
                .get("/")
                .then()
                .extract()
                .htmlPath()
                .getString("**.find { it.@name == 'csrf' }.@value");
        given().filter(cookies)
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", csrf)
                .formParam("text", "x".repeat(900_000))
                .post("/failures-test")
                .then()
                .statusCode(200)
                .body(equalTo("got 900000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/failures-test/%00", "/api/%ff", "/api/failures-test/query?most=%00", "/api/a;b=%2F", "/%00"
            })
    void anAddressThatCannotBeReadIs4xx(String address) {
        int status = officer()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .extract()
                .statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isBetween(400, 422);
    }

    @Test
    void theDescriptionOfTheApiHoldsTheApiAndItsProblems() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/me'.get.responses.'401'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("components.schemas.Problem.properties.type.type", equalTo("string"))
                .body("paths.'/login'", nullValue())
                .body("paths.'/admin/users'", nullValue());
    }
}
