package se.medel.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.deadline.DueKind;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReminderBrowserTest extends Browser {

    private static final String LONG_ADDRESS =
            "registrator.med.ett.mycket.langt.namn@stadsdelsforvaltningen.hagersten.example";
    private static int made = 2_000_000;

    @Inject
    RoundFixture rounds;

    @Inject
    ReminderFixture fixture;

    @Inject
    TestClock clock;

    private String round;

    @BeforeEach
    void somethingIsLate() {
        round = rounds.openRound(model2014());
        LocalDate due = LocalDate.of(2015, 1, 31);
        fixture.reportDue(round, "hagersten-liljeholmen", due);
        fixture.made(round, DueKind.COST_REPORT, "hagersten-liljeholmen", ++made, due, LONG_ADDRESS);
        fixture.made(round, DueKind.PAYMENT, null, ++made, due, null);
        fixture.allFailed(round);
    }

    @Test
    void remindersCanBeReadByBothSides() {
        for (String username : new String[] {"handlaggare", "hagersten-liljeholmen"}) {
            logIn(username);
            assertReadable("/");
            assertReadable("/reminders");
            page.locator("details summary").first().click();
            assertThat(page.locator("details[open]").first().textContent()).contains("Sista dag: 31 januari 2015");
            assertAccessible();
            assertFits320();
            screenshot("reminders-" + username, 1280);
            screenshot("reminders-" + username, 320);
            page.locator("form[action='/logout'] button").click();
        }
    }

    @Test
    void theOfficerSetsDatesAndGivesMoreTime() {
        logIn("handlaggare");
        String dates = "/rounds/" + round + "/dates";
        assertReadable(dates);
        assertReadable(dates + "/edit");
        page.locator("#replyDays").fill("0");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
        assertAccessible();
        assertFits320();
        assertReadable(dates + "/extension");
        page.locator("#district").selectOption("bromma");
        String soon = LocalDate.now(clock).plusDays(60).toString();
        page.locator("#dueOn").fill(soon);
        page.locator("#reason").fill("Ny ekonom");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main").textContent()).contains("Bromma", soon, "Ny ekonom");
        assertAccessible();
        assertFits320();
        screenshot("round-dates", 1280);
    }

    @Test
    void theAdministratorSetsAMailbox() {
        logIn("admin");
        open("/admin/mailboxes/alvsjo");
        page.locator("#address").fill(LONG_ADDRESS);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main").textContent()).contains(LONG_ADDRESS);
        assertAccessible();
        assertFits320();
        assertReadable("/admin/mailboxes/alvsjo");
        page.locator("#address").fill("");
        page.locator("main button[type=submit]").click();
    }

    private void assertReadable(String path) {
        assertThat(open(path)).isEqualTo(200);
        assertAccessible();
        assertFits320();
    }
}
