package se.medel.delegation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.database.TestDatabase;
import se.medel.delegation.rules.StandIn;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Browser;

/** The pages of delegation as they are seen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationBrowserTest extends Browser {

    @Inject
    DelegationFixture delegation;

    @Inject
    RoundFixture fixture;

    @Inject
    OrderService orders;

    @Inject
    StandInService standIns;

    @Inject
    Clock clock;

    @Test
    void theOrderItsDraftAndTheSubstitutesAreReadableByAll() {
        delegation.deputy();
        LocalDate today = LocalDate.now(clock);
        standIns.enter(
                        SECRETARY,
                        new StandInService.Wanted("chef", "bitradande", StandIn.Ground.CONFLICT, today, today))
                .get();
        OrderView draft = orders.draft(SECRETARY).get();
        try {
            logIn("sekreterare");
            for (String at : new String[] {
                "/delegation/1",
                "/delegation/" + draft.number(),
                "/delegation/" + draft.number() + "/edit",
                "/delegation/" + draft.number() + "/decision",
                "/delegation/stand-ins"
            }) {
                open(at);
                assertAccessible();
                assertFits320();
            }
            screenshot("delegation-stand-ins", 1200);
            screenshot("delegation-stand-ins", 320);
            open("/delegation/" + draft.number());
            screenshot("delegation-draft", 1200);
            screenshot("delegation-draft", 320);
            page.locator("text=In English").click();
            assertThat(page.locator("main")).containsText("Grant co-financing");
            assertAccessible();
            open("/delegation/" + draft.number() + "/edit");
            screenshot("delegation-edit", 1200);
        } finally {
            orders.discard(SECRETARY, draft.number(), null).get();
        }
    }

    @Test
    void aConflictIsDeclaredByKeyboardFromThePageOfTheDecision() {
        ApplicationView application =
                fixture.prepared(fixture.openRound(model2014()), "farsta", ComponentKind.CO_FINANCING, 100_000);
        logIn("chef");
        open("/applications/" + application.id() + "/decide");
        assertAccessible();
        page.locator("text=Jag är jävig").press("Enter");
        assertAccessible();
        assertFits320();
        screenshot("conflict", 1200);
        page.locator("#ground").press("Space");
        page.locator("button:has-text('Anmäl jäv')").press("Enter");
        assertThat(page.locator("main")).containsText("Jävet är anmält");
        open("/applications/" + application.id() + "/decide");
        assertThat(page.locator("main")).containsText("Du har anmält jäv");
        assertAccessible();
        assertFits320();
        screenshot("conflict-declared", 320);
    }
}
