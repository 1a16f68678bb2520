package se.medel.decision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.claim.ClaimFixture.anyClients;
import static se.medel.claim.ClaimFixture.recommending;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.claim.ClaimFixture;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims.Finding;
import se.medel.claim.rules.ClaimedClient;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;
import se.medel.web.Browser;

/** A claim of 40, of which 35 fit, in a browser: tried, decided, read, and its reserve taken up. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimRulingBrowserTest extends Browser {

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    EntityManager database;

    private void logInReading(String username, String language) {
        logIn(username);
        open("/language/" + language + "?back=/");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private void look(String name, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertAccessible();
        assertFits320();
        screenshot("claim-" + name + "-" + language, 1200);
        screenshot("claim-" + name + "-" + language, 320);
    }

    private void press(String value) {
        page.locator("main button[value=" + value + "]").click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aClaimIsTriedDecidedAndItsReserveTakenUp(String language) {
        String round = rounds.openRound(ModelFixture.withJointProject(BROMMA, FARSTA));
        ApplicationView first = fixture.prepared(round, BROMMA, anyClients(30), 30);
        decisions.decide(DIRECTOR, round, first.id(), null, AS_RECOMMENDED).get();
        List<ClaimedClient> earlier = anyClients(40).stream()
                .map(client -> ClaimFixture.client(client.code(), ClaimFixture.ADMITTED.minusDays(20)))
                .toList();
        ApplicationView claim = fixture.submitted(round, FARSTA, earlier);
        List<ClaimRow> rows = applications.rows(OFFICER, claim.id()).get();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update claim_row set birth_year = 1960 where id = ?1")
                        .setParameter(1, rows.get(1).id())
                        .executeUpdate());
        String address = "/applications/" + claim.id();

        logInReading("handlaggare", language);
        open(address + "/prepare");
        look("prepare", language);
        page.locator("[id='rows." + rows.get(3).id() + ".rule']").selectOption("A6");
        press("count");
        assertThat(page.locator("#recommendedClients")).hasValue("35");
        press("save");
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        look("prepare-refused", language);
        open(address + "/prepare");
        page.locator("input[value=MET]").all().forEach(met -> met.check());
        page.locator("[id='rows." + rows.get(3).id() + ".rule']").selectOption("A6");
        page.locator("[id='rows." + rows.get(3).id() + ".reason']")
                .fill("Hade ett pågående ärende till och med mars, enligt stadsdelens eget intyg den 3 april.");
        page.locator("input[name=recommends][value=grant]").check();
        page.locator("#reasons").fill("Klienterna uppfyller villkoren. Det gemensamma taket räcker till 35.");
        press("save");
        look("read", language);

        logInReading("chef", language);
        open(address + "/decide");
        look("decide", language);
        press("check");
        look("confirm", language);
        press("decide");
        look("decision", language);
        decisions
                .replace(DIRECTOR, round, first.id(), null, new Ruling(true, null, 28L, null, "Två har flyttat."))
                .get();
        open(address);
        look("read-decided", language);
        open("/rounds/" + round + "/reserve");
        look("reserve", language);
        page.locator("main a[href*='reserve=true']").click();
        assertThat(page.locator("#clients")).hasValue("37");
        look("replace", language);
        open("/rounds/" + round + "/decisions");
        look("decisions", language);
        open("/rounds/" + round + "/applications");
        look("applications", language);
        open("/rounds/" + round);
        look("round", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aDecidedClaimIsPreparedAgainAndItsDecisionReplaced(String language) {
        String round = rounds.openRound(ModelFixture.model2014());
        ApplicationView claim = fixture.prepared(round, BROMMA, anyClients(4), 4);
        decisions.decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED).get();
        String address = "/applications/" + claim.id();
        ClaimRow row = applications.rows(OFFICER, claim.id()).get().get(0);
        logInReading("handlaggare", language);
        open(address);
        look("decided-to-officer", language);
        page.locator("main a[href='" + address + "/prepare']").click();
        look("prepare-anew", language);
        page.locator("[id='rows." + row.id() + ".rule']").selectOption("A6");
        page.locator("[id='rows." + row.id() + ".reason']").fill("Hade ett pågående ärende.");
        press("count");
        press("save");
        look("read-anew", language);
        logInReading("chef", language);
        open(address);
        look("read-anew-to-director", language);
        page.locator("main a[href='" + address + "/replace']").click();
        assertThat(page.locator("#clients")).hasValue("3");
        look("replace-anew", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whoReadsCountsSeesNoTableOfClients(String language) {
        String round = rounds.openRound(ModelFixture.model2014());
        ApplicationView claim = fixture.submitted(round, BROMMA, anyClients(4));
        ClaimRow row = applications.rows(OFFICER, claim.id()).get().get(0);
        preparations
                .prepare(
                        OFFICER,
                        claim.id(),
                        null,
                        recommending(3, List.of(new Finding(row.id(), "A6", "Var aktuell."))))
                .get();
        logInReading("ekonom", language);
        open("/applications/" + claim.id());
        assertThat(page.locator("main")).not().containsText(row.code());
        assertThat(page.locator("main")).containsText("A6");
        look("read-counts", language);
    }
}
