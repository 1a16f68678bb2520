package se.medel.settlement;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementPagesTest {

    @Inject
    YearEndFixture fixture;

    @Inject
    RepaymentService repayments;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void aRepaymentGoesFromTaskToTaskUntilItIsPaid() {
        String round = fixture.open();
        String page = "/repayments/" + fixture.flagged(round, FARSTA).id();

        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/").body(containsString(page + "/hear"));
        officer.get(page + "/hear").body(containsString("value=\"2015-03-03\""));
        officer.post(page + "/hear", "replyDue", "2015-02-10").statusCode(422).body(containsString("efter i dag"));
        officer.post(page + "/hear", "replyDue", "2015-03-03").statusCode(303);
        officer.get("/").body(not(containsString(page + "/hear")));

        Visitor district = Visitor.loggedInAs(FARSTA);
        district.get("/").body(containsString(page + "/reply"));
        district.get(page + "/reply").body(containsString("Tillfälle att yttra sig"));
        district.post(page + "/reply", "reply", "Ring 19900101-2385 om hyran")
                .statusCode(422)
                .body(containsString("om hyran</textarea>"));
        district.post(page + "/reply", "reply", "Beloppet stämmer.").statusCode(303);

        Visitor director = Visitor.loggedInAs("chef");
        director.get("/").body(containsString(page + "/decide"));
        List<String> stale = new ArrayList<>(director.hidden(page + "/decide"));
        district.post(page + "/reply", "reply", "Beloppet stämmer inte.").statusCode(303);
        stale.addAll(List.of("amount", "49 999", "reasons", "Ett långt skäl."));
        director.send(page + "/decide", stale)
                .statusCode(409)
                .body(allOf(containsString("Ett långt skäl."), containsString("stämmer inte")));
        director.post(page + "/decide", "amount", "50 000", "reasons", "Ett skäl.")
                .statusCode(422)
                .body(containsString("Skriv högst 49\u00a0999\u00a0kr"));
        director.post(page + "/decide", "amount", "49 999", "reasons", "Ett skäl.")
                .statusCode(303);
        director.send(page + "/decide", stale)
                .statusCode(409)
                .body(allOf(containsString("Ett långt skäl."), containsString("Någon annan hann före")));
        director.get(page + "/decision").body(containsString("Delegationsbeslut nr 2/2014"));

        Visitor controller = Visitor.loggedInAs("ekonom");
        clock.stopAt(YearEndFixture.REVIEWED_ON.plusDays(31));
        controller.get("/").body(containsString("Obetald återbetalning"));
        controller
                .post(page + "/receive", "amount", "49 999,50", "date", "2015-03-01", "reference", "A7")
                .statusCode(422)
                .body(containsString("value=\"A7\""));
        controller
                .post(page + "/receive", "amount", "10 000", "date", "2015-03-01", "reference", "A7")
                .statusCode(303);
        controller
                .post(page + "/receive", "amount", "39 999", "date", "2015-03-02", "reference", "A8")
                .statusCode(303);
        controller.get(page).body(allOf(containsString("A7"), containsString("A8"), containsString("Betald")));

        officer.post("/rounds/" + round + "/closing").statusCode(303);
        officer.get("/rounds/" + round + "/closing").body(containsString("ger samma kronor"));
    }

    @Test
    void freedMoneyIsShownAndALateDistrictIsConfirmedFirst() {
        String round = fixture.open();
        fixture.granted(round, FARSTA, 200_000, 100_000);
        fixture.granted(round, BROMMA, 100_000, 100_000);
        fixture.report(round);
        fixture.approved(round, FARSTA, "120000");
        String settlement = "/rounds/" + round + "/settlement";
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get(settlement).body(containsString(settlement + "/bromma/late"));
        officer.post(settlement + "/bromma/late").statusCode(303).header("Location", endsWith("/bromma"));
        officer.post(settlement + "/bromma/late").statusCode(303);
        officer.get(settlement).body(not(containsString("/bromma/late")));

        String farsta = settlement + "/farsta";
        String application = Long.toString(fixture.account(round, FARSTA).applicationId());
        String field = "amount-" + application;
        officer.post(farsta, "application", application, field, "80 001")
                .statusCode(422)
                .body(containsString("Skriv högst 80\u00a0000\u00a0kr"));
        officer.post(farsta, "application", application, field, "80 000").statusCode(303);
        officer.get(farsta).body(containsString("Tillbaka under taken: 80\u00a0000\u00a0kr"));
        Visitor.loggedInAs("handlaggare").inEnglish().get(farsta).body(containsString("Granted 200"));
    }

    @Test
    void theWrongRoleAndTheWrongDistrictAreRefused() {
        String round = fixture.open();
        String page =
                "/repayments/" + fixture.heard(fixture.flagged(round, FARSTA)).id();
        Visitor bromma = Visitor.loggedInAs(BROMMA);
        bromma.get("/rounds/" + round + "/settlement")
                .statusCode(200)
                .body(not(containsString("Farsta")), not(containsString("/closing")));
        Visitor.loggedInAs("sekreterare")
                .get("/rounds/" + round + "/settlement")
                .body(containsString("/rounds/" + round + "/closing"));
        for (String path : List.of(
                page, page + "/reply", page + "/hearing.pdf", "/rounds/" + round + "/settlement/farsta/call.pdf")) {
            bromma.get(path).statusCode(404);
        }
        bromma.get("/rounds/" + round + "/closing").statusCode(403);
        Visitor.loggedInAs("utvarderare").get(page).statusCode(403);
        Visitor farsta = Visitor.loggedInAs(FARSTA);
        farsta.get(page).statusCode(200);
        farsta.postFrom(page, page + "/decide", "amount", "0", "reasons", "Nej.")
                .statusCode(403);
        farsta.get(page + "/decision.pdf").statusCode(404);
        Visitor.loggedInAs("chef")
                .postFrom("/rounds/new", page + "/receive", "amount", "1")
                .statusCode(403);
    }
}
