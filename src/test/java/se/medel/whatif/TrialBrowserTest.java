package se.medel.whatif;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.round.RoundFixture;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrialBrowserTest extends Browser {

    @Inject
    RoundFixture fixture;

    @Test
    void anOfficerTriesAModelByKeyboardAloneComparesAndMakesAProposal() {
        String round = fixture.openRound(Model2014.model());
        logIn("handlaggare");
        open("/rounds/" + round);
        page.locator("a:has-text('Pröva modellen')").focus();
        page.keyboard().press("Enter");
        page.locator("a:has-text('Ny prövning')").focus();
        page.keyboard().press("Enter");
        look("trial-new");
        page.locator("#name").focus();
        page.keyboard().type("Som 2014");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("men taket är");
        assertThat(page.locator("main")).containsText("medfinansierad stadsdel nummer 11");
        page.locator("details summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("details[open]")).containsText("M5");
        look("trial-result");
        String trial = page.url();

        page.locator("a:has-text('Ändra det som väntas')").focus();
        page.keyboard().press("Enter");
        look("trial-uptake");
        page.locator("button:has-text('Ingen söker något')").focus();
        page.keyboard().press("Enter");
        page.locator("[id='uptake[0].amount']").fill("två");
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='uptake[0].amount-error']")).isVisible();
        look("trial-uptake-refused");

        open(path(trial) + "/model");
        look("trial-model");
        open(path(trial) + "/name");
        look("trial-name");

        page.locator("nav a:has-text('Pröva modellen')").first().focus();
        page.keyboard().press("Enter");
        page.locator("a:has-text('Ny prövning')").click();
        page.locator("#name").fill("Klienterna före");
        page.locator("[name=sequence][value=clients-first]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/trials/[0-9]+"));
        open("/rounds/" + round + "/trials");
        look("trial-list");
        for (var box : page.locator("input[type=checkbox]").all()) {
            box.focus();
            page.keyboard().press("Space");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("main svg[role=img]")).hasCount(2);
        look("trial-compare");

        open(path(trial) + "/propose");
        look("trial-propose");
        page.locator("main button[type=submit]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("Prövningens siffror är nu utkastet");
        open(path(trial) + "/delete");
        look("trial-delete");
        page.locator("main button[type=submit]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("Klienterna före");
    }

    @Test
    void allPagesReadInEnglishToo() {
        String round = fixture.openRound(Model2014.model());
        logIn("chef");
        open("/language/en?back=/");
        open("/rounds/" + round + "/trials/new");
        page.locator("#name").fill("As in 2014");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("but the ceiling is");
        String trial = path(page.url());
        for (String step : List.of("", "/model", "/uptake", "/name", "/propose", "/delete")) {
            open(trial + step);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertAccessible();
        }
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]*", "");
    }

    /** By machine and, in target/screenshots, by somebody's eyes. */
    private void look(String name) {
        screenshot(name, 1200);
        screenshot(name, 320);
        assertAccessible();
        assertFits320();
    }
}
