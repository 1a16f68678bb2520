package se.medel.matrix;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.round.RoundFixture.OFFICER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.control.ControlFixture;
import se.medel.control.ControlService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.AnyPdf;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.time.TestClock;
import se.medel.web.Browser;

/** The pages of control and of the matrix, as they are used and on a narrow screen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class YearEndBrowserTest extends Browser {

    @Inject
    ControlFixture fixture;

    @Inject
    ControlService controls;

    @Inject
    TestClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void aReportIsControlledAndItsFundingReadByEveryone() {
        clock.stopAt(LocalDate.of(2015, 1, 15));
        String round = fixture.reporting("bromma", "farsta");
        long application =
                fixture.report(round, "bromma").content().lines().get(0).applicationId();
        CostReportView report = fixture.submitted(
                round,
                "bromma",
                "97512.00",
                CostLine.Source.TYPED,
                List.of(new OtherIncome(application, "Arbetsmarknadsförvaltningen", Kronor.of(40_000), Set.of(1))));
        logIn("handlaggare");
        open("/rounds/" + round);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kontroll av redovisningar"))
                .click();
        checked();
        page.getByLabel("Antal redovisningar").fill("2");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dra stickprovet"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kontrollera dragningen"))
                .click();
        assertThat(page.locator("main")).containsText("Dragningen stämmer");
        checked();
        screenshot("control-round", 1280);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Bromma").setExact(true))
                .click();
        checked();
        screenshot("control-report", 1280);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avsluta"))
                .click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        checked();
        controls.ask(OFFICER, report.id(), "Fakturor för rad 1", LocalDate.of(2015, 2, 1))
                .get();
        open("/language/en?back=/rounds/" + round + "/control/" + report.id());
        checked();
        screenshot("control-report", 320);
        for (String path :
                List.of("/funding?year=2014", "/funding/bromma?year=2014", "/rounds/" + round + "/control")) {
            open(path);
            checked();
        }
        screenshot("control-round", 320);
        open("/language/sv?back=/funding/bromma?year=2014");
        assertThat(page.locator("main")).containsText("mottaget 40");
        checked();
        screenshot("funding-district", 1280);
        screenshot("funding-district", 320);
        open("/funding?year=2014");
        checked();
        screenshot("funding", 1280);
        screenshot("funding", 320);
        page.context().clearCookies();
        logIn("bromma");
        open("/rounds/" + round + "/vouchers");
        checked();
        screenshot("vouchers", 1280);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lägg till en fil"))
                .click();
        checked();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara filen"))
                .click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        checked();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "faktura-fran-foreningen-for-unga-vuxna-i-bromma-" + "x".repeat(60) + ".pdf",
                        "application/pdf",
                        AnyPdf.titled("Faktura")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara filen"))
                .click();
        assertThat(page.locator("main")).containsText("faktura-fran-foreningen");
        checked();
        screenshot("vouchers-with-a-file", 1280);
    }

    private void checked() {
        assertAccessible();
        assertFits320();
    }
}
