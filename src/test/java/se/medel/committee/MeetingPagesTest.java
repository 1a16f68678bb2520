package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static se.medel.committee.MeetingFixture.DAY;
import static se.medel.committee.MeetingFixture.anyParagraph;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.round.ModelState;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.web.Visitor;

/** The committee's papers as people use them without a browser's help. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeetingPagesTest {

    private static final Pattern FIELD = Pattern.compile(
            "<input class=\"govuk-input[^>]* id=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"|<textarea[^>]* name=\"([^\"]+)\"[^>]*>\\n([^<]*)<"
                    + "|name=\"([^\"]+)\" type=\"(?:checkbox|radio)\" value=\"([^\"]+)\" checked");
    private static final Pattern CHOICE =
            Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?<option value=\"([^\"]+)\" selected", Pattern.DOTALL);

    @Inject
    MeetingFixture fixture;

    @Inject
    MeetingService meetings;

    @Inject
    DispatchService dispatches;

    @Inject
    InstructionsService instructions;

    @Inject
    RoundService rounds;

    @Test
    void thePointsStandAsProposedUntilSomebodySaysOtherwise() {
        String page = "/rounds/" + fixture.proposed() + "/committee-decision";
        String body = Visitor.loggedInAs("sekreterare")
                .get(page)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body.split("value=\"AS_PROPOSED\" checked", -1)).hasSize(4);
        assertThat(Visitor.loggedInAs("sekreterare")
                        .inEnglish()
                        .get(page)
                        .extract()
                        .asString())
                .contains("As proposed", "D2: The director gets the task");
    }

    @Test
    void aModelThatNothingCanBeDecidedBySaysSoBesideTheCommitteesDecision() {
        String without = fixture.undelegated();
        String with = fixture.open();
        for (String user : List.of("chef", "handlaggare", BROMMA, "utvarderare")) {
            Visitor visitor = Visitor.loggedInAs(user);
            for (String page : List.of("", "/model")) {
                visitor.get("/rounds/" + without + page)
                        .statusCode(200)
                        .body(containsString("gav inte uppdraget att fördela pengarna enligt den här versionen (D2)"));
                visitor.get("/rounds/" + with + page).body(not(containsString("gav inte uppdraget")));
            }
        }
        Visitor.loggedInAs("chef")
                .inEnglish()
                .get("/rounds/" + without + "/model")
                .body(containsString("No application can be granted or refused by it"));
        assertThat(rounds.startNewVersion(OFFICER, without).isRefused()).isFalse();
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/" + without + "/model?version=2")
                .body(not(containsString("gav inte uppdraget")));

        rounds.propose(OFFICER, without).get();
        fixture.register(without, MeetingFixture.asProposed()).get();
        for (String page : List.of("", "/model", "/model?version=1")) {
            Visitor.loggedInAs("chef").get("/rounds/" + without + page).body(not(containsString("gav inte uppdraget")));
        }
    }

    @Test
    void amendedFiguresAreTypedIntoTheModelsOwnFieldsAndNothingIsLostOnTheWay() {
        String round = fixture.proposed();
        String page = "/rounds/" + round + "/committee-decision";
        String paragraph = anyParagraph();
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        List<String> points = List.of(
                "date",
                DAY.toString(),
                "paragraph",
                paragraph,
                "d1",
                "AMENDED",
                "d1Text",
                "Taket sänks.",
                "d2",
                "AS_PROPOSED",
                "d3",
                "NOT_ADOPTED");
        String figures = secretary
                .post(page, points.toArray(String[]::new))
                .statusCode(200)
                .body(containsString("id=\"ceiling.amount\""), containsString("Taket sänks."))
                .extract()
                .asString();
        assertThat(rounds.round(round).orElseThrow().state()).isEqualTo(RoundState.PROPOSED);

        List<String> filled = new ArrayList<>(secretary.hidden(page));
        filled.addAll(typed(figures, "ceiling.amount", "mycket"));
        secretary
                .send(page, filled)
                .statusCode(422)
                .body(containsString("href=\"#ceiling.amount\""), containsString("value=\"mycket\""));

        filled = new ArrayList<>(secretary.hidden(page));
        filled.addAll(typed(figures, "ceiling.amount", "4 500 000"));
        secretary.send(page, filled).statusCode(303);
        assertThat(rounds.modelInForce(round).orElseThrow().model().ceiling().amount())
                .isEqualTo(Kronor.of(4_500_000));
        assertThat(rounds.models(round).get(1).state()).isEqualTo(ModelState.NOT_ADOPTED);
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/" + round + "/model?version=1")
                .statusCode(200)
                .body(containsString("Inte antagen"));
        Visitor.loggedInAs(BROMMA).get("/rounds/" + round + "/model?version=1").statusCode(404);
        CommitteeDecisionView decision = meetings.ofRound(round).get(0);
        Visitor.loggedInAs("revisor")
                .get("/meetings/" + decision.meeting())
                .statusCode(200)
                .body(containsString(paragraph), containsString("Taket sänks."), containsString("Inte antaget"));
    }

    /** Everything that stands in a form, with one field changed. */
    private static List<String> typed(String page, String field, String value) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(page);
        while (matcher.find()) {
            int at = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
            fields.add(matcher.group(at));
            fields.add(
                    matcher.group(at).equals(field)
                            ? value
                            : matcher.group(at + 1)
                                    .replace("&quot;", "\"")
                                    .replace("&lt;", "<")
                                    .replace("&gt;", ">")
                                    .replace("&amp;", "&"));
        }
        Matcher choice = CHOICE.matcher(page);
        while (choice.find()) {
            fields.add(choice.group(1));
            fields.add(choice.group(2));
        }
        return fields;
    }

    @Test
    void aParagraphThatIsTakenIsSaidAtItsFieldWithEverythingTyped() {
        MeetingService.Minutes first = MeetingFixture.asProposed();
        fixture.register(fixture.proposed(), first).get();
        String round = fixture.proposed();
        Visitor.loggedInAs("sekreterare")
                .post(
                        "/rounds/" + round + "/committee-decision",
                        "date",
                        DAY.toString(),
                        "paragraph",
                        first.paragraph(),
                        "d2",
                        "AMENDED",
                        "d2Text",
                        "Bara till sommaren.")
                .statusCode(409)
                .body(
                        containsString("href=\"#paragraph\""),
                        containsString("är redan registrerad"),
                        containsString("Bara till sommaren."));
        Visitor.loggedInAs("sekreterare")
                .post("/rounds/" + round + "/committee-decision", "date", "igår", "paragraph", "")
                .statusCode(422)
                .body(containsString("href=\"#date\""), containsString("href=\"#paragraph\""));
    }

    @Test
    void theSecretaryMarksLettersAndTheListEndsWhenAllAreSent() {
        String round = fixture.open();
        String page = "/rounds/" + round + "/dispatch";
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        secretary.get("/").body(containsString(page), containsString("14 stadsdelsnämnder"));
        long first = dispatches.ofRound(SECRETARY, round).get(0).id();
        secretary.post(page, "do", "some", "sentOn", "snart").statusCode(422).body(containsString("href=\"#sentOn\""));
        secretary
                .post(page, "do", "some", "sentOn", "2014-04-20")
                .statusCode(422)
                .body(containsString("href=\"#ids\""), containsString("href=\"#channel\""));
        String[] one = {"do", "some", "ids", Long.toString(first), "sentOn", "2014-04-20", "channel", "E_MAIL"};
        secretary.post(page, one).statusCode(303);
        secretary.get(page).body(containsString("2014-04-20, E-post, av sekreterare"));
        secretary.post(page, one).statusCode(409);
        secretary
                .post(page, "do", "all", "sentOn", "2014-04-21", "channel", "POST")
                .statusCode(303);
        secretary.get("/").body(not(containsString(page)));
        secretary.get(page).body(not(containsString("<form method=\"post\" action=\"" + page)));
        Visitor.loggedInAs("handlaggare").inEnglish().get(page).body(containsString("2014-04-21, Letter, by"));
    }

    @Test
    void aDistrictReadsItsOwnLetterAndNoOther() {
        String round = fixture.open();
        long farsta = dispatches.ofRound(SECRETARY, round).stream()
                .filter(dispatch -> dispatch.district().equals(FARSTA))
                .findFirst()
                .orElseThrow()
                .id();
        String letter = "/rounds/" + round + "/dispatch/" + farsta;
        Visitor own = Visitor.loggedInAs(FARSTA);
        own.get("/rounds/" + round + "/dispatch")
                .statusCode(200)
                .body(containsString(letter), not(containsString("Bromma")));
        own.get(letter).statusCode(200).body(containsString("Farsta stadsdelsnämnd"));
        own.get(letter + "/pdf").statusCode(200).contentType("application/pdf");
        for (String path : List.of(letter, letter + "/pdf")) {
            Visitor.loggedInAs(BROMMA).get(path).statusCode(404);
            Visitor.loggedInAs("utvarderare").get(path).statusCode(403);
            Visitor.loggedInAs("admin").get(path).statusCode(403);
        }
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/sig-2014/dispatch/" + farsta)
                .statusCode(404);
        Visitor.loggedInAs("revisor").get(letter).statusCode(200);
    }

    @Test
    void everyAddressOnThePagesIsOne() {
        String round = fixture.open();
        Visitor officer = Visitor.loggedInAs("handlaggare");
        long letter = dispatches.ofRound(SECRETARY, round).get(0).id();
        for (String path : List.of("/dispatch", "/dispatch/" + letter, "/instructions", "/instructions/edit")) {
            officer.get("/rounds/" + round + path)
                    .statusCode(200)
                    .body(containsString("href=\"/rounds/" + round + "\""), not(containsString("/{")));
        }
        Visitor.loggedInAs("sekreterare")
                .get("/rounds/" + fixture.proposed() + "/committee-decision")
                .body(not(containsString("/{")));
    }

    @ParameterizedTest
    @CsvSource({
        "bromma,/meetings",
        "bromma-chef,/meetings/1",
        "utvarderare,/meetings",
        "admin,/meetings/1",
        "utvarderare,/rounds/sig-2014/dispatch",
        "admin,/rounds/sig-2014/dispatch",
        "utvarderare,/rounds/sig-2014/instructions",
        "admin,/rounds/sig-2014/instructions/1",
        "bromma,/rounds/sig-2014/instructions/edit",
        "sekreterare,/rounds/sig-2014/instructions/edit",
        "revisor,/rounds/sig-2014/instructions/edit",
        "revisor,/rounds/sig-2014/committee-decision",
        "bromma,/rounds/sig-2014/committee-decision",
    })
    void whoseRoleIsAnotherIsRefused(String username, String path) {
        Visitor.loggedInAs(username).get(path).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "sekreterare,/meetings/999999",
        "sekreterare,/meetings/x",
        "sekreterare,/rounds/sig-1999/dispatch",
        "sekreterare,/rounds/sig-2014/dispatch/999999",
        "handlaggare,/rounds/sig-1999/instructions",
        "handlaggare,/rounds/sig-2014/instructions/99",
        "handlaggare,/rounds/sig-2014/instructions/x",
    })
    void whatIsNotThereIsNotFound(String username, String path) {
        Visitor.loggedInAs(username).get(path).statusCode(404);
    }

    @Test
    void onlyTheSecretarySavesTheMeetingAndWhatIsLateStandsThere() {
        String round = fixture.open();
        String page = "/meetings/" + meetings.ofRound(round).get(0).meeting();
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        secretary
                .post(page, "minutesApprovedOn", "2014-04-01", "noticePostedOn", "")
                .statusCode(422)
                .body(containsString("href=\"#minutesApprovedOn\""));
        secretary
                .post(page, "minutesApprovedOn", "2014-05-10", "noticePostedOn", "2014-05-11")
                .statusCode(303);
        Visitor.loggedInAs("chef")
                .get(page)
                .body(containsString("senare än 14 dagar"), not(containsString("Anslaget sattes upp senare")));
        Visitor.loggedInAs("handlaggare").get("/meetings").body(containsString(page));
        secretary
                .send(page, List.of("csrf", secretary.hidden(page).get(1), "version", "0", "minutesApprovedOn", ""))
                .statusCode(409);
        Visitor.loggedInAs("handlaggare")
                .postFrom("/rounds/new", page, "minutesApprovedOn", "2014-05-10")
                .statusCode(403);
    }

    @Test
    void theInstructionsAreWrittenFixedAndThenReadByTheDistricts() {
        String round = fixture.open();
        String page = "/rounds/" + round + "/instructions";
        Visitor officer = Visitor.loggedInAs("handlaggare");
        Visitor.loggedInAs(BROMMA).get(page).statusCode(200).body(containsString("Inga anvisningar är fastställda"));
        Visitor.loggedInAs(BROMMA).get(page + "/1").statusCode(404);
        officer.get(page + "/1").statusCode(200).body(containsString("Utkast"));
        officer.get(page + "/1/pdf").statusCode(404);

        String form = officer.get(page + "/edit").statusCode(200).extract().asString();
        List<String> blank = new ArrayList<>(officer.hidden(page + "/edit"));
        blank.addAll(typed(form, "CONTACT", ""));
        blank.addAll(List.of("do", "fix"));
        officer.send(page + "/edit", blank).statusCode(422).body(containsString("href=\"#CONTACT\""));

        List<String> saved = new ArrayList<>(officer.hidden(page + "/edit"));
        saved.addAll(typed(form, "CONTACT", "Ring <b>oss</b>.\n\nHelst på förmiddagen."));
        saved.addAll(List.of("do", "save"));
        officer.send(page + "/edit", saved).statusCode(303);
        // Who opened the page before is told, and nothing typed is lost.
        officer.send(page + "/edit", saved).statusCode(409).body(containsString("Helst på förmiddagen."));

        List<String> fixed = new ArrayList<>(officer.hidden(page + "/edit"));
        fixed.addAll(typed(officer.get(page + "/edit").extract().asString(), "PURPOSE", "Att veta vad som hände."));
        fixed.addAll(List.of("do", "fix"));
        officer.send(page + "/edit", fixed).statusCode(303);
        Visitor.loggedInAs(BROMMA)
                .get(page)
                .statusCode(200)
                .body(
                        containsString("Att veta vad som hände."),
                        containsString("Ring &lt;b&gt;oss&lt;/b&gt;."),
                        containsString("<p>Helst på förmiddagen.</p>"),
                        containsString("senast 2015-01-31"));
        Visitor.loggedInAs(BROMMA).get(page + "/1/pdf").statusCode(200).contentType(equalTo("application/pdf"));
        Visitor.loggedInAs(BROMMA).get(page + "/2").statusCode(404);
        assertThat(instructions.versions(OFFICER, round))
                .extracting(InstructionsView::number, InstructionsView::isFixed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, false), org.assertj.core.groups.Tuple.tuple(1, true));
    }
}
