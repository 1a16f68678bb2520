package se.medel.decision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.decision.DecidedRound.Words;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionPageBrowserTest extends Browser {

    @Inject
    DecidedRound round;

    @Inject
    DocumentService documents;

    @Test
    void aDecisionIsReadOnTheScreenInBothLanguages() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        logIn("farsta");

        assertThat(open("/decisions/" + decision.id())).isEqualTo(200);
        assertThat(page).hasTitle("Delegationsbeslut nr 1/2014 – Medel");
        assertThat(page.locator("main")).containsText("Hämta dokumentet");
        assertThat(page.locator("main"))
                .containsText(documents.of(decision.id()).sha256());
        assertAccessible();
        assertFits320();
        screenshot("decision", 1200);
        screenshot("decision", 320);

        page.locator("text=In English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("main")).containsText("Download the document");
        assertThat(page.locator("article")).hasAttribute("lang", "sv");
        assertThat(page.locator("article")).containsText("Hur beslutet kan överklagas");
        assertAccessible();
        assertFits320();
        screenshot("decision-en", 1200);
    }

    @Test
    void aReplacedDecisionSaysWhatHoldsInstead() {
        DecisionView first = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        DecisionView second = round.replace(first, 120_000);
        logIn("chef");

        open("/decisions/" + first.id());
        assertThat(page.locator("main")).containsText("Det är ersatt av beslut nr 2.");
        assertAccessible();
        assertFits320();
        screenshot("decision-replaced", 1200);
        page.locator("text=Visa det beslut som gäller").click();
        assertThat(page).hasURL(address() + "/decisions/" + second.id());
        assertThat(page.locator("main")).containsText("Ersätter");
        page.locator("text=Visa det ersatta beslutet").click();
        assertThat(page).hasURL(address() + "/decisions/" + first.id());
    }

    @Test
    void longAndHostileTextsAreShownAsTyped() {
        String typed = "<script>alert('x')</script> {qute} {text.number} &amp; <b>fet</b> " + "x".repeat(2_000);
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, new Words(typed, typed, typed));
        logIn("revisor");

        open("/decisions/" + decision.id());
        assertThat(page.locator("article script, article b").count()).isZero();
        assertThat(page.locator("article .typed").allTextContents())
                .containsOnly(typed)
                .hasSize(3);
        assertAccessible();
        assertFits320();
        screenshot("decision-hostile", 320);
    }

    @Test
    void whoMustNotSeeItDoesNot() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        logIn("bromma");
        assertThat(open("/decisions/" + decision.id())).isEqualTo(404);
        assertThat(open("/decisions/" + decision.id() + "/document.pdf")).isEqualTo(404);
        page.context().clearCookies();
        logIn("utvarderare");
        assertThat(open("/decisions/" + decision.id())).isEqualTo(403);
        assertThat(open("/decisions/" + decision.id() + "/document.pdf")).isEqualTo(403);
        page.context().clearCookies();
        logIn("admin");
        assertThat(open("/decisions/" + decision.id())).isEqualTo(403);
    }

    @Test
    void theDocumentIsFetchedFromItsPage() {
        DecisionView decision = round.grant(round.open(), "farsta", 200_000, null, Words.PLAIN);
        logIn("sekreterare");
        open("/decisions/" + decision.id());
        String address = page.locator("a:has-text('Hämta dokumentet')").getAttribute("href");
        var answer = page.context().request().get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("cache-control", "max-age=31536000, private, immutable");
        assertThat(answer.body()).isEqualTo(documents.of(decision.id()).pdf());
    }
}
