package se.medel.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.control.ControlRefusal.*;
import static se.medel.delegation.rules.DelegationFault.CONFLICT_DECLARED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.control.ControlService.Written;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.Risk;
import se.medel.control.rules.RiskFlag;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.database.TestDatabase;
import se.medel.delegation.ConflictService;
import se.medel.delegation.rules.ConflictGround;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ClosingMeanwhile;
import se.medel.time.TestClock;
import se.medel.user.Actor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ControlServiceTest {

    static final LocalDate TODAY = LocalDate.of(2015, 1, 15);

    @Inject
    ControlService controls;

    @Inject
    ClosingMeanwhile meanwhile;

    @Inject
    CostReportService reports;

    @Inject
    ConflictService conflicts;

    @Inject
    ControlFixture fixture;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(TODAY);
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    static Map<ControlQuestion, Written> allYes() {
        return Arrays.stream(ControlQuestion.values())
                .collect(Collectors.toMap(question -> question, question -> new Written(CheckAnswer.YES, "")));
    }

    private static Object reason(Answer<?> answer) {
        assertThat(answer.isRefused()).isTrue();
        return answer.refusals().get(0).reason();
    }

    private Answer<CostReportView> approve(CostReportView report) {
        return reports.approve(OFFICER, report.id(), null, Review.asReported(report.content()));
    }

    @Test
    void whoHasDeclaredAConflictInAGrantControlsNothingOfItsReport() {
        String round = fixture.reporting("bromma", "farsta");
        CostReportView report = fixture.plain(round, "bromma");
        controls.draw(OFFICER, round, 2, null).get();
        Actor other = new Actor("handlaggare-2", OFFICER.role(), null);
        long grant = reports.grants(report).get(0).applicationId();
        conflicts.declare(OFFICER, "application", grant, ConflictGround.OTHER).get();

        assertThat(reason(controls.check(OFFICER, report.id(), 0L, allYes()))).isEqualTo(CONFLICT_DECLARED);
        assertThat(reason(controls.ask(OFFICER, report.id(), "Fakturor för rad 1", TODAY.plusDays(10))))
                .isEqualTo(CONFLICT_DECLARED);
        assertThat(reason(controls.close(OFFICER, report.id(), null, "Stämmer")))
                .isEqualTo(CONFLICT_DECLARED);
        controls.check(other, report.id(), 0L, allYes()).get();
        controls.close(other, report.id(), null, "Stämmer").get();
    }

    @Test
    void aDrawnReportIsApprovedOnlyWhenItsVouchersAreLookedAtAndTheControlIsClosed() {
        String round = fixture.reporting("bromma", "farsta");
        CostReportView report = fixture.plain(round, "bromma");
        controls.draw(OFFICER, round, 2, null).get();
        assertThat(reason(approve(report))).isEqualTo(DEEPER_CONTROL_OPEN);
        assertThat(fixture.report(round, "bromma").state()).isEqualTo(ReportState.SUBMITTED);

        VoucherRequestView asked = controls.ask(OFFICER, report.id(), "Fakturor för rad 1", TODAY.plusDays(10))
                .get();
        assertThat(reason(controls.close(OFFICER, report.id(), null, "Stämmer")))
                .isEqualTo(CHECKLIST_INCOMPLETE);
        ControlView checked = controls.check(OFFICER, report.id(), 0L, allYes()).get();
        assertThat(reason(controls.close(OFFICER, report.id(), checked.version(), "Stämmer")))
                .isEqualTo(VOUCHERS_AWAITED);
        controls.answer(officerOf("bromma"), round, asked.id(), "Fakturorna finns i akten.")
                .get();
        assertThat(reason(controls.answer(officerOf("bromma"), round, asked.id(), "En gång till")))
                .isEqualTo(VOUCHERS_ANSWERED);
        controls.close(OFFICER, report.id(), checked.version(), "Stämmer").get();
        assertThat(approve(report).get().state()).isEqualTo(ReportState.APPROVED);
    }

    @Test
    void aDistrictThatNeverAnswersCantKeepItsReportFromBeingSettled() {
        String round = fixture.reporting("bromma");
        CostReportView report = fixture.plain(round, "bromma");
        controls.draw(OFFICER, round, null, 1).get();
        controls.ask(OFFICER, report.id(), "Fakturor", TODAY.plusDays(3)).get();
        controls.check(OFFICER, report.id(), null, allYes()).get();
        clock.stopAt(TODAY.plusDays(4));
        assertThat(controls.close(OFFICER, report.id(), null, "Inga underlag kom.")
                        .get()
                        .bars())
                .isFalse();
    }

    @Test
    void aReportThatComesInAgainIsControlledAgain() {
        String round = fixture.reporting("bromma");
        CostReportView report = fixture.plain(round, "bromma");
        controls.draw(OFFICER, round, 1, null).get();
        controls.check(OFFICER, report.id(), null, allYes()).get();
        controls.close(OFFICER, report.id(), null, "Fel summa").get();
        reports.giveBack(OFFICER, report.id(), null, "Rätta summan", TODAY.plusDays(20))
                .get();
        clock.stopAt(TODAY.plusDays(5));
        CostReportView again = fixture.plain(round, "bromma");
        assertThat(reason(approve(again))).isEqualTo(DEEPER_CONTROL_OPEN);
        // It was returned in time and came back in time.
        assertThat(controls.of(OFFICER, report.id()).get().risks()).isEmpty();
        controls.close(OFFICER, report.id(), null, "Rättat").get();
        assertThat(approve(again).isRefused()).isFalse();
    }

    @Test
    void whatStandsOutIsControlledThoughItIsntDrawnAndWhatDoesntIsApprovedAtOnce() {
        String round = fixture.reporting("bromma", "farsta", "alvsjo");
        CostReportView typed = fixture.submitted(round, "bromma", "97512.00", CostLine.Source.TYPED, List.of());
        CostReportView plain = fixture.plain(round, "farsta");
        controls.draw(OFFICER, round, 1, null).get();
        for (CostReportView report : List.of(typed, plain)) {
            ControlView view = controls.of(OFFICER, report.id()).get();
            boolean stands = report.id() == typed.id();
            assertThat(view.risks()).extracting(Risk::flag).isEqualTo(stands ? List.of(RiskFlag.NO_LEDGER) : List.of());
            assertThat(approve(report).isRefused()).isEqualTo(stands || view.drawn());
        }
    }

    @Test
    void aSampleIsDrawnOnceAndCanBeDrawnAgainByWhoDoubts() {
        String round = fixture.reporting("bromma", "farsta", "alvsjo");
        assertThat(reason(controls.draw(OFFICER, round, 4, null))).isEqualTo(SAMPLE_SIZE);
        assertThat(reason(controls.draw(OFFICER, round, null, 0))).isEqualTo(SAMPLE_SIZE);
        assertThat(reason(controls.draw(OFFICER, round, 1, 10))).isEqualTo(SAMPLE_SIZE_MISSING);
        DrawView draw = controls.draw(OFFICER, round, null, 50).get();
        assertThat(draw.drawn()).hasSize(2);
        assertThat(draw.drawnFrom()).hasSize(3).isSorted();
        assertThat(draw.holds()).isTrue();
        assertThat(reason(controls.draw(OFFICER, round, 1, null))).isEqualTo(SAMPLE_DRAWN);
        assertThat(controls.ofRound(DIRECTOR, round).get().draw()).contains(draw);
        for (String change : List.of(
                "update control_draw set seed = repeat('0', 64) where round_id = '" + round + "'",
                "delete from control_draw where round_id = '" + round + "'")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(change).executeUpdate()))
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void ofTwoWhoAnswerForTheDistrictAtOnceOneIsToldThatItIsAnswered() throws Exception {
        String round = fixture.reporting("bromma");
        CostReportView report = fixture.plain(round, "bromma");
        controls.draw(OFFICER, round, null, 100).get();
        for (int turn = 0; turn < 5; turn++) {
            long asked = controls.ask(OFFICER, report.id(), "Fakturor", TODAY.plusDays(3))
                    .get()
                    .id();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Answer<VoucherRequestView>> answers = new ArrayList<>();
            try {
                for (var answer : threads.invokeAll(List.<Callable<Answer<VoucherRequestView>>>of(
                        () -> controls.answer(officerOf("bromma"), round, asked, "Här är de."),
                        () -> controls.answer(officerOf("bromma"), round, asked, "De finns i akten.")))) {
                    answers.add(answer.get());
                }
            } finally {
                threads.shutdown();
            }
            Answer<VoucherRequestView> won = answers.get(answers.get(0).isRefused() ? 1 : 0);
            assertThat(answers.stream().filter(Answer::isRefused).map(ControlServiceTest::reason))
                    .containsExactly(VOUCHERS_ANSWERED);
            assertThat(controls.requests(OFFICER, report.id()).get())
                    .filteredOn(request -> request.id() == asked)
                    .extracting(VoucherRequestView::answer)
                    .containsExactly(won.get().answer());
        }
    }

    @Test
    void whoWaitsWhileTheRoundIsClosedIsToldThatItIs() throws Exception {
        String round = fixture.reporting("bromma");
        assertThat(reason(meanwhile.of(round, () -> controls.draw(OFFICER, round, 1, null))))
                .isEqualTo(CONTROL_ROUND_STATE);
        String checked = fixture.reporting("bromma");
        CostReportView report = fixture.plain(checked, "bromma");
        assertThat(reason(meanwhile.of(checked, () -> controls.check(OFFICER, report.id(), null, allYes()))))
                .isEqualTo(CONTROL_ROUND_STATE);
        String answered = fixture.reporting("bromma");
        CostReportView drawn = fixture.plain(answered, "bromma");
        controls.draw(OFFICER, answered, null, 100).get();
        long asked = controls.ask(OFFICER, drawn.id(), "Fakturor", TODAY.plusDays(3))
                .get()
                .id();
        assertThat(reason(meanwhile.of(
                        answered, () -> controls.answer(officerOf("bromma"), answered, asked, "Här är de."))))
                .isEqualTo(CONTROL_ROUND_STATE);
    }

    @Test
    void ofTwoOfficersWhoAnswerTheSameChecklistTheSecondIsToldAndAnUnchangedAnswerKeepsItsName() {
        String round = fixture.reporting("bromma");
        CostReportView report = fixture.plain(round, "bromma");
        ControlView first = controls.check(OFFICER, report.id(), 0L, allYes()).get();
        assertThat(reason(controls.check(OFFICER, report.id(), 0L, allYes()))).isEqualTo(CONTROL_STALE);
        clock.stopAt(TODAY.plusDays(1));
        Map<ControlQuestion, Written> changed = allYes();
        changed.put(ControlQuestion.AGREES_WITH_LEDGER, new Written(CheckAnswer.NO, " "));
        Answer<ControlView> unexplained = controls.check(OFFICER, report.id(), first.version(), changed);
        assertThat(unexplained.refusals()).extracting(Refusal::field).containsExactly("AGREES_WITH_LEDGER.note");
        changed.put(ControlQuestion.AGREES_WITH_LEDGER, new Written(CheckAnswer.NO, "250 kr skiljer"));
        ControlView second =
                controls.check(OFFICER, report.id(), first.version(), changed).get();
        assertThat(second.checklist().get(ControlQuestion.RIGHT_YEAR))
                .isEqualTo(first.checklist().get(ControlQuestion.RIGHT_YEAR));
        assertThat(second.checklist().get(ControlQuestion.AGREES_WITH_LEDGER).at())
                .isAfter(first.checklist()
                        .get(ControlQuestion.AGREES_WITH_LEDGER)
                        .at());
    }
}
