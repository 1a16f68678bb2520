package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;
import se.medel.web.Browser;

/** The pages of the committee report in a browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommitteeReportBrowserTest extends Browser {

    @Inject
    RoundService rounds;

    private String proposable() {
        return rounds.create(OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theReportIsWrittenByKeyboardAndReadableByAll(String language) {
        String at = "/rounds/" + proposable() + "/committee-report";
        logIn("handlaggare");
        open("/language/" + language + "?back=/");
        open(at);
        page.locator("main button[type=submit]").focus();
        page.keyboard().press("Enter");
        page.locator(".govuk-task-list").waitFor();
        look("overview", language);

        page.locator(".govuk-task-list__link").first().focus();
        page.keyboard().press("Enter");
        page.locator("#text").fill("Taket är 7 mkr.");
        page.locator("#text").press("Tab");
        page.keyboard().press("Enter");
        page.locator(".govuk-error-summary").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("Taket är 7 mkr.");
        look("chapter", language);

        open(at + "/outline");
        look("outline", language);
        open(at + "/fix");
        look("fix", language);
    }

    @Test
    void theReportOf2014IsAPageToo() {
        logIn("revisor");
        open("/rounds/sig-2014/committee-report/1");
        assertThat(page.locator("article h2").allInnerTexts())
                .containsAll(List.of("Förvaltningens förslag till beslut", "Sammanfattning", "Ärendet"));
        look("read", "sv");
    }

    private void look(String name, String language) {
        assertAccessible();
        assertFits320();
        screenshot("committee-report-" + name + "-" + language, 1280);
        screenshot("committee-report-" + name + "-" + language, 320);
    }
}
