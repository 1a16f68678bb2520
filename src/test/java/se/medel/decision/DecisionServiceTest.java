package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.allMet;
import static se.medel.round.RoundFixture.recommending;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ComponentKind.FIXED_GRANT;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.OTHERS;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.round.rules.ModelFixture.withCeiling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationRefusal;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Step;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionServiceTest {

    @Inject
    RoundFixture fixture;

    @Inject
    DecisionService decisions;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    @Test
    void aGrantIsNumberedExplainedAndCommitted() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.prepared(round, BROMMA, CO_FINANCING, 150_000);
        DecisionView decision = decisions
                .decide(DIRECTOR, round, application.id(), application.version(), AS_RECOMMENDED)
                .get();
        assertThat(decision.number()).isEqualTo(1);
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.GRANTED);
        assertThat(decision.granted()).isEqualTo(Kronor.of(150_000));
        assertThat(decision.preparedBy()).isEqualTo("handlaggare");
        assertThat(decision.decidedBy()).isEqualTo("chef");
        assertThat(decision.facts().modelVersion()).isEqualTo(1);
        assertThat(decision.facts().committeeParagraph()).isEqualTo("§ 9");
        assertThat(decision.facts().explanation()).extracting(Step::rule).containsExactly("M2", "A3", "M5");
        assertThat(ledger.entries(round))
                .extracting(Ledger.Entry::kind, Ledger.Entry::kronor, Ledger.Entry::decisionId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Ledger.Kind.COMMITMENT, Kronor.of(150_000), decision.id()));
        assertThat(applications.find(OFFICER, application.id()).get().state()).isEqualTo(ApplicationState.GRANTED);
        assertThat(rounds.balance(round).orElseThrow().committed().kronor()).isEqualTo(Kronor.of(150_000));
    }

    @Test
    void whatNoLongerFitsIsRefusedWithTheRuleAndWhatIsLeftAndNothingIsDecided() {
        String round = fixture.openRound(withCeiling(340_000));
        ApplicationView first = fixture.prepared(round, BROMMA, CO_FINANCING, 200_000);
        ApplicationView second = fixture.prepared(round, FARSTA, CO_FINANCING, 200_000);
        decisions.decide(DIRECTOR, round, first.id(), null, AS_RECOMMENDED).get();
        Refusal refusal = only(decisions.decide(DIRECTOR, round, second.id(), null, AS_RECOMMENDED));
        assertThat(refusal.reason()).isEqualTo(DecisionRefusal.ROOM_GONE);
        assertThat(refusal.rule()).isEqualTo("M5");
        assertThat(refusal.arguments()).containsExactly("M5", new BigDecimal("140000"), Cap.Unit.KRONOR);
        assertThat(decisions.inForce(second.id())).isEmpty();

        DecisionView less = decisions
                .decide(
                        DIRECTOR,
                        round,
                        second.id(),
                        null,
                        new Ruling(true, Kronor.of(140_000), null, null, "Det som återstår under taket."))
                .get();
        assertThat(less.outcome()).isEqualTo(DecisionOutcome.PARTLY_GRANTED);
        assertThat(less.facts()
                        .explanation()
                        .get(less.facts().explanation().size() - 1)
                        .after())
                .isEqualTo(Kronor.of(140_000));
    }

    @Test
    void nobodyDecidesWhatHeOrSheHasPrepared() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        preparations
                .prepare(DIRECTOR, application.id(), null, recommending(100_000))
                .get();
        assertThat(only(decisions.decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED))
                        .reason())
                .isEqualTo(DecisionRefusal.FOUR_EYES);
        assertThat(only(decisions.decide(OFFICER, round, application.id(), null, AS_RECOMMENDED))
                        .reason())
                .isEqualTo(DecisionRefusal.DECISION_NOT_FOR_ROLE);
    }

    @Test
    void whatWasOncePreparedIsNotDecidedByTheSameEyesAlsoWhenSomebodyElseHasWrittenItOver() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        preparations
                .prepare(DIRECTOR, application.id(), null, recommending(100_000))
                .get();
        preparations
                .prepare(OFFICER, application.id(), null, recommending(100_000))
                .get();
        assertThat(only(decisions.decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED))
                        .reason())
                .isEqualTo(DecisionRefusal.FOUR_EYES);
    }

    @Test
    void anOverlapThatNobodyHasAnsweredCanNotBeGrantedWhateverWasRecommended() {
        String round = fixture.openRound(model2014());
        ApplicationContent content = RoundFixture.anyContent(100_000);
        ApplicationContent overlapping = new ApplicationContent(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(100_000), "Lots"),
                        new PlanLine(CostCategory.TRAVEL, Kronor.of(10_000), "Resor")),
                Kronor.of(110_000),
                Kronor.of(10_000),
                Kronor.of(88_000),
                10L,
                8L,
                "Ordinarie budget",
                null,
                null,
                "Kartläggning",
                "Samordning",
                "Samverkan",
                content.partners(),
                true,
                true,
                true,
                List.of(new OtherFunding("Fonden", Kronor.of(12_000), OtherFunding.Status.GRANTED, Set.of(2))),
                Map.of());
        ApplicationView draft = fixture.draft(round, BROMMA, CO_FINANCING, overlapping);
        applications
                .submit(RoundFixture.directorOf(BROMMA), draft.id(), null, null)
                .get();
        preparations
                .prepare(
                        OFFICER,
                        draft.id(),
                        null,
                        new PreparationService.Work(allMet(), null, false, null, null, null, "Dubbelt betalt."))
                .get();
        Refusal refusal = only(decisions.decide(
                DIRECTOR, round, draft.id(), null, new Ruling(true, Kronor.of(88_000), null, null, "Ändå")));
        assertThat(refusal.reason()).isEqualTo(ApplicationRefusal.OVERLAP_UNANSWERED);
        assertThat(refusal.rule()).isEqualTo("K3");
    }

    @Test
    void aRefusalIsNotTurnedIntoAGrantBesideTheDistrictsNewApplication() {
        String round = fixture.openRound(model2014());
        ApplicationView first = fixture.prepared(round, BROMMA, CO_FINANCING, 100_000);
        decisions
                .decide(DIRECTOR, round, first.id(), null, new Ruling(false, null, null, "C1a", "Oklar plan"))
                .get();
        fixture.submitted(round, BROMMA, CO_FINANCING, 90_000);
        assertThat(only(decisions.replace(
                                DIRECTOR,
                                round,
                                first.id(),
                                null,
                                new Ruling(true, Kronor.of(100_000), null, null, "Ändrat")))
                        .reason())
                .isEqualTo(ApplicationRefusal.ALREADY_APPLIED);
    }

    @Test
    void aDecisionIsMadeOnceAndThenOnlyReplaced() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.prepared(round, RINKEBY_KISTA, FIXED_GRANT, 600_000);
        DecisionView first = decisions
                .decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED)
                .get();
        assertThat(only(decisions.decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED))
                        .reason())
                .isEqualTo(DecisionRefusal.ALREADY_DECIDED);

        DecisionView second = decisions
                .replace(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new Ruling(true, Kronor.of(500_000), null, null, "Räknefel i planen."))
                .get();
        assertThat(second.replaces()).isEqualTo(first.id());
        assertThat(second.facts().replacesNumber()).isEqualTo(1);
        assertThat(ledger.entries(round))
                .extracting(Ledger.Entry::kronor)
                .containsExactly(Kronor.of(600_000), Kronor.of(-600_000), Kronor.of(500_000));
        assertThat(rounds.committed(round).kronor()).isEqualTo(Kronor.of(500_000));

        DecisionView third = decisions
                .replace(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new Ruling(false, null, null, "C1a", "Planen är tillbakadragen."))
                .get();
        assertThat(third.outcome()).isEqualTo(DecisionOutcome.REFUSED);
        assertThat(rounds.committed(round).kronor()).isEqualTo(Kronor.ZERO);
        assertThat(decisions.ofApplication(application.id())).hasSize(3);
    }

    @Test
    void aReplacementMayUseTheRoomThatTheReplacedDecisionHeld() {
        String round = fixture.openRound(withCeiling(200_000));
        ApplicationView application = fixture.prepared(round, BROMMA, CO_FINANCING, 200_000);
        decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new Ruling(true, Kronor.of(150_000), null, null, "Mindre först."))
                .get();
        assertThat(decisions
                        .replace(
                                DIRECTOR,
                                round,
                                application.id(),
                                null,
                                new Ruling(true, Kronor.of(200_000), null, null, "Hela beloppet behövs."))
                        .get()
                        .granted())
                .isEqualTo(Kronor.of(200_000));
    }

    @Test
    void withACriterionThatIsNotMetNothingCanBeGrantedAndARefusalNamesIt() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.submitted(round, SKARHOLMEN, CO_FINANCING, 100_000);
        List<Judgement> judgements = new ArrayList<>(allMet());
        judgements.set(2, new Judgement(Criterion.C1C, Judgement.Verdict.NOT_MET, "Ingen plan finns."));
        assertThat(preparations
                        .prepare(
                                OFFICER,
                                application.id(),
                                null,
                                new PreparationService.Work(
                                        judgements, null, true, Kronor.of(100_000), null, null, "Skäl"))
                        .refusals())
                .extracting(Refusal::reason, Refusal::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ApplicationRefusal.CRITERION_NOT_MET, "C1c"));
        preparations
                .prepare(
                        OFFICER,
                        application.id(),
                        null,
                        new PreparationService.Work(judgements, null, false, null, null, null, "C1c saknas."))
                .get();
        assertThat(only(decisions.decide(
                                DIRECTOR,
                                round,
                                application.id(),
                                null,
                                new Ruling(true, Kronor.of(1), null, null, "Ändå")))
                        .reason())
                .isEqualTo(DecisionRefusal.GRANT_WITH_CRITERION_NOT_MET);
        assertThat(only(decisions.decide(
                                DIRECTOR,
                                round,
                                application.id(),
                                null,
                                new Ruling(false, null, null, "Z9", "En regel som inte finns")))
                        .reason())
                .isEqualTo(DecisionRefusal.REFUSAL_NAMES_UNKNOWN_RULE);
        DecisionView refused = decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new Ruling(false, null, null, "C1c", "Ingen plan för tiden efter året."))
                .get();
        assertThat(refused.refusedBy()).isEqualTo("C1c");
        assertThat(ledger.entries(round)).isEmpty();
    }

    @Test
    void anOfficerCanNotRecommendMoreThanTheRulesLeave() {
        String round = fixture.openRound(withCeiling(120_000));
        ApplicationView application = fixture.submitted(round, BROMMA, CO_FINANCING, 200_000);
        Refusal refusal = only(preparations.prepare(OFFICER, application.id(), null, recommending(120_001)));
        assertThat(refusal.reason()).isEqualTo(ApplicationRefusal.RECOMMENDATION_TOO_HIGH);
        assertThat(refusal.rule()).isEqualTo("M5");
    }

    @Test
    void ofTwoWhoReplaceTheSameDecisionTheSecondIsToldOfTheFirst() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.prepared(round, RINKEBY_KISTA, FIXED_GRANT, 600_000);
        decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new Ruling(true, Kronor.of(500_000), null, null, "Räknefel i planen."))
                .get();
        long seen = applications.find(OFFICER, application.id()).get().version();
        Ruling less = new Ruling(true, Kronor.of(400_000), null, null, "Räknefel i planen.");
        Ruling more = new Ruling(true, Kronor.of(450_000), null, null, "Räknefel i planen.");

        decisions.replace(DIRECTOR, round, application.id(), seen, less).get();
        assertThat(only(decisions.replace(DIRECTOR, round, application.id(), seen, more))
                        .reason())
                .as("granted in part before and after")
                .isEqualTo(ApplicationRefusal.APPLICATION_STALE);
        assertThat(rounds.committed(round).kronor()).isEqualTo(Kronor.of(400_000));
    }

    @Test
    void aStaleVersionIsRefused() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.prepared(round, BROMMA, CO_FINANCING, 100_000);
        assertThat(only(decisions.decide(DIRECTOR, round, application.id(), application.version() - 1, AS_RECOMMENDED))
                        .reason())
                .isEqualTo(ApplicationRefusal.APPLICATION_STALE);
    }

    @Test
    void manyDecidersAtOnceShareTheLastRoomExactly() throws Exception {
        String round = fixture.openRound(withCeiling(1_300_000));
        List<Callable<Answer<DecisionView>>> deciders = new ArrayList<>();
        for (String district : OTHERS) {
            ApplicationView application = fixture.prepared(round, district, CO_FINANCING, 200_000);
            deciders.add(() -> decisions.decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED));
            // The same application from two directors at once: one of them comes second.
            deciders.add(() -> decisions.decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED));
        }
        ExecutorService threads = Executors.newFixedThreadPool(deciders.size());
        List<DecisionView> made = new ArrayList<>();
        try {
            for (Future<Answer<DecisionView>> answer : threads.invokeAll(deciders)) {
                if (answer.get() instanceof Answer.Given<DecisionView> given) {
                    made.add(given.value());
                } else {
                    assertThat(answer.get().refusals())
                            .extracting(Refusal::reason)
                            .containsAnyOf(DecisionRefusal.ROOM_GONE, DecisionRefusal.ALREADY_DECIDED);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasSize(6);
        assertThat(made).extracting(DecisionView::number).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(rounds.committed(round).kronor()).isEqualTo(Kronor.of(1_200_000));
    }

    private static Refusal only(Answer<?> answer) {
        assertThat(answer.refusals()).hasSize(1);
        return answer.refusals().get(0);
    }
}
