package se.medel.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;
import static se.medel.settlement.YearEndFixture.CONTROLLER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.ReportState;
import se.medel.database.TestDatabase;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.DelegatedDecisions;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.settlement.rules.RepaymentState;
import se.medel.settlement.rules.Settlement;
import se.medel.settlement.rules.Stage;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Language;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RepaymentServiceTest {

    private static final String REASONS = "Medlen har inte använts enligt planen.";

    @Inject
    YearEndFixture fixture;

    @Inject
    SettlementService settlements;

    @Inject
    RepaymentService repayments;

    @Inject
    ClosingService closings;

    @Inject
    CostReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    DelegatedDecisions delegated;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void whatWasntUsedIsFlaggedAndTheChainSaysWhyToTheKrona() {
        String round = fixture.open();
        fixture.flagged(round, FARSTA);

        SettlementService.Grant grant = fixture.grant(round, FARSTA);
        SettlementView settlement = grant.inForce().orElseThrow();
        assertThat(SettlementChain.of(settlement, settlements.paidWhen(settlement), Language.SWEDISH)
                        .line()
                        .replace('\u00a0', ' '))
                .isEqualTo("Beviljat 200 000 kr → godkänd kostnad 150 000,50 kr → får behålla 150 001 kr →"
                        + " betalas tillbaka 49 999 kr");
        assertThat(grant.stage()).isEqualTo(Stage.FLAGGED);
        assertThat(fixture.repayment(round, FARSTA).parts()).containsEntry("UNUSED", Kronor.of(49_999));
        assertThat(fixture.mismatches(round)).isZero();

        assertThat(settlements.settleRound(OFFICER, round, true).get().settled())
                .extracting(SettlementView::id)
                .containsExactly(settlement.id());
    }

    @Test
    void whereLessWasPaidTheRestIsAFinalPaymentAndNothingIsFlagged() {
        String round = fixture.open();
        fixture.granted(round, FARSTA, 200_000, 100_000);
        fixture.report(round);
        fixture.approved(round, FARSTA, "150000.50");

        Account account = fixture.account(round, FARSTA);
        assertThat(account.toOrder()).isEqualTo(Kronor.of(50_001));
        assertThat(account.released()).isEqualTo(Kronor.of(49_999));
        assertThat(fixture.grant(round, FARSTA).stage()).isEqualTo(Stage.TO_PAY);
        assertThat(fixture.grant(round, FARSTA).repayments()).isEmpty();
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void aReportIsNotApprovedWhileAPaymentIsUnderWay() {
        String round = fixture.open();
        long application = fixture.granted(round, FARSTA, 200_000, 100_000);
        fixture.order(round, application, 100_000, false);
        fixture.report(round);
        CostReportView report = fixture.submitted(round, FARSTA, "150000.50");

        assertRefused(fixture.approve(report), SettlementRefusal.PAYMENT_UNDER_WAY);
        assertThat(reports.of(round, FARSTA).orElseThrow().state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(fixture.account(round, FARSTA).settled()).isFalse();
    }

    @Test
    void nothingIsDemandedBeforeTheDistrictIsHeardAndNotByOneWhoPrepared() {
        String round = fixture.open();
        RepaymentView flagged = fixture.flagged(round, FARSTA);
        assertRefused(decide(DIRECTOR, flagged, 49_999), SettlementRefusal.NOT_HEARD);
        RepaymentView heard = fixture.heard(flagged);
        assertRefused(decide(DIRECTOR, flagged, 49_999), SettlementRefusal.REPLY_NOT_DUE);
        assertRefused(
                repayments.hear(OFFICER, flagged.id(), null, LocalDate.of(2015, 5, 1)),
                SettlementRefusal.HEARD_ALREADY);
        assertRefused(
                repayments.reply(officerOf(BROMMA), flagged.id(), null, "Nej."), SettlementRefusal.REPAYMENT_NOT_FOUND);

        clock.stopAt(heard.replyDue());
        assertRefused(decide(DIRECTOR, flagged, 49_999), SettlementRefusal.REPLY_NOT_DUE);
        clock.stopAt(heard.replyDue().plusDays(1));
        Actor both = new Actor(OFFICER.username(), Role.DIRECTOR, null);
        assertRefused(decide(both, flagged, 49_999), SettlementRefusal.REPAYMENT_FOUR_EYES);
        assertRefused(decide(DIRECTOR, flagged, 50_000), SettlementRefusal.REPAYMENT_ABOVE_FLAGGED);
        assertRefused(
                repayments.decide(DIRECTOR, flagged.id(), null, Kronor.of("49998.50"), REASONS),
                SettlementRefusal.REPAYMENT_AMOUNT_MISSING);
        assertRefused(
                repayments.decide(DIRECTOR, flagged.id(), heard.version() - 1, Kronor.of(1), REASONS),
                SettlementRefusal.REPAYMENT_STALE);
        RepaymentView decided = decide(DIRECTOR, flagged, 49_999).get();
        assertThat(decided.number()).isEqualTo(2);
        assertThat(decided.payBy()).isEqualTo(LocalDate.of(2015, 4, 3));
        assertRefused(
                repayments.reply(directorOf(FARSTA), flagged.id(), null, "För sent."),
                SettlementRefusal.REPAYMENT_STATE);
    }

    @Test
    void moneyComesInPartsAndWhatIsLeftCanBeWrittenOff() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 49_999);
        assertRefused(receive(decided, Kronor.of(50_000), "V1"), SettlementRefusal.RECEIPT_ABOVE_OPEN);
        assertRefused(receive(decided, Kronor.of("10.50"), "V1"), SettlementRefusal.RECEIPT_AMOUNT_MISSING);
        assertRefused(
                repayments.receive(
                        CONTROLLER,
                        decided.id(),
                        null,
                        Kronor.of(1),
                        LocalDate.now(clock).plusDays(1),
                        "V1"),
                SettlementRefusal.RECEIPT_DATE_IN_FUTURE);
        assertThat(receive(decided, Kronor.of(20_000), "V1").get().open()).isEqualTo(Kronor.of(29_999));
        assertRefused(receive(decided, Kronor.of(1_000), "V1"), SettlementRefusal.RECEIPT_TWICE);
        assertThat(fixture.mismatches(round)).isZero();
        assertRefused(closings.close(OFFICER, round), SettlementRefusal.ROUND_NOT_SETTLED);
        assertRefused(
                repayments.writeOff(DIRECTOR, decided.id(), null, " "), SettlementRefusal.WRITE_OFF_REASON_MISSING);
        assertThat(repayments
                        .writeOff(DIRECTOR, decided.id(), null, "Stadsdelen kan inte betala.")
                        .get()
                        .state())
                .isEqualTo(RepaymentState.WRITTEN_OFF);
        assertRefused(receive(decided, Kronor.of(1), "V2"), SettlementRefusal.REPAYMENT_STATE);
        assertThat(fixture.grant(round, FARSTA).stage()).isEqualTo(Stage.DONE);
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void whatIsWrittenOffInTheMomentItIsDecidedIsTwoDecisionsForTheCommittee() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 49_999);
        clock.stopAt(decided.decidedAt());
        repayments
                .writeOff(DIRECTOR, decided.id(), null, "Stadsdelen kan inte betala.")
                .get();

        assertThat(delegated.between(decided.decidedAt().minusMillis(1), decided.decidedAt()))
                .extracting(DelegatedDecision::subject)
                .contains(decided.subject(), decided.writeOffSubject())
                .doesNotHaveDuplicates();
    }

    @Test
    void aCorrectionIsTheDifferenceOnlyAndIsSetOffBeforeItIsGivenBack() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 49_999);
        receive(decided, Kronor.of(40_000), "V1").get();
        fixture.corrected(round, FARSTA, "180000");
        RepaymentView correction = fixture.repayment(round, FARSTA);
        assertThat(correction.flagged()).isEqualTo(Kronor.of(-29_999));

        RepaymentView done = repayments
                .decide(DIRECTOR, correction.id(), null, Kronor.of(-29_999), "Hyran var rätt.")
                .get();
        // 9 999 were still to be paid and no longer are; 20 000 go back.
        assertThat(repayments.find(OFFICER, decided.id()).get().state()).isEqualTo(RepaymentState.PAID);
        assertThat(done.open()).isEqualTo(Kronor.of(-20_000));
        assertThat(fixture.grant(round, FARSTA).stage()).isEqualTo(Stage.TO_REFUND);
        assertThat(fixture.mismatches(round)).isZero();
        assertRefused(
                repayments.refund(CONTROLLER, done.id(), null, Kronor.of(20_001), LocalDate.now(clock), "U1"),
                SettlementRefusal.RECEIPT_ABOVE_OPEN);
        assertThat(repayments
                        .refund(CONTROLLER, done.id(), null, Kronor.of(20_000), LocalDate.now(clock), "U1")
                        .get()
                        .state())
                .isEqualTo(RepaymentState.PAID);
        assertThat(fixture.account(round, FARSTA).repaid()).isEqualTo(Kronor.of(20_000));
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void moneyThatIsBackUnderTheCapsCantBeGivenBackByACorrection() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 49_999);
        receive(decided, Kronor.of(49_999), "V1").get();
        assertRefused(
                settlements.free(OFFICER, decided.applicationId(), Kronor.of(50_000)),
                SettlementRefusal.FREE_ABOVE_LEFT);
        Kronor before = rounds.committed(round).kronor();
        settlements.free(OFFICER, decided.applicationId(), Kronor.of(49_999)).get();
        assertThat(rounds.committed(round).kronor()).isEqualTo(before.minus(Kronor.of(49_999)));

        CostReportView report = reports.of(round, FARSTA).orElseThrow();
        reports.giveBack(OFFICER, report.id(), null, "Rätta hyran.", LocalDate.of(2015, 5, 1))
                .get();
        assertRefused(fixture.approve(fixture.submitted(round, FARSTA, "180000")), SettlementRefusal.FREED_ALREADY);
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void whatGoesBackToTheDistrictIsNotLetBackUnderTheCaps() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 49_999);
        receive(decided, Kronor.of(49_999), "V1").get();
        fixture.corrected(round, FARSTA, "180000");

        assertRefused(
                settlements.free(OFFICER, decided.applicationId(), Kronor.of(20_001)),
                SettlementRefusal.FREE_ABOVE_LEFT);
        settlements.free(OFFICER, decided.applicationId(), Kronor.of(20_000)).get();
        RepaymentView correction = repayments
                .decide(DIRECTOR, fixture.repayment(round, FARSTA).id(), null, Kronor.of(-29_999), "Hyran var rätt.")
                .get();
        repayments
                .refund(CONTROLLER, correction.id(), null, Kronor.of(29_999), LocalDate.now(clock), "U1")
                .get();
        assertThat(fixture.account(round, FARSTA).toFree()).isEqualTo(Kronor.ZERO);
        assertThat(closings.open(round)).isEmpty();
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void whatTheDirectorLetTheDistrictKeepCountsWhereMoneyIsBackUnderTheCaps() {
        String round = fixture.open();
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 30_000);
        receive(decided, Kronor.of(30_000), "V1").get();
        settlements.free(OFFICER, decided.applicationId(), Kronor.of(20_000)).get();

        CostReportView report = reports.of(round, FARSTA).orElseThrow();
        reports.giveBack(OFFICER, report.id(), null, "Rätta hyran.", LocalDate.of(2015, 5, 1))
                .get();
        // 180 000 and the 19 999 that it was let keep: one krona would still be paid back.
        assertRefused(fixture.approve(fixture.submitted(round, FARSTA, "180000")), SettlementRefusal.FREED_ALREADY);
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void aRoundIsNotClosedWhileADistrictHasDaysLeftToCompleteItsReport() {
        String round = fixture.open();
        fixture.granted(round, FARSTA, 200_000, 200_000);
        fixture.report(round);
        settlements.settleWithoutReport(OFFICER, round, FARSTA).get();
        receive(fixture.decided(fixture.repayment(round, FARSTA), 200_000), Kronor.of(200_000), "V1")
                .get();
        CostReportView late = fixture.submitted(round, FARSTA, "150000");
        LocalDate answerDue = LocalDate.now(clock).plusDays(14);
        reports.giveBack(OFFICER, late.id(), null, "En faktura saknas.", answerDue)
                .get();

        assertRefused(closings.close(OFFICER, round), SettlementRefusal.ROUND_NOT_SETTLED);
        clock.stopAt(answerDue.plusDays(1));
        closings.close(OFFICER, round).get();
    }

    @Test
    void ofTwoWhoDecideOrRegisterAtOnceExactlyOneDoes() throws Exception {
        String round = fixture.open();
        RepaymentView replied = fixture.replied(fixture.heard(fixture.flagged(round, FARSTA)));
        Actor other = new Actor("chef2", Role.DIRECTOR, null);
        assertThat(atOnce(() -> decide(DIRECTOR, replied, 49_999), () -> decide(other, replied, 40_000)))
                .containsExactly(SettlementRefusal.REPAYMENT_STATE);
        RepaymentView decided = repayments.find(OFFICER, replied.id()).get();

        assertThat(atOnce(() -> receive(decided, decided.open(), "V1"), () -> receive(decided, decided.open(), "V2")))
                .containsExactly(SettlementRefusal.REPAYMENT_STATE);
        assertThat(fixture.account(round, FARSTA).repaid()).isEqualTo(decided.decided());
        assertThat(atOnce(() -> closings.close(OFFICER, round), () -> closings.close(OFFICER, round)))
                .containsExactly(SettlementRefusal.SETTLEMENT_ROUND_STATE);
        assertThat(fixture.mismatches(round)).isZero();
    }

    @Test
    void aClosedRoundReadsTheSameForEver() {
        String round = fixture.open();
        fixture.granted(round, BROMMA, 100_000, 100_000);
        fixture.granted(round, SKARHOLMEN, 90_000, 90_000);
        RepaymentView decided = fixture.decided(fixture.flagged(round, FARSTA), 30_000);
        fixture.approved(round, BROMMA, "100001");
        assertThat(closings.open(round)).extracting(Account::district).containsExactly(FARSTA, SKARHOLMEN);
        settlements.settleRound(OFFICER, round, true).get();
        fixture.decided(fixture.repayment(round, SKARHOLMEN), 0);
        receive(decided, Kronor.of(30_000), "V1").get();
        assertThat(closings.open(round)).isEmpty();

        RoundClosing closed = closings.close(OFFICER, round).get();
        // A later round has another model.
        fixture.open();
        RoundClosing kept = closings.closing(round).orElseThrow();
        assertThat(kept).isEqualTo(closed);
        assertThat(kept.figures().accounts())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(settlements.ofRound(OFFICER, round).stream()
                        .map(SettlementService.Grant::account)
                        .toList());
        assertThat(closings.differences(kept)).isEmpty();
        SettlementView one = kept.figures().settlements().get(0);
        SettlementView wrong = new SettlementView(
                one.id(),
                round,
                one.district(),
                one.applicationId(),
                one.number(),
                one.reportId(),
                one.input(),
                new Settlement(
                        one.result().entitled().plus(Kronor.of(1)), one.result().steps()),
                one.madeBy(),
                one.madeAt(),
                one.replaces());
        assertThat(closings.differences(new RoundClosing(
                        round,
                        new RoundClosing.Figures(List.of(), List.of(wrong)),
                        kept.sha256(),
                        kept.closedBy(),
                        kept.closedAt())))
                .containsExactly(wrong);

        assertRefused(receive(decided, Kronor.of(1), "V2"), SettlementRefusal.SETTLEMENT_ROUND_STATE);
        assertRefused(settlements.settleRound(OFFICER, round, true), SettlementRefusal.SETTLEMENT_ROUND_STATE);
        for (String statement : List.of(
                "insert into money_entry (application_id, kind, kronor, reference, booked_at, booked_by) values ("
                        + decided.applicationId() + ", 'RELEASED', 1, 'x', now(), 'x')",
                "update repayment set version = version + 1 where id = " + decided.id(),
                "update cost_report set version = version + 1 where round_id = '" + round + "'",
                "delete from round_closing where round_id = '" + round + "'",
                "update funding_round set state = 'REPORTING' where id = '" + round + "'")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeMutationQuery(statement)
                                    .executeUpdate()))
                    .as(statement)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private Answer<RepaymentView> decide(Actor actor, RepaymentView repayment, long kronor) {
        return repayments.decide(actor, repayment.id(), null, Kronor.of(kronor), REASONS);
    }

    private Answer<RepaymentView> receive(RepaymentView repayment, Kronor kronor, String reference) {
        return repayments.receive(CONTROLLER, repayment.id(), null, kronor, LocalDate.now(clock), reference);
    }

    private static void assertRefused(Answer<?> answer, SettlementRefusal reason) {
        assertThat(answer.refusals()).extracting(Refusal::reason).containsExactly(reason);
    }

    /** Why those who didn't win were refused. */
    private static List<Object> atOnce(Callable<Answer<?>> one, Callable<Answer<?>> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Answer<?>>> answers = List.of(one, other).stream()
                    .map(work -> threads.<Answer<?>>submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            List<Object> refused = new java.util.ArrayList<>();
            for (Future<Answer<?>> answer : answers) {
                answer.get().refusals().forEach(refusal -> refused.add(refusal.reason()));
            }
            return refused;
        } finally {
            threads.shutdown();
        }
    }
}
