package se.medel.archive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Browser;

/** The pages of the archive and of the open data, as they are used and on a narrow screen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArchiveBrowserTest extends Browser {

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture fixture;

    @Inject
    TestClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void theArchiveIsForEveryone() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        String round = rounds.openRound(ModelFixture.model2014());
        fixture.granted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        logIn("sekreterare");
        open("/rounds/" + round);
        follow("Diarium");
        assertThat(page.locator("main")).containsText("Bromma stadsdelsnämnd");
        checked("journal");
        page.getByLabel("Första dagen").fill("i går");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Visa"))
                .click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        checked("journal-refused");
        open("/rounds/" + round);
        follow("Akter");
        checked("case-files");
        open("/rounds/" + round);
        follow("Öppna data");
        checked("open-data");
        open("/retention");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara regeln"))
                .click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        checked("retention");
        for (String path : new String[] {"/journal", "/rounds/" + round + "/case-file", "/open-data", "/retention"}) {
            open("/language/en?back=" + path);
            checked("in-english");
        }
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private void checked(String name) {
        assertAccessible();
        screenshot(name, 1280);
        assertFits320();
        screenshot(name, 320);
    }
}
