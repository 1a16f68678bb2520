package se.medel.reminder;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.deadline.DueKind;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Visitor;

/** Reminders, what is late and the mailboxes, on the pages and in the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReminderPagesTest {

    private static final LocalDate DUE = LocalDate.of(2015, 1, 31);
    private static final String MAILBOX = "/admin/mailboxes/kungsholmen";
    private static int made = 1_000_000;

    @Inject
    RoundFixture rounds;

    @Inject
    ReminderFixture fixture;

    private String round;

    @BeforeEach
    void openARound() {
        round = rounds.openRound(model2014());
    }

    @Test
    void aDistrictSeesItsOwnRemindersAndTheOfficerSeesAllWithWhatBecameOfThem() {
        int mine = ++made;
        int other = ++made;
        int theirs = ++made;
        fixture.made(round, DueKind.COST_REPORT, "kungsholmen", mine, DUE, "registrator@kungsholmen.example");
        fixture.made(round, DueKind.COST_REPORT, "norrmalm", other, DUE, null);
        fixture.made(round, DueKind.REPORT_REVIEW, "kungsholmen", theirs, DUE, null);
        fixture.allFailed(round);
        Visitor.loggedInAs("kungsholmen")
                .get("/reminders")
                .statusCode(200)
                .body(
                        containsString("Lämna ekonomisk redovisning"),
                        containsString("/cost-reports/" + mine + "\""),
                        not(containsString("/cost-reports/" + other + "\"")),
                        not(containsString("/cost-reports/" + theirs + "\"")));
        Visitor.loggedInAs("handlaggare")
                .get("/reminders")
                .body(
                        containsString("/cost-reports/" + mine + "\""),
                        containsString("/cost-reports/" + other + "\""),
                        containsString("/cost-reports/" + theirs + "\""),
                        containsString("registrator@kungsholmen.example"),
                        containsString("Misslyckad"),
                        containsString("E-postservern svarade inte i tid."),
                        containsString("försök 8"),
                        containsString("Sparad"));
        Visitor.loggedInAs("revisor")
                .inEnglish()
                .get("/reminders")
                .body(
                        containsString("Hand in the cost report"),
                        containsString("The mail server did not answer in time."));
        new ApiUser("kungsholmen-chef")
                .get("/api/reminders")
                .statusCode(200)
                .body("reminders.district", everyItem(equalTo("kungsholmen")))
                .body("reminders.audience", everyItem(equalTo("district")))
                .body("reminders.subject", hasItem("cost-report/" + mine));
        OFFICER.get("/api/reminders").body("reminders.subject", hasItem("cost-report/" + other));
        OFFICER.get("/api/reminders?before=0").statusCode(422);
        OFFICER.get("/api/reminders?before=x").statusCode(422);
    }

    @Test
    void paymentOrdersAreNoneOfTheSecretarys() {
        fixture.unpaid(round, 4711, DUE);
        Visitor.loggedInAs("ekonom").get("/reminders").body(containsString("/payment-orders/4711\""));
        Visitor.loggedInAs("sekreterare")
                .get("/reminders")
                .statusCode(200)
                .body(not(containsString("/payment-orders/")));
        ApiUser.SECRETARY.get("/api/reminders").statusCode(200).body("reminders.kind", not(hasItem("payment")));
    }

    @Test
    void whatIsLateStandsFirstOnTheListsOfBothSides() {
        fixture.reportDue(round, "ostermalm", DUE);
        Visitor.loggedInAs("ostermalm")
                .get("/")
                .body(containsString("Lämna ekonomisk redovisning"), containsString("dagar försenat"));
        Visitor.loggedInAs("ostermalm").get("/reminders").body(containsString("dagar försenat"));
        Visitor.loggedInAs("sodermalm").get("/reminders").body(not(containsString("Lämna ekonomisk redovisning")));
        Visitor.loggedInAs("handlaggare").get("/").body(containsString("Lämna ekonomisk redovisning: Östermalm"));
        Visitor.loggedInAs("chef").get("/").body(not(containsString("Lämna ekonomisk redovisning: Östermalm")));
        Visitor.loggedInAs("chef").get("/reminders").body(containsString("Lämna ekonomisk redovisning"));
        new ApiUser("ostermalm")
                .get("/api/reminders/overdue")
                .statusCode(200)
                .body("findAll { it.round == '" + round + "' }.daysLate", everyItem(greaterThan(3000)))
                .body("district", everyItem(equalTo("ostermalm")));
        OFFICER.get("/api/reminders/overdue").body("round", hasItem(round));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utvarderare", "admin"})
    void whoSeesNoCaseSeesNoReminder(String username) {
        Visitor.loggedInAs(username).get("/reminders").statusCode(403);
        new ApiUser(username).get("/api/reminders").statusCode(403);
        new ApiUser(username).get("/api/reminders/overdue").statusCode(403);
    }

    @Test
    void theAdministratorSetsAMailboxAndTheTrailSaysSo() {
        Visitor administrator = Visitor.loggedInAs("admin");
        administrator.get("/").body(containsString("Brevlådor för påminnelser"));
        administrator.get("/admin/mailboxes").body(containsString("Kungsholmen"), containsString("Ingen e-postserver"));
        List<String> old = administrator.hidden(MAILBOX);
        administrator
                .post(MAILBOX, "address", "registrator@kungsholmen.example")
                .statusCode(303);
        administrator
                .get("/admin/mailboxes")
                .body(
                        containsString("Brevlådan för Kungsholmen är sparad"),
                        containsString("registrator@kungsholmen.example"));
        old.addAll(List.of("address", "annan@kungsholmen.example"));
        administrator.send(MAILBOX, old).statusCode(409).body(containsString("annan@kungsholmen.example"));
        Visitor.loggedInAs("revisor")
                .get("/audit?subject=mailbox/kungsholmen")
                .body(containsString("Ändrade brevlåda för påminnelser"));
        administrator.post(MAILBOX, "address", "").statusCode(303);
        administrator.get(MAILBOX).body(containsString("value=\"\""));
        administrator.get("/admin/mailboxes/atlantis").statusCode(404);
        administrator
                .inEnglish()
                .get("/admin/mailboxes/administration")
                .body(containsString("The social administration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registrator",
                "a@b",
                "a b@c.example",
                "a@b.example, c@d.example",
                "a..b@c.example",
                "<a@b.example>",
                "Registrator <a@b.example>",
                "a@-b.example",
                "å@b.example"
            })
    void whatIsNoAddressIsRefusedAndKept(String address) {
        Visitor.loggedInAs("admin")
                .post(MAILBOX, "address", address)
                .statusCode(422)
                .body(containsString("href=\"#address\""), containsString("Skriv en e-postadress"));
        ADMINISTRATOR
                .put("/api/mailboxes/kungsholmen", "*", "{\"address\": \"" + address + "\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/address"));
    }

    @Test
    void aProgramSetsAMailboxByItsTag() {
        String path = "/api/mailboxes/norrmalm";
        String tag = ADMINISTRATOR.get(path).statusCode(200).extract().header("ETag");
        ADMINISTRATOR
                .put(path, tag, "{\"address\": \"registrator@norrmalm.example\"}")
                .statusCode(200)
                .body("address", equalTo("registrator@norrmalm.example"))
                .header("ETag", not(equalTo(tag)));
        ADMINISTRATOR.put(path, tag, "{}").statusCode(412);
        ADMINISTRATOR.put(path, null, "{}").statusCode(428);
        ADMINISTRATOR.put(path, "*", "null").statusCode(422);
        ADMINISTRATOR.get("/api/mailboxes").body("owner", hasItem("administration"));
        ADMINISTRATOR.put(path, "*", "{}").statusCode(200).body("address", equalTo(null));
        ADMINISTRATOR.get("/api/mailboxes/atlantis").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"norrmalm-chef", "handlaggare", "chef", "ekonom", "sekreterare", "revisor", "utvarderare"})
    void onlyTheAdministratorSeesMailboxes(String username) {
        Visitor visitor = Visitor.loggedInAs(username);
        visitor.get("/admin/mailboxes").statusCode(403);
        visitor.get(MAILBOX).statusCode(403);
        visitor.postFrom("/", MAILBOX, "address", "").statusCode(403);
        new ApiUser(username).get("/api/mailboxes").statusCode(403);
        new ApiUser(username).put("/api/mailboxes/norrmalm", "*", "{}").statusCode(403);
        EVALUATOR.get("/api/mailboxes/norrmalm").statusCode(403);
    }

    @Test
    void aDraftIsTheDistrictsOwnAndTheOfficerHearsOnlyThatThereIsOne() {
        int draft = ++made;
        String at = "/applications/" + draft;
        fixture.draft(round, "kungsholmen", draft, DUE);
        new ApiUser("kungsholmen").get("/api/reminders").body("reminders.subject", hasItem("application/" + draft));
        String mine = "reminders.findAll { it.round == '" + round + "' || it.roundId == '" + round + "' }";
        OFFICER.get("/api/reminders")
                .body(mine + ".kind", equalTo(List.of("application")))
                .body(mine + "[0].subject", nullValue())
                .body(mine + "[0].href", nullValue())
                .body(mine + "[0].body", nullValue());
        Visitor.loggedInAs("handlaggare").get("/reminders").body(not(containsString(at)));
        for (String username : List.of("chef", "ekonom", "sekreterare", "revisor")) {
            new ApiUser(username).get("/api/reminders").body(mine, hasSize(0));
            Visitor.loggedInAs(username).get("/reminders").body(not(containsString(at)));
        }
    }

    @Test
    void aLateDraftIsToldWithoutWhichToTheOfficerAlone() {
        rounds.draft(round, "kungsholmen", ComponentKind.CO_FINANCING, RoundFixture.anyContent(10_000));
        String late = "findAll { it.round == '" + round + "' }";
        new ApiUser("kungsholmen")
                .get("/api/reminders/overdue")
                .body(late + ".kind", equalTo(List.of("application")))
                .body(late + "[0].subject", notNullValue());
        OFFICER.get("/api/reminders/overdue")
                .body(late + ".kind", equalTo(List.of("application")))
                .body(late + "[0].subject", nullValue());
        for (String username : List.of("chef", "ekonom", "sekreterare", "revisor")) {
            new ApiUser(username).get("/api/reminders/overdue").body(late, hasSize(0));
        }
    }
}
