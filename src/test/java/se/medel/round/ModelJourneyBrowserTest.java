package se.medel.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Browser;

/** Next year's round without a programmer, and what an officer is helped with on the way. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ModelJourneyBrowserTest extends Browser {

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    DecisionService decisions;

    @Test
    void theRoundOf2015IsSetUpFromThatOf2014ByItsUsers() {
        logIn("handlaggare");
        open("/rounds/sig-2014");
        page.locator("text=Lägg upp en ny omgång").click();
        field("id").fill("SIG 2015");
        field("applicationDeadline").fill("2015-02-30");
        send("Lägg upp omgången");
        assertThat(page).hasTitle("Fel: Lägg upp en ny omgång – Medel");
        assertThat(error("id")).containsText("små bokstäver");
        assertThat(error("applicationDeadline")).containsText("år-månad-dag");
        assertThat(error("year")).isVisible();
        check("new-round-refused");
        field("id").fill("sig-2015");
        field("name").fill("Sociala insatsgrupper 2015");
        field("year").fill("2015");
        field("caseNumber").fill("3.1-17/2015");
        field("applicationDeadline").fill("2015-10-31");
        send("Lägg upp omgången");
        assertThat(page).hasURL(address() + "/rounds/sig-2015/model/edit");

        field("fixedGrant[0].amount").fill("650 000");
        send("Lägg till stadsdel");
        assertThat(field("fixedGrant[0].amount")).hasValue("650 000");
        field("fixedGrant[2].district").selectOption("farsta");
        field("fixedGrant[2].amount").fill("300000 kr");
        field("coFinancing.maximum").fill("250 000");
        field("clientCompensation.rate").fill("16 000");
        for (int group = 1; group <= 2; group++) {
            send("Lägg till ett grupptak");
            String at = "clientCompensation.groups[" + group + "]";
            field(at + ".name").fill("Söderort " + group);
            field(at + ".clients").fill("1" + group);
            field(at + ".rule").fill("M4" + (char) ('b' + group));
            field(at + ".source").fill("Av dessa högst 1" + group + " från grupp " + group + ".");
            page.locator("input[name='" + at + ".districts'][value='farsta']").check();
            page.locator("input[name='" + at + ".districts'][value='alvsjo']").check();
        }
        field("ceiling.amount").fill("5 500 000");
        check("model-edit");
        send("Spara modellen");
        assertThat(page.locator("main")).containsText("Modellen är sparad.");
        assertThat(page.locator("main")).containsText("Söderort 2, högst");
        assertThat(page.locator("main")).containsText("Farsta: 300\u00a0000\u00a0kr");

        open("/rounds/sig-2015");
        page.locator("text=Föreslå modellen för nämnden").click();
        check("propose");
        send("Föreslå modellen för nämnden");
        assertThat(page.locator("main")).containsText("Modellen är föreslagen");

        logIn("farsta");
        assertThat(open("/rounds/sig-2015")).isEqualTo(404);

        logIn("sekreterare");
        assertThat(page.locator("main")).containsText("Registrera nämndens beslut om modellen");
        page.locator("main a[href='/rounds/sig-2015/committee-decision']").click();
        send("Registrera beslutet");
        assertThat(error("date")).isVisible();
        assertThat(error("paragraph")).isVisible();
        check("committee-decision");
        assertThat(page.locator("main")).containsText("5\u00a0500\u00a0000\u00a0kr");
        field("date").fill("2015-01-29");
        field("paragraph").fill("§ 7");
        send("Registrera beslutet");
        assertThat(page.locator("main")).containsText("modellen gäller");

        logIn("handlaggare");
        page.locator("main a[href='/rounds/sig-2015/open']").click();
        send("Öppna omgången för ansökningar");
        assertThat(page.locator("main")).containsText("5\u00a0500\u00a0000\u00a0kr kvar");
        check("round-2015");

        logIn("farsta");
        open("/rounds/sig-2015");
        assertThat(page.locator("main")).containsText("Klienter från Söderort 2");
        open("/rounds/sig-2015/model");
        assertThat(page.locator("main")).containsText("Godkänd av socialnämnden 2015-01-29 § 7");
    }

    @Test
    void whatIsWrongInAModelIsSaidAtItsFieldAndNothingTypedIsLost() {
        String round = draft();
        open("/rounds/" + round + "/model/edit");
        field("fixedGrant[0].amount").fill("-1");
        field("fixedGrant[1].amount").fill("sexhundra tusen");
        field("coFinancing.maximum").fill("200 000,50");
        field("clientCompensation.rate").fill("1234567890123456");
        field("clientCompensation.total").fill("1e9");
        field("clientCompensation.youngest").fill("30");
        field("clientCompensation.groups[0].clients").fill("0");
        field("ceiling.amount").fill("");
        field("ceiling.source").fill("<script>alert(1)</script> {cdi:me.username} \"'");
        field("ceiling.rule").fill("");
        send("Spara modellen");
        for (String name : new String[] {
            "fixedGrant[0].amount",
            "fixedGrant[1].amount",
            "coFinancing.maximum",
            "clientCompensation.rate",
            "clientCompensation.total",
            "clientCompensation.youngest",
            "clientCompensation.groups[0].clients",
            "ceiling.amount",
            "ceiling.rule"
        }) {
            assertThat(error(name)).isVisible();
        }
        assertThat(field("fixedGrant[1].amount")).hasValue("sexhundra tusen");
        assertThat(field("clientCompensation.rate")).hasValue("1234567890123456");
        assertThat(field("ceiling.source")).hasValue("<script>alert(1)</script> {cdi:me.username} \"'");
        page.locator(".govuk-error-summary a").first().click();
        assertThat(page.locator(":focus")).hasAttribute("id", "fixedGrant[0].amount");
        check("model-edit-refused");
    }

    @Test
    void aTextIsShownAsItWasTyped() {
        String round = draft();
        open("/rounds/" + round + "/model/edit");
        String typed = "<b>{model.ceiling}</b> & \"{#if}\"";
        field("ceiling.source").fill(typed);
        field("clientCompensation.groups[0].name").fill("<i>{cdi:me}</i>");
        send("Spara modellen");
        assertThat(page.locator("main")).containsText(typed);
        assertThat(page.locator("main")).containsText("<i>{cdi:me}</i>, högst");
        logIn("revisor");
        open("/audit?subject=round/" + round);
        page.locator("details summary").first().click();
        assertThat(page.locator("main")).containsText(typed);
        check("audit-change");
    }

    @Test
    void whoIsSecondToSaveKeepsEverythingTypedAndIsTold() {
        String round = draft();
        open("/rounds/" + round + "/model/edit");
        AllocationModel model = Model2014.model();
        AllocationModel others = new AllocationModel(
                model.components(), new AllocationModel.Ceiling(model.ceiling().basis(), Kronor.of(4_000_000)));
        rounds.editModel(RoundFixture.DIRECTOR, round, 0, others).get();
        field("ceiling.amount").fill("4 500 000");
        send("Spara modellen");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Någon annan har ändrat");
        assertThat(field("ceiling.amount")).hasValue("4 500 000");
        check("model-edit-stale");
        send("Spara modellen");
        assertThat(page.locator("main")).containsText("4\u00a0500\u00a0000\u00a0kr");
    }

    @Test
    void partsAndRowsCanBeLeftOut() {
        String round = draft();
        open("/rounds/" + round + "/model/edit");
        field("clientCompensation.present").uncheck();
        page.locator("button:has-text('Ta bort raden')").first().click();
        assertThat(field("fixedGrant[0].district")).hasValue("spanga-tensta");
        assertThat(field("clientCompensation.present")).not().isChecked();
        send("Spara modellen");
        assertThat(page.locator("main")).not().containsText("Klientersättning");
        assertThat(page.locator("main")).not().containsText("Rinkeby-Kista: 600");
    }

    @Test
    void aModelBelowWhatIsCommittedIsRefusedWithTheRuleAndTheFigures() {
        String round = fixture.openRound(Model2014.model());
        long application = fixture.prepared(round, "bromma", ComponentKind.CO_FINANCING, 200_000)
                .id();
        decisions
                .decide(RoundFixture.DIRECTOR, round, application, null, RoundFixture.AS_RECOMMENDED)
                .get();
        logIn("handlaggare");
        open("/rounds/" + round + "/new-version");
        send("Gör en ny version av modellen");
        field("ceiling.amount").fill("150 000");
        send("Spara modellen");
        assertThat(page.locator("main")).containsText("I förra versionen: 5\u00a0000\u00a0000\u00a0kr");
        check("model-changed");
        open("/rounds/" + round + "/propose");
        send("Föreslå modellen för nämnden");
        assertThat(page.locator(".govuk-error-summary"))
                .containsText("M5 skulle bli 150\u00a0000 kr, men 200\u00a0000 kr är redan beviljat.");
        check("propose-refused");
    }

    /** A draft of an officer's, who is logged in. */
    private String draft() {
        String round = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), Model2014.model())
                .get()
                .id();
        logIn("handlaggare");
        return round;
    }

    private Locator field(String name) {
        return page.locator("[id='" + name + "']");
    }

    private Locator error(String name) {
        return page.locator("[id='" + name + "-error']");
    }

    private void send(String button) {
        page.locator("button[type=submit]:not([aria-hidden]):has-text('" + button + "')")
                .last()
                .click();
    }

    private void check(String picture) {
        screenshot(picture, 1200);
        screenshot(picture, 320);
        assertAccessible();
        assertFits320();
    }
}
