package se.medel.committee;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.costreport.CostReportService;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** Which of a round's instructions are read, and by whom: those of the day that a report came, and those of today. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InstructionsOfTheDayTest {

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture settlements;

    @Inject
    CostReportService reports;

    @Inject
    InstructionsService instructions;

    @Inject
    TestClock clock;

    private String round;
    private String page;

    @BeforeEach
    void aRoundToBeAccountedFor() {
        round = rounds.openRound(ModelFixture.model2014());
        page = "/rounds/" + round + "/instructions";
        for (String district : new String[] {BROMMA, FARSTA}) {
            long grant = settlements.granted(round, district, ComponentKind.CO_FINANCING, 100_000);
            settlements.pay(round, grant, 100_000);
        }
        settlements.startReporting(round);
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void aReportThatCameBeforeMidnightInTheCityIsReadBesideTheInstructionsOfThatDay() {
        clock.stopAt(LocalDate.of(2014, 12, 1));
        fixed("Ring expeditionen.");
        // Half past eleven at night in the city, and an hour later: in London it is the same day.
        clock.stopAt(Instant.parse("2015-01-15T22:30:00Z"));
        long submitted = settlements.submitted(round, BROMMA, "100001", "0").id();
        clock.stopAt(Instant.parse("2015-01-15T23:30:00Z"));
        fixed("Skriv till brevlådan.");

        String link = page + "?on=2015-01-15";
        for (String user : new String[] {BROMMA, "handlaggare", "revisor"}) {
            Visitor visitor = Visitor.loggedInAs(user);
            visitor.get("/cost-reports/" + submitted).statusCode(200).body(containsString("href=\"" + link + "\""));
            visitor.get(link)
                    .statusCode(200)
                    .body(
                            containsString("Version 1 gällde 2015-01-15."),
                            containsString("Ring expeditionen."),
                            not(containsString("Skriv till brevlådan.")));
            visitor.get(page).statusCode(200).body(containsString("Skriv till brevlådan."));
        }
        // Who still writes goes by what holds now.
        long open = reports.of(round, FARSTA).orElseThrow().id();
        Visitor.loggedInAs(FARSTA)
                .get("/cost-reports/" + open)
                .statusCode(200)
                .body(containsString("href=\"" + page + "\""), not(containsString(page + "?on=")));
        Visitor.loggedInAs(BROMMA)
                .get(page + "?on=2014-11-30")
                .statusCode(200)
                .body(containsString("Inga anvisningar var fastställda 2014-11-30."));
        Visitor.loggedInAs(BROMMA).get(page + "?on=yesterday").statusCode(404);
        Visitor.loggedInAs("utvarderare").get(link).statusCode(403);
    }

    @Test
    void nobodyHasBegunTheNextVersionUntilAnOfficerDoes() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get(page).body(containsString("Skriv anvisningarna"), not(containsString("Utkast")));
        fixed("Ring expeditionen.");
        officer.get(page)
                .body(
                        allOf(containsString("Ring expeditionen."), containsString("Börja på version 2")),
                        not(containsString("Utkast")),
                        not(containsString("Version 2")));
        Visitor.loggedInAs("revisor").get(page).body(not(containsString("Börja på version 2")));

        InstructionsView next = instructions.draft(OFFICER, round).get();
        instructions.save(OFFICER, round, next.version(), texts(next)).get();
        officer.get(page)
                .body(
                        allOf(containsString("Version 2"), containsString("Utkast")),
                        containsString("Skriv anvisningarna"),
                        not(containsString("Börja på")));
    }

    private void fixed(String contact) {
        InstructionsView draft = instructions.draft(OFFICER, round).get();
        Map<InstructionsPart, String> texts = texts(draft);
        texts.put(InstructionsPart.CONTACT, contact);
        instructions.fix(OFFICER, round, draft.version(), texts).get();
    }

    private static Map<InstructionsPart, String> texts(InstructionsView view) {
        Map<InstructionsPart, String> texts = new EnumMap<>(InstructionsPart.class);
        view.parts().forEach(part -> texts.put(part.part(), part.text()));
        return texts;
    }
}
