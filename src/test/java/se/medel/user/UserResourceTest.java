package se.medel.user;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UserResourceTest {

    @Test
    void anAdministratorMakesAUserWhoCanLogInUntilInactive() {
        String name = "u-" + UUID.randomUUID().toString().substring(0, 8);
        ADMINISTRATOR
                .post(
                        "/api/users",
                        "{\"username\": \"" + name + "\", \"title\": \"Handläggare\", \"role\": \"district-officer\","
                                + " \"district\": \"farsta\", \"password\": \"fyra ord i rad\"}")
                .statusCode(201)
                .header("Location", containsString("/api/users/" + name))
                .body("role", equalTo("district-officer"))
                .body("demo", equalTo(false))
                .body("password", nullValue());
        ADMINISTRATOR.get("/api/users").body("username", hasItem(name)).body("$", not(hasItem("passwordHash")));
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, "fyra ord i rad")
                .get("/api/me")
                .then()
                .statusCode(200);
        ADMINISTRATOR
                .put("/api/users/" + name + "/password", null, "{\"password\": \"ett helt annat\"}")
                .statusCode(204);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, "fyra ord i rad")
                .get("/api/me")
                .then()
                .statusCode(401);
        ADMINISTRATOR
                .put("/api/users/" + name + "/active", null, "{\"active\": false}")
                .statusCode(200)
                .body("active", equalTo(false));
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, "ett helt annat")
                .get("/api/me")
                .then()
                .statusCode(401);
    }

    @Test
    void everythingThatIsWrongWithAUserIsToldAtOnce() {
        ADMINISTRATOR
                .post("/api/users", "{\"username\": \"X\", \"role\": \"district-officer\"}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/username", "/title", "/district", "/password"));
        ADMINISTRATOR
                .post("/api/users", "{\"role\": \"king\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/role"));
        ADMINISTRATOR
                .put("/api/users/admin/active", null, "{\"active\": false}")
                .statusCode(409)
                .body("type", equalTo("/problems/user-own-account"));
        ADMINISTRATOR
                .put("/api/users/farsta/active", null, "{}")
                .statusCode(422)
                .body("errors", hasSize(1));
        ADMINISTRATOR
                .put("/api/users/nobody/active", null, "{\"active\": true}")
                .statusCode(404);
        ADMINISTRATOR
                .put("/api/users/farsta/password", null, "{\"password\": \"x\"}")
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "revisor", "bromma"})
    void onlyTheAdministratorSeesUsers(String username) {
        new ApiUser(username).get("/api/users").statusCode(403);
    }

    @Test
    void everyoneSeesTheDistricts() {
        OFFICER.get("/api/districts").body("$", hasSize(14));
        ADMINISTRATOR.get("/api/districts/alvsjo").body("name", equalTo("Älvsjö"));
        OFFICER.get("/api/districts/atlantis").statusCode(404);
    }
}
