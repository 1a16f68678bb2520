package se.medel.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.committee.MeetingFixture.anyParagraph;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionView;
import se.medel.web.Browser;

/** From the decisions of a month to their report, in a browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationListBrowserTest extends Browser {

    @Inject
    DelegationListFixture fixture;

    @Inject
    DelegationListService lists;

    private void look(String name, String language) {
        assertAccessible();
        assertFits320();
        screenshot("delegation-list-" + name + "-" + language, 1200);
        screenshot("delegation-list-" + name + "-" + language, 320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theSecretaryClosesTheListAndRegistersItsReport(String language) {
        DecisionView decision = fixture.decided();
        String at = "/delegation-lists/" + lists.open().number();
        logIn("sekreterare");
        open("/language/" + language + "?back=/");
        page.locator("main a[href='" + at + "']").click();
        look("open", language);
        page.locator("form[action='" + at + "/close'] button").click();
        assertThat(page.locator("a[href='" + at + "/pdf']")).isVisible();
        look("closed", language);
        page.locator("form[action='" + at + "/report'] button[type=submit]").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        look("refused", language);
        page.locator("#paragraph").fill(anyParagraph());
        page.locator("form[action='" + at + "/report'] button[type=submit]").click();
        assertThat(page.locator("form[action='" + at + "/report']")).hasCount(0);
        look("reported", language);
        open("/delegation-lists");
        look("lists", language);
        open("/decisions/" + decision.id());
        look("decision", language);
    }
}
