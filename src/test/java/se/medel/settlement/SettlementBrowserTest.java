package se.medel.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;
import se.medel.web.Browser;

/** A year's end in a browser: settled, heard, answered, decided, paid in parts, written off, closed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementBrowserTest extends Browser {

    @Inject
    YearEndFixture fixture;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    private void logInReading(String username, String language) {
        logIn(username);
        open("/language/" + language + "?back=/");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private void look(String name, String language) {
        assertAccessible();
        assertFits320();
        screenshot("settlement-" + name + "-" + language, 1200);
        screenshot("settlement-" + name + "-" + language, 320);
    }

    private void send() {
        page.locator("main form button[type=submit]").last().click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theYearIsSettledAndTheRoundIsClosed(String language) {
        String round = fixture.open();
        fixture.granted(round, BROMMA, 100_000, 80_000);
        String demand = "/repayments/" + fixture.flagged(round, FARSTA).id();
        String settlement = "/rounds/" + round + "/settlement";

        logInReading("handlaggare", language);
        open(settlement);
        look("round", language);
        open(settlement + "/bromma/late");
        look("late", language);
        send();
        look("district-late", language);
        open(settlement + "/farsta");
        look("district", language);
        open(settlement + "/farsta/call");
        look("call", language);
        open(settlement + "/farsta/document");
        look("document", language);
        open(demand + "/hear");
        page.locator("#replyDue").fill("snart");
        send();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        look("hear-refused", language);
        page.locator("#replyDue").fill("2015-03-03");
        send();
        look("heard", language);
        open("/rounds/" + round + "/closing");
        look("closing-left", language);

        logInReading(FARSTA, language);
        open(demand + "/reply");
        look("reply", language);
        page.locator("#reply").fill("Beloppet stämmer, men vi ber att få betala i delar.");
        send();

        logInReading("chef", language);
        open(demand + "/decide");
        look("decide", language);
        page.locator("#reasons").fill("Medlen har inte använts enligt planen.");
        send();
        open(demand + "/decision");
        look("decision", language);
        fixture.decided(fixture.repayment(round, BROMMA), 0);

        logInReading("ekonom", language);
        open(demand + "/receive");
        look("receive", language);
        page.locator("#amount").fill("20 000");
        page.locator("#reference").fill("A 1017");
        send();

        logInReading("chef", language);
        open(demand + "/write-off");
        look("write-off", language);
        page.locator("#reason").fill("Stadsdelen har inga medel kvar.");
        send();
        look("repayment", language);

        logInReading("handlaggare", language);
        open("/rounds/" + round + "/closing");
        look("closing", language);
        send();
        look("closed", language);
    }
}
