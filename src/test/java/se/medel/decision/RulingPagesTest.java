package se.medel.decision;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.web.Visitor;

/** What the officer and the director are told when it can't be as they wrote. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RulingPagesTest {

    private static final String HOSTILE = "<b onmouseover=x>{config:secret}</b> {#each}";
    private static final String SHOWN = "&lt;b onmouseover=x&gt;{config:secret}&lt;/b&gt; {#each}";

    @Inject
    RoundFixture fixture;

    private Visitor officer;
    private Visitor director;

    @BeforeEach
    void logIn() {
        officer = Visitor.loggedInAs("handlaggare");
        director = Visitor.loggedInAs("chef");
    }

    private String submitted() {
        String round = fixture.openRound(ModelFixture.model2014());
        ApplicationView application =
                fixture.submitted(round, ModelFixture.BROMMA, ComponentKind.CO_FINANCING, 100_000);
        return "/applications/" + application.id();
    }

    private static String[] allMet(String... more) {
        String[] fields = new String[16 + more.length];
        int at = 0;
        for (String rule : new String[] {"C1a", "C1b", "C1c", "C2a", "C2b", "C2c", "C2d", "C3"}) {
            fields[at++] = "judgements." + rule + ".verdict";
            fields[at++] = "MET";
        }
        System.arraycopy(more, 0, fields, 16, more.length);
        return fields;
    }

    private void prepared(Visitor who, String application) {
        who.post(
                        application + "/prepare",
                        allMet("recommends", "grant", "recommendedKronor", "80 000", "reasons", "Planen är tydlig."))
                .statusCode(303)
                .header("Location", endsWith(application));
    }

    @Test
    void theOfficerMayRecommendLessButNeverMore() {
        String application = submitted();
        officer.post(
                        application + "/prepare",
                        allMet("recommends", "grant", "recommendedKronor", "100 001", "reasons", HOSTILE))
                .statusCode(422)
                .body(
                        containsString("href=\"#recommendedKronor\""),
                        containsString("Du kan föreslå högst 100\u00a0000\u00a0kr"),
                        containsString(SHOWN));
        for (String amount : new String[] {"abc", "-5", "1e9", "1234567890123456", "99,50", "", "0"}) {
            officer.post(
                            application + "/prepare",
                            allMet("recommends", "grant", "recommendedKronor", amount, "reasons", "Tydlig plan."))
                    .statusCode(422)
                    .body(containsString("href=\"#recommendedKronor\""));
        }
        prepared(officer, application);
    }

    @Test
    void aCriterionThatIsNotMetNeedsAReasonAndAllowsNoGrant() {
        String application = submitted();
        officer.post(application + "/prepare")
                .statusCode(422)
                .body(
                        containsString("href=\"#judgements.C1a.verdict\""),
                        containsString("href=\"#recommends\""),
                        containsString("href=\"#reasons\""));
        officer.post(
                        application + "/prepare",
                        "judgements.C2a.verdict",
                        "NOT_MET",
                        "recommends",
                        "grant",
                        "recommendedKronor",
                        "1",
                        "reasons",
                        TestNumbers.personal())
                .statusCode(422)
                .body(
                        containsString("href=\"#judgements.C2a.reason\""),
                        containsString("Bifall kan inte föreslås när C2a inte är uppfyllt"),
                        containsString("personnummer"));
        officer.post(application + "/prepare", allMet("reasons", "Tydlig plan."))
                .statusCode(422)
                .body(containsString("href=\"#recommends\""), not(containsString("href=\"#recommendedKronor\"")));
        officer.get(application + "/decide").statusCode(403);
        director.get(application + "/decide").statusCode(303).header("Location", endsWith(application));
    }

    @Test
    void aCompletionNeedsAQuestionAndADayToCome() {
        String application = submitted();
        officer.post(application + "/completion", "request", "", "due", "31 februari")
                .statusCode(422)
                .body(
                        containsString("href=\"#request\""),
                        containsString("href=\"#due\""),
                        containsString("31 februari"));
        officer.post(application + "/completion", "request", HOSTILE, "due", "2001-01-01")
                .statusCode(422)
                .body(containsString("Ange en dag från och med i dag"), containsString(SHOWN));
        officer.post(application + "/completion", "request", HOSTILE, "due", "2100-02-28")
                .statusCode(303);
        Visitor district = Visitor.loggedInAs("bromma");
        district.get(application).body(containsString("Komplettera senast 28 februari 2100"), containsString(SHOWN));
        district.post(application + "/check", "completionAnswer", "")
                .statusCode(422)
                .body(containsString("href=\"#completionAnswer\""));
        district.post(application + "/check", "completionAnswer", HOSTILE).statusCode(303);
        officer.get(application).body(containsString(SHOWN), not(containsString("<b onmouse")));
    }

    @Test
    void whoHasPreparedIsToldWhySheCannotDecide() {
        String application = submitted();
        prepared(director, application);
        director.get(application + "/decide")
                .statusCode(200)
                .body(containsString("Du har berett ansökan"), not(containsString("name=\"outcome\"")));
        director.postFrom(
                        application + "/prepare",
                        application + "/decide",
                        "do",
                        "decide",
                        "outcome",
                        "grant",
                        "amount",
                        "80 000")
                .statusCode(409)
                .body(containsString("Den som har berett ansökan kan inte besluta om den"));
    }

    @Test
    void aDecisionThatCannotBeMadeIsSaidAtItsField() {
        String application = submitted();
        prepared(officer, application);
        director.post(application + "/decide", "do", "check", "outcome", "grant", "amount", "100 001")
                .statusCode(422)
                .body(containsString("href=\"#amount\""), containsString("högre än det sökta"));
        director.post(application + "/decide", "do", "check", "outcome", "grant", "amount", "90 000")
                .statusCode(422)
                .body(containsString("href=\"#reasons\""));
        director.post(application + "/decide", "do", "check", "outcome", "grant", "amount", "1e9")
                .statusCode(422)
                .body(containsString("value=\"1e9\""));
        director.post(application + "/decide", "do", "check").statusCode(422).body(containsString("href=\"#outcome\""));
        director.post(application + "/decide", "do", "check", "outcome", "refuse")
                .statusCode(422)
                .body(containsString("href=\"#refusedBy\""), containsString("href=\"#reasons\""));
        director.post(
                        application + "/decide",
                        "do",
                        "check",
                        "outcome",
                        "refuse",
                        "refusedBy",
                        "C2a",
                        "reasons",
                        HOSTILE)
                .statusCode(200)
                .body(containsString("C2a Kartlägger individens behov"), containsString(SHOWN));
        director.post(
                        application + "/decide",
                        "do",
                        "decide",
                        "outcome",
                        "refuse",
                        "refusedBy",
                        "C2a",
                        "reasons",
                        "Beskrivningen saknas.")
                .statusCode(303)
                .header("Location", containsString("/decisions/"));
        director.get(application + "/decide").statusCode(303).header("Location", endsWith("/decision"));
        officer.postFrom(application, application + "/prepare", allMet()).statusCode(409);
    }

    @Test
    void whatTheOfficerWroteIsShownWhenTheApplicationIsWithdrawnMeanwhile() {
        String application = submitted();
        Visitor district = Visitor.loggedInAs("bromma");
        district.post(application + "/withdraw", "reason", "Vi söker nästa år.").statusCode(303);
        officer.postFrom(
                        application,
                        application + "/prepare",
                        allMet(
                                "judgements.C1a.reason",
                                "Skäl för planen",
                                "recommends",
                                "grant",
                                "recommendedKronor",
                                "80 000",
                                "reasons",
                                HOSTILE))
                .statusCode(409)
                .body(
                        containsString("Ansökan har ändrats sedan du öppnade sidan"),
                        containsString("Det går inte när ansökan är i läget"),
                        containsString("Skäl för planen"),
                        containsString("80 000"),
                        containsString(SHOWN));
        officer.postFrom(application, application + "/completion", "request", HOSTILE, "due", "2100-02-28")
                .statusCode(409)
                .body(containsString(SHOWN), containsString("2100-02-28"));
        director.postFrom(
                        application,
                        application + "/decide",
                        "do",
                        "check",
                        "outcome",
                        "refuse",
                        "refusedBy",
                        "C2a",
                        "reasons",
                        HOSTILE)
                .statusCode(409)
                .body(
                        containsString("kan inte beslutas i det läge den är i nu"),
                        containsString("C2a Kartlägger"),
                        containsString(SHOWN));
    }

    @Test
    void whatTheDirectorWroteIsShownWhenItIsDecidedOrPreparedByTheSameMeanwhile() {
        String application = submitted();
        prepared(director, application);
        String[] ruling = {"do", "check", "outcome", "grant", "amount", "70 000", "reasons", HOSTILE};
        director.postFrom(application + "/prepare", application + "/decide", ruling)
                .statusCode(409)
                .body(containsString("Du har berett ansökan"), containsString("70 000"), containsString(SHOWN));
        application = submitted();
        prepared(officer, application);
        director.post(application + "/decide", "do", "decide", "outcome", "grant", "amount", "80 000")
                .statusCode(303);
        director.postFrom(application, application + "/decide", ruling)
                .statusCode(409)
                .body(containsString("Ansökan är redan beslutad"), containsString("70 000"), containsString(SHOWN));
    }

    @Test
    void anAnswerToARequestIsShownWhenAColleagueHasAnsweredMeanwhile() {
        String application = submitted();
        officer.post(application + "/completion", "request", "Vem är partner?", "due", "2100-02-28")
                .statusCode(303);
        Visitor district = Visitor.loggedInAs("bromma");
        district.post(application + "/check", "completionAnswer", "Polisen.").statusCode(303);
        district.postFrom(application, application + "/check", "completionAnswer", HOSTILE)
                .statusCode(409)
                .body(containsString(SHOWN));
        district.postFrom(application, application + "/check", "completionAnswer", "Polisen.")
                .statusCode(303)
                .header("Location", endsWith("/receipt"));
    }

    @Test
    void aCapThatIsGoneIsNamedWithWhatItLeaves() {
        String round = fixture.openRound(ModelFixture.withCeiling(150_000));
        String first = "/applications/"
                + fixture.submitted(round, ModelFixture.BROMMA, ComponentKind.CO_FINANCING, 100_000)
                        .id();
        String second = "/applications/"
                + fixture.submitted(round, ModelFixture.FARSTA, ComponentKind.CO_FINANCING, 100_000)
                        .id();
        prepared(officer, first);
        prepared(officer, second);
        director.post(first + "/decide", "do", "decide", "outcome", "grant", "amount", "80 000")
                .statusCode(303);
        for (String button : new String[] {"check", "decide"}) {
            director.post(second + "/decide", "do", button, "outcome", "grant", "amount", "80 000")
                    .statusCode(409)
                    .body(containsString("M5 lämnar bara 70"), containsString("Inget har beslutats"));
        }
    }
}
