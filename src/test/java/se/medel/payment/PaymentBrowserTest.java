package se.medel.payment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PaymentBrowserTest extends Browser {

    @Inject
    PaymentFixture fixture;

    @Test
    void theControllerPaysHalfNowSendsItToTheLedgerAndReadsWhatWasPaid() {
        String round = fixture.openRound();
        fixture.granted(round, BROMMA, 150_000);
        fixture.granted(round, FARSTA, 80_001);
        fixture.granted(round, SKARHOLMEN, 200_000);
        fixture.book(round);
        logIn("ekonom");
        open("/rounds/" + round);
        page.locator("main a:text-is('Utbetalningar')").click();
        assertGood("payments-empty");

        page.locator("text=Beordra utbetalning").click();
        page.locator("#share").fill("50");
        page.locator("text=Fyll i beloppen").click();
        assertThat(page.locator("input[name^=amount-]").nth(1)).hasValue("40\u00a0000");
        page.locator("input[name^=amount-]").nth(1).fill("90 000");
        page.locator("button:text-is('Beordra')").click();
        assertThat(page.locator(".govuk-error-summary")).containsText("Högst 80\u00a0001\u00a0kr kan betalas ut");
        assertGood("payments-refused");

        page.locator("input[name^=amount-]").nth(1).fill("");
        page.locator("#payOn").fill(fixture.today().plusDays(10).toString());
        page.locator("button:text-is('Beordra')").click();
        assertThat(page.locator("h1")).containsText("Utbetalningsorder 1");
        page.locator("button:text-is('Exportera')").click();
        assertThat(page.locator("main")).containsText("SIE 4I");
        assertGood("payment-order");

        page.locator("input[name=payments]").nth(1).uncheck();
        page.locator("#paidOn").fill(fixture.today().toString());
        page.locator("#voucher").fill("M 17");
        page.locator("button:text-is('Markera som betalda')").click();
        assertThat(page.locator("main")).containsText("Betalningen är markerad som betald");
        String reference =
                page.locator("tr:has-text('Beordrad') td[data-label=Referens]").textContent();
        page.locator("text=Ta tillbaka").click();
        assertGood("payment-cancel");

        open("/rounds/" + round + "/payments/confirm");
        assertGood("payment-confirm");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "kvitto.csv",
                        "text/csv",
                        ("Betalning;Belopp;Datum;Verifikation\r\n" + reference + ";100000;" + fixture.today()
                                        + ";M 18\r\nMEDEL-999999999;1;2014-06-02;M 19\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("button:text-is('Läs in')").click();
        assertThat(page.locator("main")).containsText("Betalningen finns inte.");
        assertGood("payment-confirmed");
        page.locator("text=Till utbetalningarna").click();
        assertThat(page.locator("main")).containsText("175\u00a0000\u00a0kr");
        assertGood("payments");
        open("/rounds/" + round + "/payments/settings");
        assertGood("payment-settings");
        page.locator("text=In English").click();
        for (String path : new String[] {"", "/new", "/settings", "/confirm"}) {
            open("/rounds/" + round + "/payments" + path);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertGood("payments-en" + path.replace('/', '-'));
        }
    }

    @Test
    void aDistrictReadsItsOwnPayments() {
        String round = fixture.openRound();
        fixture.order(round, fixture.granted(round, BROMMA, 150_000), 60_000);
        logIn(BROMMA);
        open("/rounds/" + round);
        page.locator("main a:text-is('Utbetalningar')").click();
        assertThat(page.locator("main")).containsText("60\u00a0000\u00a0kr");
        assertThat(page.locator("main")).containsText("90\u00a0000\u00a0kr");
        assertGood("payments-own");
    }

    private void assertGood(String name) {
        assertAccessible();
        assertFits320();
        screenshot(name, 1200);
        screenshot(name, 320);
        assertThat(page.locator("main").innerText()).doesNotContain("NOT_FOUND");
    }
}
