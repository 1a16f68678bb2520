package se.medel.costreport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.web.Browser;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CostReportBrowserTest extends Browser {

    private static final String DISTRICT = "farsta";

    @Inject
    ReportFixture fixture;

    @Inject
    CostReportService reports;

    /** Looked at by somebody in {@code target/screenshots}, and by axe-core in both languages. */
    private void look(String name) {
        assertAccessible();
        assertFits320();
        screenshot("report-" + name, 1200);
        screenshot("report-" + name, 320);
        if (page.locator("text=In English").count() == 1) {
            page.locator("text=In English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertAccessible();
            assertFits320();
            page.locator("text=På svenska").click();
        }
    }

    private void logOut() {
        page.locator("text=Logga ut").click();
    }

    @Test
    void aReportCanBeWrittenByKeyboardOnASmallScreen() {
        CostReportView due = fixture.due(DISTRICT);
        logIn(DISTRICT);
        page.setViewportSize(320, 640);
        open("/cost-reports/" + due.id());
        follow("Kostnader");
        reach("#lines\\[0\\]\\.actual");
        page.keyboard().type("150 000");
        page.keyboard().press("Tab");
        page.keyboard().type("Lotsen slutade i maj.");
        press("Spara och fortsätt");
        assertThat(page.locator("h1")).hasText("Annan finansiering");
        reach("#otherIncomeStated");
        page.keyboard().press("ArrowDown");
        press("Spara och fortsätt");
        assertThat(page.locator("h1")).hasText("Resultat");
        reach("#resultsText");
        page.keyboard().type("Sexton fick stöd.");
        press("Spara och fortsätt");
        assertThat(page.locator("h1")).hasText("Kontrollera och skriv under");
        assertThat(page.locator("main")).containsText("förvaltningschef skriver under");
    }

    private void follow(String text) {
        page.locator("main a:has-text('" + text + "')").first().focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private void press(String text) {
        page.locator("main button:not([aria-hidden]):has-text('" + text + "')")
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    /** Tabs on until the control has the focus: nothing on the way may keep it. */
    private void reach(String selector) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.locator(selector).evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError(selector + " can't be reached by keyboard on " + page.url());
    }

    @Test
    void theDistrictsPagesAreForEveryone() {
        String round = fixture.openRound();
        fixture.granted(round, DISTRICT, 150_000);
        fixture.compensated(round, DISTRICT, 2);
        fixture.startReporting(round);
        CostReportView due = reports.of(round, DISTRICT).orElseThrow();
        String at = "/cost-reports/" + due.id();
        String grant = Long.toString(due.content().lines().get(0).applicationId());
        logIn(DISTRICT + "-chef");
        look("start");
        open("/cost-reports");
        look("own-list");
        open(at);
        look("task-list");
        open(at + "/costs");
        look("costs");
        page.locator("#lines\\[0\\]\\.actual").fill("en massa");
        page.locator("main button:has-text('Lägg till en kostnad')").click();
        page.locator("#lines\\[1\\]\\.text").fill("Hyra av lokal");
        page.locator("#lines\\[1\\]\\.actual").fill("12 000");
        page.locator("main button.govuk-button:has-text('Spara och fortsätt')").click();
        look("costs-faults");
        open(at + "/other-income?add=" + grant + "&faults=true");
        look("other-income");
        open(at + "/results?faults=true");
        look("results");
        open(at + "/check");
        look("check-lacking");

        CostReportView now = reports.of(round, DISTRICT).orElseThrow();
        Visitor colleague = Visitor.loggedInAs(DISTRICT);
        open(at + "/results");
        colleague.post(at + "/results", "resultsText", "Kollegans text", "do", "draft");
        page.locator("#resultsText").fill("Min text");
        page.locator("main button:has-text('Spara utkast')").click();
        assertThat(page.locator("#resultsText")).hasValue("Min text");
        look("conflict");

        now = reports.of(round, DISTRICT).orElseThrow();
        reports.save(
                        RoundFixture.officerOf(DISTRICT),
                        now.id(),
                        now.version(),
                        ReportFixture.costing(now.content(), 120_000, "Lotsen slutade i maj.")
                                .withResults(Map.of("came", 17L, "admitted", 4L, "Course.ORDINARY_WORK", 6L)))
                .get();
        open(at + "/check");
        look("check");
        page.locator("main button[type=submit]").click();
        look("receipt");
        open(at);
        look("read-by-district");
    }

    @Test
    void theOfficersPagesAreForEveryone() {
        String round = fixture.openRound();
        fixture.granted(round, DISTRICT, 150_000);
        fixture.compensated(round, DISTRICT, 2);
        fixture.granted(round, "bromma", 100_000);
        logIn("handlaggare");
        open("/rounds/" + round + "/start-reporting");
        look("start-reporting");
        page.locator("main button[type=submit]").click();
        CostReportView due = reports.of(round, DISTRICT).orElseThrow();
        String at = "/cost-reports/" + due.id();
        open(at);
        look("read-not-yet");
        fixture.submitted(due);
        open("/rounds/" + round + "/cost-reports");
        look("round-list");
        open(at);
        look("read-submitted");
        open(at + "/return");
        page.locator("main button[type=submit]").click();
        look("return-faults");
        open(at + "/review");
        look("review");
        page.locator("#lines\\[0\\]\\.admitted").fill("100 000");
        page.locator("main select").first().selectOption("FUNDED_TWICE");
        page.locator("main button:has-text('Fortsätt till godkännande')").click();
        look("review-faults");
        // The language switch has got the page anew.
        page.locator("#lines\\[0\\]\\.admitted").fill("100 000");
        page.locator("main select").first().selectOption("FUNDED_TWICE");
        page.locator("#lines\\[0\\]\\.reason").fill("Underlag saknas för resten.");
        page.locator(".m-tried input").first().fill("Betald av arbetsmarknadsförvaltningen");
        page.locator("main button:has-text('Fortsätt till godkännande')").click();
        assertThat(page.locator("h1")).hasText("Godkänn redovisningen");
        look("approve");
        page.locator("main button:has-text('Godkänn redovisningen')").click();
        assertThat(page.locator("main")).containsText("Underlag saknas");
        assertThat(page.locator("main")).containsText("100\u00a0000\u00a0kr");
        assertThat(page.locator("main")).containsText("1 klient");
        look("read-approved");
        open(at + "/return");
        look("correct");
        logOut();
    }
}
