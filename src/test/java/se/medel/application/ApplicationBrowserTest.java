package se.medel.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.Section;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationBrowserTest extends Browser {

    /** Looked at by somebody in {@code target/screenshots}, and by axe-core in both languages. */
    private void look(String name) {
        assertAccessible();
        assertFits320();
        screenshot(name, 1200);
        screenshot(name, 320);
        String path = page.url();
        if (page.locator("text=In English").count() == 1) {
            page.locator("text=In English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertAccessible();
            assertFits320();
            page.locator("text=På svenska").click();
            assertThat(page.url()).as("after the language switch").isEqualTo(path.replaceAll("#.*", ""));
        }
    }

    @Test
    void aDistrictAppliesByKeyboardAloneOnASmallScreen() {
        logIn("farsta");
        page.setViewportSize(320, 640);
        follow("Ni kan söka pengar ur");
        press("Starta ansökan");
        assertThat(page.locator("h1")).hasText("Er ansökan");

        follow("Plan för medlen");
        reach("#plan\\[0\\]\\.category");
        page.keyboard().press("P");
        typeNext("Lots på halvtid");
        typeNext("120 000");
        press("Lägg till en rad");
        assertThat(page.locator("#plan\\[1\\]\\.amount")).hasCount(1);
        reach("#plan\\[1\\]\\.category");
        page.keyboard().press("U");
        typeNext("Handledning");
        typeNext("30 000");
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Belopp och finansiering");
        assertThat(page.locator("#totalCost")).hasValue("150\u00a0000");
        reach("#amount");
        page.keyboard().type("100 000");
        typeNext("50 000");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Antal klienter");
        reach("#estimatedClients");
        page.keyboard().type("8");
        typeNext("6");
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Finansiering efter året");
        reach("#ownFinancing");
        page.keyboard().type("Tas över av ordinarie budget.");
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Arbetssätt");
        reach("#mapping");
        page.keyboard().type("Kartläggning inom två veckor.");
        typeNext("Lotsen håller ihop insatserna.");
        typeNext("Möte var sjätte vecka.");
        reach("#partners");
        page.keyboard().press("Space");
        reach("#takesPartInLearning");
        page.keyboard().press("Space");
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Uppföljning");
        reach("#reportsResults");
        page.keyboard().press("Space");
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Annan finansiering");
        reach("#otherFundingStated");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#otherFundingStated-2")).isChecked();
        press("Spara och fortsätt");

        assertThat(page.locator("h1")).hasText("Kontrollera och skicka in");
        press("Skicka in ansökan");
        assertThat(page.locator("h1")).hasText("Ansökan är inskickad");
        page.setViewportSize(1280, 900);
        look("receipt");
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

    private void typeNext(String text) {
        page.keyboard().press("Tab");
        page.keyboard().type(text);
    }

    @Test
    void everyPageOfADraftIsForEveryone() {
        logIn("alvsjo");
        look("start-district");
        open("/applications");
        look("own-list");
        // Other tests have applications of this district too, on their way or decided.
        page.locator("main table tr:has-text('Utkast') a").first().click();
        look("task-list");
        String application = page.url();
        for (Section section : Section.values()) {
            page.navigate(application + "/" + section.wireName() + "?faults=true");
            look("section-" + section.wireName());
        }
        page.navigate(application + "/plan?rows=2");
        look("section-plan-two-rows");
        page.navigate(application + "/check");
        look("check-lacking");
        page.navigate(application + "/withdraw");
        page.locator("main button[type=submit]").click();
        look("withdraw");
    }

    @Test
    void aCompletionIsForEveryone() {
        logIn("skarholmen");
        open("/applications");
        page.locator("main table tr:has-text('Komplettering begärd') a").first().click();
        look("task-list-completion");
        page.navigate(page.url() + "/check");
        page.locator("main button[type=submit]").click();
        look("check-completion");
    }

    @Test
    void aConflictIsForEveryone() {
        Visitor colleague = Visitor.loggedInAs("norrmalm");
        String application = ApplicationFixture.started(colleague);
        logIn("norrmalm");
        open(application + "/clients");
        ApplicationFixture.section(colleague, application, "clients", "estimatedClients", "9", "newClients", "1");
        page.locator("#estimatedClients").fill("12");
        page.locator("main button:has-text('Spara utkast')").click();
        assertThat(page.locator("#estimatedClients")).hasValue("12");
        assertThat(page.locator("main")).containsText("Ansökan har ändrats sedan du öppnade sidan");
        look("conflict");
    }

    @Test
    void theOfficersAndTheDirectorsPagesAreForEveryone() {
        Visitor district = Visitor.loggedInAs("ostermalm");
        String application = ApplicationFixture.started(district);
        ApplicationFixture.fill(district, application);
        ApplicationFixture.section(
                district,
                application,
                "other-funding",
                "otherFundingStated",
                "yes",
                "otherFunding[0].source",
                "Arbetsmarknadsförvaltningen",
                "otherFunding[0].amount",
                "40 000",
                "otherFunding[0].status",
                "GRANTED",
                "otherFunding[0].lines",
                "2");
        ApplicationFixture.section(
                district, application, "money", "totalCost", "150 000", "amount", "100 000", "ownPart", "10 000");
        district.post(application + "/check").statusCode(303);

        logIn("handlaggare");
        look("start-officer");
        open("/rounds/sig-2014/applications");
        look("round-list");
        open(application);
        look("reading-submitted");
        open(application + "/completion");
        page.locator("#due").fill("i morgon");
        page.locator("main button[type=submit]").click();
        look("request-completion");
        open(application + "/prepare");
        page.locator("main button[type=submit]").click();
        look("prepare-faults");
        open(application + "/prepare");
        page.locator("input[value=MET]").all().forEach(radio -> radio.check());
        page.locator("#recommends").check();
        page.locator("#overlapAnswer").fill("Rad 2 betalas av arbetsmarknadsförvaltningen.");
        page.locator("#reasons").fill("Planen är tydlig.");
        screenshot("prepare", 1200);
        screenshot("prepare", 320);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Förslag: bifall med");
        look("reading-prepared");

        page.locator("text=Logga ut").click();
        logIn("chef");
        look("start-director");
        open(application);
        look("reading-director");
        open(application + "/decide");
        look("decide");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Fatta beslutet");
        assertAccessible();
        assertFits320();
        screenshot("confirm", 1200);
        screenshot("confirm", 320);
        page.locator("main button:has-text('Ändra')").click();
        page.locator("#amount").fill("100 001");
        page.locator("main button[type=submit]").click();
        look("decide-faults");
        open(application + "/decide");
        page.locator("main button[type=submit]").click();
        page.locator("main button:has-text('Fatta beslutet')").click();
        open(application);
        look("reading-decided");
        open(application + "/replace");
        look("replace");
    }
}
