package se.medel.finalreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
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
import se.medel.round.RoundFixture;
import se.medel.settlement.ClosingService;
import se.medel.time.TestClock;
import se.medel.web.OpenPage;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FinalReportPagesTest {

    @Inject
    FinalReportFixture fixture;

    @Inject
    ClosingService closings;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theReportIsWrittenFixedAndCorrected() {
        String round = fixture.settled();
        String report = "/rounds/" + round + "/final-report";
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/rounds/" + round).body(containsString(report));
        officer.get("/").body(not(containsString(report)));
        officer.get(report).body(allOf(containsString("Utkast"), not(containsString("Fastställ version"))));
        officer.postFrom(report + "/text", report, "version", "0").statusCode(409);
        closings.close(RoundFixture.OFFICER, round).get();
        officer.get("/").body(containsString(report));

        List<String> stale = new ArrayList<>(officer.hidden(report + "/text"));
        officer.post(report + "/text", "conclusions", "Ring 19900101-2385.\nTack.")
                .statusCode(422)
                .body(containsString("Tack.</textarea>"));
        officer.post(report + "/text", "conclusions", "Arbetet gav resultat.").statusCode(303);
        stale.addAll(List.of("conclusions", "En lång slutsats."));
        officer.send(report + "/text", stale)
                .statusCode(409)
                .body(allOf(containsString("En lång slutsats.</textarea>"), containsString("Arbetet gav resultat.")));

        officer.get(report + "/draft")
                .body(allOf(containsString("1, utkast"), containsString("Arbetet gav resultat.")));
        officer.get(report + "/draft.pdf").statusCode(200).contentType("application/pdf");
        officer.post(report).statusCode(303);
        officer.get(report).body(allOf(containsString("Version 1 fastställd"), containsString(report + "/1\"")));
        officer.get("/").body(not(containsString(report)));
        officer.get(report + "/1").body(allOf(containsString("1, fastställd"), containsString("SHA-256")));
        officer.get(report + "/1.pdf").statusCode(200).contentType("application/pdf");
        officer.get(report + "/2").statusCode(404);

        officer.post(report + "/text", "conclusions", "Arbetet gav goda resultat.")
                .statusCode(303);
        officer.get(report).body(containsString("Utkast till version 2"));
        officer.post(report).statusCode(303);
        officer.get(report + "/2").body(containsString("Ersätter version 1"));
        officer.get(report + "/1").body(not(containsString("goda resultat")));
        Visitor.loggedInAs("handlaggare").inEnglish().get(report).body(containsString("Version 2 fixed"));
    }

    @Test
    void aDistrictWhoseMoneyIsNotToldHasNoFiguresAndNoBars() {
        String round = fixture.settled();
        OpenPage page = OpenPage.of("handlaggare").go("/rounds/" + round + "/final-report");
        assertThat(page.row("Bromma")).isEqualTo("Bromma * – – – – – – –");
        assertThat(page.row("Klientersättning till 2 stadsdelar *")).endsWith("165 000 165 000 165 000 0 0 0 11");
        assertThat(page.text()).doesNotContain("Bromma beviljat");
    }

    @Test
    void fewClientsAreNotShown() {
        String round = fixture.reporting();
        Visitor.loggedInAs("sekreterare")
                .get("/rounds/" + round + "/final-report")
                .body(allOf(
                        containsString("Klientersättning till 2 stadsdelar"),
                        not(containsString("45\u00a0000")),
                        not(containsString("120\u00a0000"))));
    }

    @Test
    void aDistrictReadsItsOwnAccountAndNobodyElsesAndNotTheReport() {
        String round = fixture.reporting();
        String settlement = "/rounds/" + round + "/settlement/";
        Visitor farsta = Visitor.loggedInAs(FARSTA);
        farsta.get(settlement + FARSTA).body(containsString(settlement + "farsta/account"));
        farsta.get(settlement + "farsta/account").statusCode(200).body(containsString("Stadsdelens redovisning"));
        farsta.get(settlement + "farsta/account.pdf").statusCode(200).contentType("application/pdf");
        farsta.get("/rounds/" + round).body(not(containsString("/final-report")));
        for (String path : List.of("", "/text", "/draft", "/draft.pdf", "/1", "/1.pdf")) {
            farsta.get("/rounds/" + round + "/final-report" + path).statusCode(403);
            Visitor.loggedInAs("utvarderare")
                    .get("/rounds/" + round + "/final-report" + path)
                    .statusCode(403);
        }
        Visitor bromma = Visitor.loggedInAs(BROMMA);
        bromma.get(settlement + "farsta/account").statusCode(404);
        bromma.get(settlement + "farsta/account.pdf").statusCode(404);
        Visitor.loggedInAs("utvarderare").get(settlement + "farsta/account").statusCode(403);

        Visitor auditor = Visitor.loggedInAs("revisor");
        auditor.get("/rounds/" + round + "/final-report").statusCode(200).body(not(containsString("/text\"")));
        auditor.get("/rounds/" + round + "/final-report/text").statusCode(403);
        Visitor.loggedInAs("chef")
                .postFrom("/rounds/new", "/rounds/" + round + "/final-report", "version", "0")
                .statusCode(403);
        auditor.get("/rounds/no-such/final-report").statusCode(404);
    }
}
