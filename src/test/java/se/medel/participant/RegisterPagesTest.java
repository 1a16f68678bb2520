package se.medel.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.participant.ParticipantFixture.worker;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.OutcomeKind;
import se.medel.privacy.TestNumbers;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 9, 1);
    private static final LocalDate DAY = LocalDate.of(2014, 3, 3);

    @Inject
    ParticipantFixture fixture;

    @Inject
    GroupService groups;

    @Inject
    RegisterService register;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    private GroupView group;
    private RegisterJourney at;

    @BeforeEach
    void aGroup() {
        clock.stopAt(TODAY);
        group = fixture.group("norrmalm");
        at = RegisterJourney.of(group);
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void aParticipantIsFollowedFromTheFirstDayToTheLast() {
        String one = at.arrives(1, 1992, "2014-03-03");
        at.visitor()
                .get(one)
                .statusCode(200)
                .body(containsString(ParticipantFixture.code(group, 1)))
                .body(containsString("Intresse anmält"))
                .body(containsString("Hindrar inskrivning i dag"))
                .body(not(containsString(one + "/admitted")));
        at.writes(
                        one,
                        EntryKind.ASSESSED,
                        "2014-03-05",
                        "AGE",
                        "AREA",
                        "NO_FIXED_OCCUPATION",
                        "LIVES_ON_CRIME",
                        "MOTIVATED")
                .statusCode(303);
        at.writes(one, EntryKind.CONSENTED, "2014-03-05", "POLICE", "PROBATION").statusCode(303);
        at.writes(one, EntryKind.WAITING, "2014-03-10").statusCode(303);
        at.visitor()
                .get(at.address() + "/waiting-list")
                .statusCode(200)
                .body(allOf(containsString("2014-03-10"), containsString("175 dagar")));
        at.visitor().get(one).body(containsString("Inget hindrar inskrivning i dag"));
        at.writes(one, EntryKind.ADMITTED, "2014-04-01", "L1").statusCode(303);
        at.visitor()
                .get(one)
                .body(containsString("Inskriven sedan 2014-04-01"))
                .body(containsString("Sparat: Inskriven, 2014-04-01."))
                .body(containsString("Handlingsplan saknas (P11)"));
        at.writes(one, EntryKind.ACTIVITY_STARTED, "2014-04-02", "WORK").statusCode(303);
        at.visitor().get(one).body(containsString("Planen är inte genomgången på över 90 dagar (P11)"));
        at.writes(one, EntryKind.PLAN_REVIEWED, "2014-08-20").statusCode(303);
        at.visitor().get(one).body(not(containsString("(P11)")));
        at.writes(one, EntryKind.SUPPORT_STARTED, "2014-04-02").statusCode(303);
        at.writes(one, EntryKind.RESTING, "2014-06-01", "IN_CUSTODY").statusCode(303);
        at.visitor()
                .get(one)
                .body(containsString("(häktad)"))
                .body(containsString("L1 håller kontakten"))
                .body(containsString("Tillbaka från vila"));
        at.writes(one, EntryKind.ADMITTED, "2014-07-01", "L2").statusCode(303);
        at.writes(one, EntryKind.OUTCOME, "2014-08-01", "TEAM_JOB").statusCode(303);
        at.writes(one, EntryKind.DISCHARGED, "2014-08-31", "GOAL_REACHED").statusCode(303);
        at.visitor()
                .get(one)
                .body(containsString("2014-04-01 till 2014-08-31, målet nått"))
                .body(containsString("Lagjobb, 2014-08-01"))
                .body(containsString("<dd class=\"govuk-summary-list__value m-kept-lines\">5</dd>"))
                .body(containsString("Kom igen"))
                .body(not(containsString("Gör vilande")));
        at.visitor()
                .get(one + "?on=2014-06-15")
                .statusCode(200)
                .body(containsString("Det här är registret som det var den 2014-06-15"))
                .body(containsString("Vilande sedan 2014-06-01"))
                .body(not(containsString("Lagjobb")))
                .body(not(containsString(one + "/outcome")));
        at.visitor().get(one + "?on=2014-03-02").body(containsString("hade inte kommit till gruppen"));
    }

    @Test
    void aWithdrawnConsentIsShownAndLeavesOnlyTheDischarge() {
        String one = at.ready(1, 1992, "2014-03-03");
        at.writes(one, EntryKind.ADMITTED, "2014-03-04", "L1").statusCode(303);
        at.writes(one, EntryKind.CONSENT_WITHDRAWN, "2014-05-01").statusCode(303);
        String page = at.visitor()
                .get(one)
                .statusCode(200)
                .body(containsString("delning stängd"))
                .body(containsString("Återkallat 2014-05-01"))
                .body(not(containsString("Öppnar mellan")))
                .extract()
                .asString();
        for (EntryKind kind : EntryKind.values()) {
            assertThat(page.contains(one + "/" + kind.wireName()))
                    .as(kind.name())
                    .isEqualTo(kind == EntryKind.DISCHARGED);
        }
        at.visitor().get(at.address()).body(containsString("Delning stängd"));
        at.writes(one, EntryKind.OUTCOME, "2014-05-02", "STUDIES")
                .statusCode(409)
                .body(containsString("(P2)"))
                .body(containsString("value=\"STUDIES\" checked"));
        at.writes(one, EntryKind.DISCHARGED, "2014-05-02", "OWN_WISH").statusCode(303);
        at.visitor().get(one).body(containsString("ett nytt samtycke"));
    }

    // Each rule of admission, on the page and in the API

    @Test
    void nobodyIsAdmittedWithoutConsentOrAssessment() {
        String one = at.arrives(1, 1992, "2014-03-03");
        isNotAdmitted(one, "P2", "P3");
        at.writes(one, EntryKind.CONSENTED, "2014-03-03", "POLICE").statusCode(303);
        at.writes(one, EntryKind.ASSESSED, "2014-03-03", "AGE", "AREA").statusCode(303);
        isNotAdmitted(one, "P3");
        at.visitor().get(one).body(containsString("Stämmer inte: saknar fast sysselsättning"));
    }

    @Test
    void nobodyIsAdmittedOutsideTheAgeBand() {
        isNotAdmitted(at.ready(1, 1984, "2014-03-03"), "M6");
    }

    @Test
    void nobodyIsAdmittedToAGuideWithoutAPlace() {
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 1, 40, 19, 29, 90))
                .get();
        at.writes(at.ready(1, 1992, "2014-03-03"), EntryKind.ADMITTED, "2014-04-01", "L1")
                .statusCode(303);
        isNotAdmitted(at.ready(2, 1992, "2014-03-03"), "P5");
        at.visitor().get(at.address()).body(containsString("1 av 1")).body(containsString("fullt"));
    }

    @Test
    void nobodyIsAdmittedOverTheCapOfIncomeSupport() {
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 10, 0, 19, 29, 90))
                .get();
        String one = at.ready(1, 1992, "2014-03-03");
        at.writes(one, EntryKind.SUPPORT_STARTED, "2014-03-03").statusCode(303);
        isNotAdmitted(one, "P6");
        at.writes(one, EntryKind.SUPPORT_ENDED, "2014-03-04").statusCode(303);
        at.writes(one, EntryKind.ADMITTED, "2014-04-01", "L1").statusCode(303);
    }

    @Test
    void nobodyIsAdmittedDuringAnAdmissionStopAndTheStopIsSeen() {
        String one = at.ready(1, 1992, "2014-03-03");
        at.visitor()
                .post(at.address() + "/settings/stops", "starts", "2014-03-20", "ends", "", "reason", "Lotsar saknas")
                .statusCode(303);
        isNotAdmitted(one, "P7");
        for (String page : List.of(at.address(), at.address() + "/waiting-list", "/register")) {
            at.visitor().get(page).body(containsString("Ingen skrivs in från 2014-03-20"));
        }
        at.writes(one, EntryKind.WAITING, "2014-03-21").statusCode(303);
        long stop = groups.stops(group.slug()).get(0).id();
        at.visitor()
                .post(at.address() + "/settings/stops/" + stop, "ends", "2014-03-31")
                .statusCode(303);
        at.visitor().get(at.address()).body(not(containsString("Ingen skrivs in")));
        at.writes(one, EntryKind.ADMITTED, "2014-04-01", "L1").statusCode(303);
    }

    private void isNotAdmitted(String participant, String... rules) {
        var page = at.writes(participant, EntryKind.ADMITTED, "2014-04-01", "L1")
                .statusCode(409)
                .body(containsString("value=\"2014-04-01\""))
                .body(containsString("value=\"L1\" checked"));
        var api = new ApiUser("norrmalm")
                .post(
                        participant.replace("/register", "/api/groups") + "/entries",
                        "{\"kind\": \"admitted\", \"day\": \"2014-04-01\", \"value\": \"L1\"}")
                .statusCode(409);
        for (String rule : rules) {
            page.body(containsString("(" + rule + ")"));
            api.body(containsString("\"rule\":\"" + rule + "\""));
        }
    }

    @Test
    void whatIsFilledInWronglyStandsAtItsFieldWithWhatWasTyped() {
        at.visitor()
                .post(
                        at.address() + "/arrivals",
                        "code",
                        TestNumbers.personal(),
                        "birthYear",
                        "92",
                        "cameOn",
                        "2015-01-01")
                .statusCode(422)
                .body(containsString("id=\"code-error\""))
                .body(containsString("id=\"birthYear-error\""))
                .body(containsString("id=\"area-error\""))
                .body(containsString("id=\"referral-error\""))
                .body(containsString("id=\"cameOn-error\""))
                .body(containsString("value=\"92\""));
        String one = at.arrives(1, 1992, "2014-03-03");
        at.writes(one, EntryKind.DISCHARGED, "i går")
                .statusCode(422)
                .body(containsString("id=\"day-error\""))
                .body(containsString("value=\"i går\""));
        at.writes(one, EntryKind.DISCHARGED, "2014-03-04").statusCode(422).body(containsString("id=\"value-error\""));
        at.visitor().get(at.address() + "?on=igar").statusCode(422).body(containsString("id=\"on-error\""));
    }

    @Test
    void whoIsSecondSeesWhatTheFirstWroteAndLosesNothing() {
        String one = at.ready(1, 1992, "2014-03-03");
        List<String> open = at.visitor().hidden(one + "/outcome");
        // An outcome changes nothing that is kept beside it; it makes the open page old all the same.
        at.writes(one, EntryKind.OUTCOME, "2014-03-09", "HOUSING").statusCode(303);
        List<String> sent = Stream.concat(open.stream(), Stream.of("day", "2014-03-10", "value", "STUDIES"))
                .toList();
        String again = at.visitor()
                .send(one + "/outcome", sent)
                .statusCode(409)
                .body(containsString("Någon annan hann skriva om deltagaren"))
                .body(containsString("Resultat, Egen bostad, norrmalm"))
                .body(containsString("value=\"STUDIES\" checked"))
                .body(containsString("value=\"2014-03-10\""))
                .extract()
                .asString();
        String version = again.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        at.visitor()
                .send(
                        one + "/outcome",
                        List.of(open.get(0), open.get(1), "version", version, "day", "2014-03-10", "value", "STUDIES"))
                .statusCode(303);
    }

    @Test
    void whatBecameWrongIsStruckAndStaysAsStruck() {
        String one = at.ready(1, 1992, "2014-03-03");
        at.writes(one, EntryKind.DISCHARGED, "2014-03-09", "RELAPSE").statusCode(303);
        at.visitor().get(one).body(containsString(one + "/strike"));
        List<String> open = at.visitor().hidden(one + "/strike");
        at.visitor().get(one + "/strike").body(containsString("Utskriven, Återfall i brott, 2014-03-09"));
        at.visitor().send(one + "/strike", open).statusCode(303);
        at.visitor()
                .get(one)
                .body(containsString("<s>Utskriven: Återfall i brott</s>"))
                .body(containsString("Struken av norrmalm"));
        // The list as on a day goes by what counts, too.
        String code = ParticipantFixture.code(group, 1);
        at.writes(one, EntryKind.ADMITTED, "2014-03-10", "L1").statusCode(303);
        at.writes(one, EntryKind.DISCHARGED, "2014-03-12", "RELAPSE").statusCode(303);
        at.visitor().send(one + "/strike", at.visitor().hidden(one + "/strike")).statusCode(303);
        at.visitor().get(at.address() + "?on=" + TODAY + "&state=admitted").body(containsString(code));
        at.visitor().get(at.address() + "?on=" + TODAY + "&state=discharged").body(not(containsString(code)));
        // The page that is still open in another window strikes nothing more.
        at.visitor().send(one + "/strike", open).statusCode(409);
        Visitor.loggedInAs("bromma").get(one + "/strike").statusCode(404);
        Visitor.loggedInAs("handlaggare").get(one + "/strike").statusCode(403);
    }

    @Test
    void theWaitingListIsReadPageByPageInOrderOfArrival() {
        for (int i = 1; i <= 51; i++) {
            fixture.waiting(group, i, 1992, DAY.plusDays(i));
        }
        at.visitor()
                .get(at.address() + "/waiting-list")
                .body(containsString("waiting-list?skip=50"))
                .body(not(containsString(">" + ParticipantFixture.code(group, 51) + "<")));
        at.visitor()
                .get(at.address() + "/waiting-list?skip=50")
                .body(containsString(">" + ParticipantFixture.code(group, 51) + "<"))
                .body(containsString(">51<"))
                .body(not(containsString("?skip=")));
    }

    @Test
    void theListIsFilteredPagedAndShownAsItWasOnADay() {
        for (int i = 1; i <= 53; i++) {
            fixture.arrived(group, i, 1992, DAY);
        }
        long admitted = fixture.admitted(group, 77, 1992, DAY).id();
        fixture.record(group, admitted, Entry.of(EntryKind.OUTCOME, DAY.plusDays(1), OutcomeKind.STUDIES));
        fixture.record(group, admitted, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(9), DischargeReason.MOVED));
        String first = at.visitor()
                .get(at.address())
                .statusCode(200)
                .body(containsString("Nästa 50"))
                .body(not(containsString(">" + ParticipantFixture.code(group, 53) + "<")))
                .extract()
                .asString();
        String next = first.replaceAll("(?s).*href=\"([^\"]*after=[0-9]+)#list\".*", "$1")
                .replace("&amp;", "&");
        at.visitor()
                .get(next)
                .body(containsString(">" + ParticipantFixture.code(group, 53) + "<"))
                .body(containsString(">" + ParticipantFixture.code(group, 77) + "<"))
                .body(not(containsString("Nästa 50")));
        at.visitor()
                .get(at.address() + "?state=discharged")
                .body(containsString(">" + ParticipantFixture.code(group, 77) + "<"))
                .body(not(containsString(">" + ParticipantFixture.code(group, 1) + "<")));
        at.visitor()
                .get(at.address() + "?state=admitted&on=" + DAY.plusDays(3))
                .body(containsString("Det här är registret som det var den 2014-03-06"))
                .body(containsString(">" + ParticipantFixture.code(group, 77) + "<"))
                .body(not(containsString(">" + ParticipantFixture.code(group, 1) + "<")));
        at.visitor().get(at.address() + "?on=" + DAY.minusDays(1)).body(containsString("Inga deltagare att visa"));
        // What another day's list can't be chosen by is said, and isn't carried on to the next page.
        String only = "En annan dags lista kan bara väljas efter läge";
        at.visitor().get(at.address() + "?on=" + TODAY).body(not(containsString(only)));
        at.visitor()
                .get(at.address() + "?guide=L2&plan=yes&on=" + TODAY)
                .body(containsString(only))
                .body(containsString("Nästa 50"))
                .body(not(containsString("guide=")))
                .body(not(containsString("plan=")));
    }

    @Test
    void onlyPlansThatAreDueAndOnlyOnesOwnAreListed() {
        fixture.admitted(group, 1, 1992, DAY);
        fixture.admitted(group, 2, 1992, DAY);
        at.visitor().get(at.address()).body(containsString("2 saknas eller behöver gås igenom"));
        at.visitor()
                .get(at.address() + "?guide=L1&plan=yes")
                .body(containsString(">" + ParticipantFixture.code(group, 1) + "<"))
                .body(not(containsString(">" + ParticipantFixture.code(group, 2) + "<")));
    }

    @Test
    void theSettingsAreChangedFromADayOnAndTheirHistoryIsKept() {
        String settings = at.address() + "/settings";
        at.visitor()
                .post(
                        settings + "/limits",
                        "from",
                        "2014-10-01",
                        "placesPerGuide",
                        "8",
                        "mostWithSupport",
                        "30",
                        "youngest",
                        "20",
                        "oldest",
                        "29",
                        "reviewDays",
                        "60")
                .statusCode(303);
        at.visitor()
                .get(settings)
                .body(containsString("2014-10-01"))
                .body(containsString("Gäller sedan"))
                .body(containsString("2000-01-01"))
                .body(containsString("Gäller i dag"));
        at.visitor()
                .post(settings + "/limits", "from", "2014-10-01", "placesPerGuide", "0", "mostWithSupport", "x")
                .statusCode(422)
                .body(containsString("id=\"mostWithSupport-error\""))
                .body(containsString("value=\"x\""));
        at.visitor()
                .post(settings + "/guides", "code", "Anna Andersson", "from", "2014-01-01")
                .statusCode(422);
        at.visitor()
                .post(settings + "/guides", "code", "L-Ö3", "from", "2014-01-01")
                .statusCode(303);
        at.visitor().get(settings).body(containsString("L-Ö3")).body(containsString("/guides/L-%C3%963"));
        at.visitor().post(settings + "/guides/L-Ö3", "to", "2014-08-01").statusCode(303);
        fixture.admitted(group, 1, 1992, DAY);
        at.visitor()
                .post(settings + "/guides/L1", "to", "2014-08-01")
                .statusCode(409)
                .body(containsString("1 deltagare kvar"));
        at.visitor()
                .post(settings + "/areas", "name", "Husby", "district", "norrmalm", "from", "2014-01-01")
                .statusCode(303);
        at.visitor().get(settings).body(containsString("Husby"));
    }

    @Test
    void theOfficerSetsAGroupUpAndTheDistrictKeepsItsRegister() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/").body(containsString("Grupper och deras inställningar"));
        String slug = "ny-" + group.slug();
        officer.post(
                        "/groups/new",
                        "name",
                        "",
                        "slug",
                        "Ny Grupp",
                        "districts",
                        "norrmalm",
                        "areas[2].name",
                        "Alvik",
                        "areas[2].district",
                        "farsta")
                .statusCode(422)
                .body(containsString("id=\"name-error\""))
                .body(containsString("id=\"slug-error\""))
                .body(containsString("id=\"areas[0].district-error\""))
                .body(containsString("value=\"Alvik\""));
        officer.post(
                        "/groups/new",
                        "name",
                        "Ny " + group.name(),
                        "slug",
                        slug,
                        "codePrefix",
                        "qq",
                        "districts",
                        "norrmalm",
                        "areas[2].name",
                        "Alvik",
                        "areas[2].district",
                        "norrmalm",
                        "areas[2].from",
                        "2014-01-01")
                .statusCode(303);
        officer.get("/groups").body(containsString("Ny " + group.name()));
        officer.get("/register/" + slug + "/settings")
                .statusCode(200)
                .body(containsString("Alvik"))
                .body(not(containsString("/settings/guides\"")));
        officer.post(
                        "/register/" + slug + "/settings/areas",
                        "name",
                        "Åkeslund",
                        "district",
                        "norrmalm",
                        "from",
                        "2014-02-01")
                .statusCode(303);
        Visitor.loggedInAs("norrmalm").get("/register").body(containsString("Ny " + group.name()));
    }

    @Test
    void aDistrictWithoutAGroupReadsWhoSetsOneUp() {
        Visitor.loggedInAs("hagersten-liljeholmen")
                .get("/register")
                .statusCode(200)
                .body(containsString("Handläggaren på socialförvaltningen lägger upp gruppen"));
    }

    @Test
    void howCodesAreWrittenIsChangedOnTheSettings() {
        String settings = at.address() + "/settings";
        at.visitor().get(settings).body(containsString(settings + "/codes"));
        at.visitor()
                .post(
                        settings + "/codes",
                        "codePrefix",
                        "",
                        "fewestLetters",
                        "2",
                        "mostLetters",
                        "2",
                        "mostDigits",
                        "4")
                .statusCode(303);
        at.visitor().get(settings).body(containsString("2 bokstäver, bindestreck och 1–4 siffror"));
        at.visitor().get(settings + "/codes").body(containsString("value=\"4\""));
        at.visitor()
                .post(
                        settings + "/codes",
                        "codePrefix",
                        "",
                        "fewestLetters",
                        "2",
                        "mostLetters",
                        "7",
                        "mostDigits",
                        "x")
                .statusCode(422)
                .body(containsString("id=\"mostDigits-error\""))
                .body(containsString("value=\"7\""));
        at.visitor()
                .post(
                        settings + "/codes",
                        "codePrefix",
                        "1",
                        "fewestLetters",
                        "2",
                        "mostLetters",
                        "7",
                        "mostDigits",
                        "4")
                .statusCode(422)
                .body(containsString("id=\"codePrefix-error\""))
                .body(containsString("id=\"mostLetters-error\""));
        for (String user : List.of("chef", "revisor", "ekonom", "utvarderare")) {
            Visitor.loggedInAs(user).get(settings + "/codes").statusCode(403);
        }
        Visitor.loggedInAs("farsta").get(settings + "/codes").statusCode(404);
    }

    // Who sees what

    private List<String> pages() {
        long id = fixture.arrived(group, 900, 1992, DAY).id();
        return List.of(
                "",
                "/waiting-list",
                "/arrivals",
                "/participants/" + id,
                "/participants/" + id + "/outcome",
                "/settings/limits",
                "/settings/guides",
                "/settings/guides/L1",
                "/settings/stops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin"})
    void nobodyOutsideTheDistrictsSeesTheRegister(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get("/register").statusCode(403);
        for (String page : pages()) {
            visitor.get(at.address() + page).statusCode(403);
            if (page.matches("/arrivals|/settings/.*|.*/outcome")) {
                visitor.postFrom("/", at.address() + page, "day", "2014-04-01").statusCode(403);
            }
        }
        boolean seesSettings = List.of("handlaggare", "chef", "revisor").contains(username);
        visitor.get(at.address() + "/settings").statusCode(seesSettings ? 200 : 403);
        visitor.get("/groups").statusCode(seesSettings ? 200 : 403);
        visitor.get("/groups/new").statusCode(username.equals("handlaggare") ? 200 : 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"farsta", "farsta-chef"})
    void anotherDistrictsRegisterIsNotFoundAndTheLookStandsInTheTrail(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        List<String> pages = pages();
        for (String page : pages) {
            visitor.get(at.address() + page).statusCode(404);
        }
        visitor.get(at.address() + "/settings").statusCode(404);
        visitor.postFrom("/", at.address() + "/arrivals", "code", "X").statusCode(404);
        visitor.get("/register").body(not(containsString(">" + group.name() + "<")));
        assertThat(database.createNativeQuery(
                                "select count(*) from audit_event where action = 'ACCESS_REFUSED' and subject = ?1"
                                        + " and username = ?2",
                                Long.class)
                        .setParameter(1, "group/" + group.slug())
                        .setParameter(2, username)
                        .getSingleResult())
                .isGreaterThanOrEqualTo(pages.size());
    }

    @Test
    void bothDistrictsOfAJointProjectKeepTheSameRegister() {
        GroupView joint = fixture.group("ostermalm", "sodermalm");
        String one = RegisterJourney.of(joint).arrives(1, 1992, "2014-03-03");
        Visitor.loggedInAs("sodermalm-chef").get(one).statusCode(200);
    }

    @Test
    void noCodeStandsInTheTrail() {
        String one = at.ready(4321, 1992, "2014-03-03");
        at.visitor().get(one);
        assertThat(database.createNativeQuery(
                                "select concat(subject, before, after) from audit_event where subject like ?1",
                                String.class)
                        .setParameter(1, "group/" + group.slug() + "%")
                        .getResultList())
                .hasSizeGreaterThan(4)
                .noneMatch(line -> line.contains("4321"));
    }

    // What nobody should send

    @Test
    void badInputIsRefusedAndNothingIsWritten() {
        String one = at.ready(1, 1992, "2014-03-03");
        long id = Long.parseLong(one.substring(one.lastIndexOf('/') + 1));
        int before = entries(id);
        for (EntryKind kind : EntryKind.values()) {
            for (String day : List.of("", "x", "2014-02-30", "1850-01-01", "9999-01-01", "2014-09-02", "1900-01-01")) {
                isRefused(one, kind, day, "");
            }
            for (String value : List.of("XX", "POLICE,POLICE", "x".repeat(600), "<b>{x}</b>")) {
                isRefused(one, kind, "2014-03-03", value);
            }
        }
        assertThat(entries(id)).isEqualTo(before);
        at.visitor().get(one + "/no-such-kind").statusCode(404);
        at.visitor().get(at.address() + "/participants/0").statusCode(404);
        at.visitor().get(at.address() + "/participants/x").statusCode(404);
        at.visitor().get("/register/no-such-group").statusCode(404);
        at.visitor().get(at.address() + "/settings/stops/1").statusCode(404);
        at.visitor().get(at.address() + "/settings/guides/X").statusCode(404);
        for (String query : List.of(
                "state=x",
                "after=x",
                "after=99999999999999999999",
                "guide=%00",
                "guide=%F0%9F%98%80",
                "plan=x",
                "on=",
                "on=9999-12-31")) {
            assertThat(at.visitor().get(at.address() + "?" + query).extract().statusCode())
                    .as(query)
                    .isIn(200, 422);
        }
    }

    private void isRefused(String participant, EntryKind kind, String day, String value) {
        int status = at.writes(participant, kind, day, value).extract().statusCode();
        assertThat(status).as(kind + " " + day + " " + value).isIn(409, 422);
    }

    private int entries(long id) {
        return register.find(worker(group), group.slug(), id, TODAY)
                .get()
                .entries()
                .size();
    }
}
