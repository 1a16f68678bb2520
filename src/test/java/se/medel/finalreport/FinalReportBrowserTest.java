package se.medel.finalreport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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

/** The final report in a browser: written, fixed, read; and a district's account. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FinalReportBrowserTest extends Browser {

    @Inject
    FinalReportFixture fixture;

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
        screenshot("final-" + name + "-" + language, 1200);
        screenshot("final-" + name + "-" + language, 320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theReportIsWrittenFixedAndRead(String language) {
        String round = fixture.closed();
        String report = "/rounds/" + round + "/final-report";
        logInReading("handlaggare", language);
        open(report);
        look("report", language);
        open(report + "/text");
        page.locator("#conclusions").fill("19900101-2385");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        look("text-refused", language);
        page.locator("#conclusions").fill("Arbetet gav resultat.\n\nDet bör fortsätta.");
        page.locator("main form button[type=submit]").last().click();
        open(report + "/draft");
        look("draft", language);
        open(report);
        page.locator("main form button[type=submit]").last().click();
        look("fixed", language);
        open(report + "/1");
        look("document", language);

        logInReading(FARSTA, language);
        open("/rounds/" + round + "/settlement/farsta/account");
        look("account", language);
    }
}
