package se.medel.participant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.medel.participant.ParticipantFixture.worker;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.RestingReason;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterBrowserTest extends Browser {

    private static final LocalDate DAY = LocalDate.of(2014, 3, 3);

    @Inject
    ParticipantFixture fixture;

    @Inject
    GroupService groups;

    private GroupView group;
    private String at;

    @BeforeEach
    void aGroupInTheMiddleOfItsWork() {
        group = fixture.group("kungsholmen", "sodermalm");
        at = "/register/" + group.slug();
        for (int i = 1; i <= 9; i++) {
            fixture.admitted(group, i, 1990 + i % 4, DAY.plusDays(i));
        }
        for (int i = 10; i <= 13; i++) {
            fixture.waiting(group, i, 1991, DAY.plusDays(2 * i));
        }
        fixture.arrived(group, 14, 1993, DAY.plusDays(40));
    }

    private void look(String name) {
        assertAccessible();
        assertFits320();
        screenshot(name, 1200);
        screenshot(name, 320);
    }

    private void lookInBothLanguages(String name) {
        look(name);
        page.locator("text=In English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertAccessible();
        assertFits320();
        page.locator("text=På svenska").click();
    }

    @Test
    void theGroupsPagesAreForEveryone() {
        fixture.record(group, full(), Entry.of(EntryKind.SUPPORT_STARTED, DAY.plusDays(50)));
        groups.setLimits(worker(group), group.slug(), new Limits(DAY.plusDays(60), 5, 40, 19, 29, 90))
                .get();
        groups.stopAdmissions(worker(group), group.slug(), DAY.plusDays(70), null, "Två lotsar har slutat")
                .get();
        logIn("kungsholmen");
        look("register-start");
        open("/register");
        lookInBothLanguages("register-own");
        open(at);
        lookInBothLanguages("register-group");
        open(at + "?on=2014-03-08&state=admitted");
        look("register-on-day");
        open(at + "?on=igar");
        look("register-on-fault");
        open(at + "/waiting-list");
        lookInBothLanguages("register-waiting");
        open(at + "/settings");
        lookInBothLanguages("register-settings");
        for (String form : new String[] {"limits", "guides", "guides/L1", "stops", "areas", "codes"}) {
            open(at + "/settings/" + form);
            look("register-settings-" + form.replace('/', '-'));
            page.locator("main input[type=text]").first().fill("");
            page.locator("main button[type=submit]").click();
            assertAccessible();
            assertFits320();
        }
        open(at + "/settings/stops/" + groups.stops(group.slug()).get(0).id());
        look("register-settings-stop");
        open(at + "/arrivals");
        lookInBothLanguages("register-arrival");
        page.locator("main button[type=submit]").click();
        look("register-arrival-faults");
    }

    private long full() {
        return fixture.admitted(group, 20, 1992, DAY).id();
    }

    @Test
    void aParticipantsPagesAreForEveryone() {
        long id = full();
        String one = at + "/participants/" + id;
        logIn("kungsholmen-chef");
        fixture.record(group, id, Entry.of(EntryKind.ACTIVITY_STARTED, DAY.plusDays(3), ActivityCategory.HOUSING));
        fixture.record(group, id, Entry.of(EntryKind.ACTIVITY_STARTED, DAY.plusDays(3), ActivityCategory.WORK));
        fixture.record(group, id, Entry.of(EntryKind.SUPPORT_STARTED, DAY.plusDays(5)));
        fixture.record(group, id, Entry.of(EntryKind.OUTCOME, DAY.plusDays(30), OutcomeKind.TEAM_JOB));
        open(one);
        lookInBothLanguages("participant-admitted");
        for (EntryKind kind : EntryKind.values()) {
            open(one + "/" + kind.wireName());
            look("participant-write-" + kind.wireName());
        }
        open(one + "/admitted");
        page.locator("main button[type=submit]").click();
        look("participant-write-faults");
        open(one + "/strike");
        lookInBothLanguages("participant-strike");
        page.locator("main button[type=submit]").click();
        look("participant-struck");
        fixture.record(group, id, Entry.of(EntryKind.RESTING, DAY.plusDays(60), RestingReason.STABLE));
        open(one);
        look("participant-resting");
        open(one + "?on=2014-03-20");
        look("participant-on-day");
        fixture.record(group, id, Entry.of(EntryKind.CONSENT_WITHDRAWN, DAY.plusDays(90)));
        open(one);
        lookInBothLanguages("participant-withdrawn");
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(91), DischargeReason.OWN_WISH));
        open(one);
        look("participant-discharged");
        long came = fixture.arrived(group, 30, 1980, DAY).id();
        open(at + "/participants/" + came);
        lookInBothLanguages("participant-came");
    }

    @Test
    void aConflictIsForEveryone() {
        long id = full();
        logIn("kungsholmen");
        open(at + "/participants/" + id + "/outcome");
        fixture.record(group, id, Entry.of(EntryKind.OUTCOME, DAY.plusDays(30), OutcomeKind.TEAM_JOB));
        page.locator("input[value=STUDIES]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Någon annan hann skriva om deltagaren");
        assertThat(page.locator("input[value=STUDIES]")).isChecked();
        look("participant-conflict");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Sparat: Resultat");
        look("participant-saved");
    }

    @Test
    void aGuideWritesByKeyboardAlone() {
        long id = full();
        logIn("kungsholmen");
        open(at + "/participants/" + id);
        page.locator("main a:has-text('Planen är genomgången')").focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
        page.locator("#day").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("Sparat: Handlingsplanen gicks igenom");
    }

    @Test
    void theSocialAdministrationsPagesAreForEveryone() {
        logIn("handlaggare");
        open("/groups");
        lookInBothLanguages("groups");
        open("/groups/new");
        lookInBothLanguages("groups-new");
        page.locator("main button[type=submit]").click();
        look("groups-new-faults");
        open(at + "/settings");
        look("groups-settings");
    }

    @Test
    void aDistrictWithoutAGroupReadsWhoSetsOneUp() {
        logIn("hagersten-liljeholmen");
        open("/register");
        look("register-none");
    }
}
