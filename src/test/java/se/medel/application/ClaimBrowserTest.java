package se.medel.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.application.ClaimFiles.PERSONAL_NUMBER;
import static se.medel.application.ClaimFiles.csv;
import static se.medel.application.ClaimFiles.right;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimBrowserTest extends Browser {

    @Inject
    ParticipantFixture participants;

    /** Looked at by somebody in {@code target/screenshots}, and by axe-core in both languages. */
    private void look(String name) {
        assertAccessible();
        assertFits320();
        screenshot(name, 1200);
        screenshot(name, 320);
        page.locator("text=In English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertAccessible();
        assertFits320();
        page.locator("text=På svenska").click();
    }

    private String started(String district) {
        logIn(district);
        open("/applications");
        page.locator("button:has-text('Starta ansökan'):has-text('Klientersättning')")
                .first()
                .click();
        assertThat(page.locator("h1")).hasText("Er ansökan");
        return page.url();
    }

    @Test
    void aListOfFortyClientsIsUploadedPutRightAndSubmitted() {
        String claim = started("hagersten-liljeholmen");
        look("claim-empty");
        page.locator("a:has-text('Ladda upp en fil')").click();
        look("claim-upload");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#file-error")).containsText("Välj en fil först");
        look("claim-upload-refused");

        String[] rows =
                IntStream.rangeClosed(1, 40).mapToObj(i -> right("QBR-" + i)).toArray(String[]::new);
        rows[6] = "QBR-7;1970;2014-03-17;;ja;Enhetschef";
        rows[11] = PERSONAL_NUMBER + ";1992;2013-03-17;i fjol;nej;";
        rows[20] = right("qbr 20");
        page.locator("#file").setInputFiles(new FilePayload("klienter.csv", "text/csv", csv(rows)));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Raderna från filen");
        look("claim-uploaded");

        page.locator("a:has-text('Rätta')").first().click();
        assertThat(page.locator("#birthYear")).hasValue("1970");
        look("claim-correct");
        page.locator("#birthYear").fill("1991");
        page.locator("button:has-text('Spara raden')").click();
        assertThat(page.locator("h1")).hasText("Rätta rad 13 i filen");
        page.locator("button:has-text('Kasta raden')").click();
        page.locator("button:has-text('Ta in de 38 rätta')").click();
        assertThat(page.locator("h1")).hasText("Raderna från filen");
        page.navigate(claim);
        look("claim-filled");
        page.locator("a:has-text('Kontrollera och skicka in')").click();
        look("claim-check");
        page.locator("button:has-text('Skicka in')").click();
        assertThat(page.locator("h1")).hasText("Ansökan är inskickad");
        page.navigate(claim);
        look("claim-submitted");
    }

    @Test
    void participantsArePickedFromTheRegister() {
        GroupView group = participants.group("spanga-tensta");
        for (int i = 1; i <= 6; i++) {
            participants.admitted(group, i, 1992, LocalDate.of(2014, 2, i));
        }
        String claim = started("spanga-tensta");
        page.locator("a:has-text('Välj ur registret')").click();
        look("claim-pick");
        page.locator("input[id='pick[0]']").check();
        page.locator("input[id='contact[0]']").fill("i fjol");
        page.locator("button:has-text('Lägg till i ansökan')").click();
        look("claim-pick-refused");
        // The switch of language has opened the page anew.
        page.locator("input[id='pick[0]']").check();
        page.locator("#attested").check();
        page.locator("button:has-text('Lägg till i ansökan')").click();
        assertThat(page.locator("main")).containsText("1 × 15");
        page.navigate(claim + "/clients/new");
        page.locator("button:has-text('Lägg till klienten')").click();
        look("claim-new-refused");
        page.navigate(claim + "/check");
        look("claim-check-picked");
    }
}
