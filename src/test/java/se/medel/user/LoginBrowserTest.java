package se.medel.user;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoginBrowserTest extends Browser {

    @Test
    void aUserLogsInAndOut() {
        logIn("chef", "wrong");
        assertThat(page).hasTitle("Fel: Logga in – Medel");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("hör inte ihop");
        assertAccessible();
        assertFits320();
        screenshot("login-failed", 1280);
        screenshot("login-failed", 320);

        logIn("chef");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Att göra");
        assertThat(page.locator(".m-account__who")).containsText("Förvaltningschef");
        assertAccessible();
        assertFits320();
        screenshot("start", 1280);
        screenshot("start", 320);

        page.locator("text=Logga ut").click();
        assertThat(page).hasTitle("Logga in – Medel");
        open("/");
        assertThat(page).hasTitle("Logga in – Medel");
    }

    @Test
    void theLogInPageIsForEveryone() {
        open("/login");
        page.locator("summary").last().click();
        assertAccessible();
        assertFits320();
        screenshot("login", 1280);
        screenshot("login", 320);
    }

    @Test
    void aUserLogsInByKeyboardAlone() {
        open("/login");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Hoppa till innehållet");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("revisor");
        page.keyboard().press("Tab");
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Att göra");
    }

    @Test
    void theLanguageIsSwitchedWhereTheUserIs() {
        logIn("admin");
        open("/admin/users/new");
        page.locator("text=In English").click();
        assertThat(page).hasURL(address() + "/admin/users/new");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasTitle("Add a user – Medel");
        assertAccessible();
        page.locator("text=På svenska").click();
        assertThat(page).hasTitle("Lägg till användare – Medel");
    }

    @Test
    void theAccessibilityStatementIsForEveryone() {
        assertThat(open("/tillganglighet")).isEqualTo(200);
        assertAccessible();
        assertFits320();
        screenshot("accessibility", 1280);
    }

    @Test
    void anErrorPageIsForEveryone() {
        assertThat(open("/nothing-here")).isEqualTo(404);
        assertAccessible();
        assertFits320();
        screenshot("not-found", 1280);
    }

    @Test
    void theAdministratorIsHelpedToCorrectAUser() {
        logIn("admin");
        open("/admin/users/new");
        page.locator("#username").fill("Fel Namn");
        page.locator("#password").fill("short");
        page.locator("main button[type=submit]").click();
        assertThat(page).hasTitle("Fel: Lägg till användare – Medel");
        assertThat(page.locator("#username")).hasValue("Fel Namn");
        page.locator(".govuk-error-summary a").nth(2).click();
        assertThat(page.locator(":focus")).hasAttribute("id", "role");
        assertAccessible();
        assertFits320();
        screenshot("new-user", 1280);
        screenshot("new-user", 320);
    }

    @Test
    void theListOfUsersIsForEveryone() {
        logIn("admin");
        open("/admin/users");
        page.locator("tr:has-text('farsta-chef') button").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Användaren farsta-chef är inaktiv.");
        assertAccessible();
        assertFits320();
        screenshot("users", 1280);
        screenshot("users", 320);
        page.locator("tr:has-text('farsta-chef') button").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Användaren farsta-chef är aktiv.");
    }
}
