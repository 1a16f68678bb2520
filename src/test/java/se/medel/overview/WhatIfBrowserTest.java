package se.medel.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhatIfBrowserTest extends Browser {

    @Inject
    RoundFixture fixture;

    @Test
    void anOfficerComparesTheThreeOrdersByKeyboardAlone() {
        String round = fixture.openRound(Model2014.model());
        fixture.submitted(round, "bromma", ComponentKind.CO_FINANCING, 200_000);
        logIn("handlaggare");
        open("/rounds/" + round + "/what-if");
        assertThat(page.locator("[id='asks[0].district']")).hasValue("bromma");
        assertThat(page.locator("#result")).containsText("De tre ordningarna ger samma belopp till alla.");

        // 65 + 70 clients for 120 places, in whose order they differ.
        addRow(1, "Spånga-Tensta", "Klientersättning", "70");
        addRow(2, "Farsta", "Klientersättning", "100");
        addRow(3, "Farsta", "Medfinansiering", "200 000");
        page.locator("[id='asks[3].amount']").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#result")).containsText("Ordningarna skiljer sig på");
        assertThat(page.locator("#result")).containsText("Mest av de tre");
        page.locator("#result details summary").nth(6).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#result details[open]")).containsText("M4a");
        screenshot("what-if-full", 1200);
        screenshot("what-if-full", 320);
        assertAccessible();
        assertFits320();
    }

    @Test
    void aWrongRowIsSaidAtItsFieldAndTheOthersAreKept() {
        logIn("handlaggare");
        open("/rounds/sig-2014/what-if");
        int before = page.locator(".m-rows tbody tr").count();
        page.locator("button:has-text('Lägg till en rad')").click();
        page.locator("[id='asks[" + before + "].amount']").fill("två");
        page.locator("button:visible:has-text('Räkna om')").last().click();
        assertThat(page.locator("[id='asks[" + before + "].district-error']")).isVisible();
        assertThat(page.locator("[id='asks[" + before + "].amount']")).hasValue("två");
        screenshot("what-if-refused", 1200);
        assertAccessible();
        assertFits320();
        page.locator("button:has-text('Ta bort')").last().click();
        assertThat(page.locator("[id='asks[" + before + "].amount']")).hasCount(0);
    }

    /** Everything by the keyboard: choices by typing their beginning, buttons by Enter. */
    private void addRow(int row, String district, String component, String figure) {
        page.locator("button:has-text('Lägg till en rad')").focus();
        page.keyboard().press("Enter");
        page.locator("[id='asks[" + row + "].district']").focus();
        page.keyboard().type(district);
        page.keyboard().press("Tab");
        page.keyboard().type(component);
        page.keyboard().press("Tab");
        if (component.equals("Klientersättning")) {
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
        }
        page.keyboard().type(figure);
    }
}
