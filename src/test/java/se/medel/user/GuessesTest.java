package se.medel.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** Who guesses passwords has to wait, and learns nothing by it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GuessesTest {

    private static final String WRONG = "/login?failed=1";
    private static final String WAIT = "/login?failed=wait";
    private static final String ELSEWHERE = "127.0.0.2";

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.log-in.guesses")
    int most;

    @ConfigProperty(name = "medel.log-in.guesses-anywhere")
    int mostAnywhere;

    @ConfigProperty(name = "medel.log-in.wait")
    Duration wait;

    @BeforeEach
    @AfterEach
    void forget() {
        ((TestClock) clock).go();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from wrong_password")
                .executeUpdate());
    }

    private static ValidatableResponse logIn(String username, String password) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", username)
                .formParam("password", password)
                .post("/login")
                .then()
                .statusCode(302);
    }

    private static ValidatableResponse asks(String username, String password) {
        return given().auth()
                .preemptive()
                .basic(username, password)
                .get("/api/me")
                .then();
    }

    private void guess(String username, int times) {
        for (int i = 0; i < times; i++) {
            logIn(username, "wrong" + i).header("Location", endsWith(WRONG));
        }
    }

    private List<?> stored() {
        return database.createNativeQuery("select name_hash from wrong_password")
                .getResultList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"norrmalm", "nobody-at-all", "", "any + thing &"})
    void afterTooManyWrongPasswordsNobodyCanTryTheNameAndItIsTheSameForNamesThatNobodyHas(String username) {
        guess(username, most);
        logIn(username, "wrong").header("Location", endsWith(WAIT));
        logIn(username, "demo").header("Location", endsWith(WAIT));
        asks(username, "demo")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo(Long.toString(wait.toSeconds())))
                .body("type", equalTo("/problems/too-many-guesses"));
        assertThat(stored()).as("of the name here, and of the name").hasSize(2).allSatisfy(hash -> assertThat(
                        (String) hash)
                .matches("[0-9a-f]{64}"));
    }

    @Test
    void otherNamesAndWhoIsLoggedInAreLeftAlone() {
        Visitor loggedIn = Visitor.loggedInAs("norrmalm");
        guess("norrmalm", most);
        loggedIn.get("/").statusCode(200);
        asks("norrmalm-chef", "demo").statusCode(200);
        logIn("norrmalm-chef", "demo").header("Location", endsWith("/"));
    }

    @Test
    void wrongPasswordsOfPagesAndProgramsCountTogether() {
        guess("norrmalm", most - 1);
        asks("norrmalm", "wrong").statusCode(401);
        logIn("norrmalm", "demo").header("Location", endsWith(WAIT));
    }

    @Test
    void theRightPasswordStartsTheCountAgain() {
        guess("norrmalm", most - 1);
        logIn("norrmalm", "demo").header("Location", endsWith("/"));
        assertThat(stored()).isEmpty();
        guess("norrmalm", most);
    }

    @Test
    void theWaitEndsAndWhatWasWrongBeforeIsForgotten() {
        TestClock stopped = (TestClock) clock;
        Instant start = clock.instant();
        stopped.stopAt(start);
        guess("norrmalm", most);
        guess("nobody-at-all", 1);
        stopped.stopAt(start.plus(wait).minusSeconds(1));
        // Who only waits and tries again doesn't make the wait longer.
        logIn("norrmalm", "demo").header("Location", endsWith(WAIT));
        stopped.stopAt(start.plus(wait));
        guess("norrmalm", 1);
        assertThat(stored()).as("only the new guess, here and anywhere").hasSize(2);
        guess("norrmalm", most - 2);
        logIn("norrmalm", "demo").header("Location", endsWith("/"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void whoIsElsewhereIsNotLockedOutByTheGuessesOfAStranger() throws IOException {
        guess("norrmalm", most);
        logIn("norrmalm", "demo").header("Location", endsWith(WAIT));
        assertThat(logInFrom(ELSEWHERE, "norrmalm", "demo"))
                .contains("medel-session=")
                .doesNotContain("failed=");
        assertThat(askFrom(ELSEWHERE, "norrmalm", "demo")).startsWith("HTTP/1.1 200");
        logIn("norrmalm", "demo").header("Location", endsWith(WAIT));
        asks("norrmalm", "demo").statusCode(429);
    }

    @Test
    void whoGuessesFromManyAddressesHasToWaitEverywhere() throws IOException {
        guess("norrmalm", 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update wrong_password set tries = :tries")
                        .setParameter("tries", mostAnywhere - 1)
                        .executeUpdate());
        assertThat(logInFrom(ELSEWHERE, "norrmalm", "wrong")).contains(WRONG);
        assertThat(logInFrom("127.0.0.3", "norrmalm", "demo")).contains(WAIT);
        assertThat(askFrom("127.0.0.3", "norrmalm", "demo")).startsWith("HTTP/1.1 429");
        assertThat(logInFrom("127.0.0.3", "norrmalm-chef", "demo")).doesNotContain("failed=");
    }

    @Test
    void aNetworkOfOneCallerIsOneAddress() {
        Guesses.Tried one = tried("2001:db8:0:1::1");
        assertThat(tried("2001:db8:0:1:ffff::2")).isEqualTo(one);
        assertThat(tried("2001:db8:0:2::1").here()).isNotEqualTo(one.here());
        assertThat(tried("192.0.2.1").here()).isNotEqualTo(tried("192.0.2.2").here());
        assertThat(tried("192.0.2.1").anywhere()).isEqualTo(one.anywhere());
    }

    private static Guesses.Tried tried(String address) {
        return Guesses.Tried.of("norrmalm", SocketAddress.inetSocketAddress(1, address));
    }

    private static String logInFrom(String address, String username, String password) throws IOException {
        String form = "username=" + username + "&password=" + password;
        return send(
                address,
                "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length(),
                form);
    }

    private static String askFrom(String address, String username, String password) throws IOException {
        String typed = Base64.getEncoder().encodeToString((username + ':' + password).getBytes(StandardCharsets.UTF_8));
        return send(address, "GET /api/me HTTP/1.1\r\nAuthorization: Basic " + typed, "");
    }

    /** From an address of one's own; every address that begins with 127 is this machine. */
    private static String send(String address, String head, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(address), 0)) {
            String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoHasToWaitIsToldInBothLanguages() {
        given().get(WAIT)
                .then()
                .statusCode(200)
                .body(containsString("För många försök"), containsString("Vänta 15 minuter"));
        given().header("Cookie", "lang=en").get(WAIT).then().body(containsString("Wait 15 minutes"));
        given().header("Accept-Language", "en")
                .auth()
                .preemptive()
                .basic("norrmalm", "wrong")
                .get("/api/me")
                .then()
                .statusCode(401);
        guess("norrmalm", most - 1);
        given().header("Accept-Language", "en")
                .auth()
                .preemptive()
                .basic("norrmalm", "demo")
                .get("/api/me")
                .then()
                .statusCode(429)
                .body("title", startsWith("Too many attempts"));
    }
}
