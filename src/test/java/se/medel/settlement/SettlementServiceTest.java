package se.medel.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ComponentKind.FIXED_GRANT;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.settlement.SettlementFixture.CONTROLLER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationLine;
import se.medel.application.ApplicationRefusal;
import se.medel.application.ApplicationService;
import se.medel.application.PreparationService;
import se.medel.claim.ClaimFixture;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.ClientFindings;
import se.medel.claim.ClientFindings.Finding;
import se.medel.claim.RowState;
import se.medel.costreport.CostReportRefusal;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionRefusal;
import se.medel.decision.DecisionService;
import se.medel.delegation.ConflictService;
import se.medel.delegation.rules.ConflictGround;
import se.medel.delegation.rules.DelegationFault;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.ClosingMeanwhile;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.settlement.rules.RepaymentState;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementServiceTest {

    private static final Kronor GRANT = Kronor.of(200_000);
    private static final LocalDate TODAY = LocalDate.of(2015, 2, 10);

    @Inject
    RoundFixture rounds;

    @Inject
    RoundService roundService;

    @Inject
    SettlementFixture fixture;

    @Inject
    CostReportService reports;

    @Inject
    SettlementService settlements;

    @Inject
    RepaymentService repayments;

    @Inject
    ClosingService closing;

    @Inject
    ClosingMeanwhile meanwhile;

    @Inject
    DecisionService decisions;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    ConflictService conflicts;

    @Inject
    Accounts accounts;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void whatIsNotUsedIsFlaggedHeardDecidedAndPaidBackInParts() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "150000.50", "0"));

        RepaymentView flagged = only(round, "bromma");
        assertThat(flagged.state()).isEqualTo(RepaymentState.FLAGGED);
        assertThat(flagged.parts()).isEqualTo(Map.of("UNUSED", Kronor.of(49_999)));
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.of(49_999));

        assertThat(repayments
                        .decide(DIRECTOR, flagged.id(), null, Kronor.of(49_999), "Ej använt.")
                        .refusals())
                .as("the district is heard first")
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.NOT_HEARD);
        repayments.hear(OFFICER, flagged.id(), null, TODAY.plusDays(21)).get();
        assertThat(repayments
                        .decide(DIRECTOR, flagged.id(), null, Kronor.of(49_999), "Ej använt.")
                        .refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.REPLY_NOT_DUE);
        repayments
                .reply(officerOf("bromma"), flagged.id(), null, "Vi har inget att invända.")
                .get();
        RepaymentView decided = repayments
                .decide(DIRECTOR, flagged.id(), null, Kronor.of(49_999), "Ej använt.")
                .get();
        assertThat(decided.number()).as("one series with the grants").isEqualTo(2);
        assertThat(decided.payBy()).isEqualTo(TODAY.plusDays(30));

        repayments
                .receive(CONTROLLER, flagged.id(), null, Kronor.of(20_000), TODAY, "B 17")
                .get();
        assertThat(repayments
                        .receive(CONTROLLER, flagged.id(), null, Kronor.of(20_000), TODAY, "B 17")
                        .refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.RECEIPT_TWICE);
        assertThat(repayments
                        .receive(CONTROLLER, flagged.id(), null, Kronor.of(30_000), TODAY, "B 18")
                        .refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.RECEIPT_ABOVE_OPEN);
        assertThat(fixture.mismatches()).isEmpty();
        RepaymentView paid = repayments
                .receive(CONTROLLER, flagged.id(), null, Kronor.of(29_999), TODAY, "B 18")
                .get();
        assertThat(paid.state()).isEqualTo(RepaymentState.PAID);
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.ZERO);
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aCorrectionDecidesTheDifferenceOnly() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "farsta", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        CostReportView report = fixture.approved(fixture.submitted(round, "farsta", "150000", "0"));
        decideAll(round, "farsta");
        repayments
                .receive(CONTROLLER, only(round, "farsta").id(), null, Kronor.of(20_000), TODAY, "B 1")
                .get();

        fixture.givenBack(report);
        report = fixture.approved(fixture.submitted(round, "farsta", "140000", "0"));
        List<RepaymentView> two = of(round, "farsta");
        assertThat(two.get(1).flagged()).isEqualTo(Kronor.of(10_000));
        assertThat(two.get(1).parts())
                .isEqualTo(Map.of("UNUSED", Kronor.of(60_000), RepaymentView.EARLIER, Kronor.of(-50_000)));
        decideAll(round, "farsta");
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.of(40_000));

        fixture.givenBack(report);
        fixture.approved(fixture.submitted(round, "farsta", "190000", "0"));
        decideAll(round, "farsta");
        assertThat(of(round, "farsta"))
                .extracting(RepaymentView::open)
                .as("50 000 too much: 30 000 and 10 000 were still to be paid, 10 000 goes back")
                .containsExactly(Kronor.ZERO, Kronor.ZERO, Kronor.of(-10_000));
        assertThat(fixture.mismatches()).isEmpty();
        repayments
                .refund(CONTROLLER, of(round, "farsta").get(2).id(), null, Kronor.of(10_000), TODAY, "B 2")
                .get();
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.ZERO);
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void theSameFactsSettleOnce() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "alvsjo", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 100_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        CostReportView report = fixture.approved(fixture.submitted(round, "alvsjo", "150000", "0"));
        Account settled = accounts.of(grant).orElseThrow();
        assertThat(settled.toOrder()).as("the rest is still paid").isEqualTo(Kronor.of(50_000));
        assertThat(settled.released()).isEqualTo(Kronor.of(50_000));

        fixture.pay(round, grant, 50_000);
        settlements.settleRound(OFFICER, round, true).get();
        fixture.givenBack(report);
        fixture.approved(fixture.submitted(round, "alvsjo", "150000", "0"));

        assertThat(settlements.ofDistrict(OFFICER, round, "alvsjo").get().get(0).settlements())
                .hasSize(1);
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.ZERO);
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aReportThatNeverCameFlagsEverythingAndOneThatComesAfterAllCorrectsIt() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "skarpnack", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(LocalDate.of(2015, 1, 31));
        assertThat(settlements.settleWithoutReport(OFFICER, round, "skarpnack").refusals())
                .as("the day itself is in time")
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.REPORT_NOT_LATE);
        clock.stopAt(TODAY);
        settlements.settleWithoutReport(OFFICER, round, "skarpnack").get();
        assertThat(only(round, "skarpnack").parts()).isEqualTo(Map.of("NO_REPORT", GRANT));

        fixture.approved(fixture.submitted(round, "skarpnack", "200001", "0"));
        assertThat(only(round, "skarpnack").state()).isEqualTo(RepaymentState.SUPERSEDED);
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.ZERO);
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void whatIsReleasedComesBackUnderTheCapsOnlyWhenTheOfficerSaysSo() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "120000", "0"));
        Kronor committed = committed(round);
        assertThat(accounts.of(grant).orElseThrow().released()).isEqualTo(Kronor.of(80_000));
        assertThat(committed).isEqualTo(GRANT);

        assertThat(settlements.free(OFFICER, grant, Kronor.of(80_001)).refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.FREE_ABOVE_LEFT);
        settlements.free(OFFICER, grant, Kronor.of(50_000)).get();
        settlements.free(OFFICER, grant, Kronor.of(30_000)).get();
        assertThat(committed(round)).isEqualTo(Kronor.of(120_000));
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aDecisionIsNotReplacedBelowWhatIsPaidNorAfterTheSettlement() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 150_000);
        assertThat(replaced(round, grant, 149_999)).containsExactly(DecisionRefusal.BELOW_ORDERED);
        assertThat(replaced(round, grant, 150_000)).isEmpty();
        assertThat(fixture.mismatches()).isEmpty();
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "200000", "0"));
        assertThat(replaced(round, grant, 180_000)).containsExactly(ApplicationRefusal.SETTLED);
    }

    @Test
    void aRoundIsClosedWhenEverybodyIsSettledAndReadsTheSameForEver() {
        String round = rounds.openRound(model2014());
        long fixed = fixture.granted(round, "rinkeby-kista", FIXED_GRANT, 600_000);
        long bromma = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.pay(round, fixed, 600_000);
        fixture.pay(round, bromma, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "rinkeby-kista", "600001", "0"));
        assertThat(closing.close(OFFICER, round).refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(SettlementRefusal.ROUND_NOT_SETTLED);
        fixture.approved(fixture.submitted(round, "bromma", "50000", "0"));
        decideAll(round, "bromma");
        repayments
                .writeOff(DIRECTOR, only(round, "bromma").id(), null, "Beloppet kan inte drivas in.")
                .get();

        RoundClosing closed = closing.close(OFFICER, round).get();

        assertThat(roundService.round(round).orElseThrow().state()).isEqualTo(RoundState.CLOSED);
        assertThat(closing.closing(round).orElseThrow().figures()).isEqualTo(closed.figures());
        assertThat(closing.differences(closing.closing(round).orElseThrow())).isEmpty();
        assertThat(fixture.mismatches()).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> fixture.pay(round, bromma, 1))
                .hasStackTraceContaining("round_closed");
    }

    @Test
    void anApprovalIsJudgedByTheFindingsThatItBringsAndNotByThoseBefore() {
        String round = rounds.openRound(model2014());
        long claim = fixture.claimGranted(round, "bromma", 2);
        List<Finding> both = applications.rows(OFFICER, claim).get().stream()
                .map(row -> new Finding(row.id(), ClientFindings.Reason.NOT_ELIGIBLE_CLIENT, "Var aktuell."))
                .toList();
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        CostReportView report = fixture.submitted(round, "bromma", "0", "0");
        reports.approve(OFFICER, report.id(), null, Review.asReported(report.content()), both)
                .get();
        settlements.free(OFFICER, claim, Kronor.of(30_000)).get();
        fixture.givenBack(report);
        CostReportView again = fixture.submitted(round, "bromma", "0", "0");

        // With nothing against the clients the district would be entitled to what is under the caps again.
        assertThat(reports.approve(OFFICER, again.id(), null, Review.asReported(again.content()), List.of())
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(SettlementRefusal.FREED_ALREADY);
        assertThat(reports.findingsCount(again).notEligible())
                .as("what was found stands where the approval is refused")
                .isEqualTo(2);
        reports.review(OFFICER, again.id(), null, Review.asReported(again.content()), List.of())
                .get();
        assertThat(reports.approve(OFFICER, again.id(), null, Review.asReported(again.content()), both)
                        .isRefused())
                .isFalse();
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void oneReportThatLacksAGrantDoesNotHoldUpTheOthers() {
        String round = rounds.openRound(model2014());
        fixture.claimGranted(round, "bromma", 2);
        long late = rounds.prepared(round, "bromma", CO_FINANCING, 100_000).id();
        long other = fixture.granted(round, "farsta", CO_FINANCING, 100_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "0", "0"));
        decisions
                .decide(DIRECTOR, round, late, null, RoundFixture.AS_RECOMMENDED)
                .get();

        SettlementService.RoundSettled settled =
                settlements.settleRound(OFFICER, round, true).get();
        assertThat(settled.settled()).extracting(SettlementView::applicationId).containsExactly(other);
        assertThat(settled.leftOut())
                .extracting(
                        SettlementService.LeftOut::district, left -> left.why().reason())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bromma", CostReportRefusal.REPORT_LACKS_GRANT));
        assertThat(fixture.mismatches()).isEmpty();

        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.post("/rounds/" + round + "/settlement", "late", "yes").statusCode(303);
        ApiUser.OFFICER
                .post("/api/rounds/" + round + "/settlements", Map.of("late", true))
                .statusCode(200)
                .body("findAll { it.obstacle != null }.district", equalTo(List.of("bromma", "bromma")))
                .body("find { it.district == 'bromma' }.obstacle.type", equalTo("/problems/report-lacks-grant"));
    }

    @Test
    void whoWaitsWhileTheRoundIsClosedIsToldThatItIs() throws Exception {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "120000", "0"));
        assertThat(meanwhile
                        .of(round, () -> settlements.free(OFFICER, grant, Kronor.of(1)))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(SettlementRefusal.SETTLEMENT_ROUND_STATE);
        for (boolean all : List.of(true, false)) {
            String late = rounds.openRound(model2014());
            fixture.granted(late, "bromma", CO_FINANCING, 200_000);
            fixture.startReporting(late);
            clock.stopAt(TODAY);
            assertThat(meanwhile
                            .of(
                                    late,
                                    () -> all
                                            ? settlements.settleRound(OFFICER, late, true)
                                            : settlements.settleWithoutReport(OFFICER, late, "bromma"))
                            .refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(SettlementRefusal.SETTLEMENT_ROUND_STATE);
        }
        String report = rounds.openRound(model2014());
        fixture.granted(report, "bromma", CO_FINANCING, 200_000);
        fixture.startReporting(report);
        clock.stopAt(TODAY);
        CostReportView submitted = fixture.submitted(report, "bromma", "120000", "0");
        assertThat(meanwhile
                        .of(
                                report,
                                () -> reports.approve(
                                        OFFICER, submitted.id(), null, Review.asReported(submitted.content())))
                        .refusals())
                .extracting(Refusal::reason)
                .contains(SettlementRefusal.SETTLEMENT_ROUND_STATE);
    }

    @Test
    void aCorrectionIsSetOffAgainstWhatWasWrittenOff() {
        String round = rounds.openRound(model2014());
        long grant = paidAndReported(round, "bromma", "150000");
        decideAll(round, "bromma");
        repayments
                .writeOff(DIRECTOR, only(round, "bromma").id(), null, "Kan inte drivas in.")
                .get();
        reportAgain(round, "bromma", "200000");
        assertThat(of(round, "bromma").get(1).flagged()).isEqualTo(Kronor.of(-50_000));

        decideAll(round, "bromma");

        assertThat(of(round, "bromma")).extracting(RepaymentView::open).containsOnly(Kronor.ZERO);
        assertThat(accounts.of(grant).orElseThrow().writtenOff()).isEqualTo(Kronor.ZERO);
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aNewDemandIsSetOffAgainstACorrectionThatWasNotRefunded() {
        String round = rounds.openRound(model2014());
        long grant = paidAndReported(round, "bromma", "50000");
        decideAll(round, "bromma");
        repayments
                .receive(CONTROLLER, only(round, "bromma").id(), null, Kronor.of(150_000), TODAY, "B 1")
                .get();
        reportAgain(round, "bromma", "200000");
        decideAll(round, "bromma");
        reportAgain(round, "bromma", "60000");
        decideAll(round, "bromma");

        assertThat(of(round, "bromma"))
                .extracting(RepaymentView::open)
                .as("150 000 paid back, 140 000 is right: 10 000 goes back")
                .containsExactly(Kronor.ZERO, Kronor.of(-10_000), Kronor.ZERO);
        assertThat(accounts.of(grant).orElseThrow().owed()).isEqualTo(Kronor.of(-10_000));
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aCorrectionInTheDistrictsFavourIsDecidedAsItStands() {
        String round = rounds.openRound(model2014());
        paidAndReported(round, "bromma", "150000");
        decideAll(round, "bromma");
        reportAgain(round, "bromma", "180000");
        RepaymentView correction = of(round, "bromma").get(1);

        for (long amount : new long[] {0, -29_999, -30_001, 1}) {
            assertThat(repayments
                            .decide(DIRECTOR, correction.id(), null, Kronor.of(amount), "Nej.")
                            .refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(SettlementRefusal.REPAYMENT_ABOVE_FLAGGED);
        }
        repayments
                .decide(DIRECTOR, correction.id(), null, Kronor.of(-30_000), "Ja.")
                .get();
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void whatTheDirectorLetTheDistrictKeepIsNotTakenBackByACorrection() {
        String round = rounds.openRound(model2014());
        long grant = paidAndReported(round, "bromma", "150000");
        RepaymentView flagged = only(round, "bromma");
        heard(flagged);
        repayments
                .decide(DIRECTOR, flagged.id(), null, Kronor.of(30_000), "Resten behålls.")
                .get();

        reportAgain(round, "bromma", "149000");

        assertThat(of(round, "bromma").get(1).flagged()).isEqualTo(Kronor.of(1_000));
        assertThat(accounts.of(grant).orElseThrow().admitted()).isEqualTo(Kronor.of(169_000));
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void whatIsFoundAnewAboutClientsIsDecidedBeforeTheGrantIsSettled() {
        String round = rounds.openRound(model2014());
        long claim = fixture.claimGranted(round, "bromma", 3);
        long late = fixture.claimGranted(round, "farsta", 2);
        for (long each : List.of(claim, late)) {
            findAnew(each, each == claim ? 2 : 1);
        }
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        CostReportView report = fixture.submitted(round, "bromma", "0", "0");

        assertThat(reports.checkReview(report))
                .extracting(Refusal::reason)
                .contains(SettlementRefusal.DECISION_TO_BE_REPLACED);
        Answer<?> approval =
                reports.approve(OFFICER, report.id(), null, Review.asReported(report.content()), List.of());
        for (Answer<?> refused : List.of(
                approval,
                settlements.settleWithoutReport(OFFICER, round, "farsta"),
                settlements.settleRound(OFFICER, round, true))) {
            assertThat(refused.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(SettlementRefusal.DECISION_TO_BE_REPLACED);
        }
        assertThat(accounts.of(claim).orElseThrow().settled()).isFalse();

        decisions
                .replace(DIRECTOR, round, claim, null, new DecisionService.Ruling(true, null, null, null, "Nytt."))
                .get();
        fixture.approved(report);
        assertThat(accounts.of(claim).orElseThrow())
                .extracting(Account::settled, Account::granted)
                .containsExactly(true, Kronor.of(30_000));
        assertThat(settlements.settleRound(OFFICER, round, true).get().leftOut())
                .extracting(SettlementService.LeftOut::district)
                .containsExactly("farsta");
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aConflictFollowsTheMatterFromTheApplicationToItsReportAndRepayment() {
        Actor other = new Actor("bitradande", Role.DIRECTOR, null);
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        long mine = fixture.granted(round, "farsta", CO_FINANCING, 100_000);
        conflicts.declare(OFFICER, "application", mine, ConflictGround.OTHER).get();
        conflicts.declare(DIRECTOR, "application", grant, ConflictGround.OTHER).get();
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "150000", "0"));
        RepaymentView flagged = only(round, "bromma");
        repayments.hear(OFFICER, flagged.id(), null, TODAY.plusDays(21)).get();
        repayments.reply(officerOf("bromma"), flagged.id(), null, "Ja.").get();

        Answer<?> settled = settlements.settleWithoutReport(OFFICER, round, "farsta");
        assertThat(settlements.settleRound(OFFICER, round, true).get().leftOut())
                .extracting(left -> left.why().reason())
                .containsExactly(DelegationFault.CONFLICT_DECLARED);
        CostReportView report = fixture.submitted(round, "farsta", "100000", "0");
        for (Answer<?> refused : List.of(
                settled,
                reports.approve(OFFICER, report.id(), null, Review.asReported(report.content())),
                reports.giveBack(OFFICER, report.id(), null, "Rätta.", TODAY.plusDays(14)),
                repayments.decide(DIRECTOR, flagged.id(), null, Kronor.of(50_000), "Ej använt."))) {
            assertThat(refused.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(DelegationFault.CONFLICT_DECLARED);
        }
        assertThat(repayments
                        .decide(other, flagged.id(), null, Kronor.of(50_000), "Ej använt.")
                        .isRefused())
                .isFalse();
    }

    @Test
    void whoHasAConflictInTheGrantOrItsRepaymentLetsNoMoneyOfItBackUnderTheCaps() {
        Actor other = new Actor("annan-handlaggare", Role.OFFICER, null);
        String round = rounds.openRound(model2014());
        long inGrant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        long inRepayment = fixture.granted(round, "farsta", CO_FINANCING, 200_000);
        fixture.pay(round, inRepayment, 150_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "120000", "0"));
        fixture.approved(fixture.submitted(round, "farsta", "120000", "0"));
        conflicts.declare(OFFICER, "application", inGrant, ConflictGround.OTHER).get();
        conflicts
                .declare(OFFICER, "repayment", only(round, "farsta").id(), ConflictGround.OTHER)
                .get();

        for (long grant : List.of(inGrant, inRepayment)) {
            assertThat(settlements.free(OFFICER, grant, Kronor.of(50_000)).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(DelegationFault.CONFLICT_DECLARED);
            assertThat(accounts.of(grant).orElseThrow().freed()).isEqualTo(Kronor.ZERO);
        }
        for (String district : List.of("bromma", "farsta")) {
            Visitor.loggedInAs(OFFICER.username())
                    .get("/rounds/" + round + "/settlement/" + district)
                    .statusCode(200)
                    .body(not(containsString("name=\"amount-")));
        }
        Visitor.loggedInAs(OFFICER.username())
                .post(
                        "/rounds/" + round + "/settlement/bromma",
                        "application",
                        Long.toString(inGrant),
                        "amount-" + inGrant,
                        "50 000")
                .statusCode(409)
                .body(containsString("jäv"));
        ApiUser.OFFICER
                .post(
                        "/api/rounds/" + round + "/settlements/bromma/freed",
                        Map.of("application", inGrant, "amount", 50_000))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict-declared"));
        for (long grant : List.of(inGrant, inRepayment)) {
            settlements.free(other, grant, Kronor.of(50_000)).get();
        }
        assertThat(committed(round)).isEqualTo(Kronor.of(300_000));
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void theListOfAnOfficerWithAConflictLeavesTheReportOutAlsoWhenItIsLate() {
        String round = rounds.openRound(model2014());
        long mine = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.granted(round, "farsta", CO_FINANCING, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        String barred = "/cost-reports/"
                + fixture.submitted(round, "bromma", "120000", "0").id();
        String open = "/cost-reports/"
                + fixture.submitted(round, "farsta", "120000", "0").id();
        Visitor officer = Visitor.loggedInAs(OFFICER.username());
        officer.get("/").body(containsString(link(barred)), containsString(link(open)));

        conflicts.declare(OFFICER, "application", mine, ConflictGround.OTHER).get();

        for (LocalDate day : List.of(TODAY, TODAY.plusYears(1))) {
            clock.stopAt(day);
            officer.get("/").body(not(containsString(link(barred))), containsString(link(open)));
        }
        officer.get("/").body(containsString("försenat"));
    }

    @Test
    void aRoundIsNotClosedOverARefusedClaimThatSomethingNewIsFoundAbout() throws Exception {
        String round = rounds.openRound(model2014());
        long claim = fixture.claimRefused(round, "bromma", 3);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        findAnew(claim, 2);
        assertThat(accounts.of(claim)).as("nothing was ever granted").isEmpty();

        assertThat(closing.close(OFFICER, round).refusals())
                .as("two clients are to be compensated after all")
                .extracting(Refusal::reason, Refusal::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(SettlementRefusal.ROUND_NOT_SETTLED, List.of(1)));
        Visitor.loggedInAs(OFFICER.username())
                .get("/rounds/" + round + "/closing")
                .body(
                        containsString(link("/applications/" + claim)),
                        containsString("Väntar på nytt beslut"),
                        not(containsString("Avsluta omgången för alltid")));
        ApiUser.OFFICER.get("/api/rounds/" + round + "/closing").body("undecided", equalTo(List.of((int) claim)));

        decisions
                .replace(DIRECTOR, round, claim, null, new DecisionService.Ruling(true, null, null, null, "Nytt."))
                .get();
        assertThat(accounts.of(claim).orElseThrow().granted()).isEqualTo(Kronor.of(30_000));
        assertThat(closing.undecided(OFFICER, round)).isEmpty();
        assertThat(fixture.mismatches()).isEmpty();
    }

    @Test
    void aRefusedClaimWhoseFindingIsTakenBackStopsNoClosingAndAfterItNothingNewIsFound() throws Exception {
        String round = rounds.openRound(model2014());
        long claim = fixture.claimRefused(round, "bromma", 3);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        findAnew(claim, 2);
        preparations.prepare(OFFICER, claim, null, fixture.refusing()).get();

        closing.close(OFFICER, round).get();
        assertThat(preparations
                        .prepare(OFFICER, claim, null, ClaimFixture.recommending(3, List.of()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.ROUND_CLOSED);

        String other = rounds.openRound(model2014());
        long late = fixture.claimRefused(other, "bromma", 3);
        fixture.startReporting(other);
        assertThat(meanwhile
                        .of(
                                other,
                                () -> preparations.prepare(
                                        OFFICER, late, null, ClaimFixture.recommending(3, List.of())))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.ROUND_CLOSED);
    }

    @Test
    void aRoundIsNotClosedOverAnApplicationThatNobodyHasDecided() {
        String round = rounds.openRound(model2014());
        long asked = rounds.prepared(round, "bromma", CO_FINANCING, 100_000).id();
        long incomplete =
                rounds.prepared(round, "farsta", CO_FINANCING, 100_000).id();
        applications
                .requestCompletion(
                        OFFICER,
                        incomplete,
                        null,
                        "Beskriv planen.",
                        LocalDate.now(clock).plusDays(14))
                .get();
        fixture.startReporting(round);

        assertThat(closing.undecided(OFFICER, round))
                .extracting(ApplicationLine::id)
                .containsExactly(asked, incomplete);
        clock.stopAt(LocalDate.now(clock).plusDays(15));
        assertThat(closing.undecided(OFFICER, round))
                .as("what wasn't completed in time is nobody's to decide")
                .extracting(ApplicationLine::id)
                .containsExactly(asked);
        assertThat(closing.close(OFFICER, round).refusals())
                .extracting(Refusal::reason)
                .containsExactly(SettlementRefusal.ROUND_NOT_SETTLED);
        Visitor.loggedInAs(OFFICER.username())
                .get("/rounds/" + round + "/closing")
                .body(containsString(link("/applications/" + asked)), containsString("Förvaltningschef"));
        decisions
                .decide(DIRECTOR, round, asked, null, new DecisionService.Ruling(false, null, null, "C1a", "Oklart."))
                .get();
        List<Visitor> readers = List.of(Visitor.loggedInAs("farsta"), Visitor.loggedInAs(OFFICER.username()));
        readers.forEach(visitor -> visitor.get("/").body(containsString(link("/applications/" + incomplete))));

        closing.close(OFFICER, round).get();

        readers.forEach(visitor -> visitor.get("/").body(not(containsString(link("/applications/" + incomplete)))));
    }

    private static String link(String address) {
        return "href=\"" + address + "\"";
    }

    /** The first client proves not eligible; so many are left. */
    private void findAnew(long claim, long left) {
        long row = applications.rows(OFFICER, claim).get().get(0).id();
        preparations
                .prepare(
                        OFFICER,
                        claim,
                        null,
                        ClaimFixture.recommending(left, List.of(new Claims.Finding(row, "A6", "Var aktuell."))))
                .get();
    }

    @Test
    void aReportThatIsBeingCompletedIsNotLate() {
        String round = rounds.openRound(model2014());
        long grant = fixture.granted(round, "bromma", CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(LocalDate.of(2015, 1, 20));
        CostReportView report = fixture.submitted(round, "bromma", "200000", "0");
        clock.stopAt(TODAY);
        reports.giveBack(OFFICER, report.id(), null, "En faktura saknas.", TODAY.plusDays(14))
                .get();

        assertThat(settlements.settleWithoutReport(OFFICER, round, "bromma").refusals())
                .extracting(Refusal::reason)
                .containsExactly(SettlementRefusal.REPORT_NOT_LATE);
        assertThat(settlements.settleRound(OFFICER, round, true).get().settled())
                .isEmpty();
        assertThat(reports.find(OFFICER, report.id()).get().content().lines())
                .as("what is written anew is the district's own until it is signed")
                .isEmpty();
    }

    @Test
    void aGrantThatWasDecidedAfterTheReportIsNotSettledByIt() {
        String round = rounds.openRound(model2014());
        fixture.claimGranted(round, "bromma", 2);
        long late = rounds.prepared(round, "bromma", CO_FINANCING, 100_000).id();
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "0", "0"));
        decisions
                .decide(DIRECTOR, round, late, null, RoundFixture.AS_RECOMMENDED)
                .get();

        assertThat(settlements.settleRound(OFFICER, round, false).refusals())
                .extracting(Refusal::reason)
                .containsExactly(CostReportRefusal.REPORT_LACKS_GRANT);
    }

    @Test
    void whoWasInReserveWhenTheRoundWasClosedMayBeClaimedInALaterOne() {
        String round = rounds.openRound(model2014());
        long claim = fixture.claimGranted(round, "bromma", 3, 2);
        fixture.pay(round, claim, 30_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, "bromma", "0", "0"));
        assertThat(held(claim)).as("two compensated, one in reserve").isEqualTo(3);

        closing.close(OFFICER, round).get();

        assertThat(held(claim)).as("compensated once and for all").isEqualTo(2);
        assertThat(applications.rows(OFFICER, claim).get())
                .extracting(ClaimRow::state)
                .containsOnlyOnce(RowState.RESERVE);
    }

    /** How many clients nobody else can claim, because this claim has. */
    private long held(long claim) {
        return database.createNativeQuery(
                        "select count(*) from claimed_client held join claim_row r on r.id = held.claim_row_id"
                                + " where r.application_id = :claim",
                        Long.class)
                .setParameter("claim", claim)
                .getSingleResult();
    }

    @Test
    void aRoundIsNotClosedOverAReportThatWaitsAndAClosedRoundsModelStays() {
        String round = rounds.openRound(model2014());
        paidAndReported(round, "bromma", "200000");
        roundService.startNewVersion(OFFICER, round).get();
        CostReportView report = reports.of(round, "bromma").orElseThrow();
        fixture.givenBack(report);
        assertThat(closing.close(OFFICER, round).refusals())
                .extracting(Refusal::reason)
                .containsExactly(SettlementRefusal.ROUND_NOT_SETTLED);
        fixture.approved(fixture.submitted(round, "bromma", "200000", "0"));
        closing.close(OFFICER, round).get();

        assertThat(roundService.propose(OFFICER, round).isRefused()).isTrue();
        assertThat(closing.differences(closing.closing(round).orElseThrow())).isEmpty();
    }

    private long paidAndReported(String round, String district, String cost) {
        long grant = fixture.granted(round, district, CO_FINANCING, 200_000);
        fixture.pay(round, grant, 200_000);
        fixture.startReporting(round);
        clock.stopAt(TODAY);
        fixture.approved(fixture.submitted(round, district, cost, "0"));
        return grant;
    }

    private void reportAgain(String round, String district, String cost) {
        fixture.givenBack(reports.of(round, district).orElseThrow());
        fixture.approved(fixture.submitted(round, district, cost, "0"));
    }

    /** Every figure of every grant adds up after every step of a year, whatever is done in whatever order. */
    @Test
    void everyKronaIsAccountedForThroughAnyHistory() {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            String round = rounds.openRound(model2014());
            List<String> districts = List.of("bromma", "farsta", "alvsjo");
            List<Long> grants = new ArrayList<>();
            for (String district : districts) {
                grants.add(fixture.granted(round, district, CO_FINANCING, 1 + random.nextInt(200_000)));
            }
            fixture.startReporting(round);
            clock.stopAt(TODAY);
            for (int step = 0; step < 40; step++) {
                int which = random.nextInt(districts.size());
                anything(random, round, districts.get(which), grants.get(which));
                assertThat(fixture.mismatches())
                        .as("seed %d, step %d", seed, step)
                        .isEmpty();
            }
            clock.go();
        }
    }

    private void anything(Random random, String round, String district, long grant) {
        CostReportView report = reports.of(round, district).orElseThrow();
        List<RepaymentView> theirs = of(round, district);
        RepaymentView one = theirs.isEmpty() ? null : theirs.get(random.nextInt(theirs.size()));
        switch (random.nextInt(9)) {
            case 0 -> {
                Kronor left = accounts.of(grant).orElseThrow().toOrder();
                if (left.isPositive()) {
                    fixture.pay(round, grant, 1 + random.nextInt((int) left.toWholeKronor()));
                }
            }
            case 1, 2 -> {
                if (report.state().isEditable()) {
                    fixture.approved(fixture.submitted(
                            round,
                            district,
                            random.nextInt(250_000) + "." + (10 + random.nextInt(90)),
                            String.valueOf(random.nextBoolean() ? 0 : random.nextInt(100_000))));
                } else if (report.state() == ReportState.APPROVED) {
                    fixture.givenBack(report);
                }
            }
            case 3 -> settlements.settleRound(OFFICER, round, random.nextBoolean());
            case 4 -> decideAll(round, district);
            case 5 -> {
                if (one != null) {
                    Kronor some = Kronor.of(1 + random.nextInt(100_000));
                    repayments.receive(
                            CONTROLLER,
                            one.id(),
                            null,
                            some.min(one.open().max(Kronor.of(1))),
                            TODAY,
                            "B " + random.nextInt());
                    repayments.refund(CONTROLLER, one.id(), null, some, TODAY, "B " + random.nextInt());
                }
            }
            case 6 -> {
                if (one != null) {
                    repayments.writeOff(DIRECTOR, one.id(), null, "Kan inte drivas in.");
                }
            }
            case 7 -> settlements.free(OFFICER, grant, Kronor.of(1 + random.nextInt(50_000)));
            default -> {
                if (one != null && one.state() == RepaymentState.FLAGGED) {
                    Kronor part = one.flagged().isNegative()
                            ? one.flagged()
                            : Kronor.of(random.nextInt((int) one.flagged().toWholeKronor() + 1));
                    heard(one);
                    repayments.decide(DIRECTOR, one.id(), null, part, "Delvis.").get();
                }
            }
        }
    }

    private void decideAll(String round, String district) {
        for (RepaymentView flagged : of(round, district)) {
            if (flagged.state() == RepaymentState.FLAGGED) {
                heard(flagged);
                repayments
                        .decide(DIRECTOR, flagged.id(), null, flagged.flagged(), "Enligt förslaget.")
                        .get();
            }
        }
    }

    private void heard(RepaymentView flagged) {
        if (flagged.hearingAt() == null) {
            repayments.hear(OFFICER, flagged.id(), null, TODAY.plusDays(21)).get();
            repayments
                    .reply(officerOf(flagged.district()), flagged.id(), null, "Inget att invända.")
                    .get();
        }
    }

    private List<Reason> replaced(String round, long grant, long amount) {
        Answer<?> answer = decisions.replace(
                DIRECTOR,
                round,
                grant,
                null,
                new DecisionService.Ruling(true, Kronor.of(amount), null, null, "Rättelse."));
        return answer.refusals().stream().map(Refusal::reason).toList();
    }

    private Kronor committed(String round) {
        return roundService.committed(round).byCell().values().stream()
                .map(cell -> cell.kronor())
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    private List<RepaymentView> of(String round, String district) {
        return settlements.ofDistrict(OFFICER, round, district).get().stream()
                .flatMap(grant -> grant.repayments().stream())
                .toList();
    }

    private RepaymentView only(String round, String district) {
        List<RepaymentView> all = of(round, district);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
