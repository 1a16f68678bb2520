package se.medel.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.committee.MeetingFixture.DAY;
import static se.medel.committee.MeetingFixture.anyParagraph;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

/** From the committee's decision to the district's letter and instructions, in a browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeetingBrowserTest extends Browser {

    @Inject
    MeetingFixture fixture;

    @Inject
    MeetingService meetings;

    private void logInReading(String username, String language) {
        logIn(username);
        open("/language/" + language + "?back=/");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private void look(String name, String language) {
        assertAccessible();
        assertFits320();
        screenshot("committee-" + name + "-" + language, 1200);
        screenshot("committee-" + name + "-" + language, 320);
    }

    private void send() {
        page.locator("main form button[type=submit]").last().click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theCommitteeAmendsTheModelAndTheDistrictsAreTold(String language) {
        String round = fixture.proposed();
        String at = "/rounds/" + round;

        logInReading("sekreterare", language);
        open(at);
        page.locator("main a[href='" + at + "/committee-decision']").click();
        look("decision", language);
        page.locator("#date").fill(DAY.toString());
        page.locator("#paragraph").fill(anyParagraph());
        page.locator("input[name=d1][value=AMENDED]").check();
        page.locator("input[name=d2][value=AMENDED]").check();
        send();
        assertThat(page.locator("#figures")).isVisible();
        page.locator("[id='ceiling.amount']").fill("4 500 000");
        page.locator("[formaction*='#part-groups'][value=addGroup]").click();
        assertThat(page.locator("[id='clientCompensation.groups[1].name']")).isVisible();
        page.locator("[value=removeGroup-1]").click();
        assertThat(page.locator("[id='ceiling.amount']")).hasValue("4 500 000");
        send();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        look("decision-refused", language);
        page.locator("#d2Text").fill("Högst 300 000 kronor åt gången.");
        send();
        page.locator("main a[href='" + at + "/dispatch']").click();
        look("dispatch", language);
        page.locator("#ids").check();
        page.locator("#channel").check();
        page.locator("button[value=some]").click();
        look("dispatch-one-sent", language);
        page.locator("main td a").first().click();
        look("letter", language);

        open("/meetings");
        look("meetings", language);
        open("/meetings/" + meetings.ofRound(round).get(0).meeting());
        page.locator("#minutesApprovedOn").fill("2014-04-01");
        send();
        look("meeting-refused", language);
        page.locator("#minutesApprovedOn").fill("2014-05-10");
        send();
        look("meeting", language);

        logInReading("handlaggare", language);
        open(at + "/model?version=1");
        look("not-adopted", language);
        String undelegated = "/rounds/" + fixture.undelegated();
        open(undelegated + "/model");
        look("undelegated-model", language);
        open(undelegated);
        assertThat(page.locator("dd .m-warning")).isVisible();
        look("undelegated-round", language);
        open(at + "/instructions/edit");
        look("instructions-edit", language);
        page.locator("#CONTACT").fill("");
        send();
        look("instructions-refused", language);
        page.locator("#CONTACT").fill("Socialförvaltningens brevlåda.");
        send();
        look("instructions", language);

        logInReading("farsta", language);
        open(at);
        page.locator("main a[href='" + at + "/instructions']").click();
        look("instructions-district", language);
    }
}
