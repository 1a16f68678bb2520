package se.medel.decision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.web.Browser;

/** The pages that the officer and the director see only when something comes between, and the last one before a decision. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RulingBrowserTest extends Browser {

    private static final String LONG =
            "Ett långt skäl som ingen vill skriva en gång till. ".repeat(20) + "x".repeat(100);

    @Inject
    RoundFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    private ApplicationView application;
    private String address;

    @BeforeEach
    void prepare() {
        String round = fixture.openRound(ModelFixture.model2014());
        application = fixture.prepared(round, ModelFixture.BROMMA, ComponentKind.CO_FINANCING, 100_000);
        address = "/applications/" + application.id();
    }

    private void logInReading(String username, String language) {
        logIn(username);
        open("/language/" + language + "?back=/");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private void look(String name, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertAccessible();
        assertFits320();
        screenshot(name + "-" + language, 1200);
        screenshot(name + "-" + language, 320);
    }

    private void send() {
        page.locator("main button[type=submit]").first().click();
    }

    private void withdraw() {
        ApplicationView now =
                applications.find(RoundFixture.DIRECTOR, application.id()).get();
        applications
                .withdraw(RoundFixture.directorOf(ModelFixture.BROMMA), now.id(), now.version(), "Vi söker nästa år.")
                .get();
    }

    @ParameterizedTest
    @CsvSource({"sv,Ansökan är redan beslutad", "en,The application is already decided"})
    void whoIsSecondToDecideIsToldAndKeepsWhatWasWritten(String language, String title) {
        logInReading("chef", language);
        open(address + "/decide");
        page.locator("#amount").fill("90 000");
        page.locator("#reasons").fill(LONG);
        send();
        look("confirm", language);
        decisions
                .decide(
                        RoundFixture.DIRECTOR,
                        application.roundId(),
                        application.id(),
                        null,
                        RoundFixture.AS_RECOMMENDED)
                .get();
        send();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("main")).containsText(LONG);
        look("already-decided", language);
    }

    @ParameterizedTest
    @CsvSource({"sv,Du har berett ansökan", "en,You have prepared this application"})
    void whoHasPreparedIsToldAndKeepsWhatWasWritten(String language, String title) {
        logInReading("chef", language);
        open(address + "/decide");
        page.locator("#reasons").fill(LONG);
        preparations
                .prepare(RoundFixture.DIRECTOR, application.id(), null, RoundFixture.recommending(80_000))
                .get();
        send();
        assertThat(page.locator("main")).containsText(title);
        assertThat(page.locator("main")).containsText(LONG);
        look("four-eyes-typed", language);
        open(address + "/decide");
        assertThat(page.locator("main")).containsText(title);
        look("four-eyes", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aPreparationThatIsOvertakenKeepsWhatWasWritten(String language) {
        logInReading("handlaggare", language);
        open(address + "/prepare");
        page.locator("#reasons").fill(LONG);
        withdraw();
        send();
        assertThat(page.locator("main")).containsText(LONG);
        look("overtaken-prepare", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aRequestThatIsOvertakenKeepsWhatWasWritten(String language) {
        logInReading("handlaggare", language);
        open(address + "/completion");
        page.locator("#request").fill(LONG);
        withdraw();
        send();
        assertThat(page.locator("main")).containsText(LONG);
        look("overtaken-completion", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aRulingThatIsOvertakenKeepsWhatWasWritten(String language) {
        logInReading("chef", language);
        open(address + "/decide");
        page.locator("#reasons").fill(LONG);
        withdraw();
        send();
        assertThat(page.locator("main")).containsText(LONG);
        look("overtaken-decide", language);
    }
}
