package se.medel.application;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.anyContent;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ComponentKind.CLIENT_COMPENSATION;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ComponentKind.FIXED_GRANT;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Fault;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.Overlap;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.database.TestDatabase;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationServiceTest {

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    RoundService rounds;

    @Inject
    AuditTrail audit;

    @Inject
    RoundFixture fixture;

    @Test
    void anotherDistrictsApplicationIsNotFoundAndTheAttemptIsKept() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        assertThat(reasons(applications.find(officerOf(FARSTA), application.id())))
                .containsExactly(ApplicationRefusal.APPLICATION_NOT_FOUND);
        assertThat(reasons(applications.withdraw(officerOf(FARSTA), application.id(), null, "x")))
                .containsExactly(ApplicationRefusal.APPLICATION_NOT_FOUND);
        assertThat(audit.read(null, "application/" + application.id(), 10))
                .filteredOn(line -> line.action().equals("ACCESS_REFUSED"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.username()).isEqualTo(FARSTA));
    }

    @Test
    void aDraftIsTheDistrictsOwnUntilItIsSubmitted() {
        String round = fixture.openRound(model2014());
        ApplicationView draft = fixture.draft(round, BROMMA, CO_FINANCING, anyContent(100_000));
        assertThat(applications.find(OFFICER, draft.id()).isRefused()).isTrue();
        assertThat(applications.find(AUDITOR, draft.id()).isRefused()).isTrue();
        assertThat(applications.ofRound(OFFICER, round)).isEmpty();
        applications.submit(officerOf(BROMMA), draft.id(), null, null).get();
        assertThat(applications.ofRound(OFFICER, round)).hasSize(1);
    }

    @Test
    void aDraftThatWasWithdrawnBeforeItWasSubmittedStaysTheDistrictsOwn() {
        String round = fixture.openRound(model2014());
        ApplicationView draft = fixture.draft(round, BROMMA, CO_FINANCING, anyContent(100_000));
        applications.withdraw(officerOf(BROMMA), draft.id(), null, "Ingen plan").get();
        assertThat(applications.find(OFFICER, draft.id()).isRefused()).isTrue();
        assertThat(applications.ofRound(OFFICER, round)).isEmpty();
        assertThat(applications.find(officerOf(BROMMA), draft.id()).isRefused()).isFalse();
    }

    @Test
    void whatIsWrongIsKeptInTheDraftAndToldWithTheRule() {
        String round = fixture.openRound(model2014());
        ApplicationView draft = fixture.draft(round, BROMMA, CO_FINANCING, anyContent(250_000));
        assertThat(draft.content().amount()).isEqualTo(Kronor.of(250_000));
        assertThat(applications.missing(draft))
                .extracting(Refusal::reason, Refusal::field, Refusal::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Fault.ABOVE_MAXIMUM, "amount", "M2"));
        assertThat(reasons(applications.submit(officerOf(BROMMA), draft.id(), null, null)))
                .containsExactly(Fault.ABOVE_MAXIMUM);
        assertThat(applications.find(officerOf(BROMMA), draft.id()).get().content())
                .isEqualTo(anyContent(250_000));
    }

    @Test
    void aCompletionCanBeSavedWhileItsAmountIsStillWrong() {
        String round = fixture.openRound(model2014());
        ApplicationView submitted = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        ApplicationView asked = applications
                .requestCompletion(
                        OFFICER, submitted.id(), null, "Hur ska pengarna användas?", LocalDate.of(2100, 1, 1))
                .get();
        for (Kronor amount : new Kronor[] {null, Kronor.of("99.50"), Kronor.of(1_000_000_000_000_000L)}) {
            ApplicationView saved = applications
                    .save(
                            officerOf(BROMMA),
                            asked.id(),
                            applications.find(OFFICER, asked.id()).get().version(),
                            anyContent(100_000).withAmount(amount))
                    .get();
            assertThat(saved.asked()).isEqualTo(Kronor.of(100_000));
            assertThat(applications.missing(saved)).extracting(Refusal::field).contains("amount");
        }
    }

    @Test
    void aPlanMustAddUpAndAnEmptyDraftLacksEveryCriterion() {
        String round = fixture.openRound(model2014());
        ApplicationView empty = fixture.draft(round, BROMMA, CO_FINANCING, ApplicationContent.EMPTY);
        assertThat(applications.missing(empty).stream().map(Refusal::rule))
                .contains("C1a", "C1b", "C1c", "C2a", "C2b", "C2c", "C2d", "C3", "K3", "A3");
        ApplicationContent content = anyContent(100_000);
        ApplicationView wrong = applications
                .save(
                        officerOf(BROMMA),
                        empty.id(),
                        empty.version(),
                        new ApplicationContent(
                                content.plan(),
                                Kronor.of(120_000),
                                Kronor.of(20_000),
                                content.amount(),
                                10L,
                                11L,
                                "x",
                                null,
                                null,
                                "x",
                                "x",
                                "x",
                                content.partners(),
                                true,
                                true,
                                false,
                                List.of(),
                                Map.of()))
                .get();
        assertThat(applications.missing(wrong))
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(Fault.PLAN_NOT_TOTAL, Fault.MORE_NEW_THAN_ALL);
    }

    @Test
    void aPersonalNumberIsNeverStoredAndTheFieldIsNamed() {
        String round = fixture.openRound(model2014());
        ApplicationView draft = fixture.draft(round, BROMMA, CO_FINANCING, ApplicationContent.EMPTY);
        String number = TestNumbers.personal();
        Answer<ApplicationView> answer = applications.save(
                officerOf(BROMMA),
                draft.id(),
                draft.version(),
                withPlan(List.of(new PlanLine(CostCategory.STAFF, Kronor.of(1), "Lots för " + number))));
        assertThat(answer.refusals())
                .extracting(Refusal::reason, Refusal::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FreeText.Fault.PERSONAL_NUMBER, "plan[0].text"));
        assertThat(answer.toString()).doesNotContain(number);
        assertThat(applications.find(officerOf(BROMMA), draft.id()).get().content())
                .isEqualTo(ApplicationContent.EMPTY);
    }

    @Test
    void completionIsAskedForAnsweredAndKeepsThePlaceInTheOrder() {
        String round = fixture.openRound(model2014());
        ApplicationView submitted = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        assertThat(submitted.signedBy()).isEqualTo("bromma-chef");
        applications
                .requestCompletion(OFFICER, submitted.id(), null, "Beskriv C1c.", LocalDate.of(2999, 1, 1))
                .get();
        assertThat(reasons(applications.submit(officerOf(BROMMA), submitted.id(), null, " ")))
                .containsExactly(ApplicationRefusal.COMPLETION_ANSWER_MISSING);
        ApplicationView completed = applications
                .submit(officerOf(BROMMA), submitted.id(), null, "Nu beskrivet.")
                .get();
        assertThat(completed.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(completed.submittedAt()).isEqualTo(submitted.submittedAt());
        assertThat(completed.receipt()).isEqualTo(submitted.receipt());
        assertThat(completed.signedBy()).as("signed anew after a change").isNull();
        assertThat(applications.sign(directorOf(BROMMA), completed.id()).get().signedBy())
                .isEqualTo("bromma-chef");
    }

    @Test
    void whatCameInTimeIsCompletedAndDecidedAlsoWhenTheYearIsOver() {
        String round = fixture.openRound(model2014());
        ApplicationView submitted = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        ApplicationView draft = fixture.draft(round, FARSTA, CO_FINANCING, anyContent(100_000));
        applications
                .requestCompletion(OFFICER, submitted.id(), null, "Beskriv C1c.", LocalDate.of(2999, 1, 1))
                .get();
        rounds.startReporting(OFFICER, round).get();

        assertThat(reasons(applications.submit(directorOf(FARSTA), draft.id(), null, null)))
                .containsExactly(ApplicationRefusal.ROUND_NOT_OPEN);
        assertThat(applications
                        .submit(directorOf(BROMMA), submitted.id(), null, "Nu beskrivet.")
                        .get()
                        .state())
                .isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void aDistrictAppliesOnceAndOnlyForWhatTheModelGivesIt() {
        String round = fixture.openRound(model2014());
        fixture.draft(round, BROMMA, CO_FINANCING, ApplicationContent.EMPTY);
        assertThat(reasons(applications.start(officerOf(BROMMA), round, CO_FINANCING)))
                .containsExactly(ApplicationRefusal.ALREADY_APPLIED);
        assertThat(reasons(applications.start(officerOf(BROMMA), round, FIXED_GRANT)))
                .containsExactly(ApplicationRefusal.DISTRICT_NOT_ELIGIBLE);
        assertThat(reasons(applications.start(officerOf(RINKEBY_KISTA), round, CO_FINANCING)))
                .containsExactly(ApplicationRefusal.DISTRICT_NOT_ELIGIBLE);
        // Clients are claimed several times a year, and row by row.
        applications.start(officerOf(BROMMA), round, CLIENT_COMPENSATION).get();
        ApplicationView claim = applications
                .start(officerOf(BROMMA), round, CLIENT_COMPENSATION)
                .get();
        assertThat(reasons(applications.save(officerOf(BROMMA), claim.id(), claim.version(), ApplicationContent.EMPTY)))
                .containsExactly(ApplicationRefusal.COMPONENT_IS_CLAIMED);
        assertThat(reasons(applications.start(OFFICER, round, CO_FINANCING)))
                .containsExactly(ApplicationRefusal.APPLICATION_NOT_FOR_ROLE);
        assertThat(reasons(applications.start(officerOf(BROMMA), "finns-inte", CO_FINANCING)))
                .containsExactly(ApplicationRefusal.ROUND_NOT_OPEN);
    }

    @Test
    void afterAWithdrawalTheDistrictMayApplyAgain() {
        String round = fixture.openRound(model2014());
        ApplicationView first = fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        assertThat(reasons(applications.withdraw(officerOf(BROMMA), first.id(), null, "")))
                .containsExactly(ApplicationRefusal.WITHDRAWAL_REASON_MISSING);
        applications
                .withdraw(officerOf(BROMMA), first.id(), null, "Planen ändras")
                .get();
        assertThat(applications.start(officerOf(BROMMA), round, CO_FINANCING).isRefused())
                .isFalse();
        assertThat(reasons(preparations.prepare(OFFICER, first.id(), null, RoundFixture.recommending(100_000))))
                .containsExactly(ApplicationRefusal.APPLICATION_STATE);
    }

    @Test
    void whatIsPaidTwiceIsFoundAndMustBeAnswered() {
        List<PlanLine> plan = List.of(
                new PlanLine(CostCategory.STAFF, Kronor.of(100_000), "Lots"),
                new PlanLine(CostCategory.TRAVEL, Kronor.of(10_000), "Resor"));
        ApplicationContent content = withFunding(
                plan,
                List.of(
                        new OtherFunding(
                                "Ytterstadssatsningen", Kronor.of(8_000), OtherFunding.Status.GRANTED, Set.of(2)),
                        new OtherFunding("Fonden", Kronor.of(3_000), OtherFunding.Status.APPLIED, Set.of(2)),
                        new OtherFunding("Avslagen", Kronor.of(90_000), OtherFunding.Status.REFUSED, Set.of(1))));
        assertThat(Overlap.in(content)).containsExactly(new Overlap(Set.of(2), Kronor.of(10_000), Kronor.of(11_000)));
    }

    private static ApplicationContent withPlan(List<PlanLine> plan) {
        return withFunding(plan, List.of());
    }

    private static ApplicationContent withFunding(List<PlanLine> plan, List<OtherFunding> funding) {
        return new ApplicationContent(
                plan, null, null, null, null, null, null, null, null, null, null, null, Set.of(), false, false, null,
                funding, Map.of());
    }

    private static List<Reason> reasons(Answer<?> answer) {
        return answer.refusals().stream().map(Refusal::reason).toList();
    }
}
