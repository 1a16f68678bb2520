package se.medel.costreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.medel.costreport.CostReportRefusal.*;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.claim.ClientFindings;
import se.medel.claim.ClientFindings.Finding;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportFault;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.money.Kronor;
import se.medel.participant.ParticipantFixture;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.SettlementFixture;
import se.medel.settlement.SettlementRefusal;
import se.medel.user.Actor;
import se.medel.user.Role;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CostReportServiceTest {

    private static final Actor COLLEAGUE = new Actor("kollega", Role.OFFICER, null);

    @Inject
    SettlementFixture settlements;

    @Inject
    ReportFixture fixture;

    @Inject
    CostReportService reports;

    @Inject
    ClientFindings findings;

    @Inject
    RoundFixture rounds;

    @Inject
    DecisionService decisions;

    @Inject
    Accounts accounts;

    @Inject
    ParticipantFixture participants;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private LocalDate soon() {
        return LocalDate.now(clock).plusDays(14);
    }

    private static List<Reason> reasons(Answer<?> answer) {
        return answer.refusals().stream().map(Refusal::reason).toList();
    }

    private CostReportView now(CostReportView report) {
        return reports.find(OFFICER, report.id()).get();
    }

    @Test
    void aReportIsWrittenSignedReturnedCorrectedApprovedAndSettles() {
        CostReportView due = fixture.due(BROMMA);
        assertThat(due.state()).isEqualTo(ReportState.DUE);
        assertThat(due.content().lines()).extracting(CostLine::planned).containsExactly(Kronor.of(200_001));
        assertThat(reports.find(OFFICER, due.id()).get().content())
                .as("a draft is the district's own")
                .isEqualTo(ReportContent.EMPTY);

        CostReportView draft = reports.save(
                        officerOf(BROMMA), due.id(), due.version(), ReportFixture.costing(due.content(), 120_000, null))
                .get();
        assertThat(draft.state()).isEqualTo(ReportState.DRAFT);
        assertThat(reasons(reports.submit(officerOf(BROMMA), due.id(), draft.version())))
                .containsExactly(REPORT_NOT_FOR_ROLE);
        assertThat(reasons(reports.submit(directorOf(BROMMA), due.id(), draft.version())))
                .containsExactly(ReportFault.DEVIATION_UNEXPLAINED);
        CostReportView explained = reports.save(
                        officerOf(BROMMA),
                        due.id(),
                        draft.version(),
                        ReportFixture.costing(due.content(), 120_000, "Lotsen slutade i maj."))
                .get();
        CostReportView submitted = reports.submit(directorOf(BROMMA), due.id(), explained.version())
                .get();
        assertThat(submitted.receipt()).isNotNull();
        assertThat(reasons(reports.save(officerOf(BROMMA), due.id(), submitted.version(), explained.content())))
                .containsExactly(REPORT_STATE);

        CostReportView returned = reports.giveBack(OFFICER, due.id(), submitted.version(), "Lokalen saknas.", soon())
                .get();
        assertThat(returned.state()).isEqualTo(ReportState.RETURNED);
        CostReportView again = reports.save(
                        officerOf(BROMMA),
                        due.id(),
                        returned.version(),
                        ReportFixture.costing(due.content(), 150_000, "Lotsen slutade i maj."))
                .get();
        again = reports.submit(directorOf(BROMMA), due.id(), again.version()).get();

        Review less = new Review(List.of(new Review.Line(Kronor.of(140_000), "10 000 kr saknar underlag")), "Tack.");
        CostReportView kept =
                reports.review(OFFICER, due.id(), again.version(), less).get();
        assertThat(reasons(reports.approve(OFFICER, due.id(), again.version(), less)))
                .as("a version from before the review")
                .containsExactly(REPORT_STALE);
        CostReportView approved =
                reports.approve(OFFICER, due.id(), kept.version(), less).get();

        assertThat(approved.admitted()).isEqualTo(Kronor.of(140_000));
        Account account = reports.grants(approved).get(0);
        assertThat(account.settled()).isTrue();
        assertThat(account.entitled()).isEqualTo(Kronor.of(140_000));
        assertThat(reasons(reports.review(OFFICER, due.id(), null, less))).containsExactly(REPORT_STATE);

        CostReportView reopened = reports.giveBack(OFFICER, due.id(), null, "Hyran var dubbelt bokförd.", soon())
                .get();
        assertThat(reopened.state()).isEqualTo(ReportState.RETURNED);
        assertThat(reopened.review()).isEqualTo(less);
    }

    @Test
    void onlyTheOwnDistrictSeesAndWritesAndOnlyAnOfficerApproves() {
        CostReportView due = fixture.due(BROMMA);

        assertThat(reasons(reports.find(officerOf(FARSTA), due.id()))).containsExactly(REPORT_NOT_FOUND);
        assertThat(reasons(reports.save(officerOf(FARSTA), due.id(), due.version(), due.content())))
                .containsExactly(REPORT_NOT_FOUND);
        assertThat(reasons(reports.save(OFFICER, due.id(), due.version(), due.content())))
                .containsExactly(REPORT_NOT_FOR_ROLE);
        CostReportView submitted = fixture.submitted(due);
        Review all = Review.asReported(submitted.content());
        for (Actor actor : List.of(DIRECTOR, directorOf(BROMMA), new Actor("ekonom", Role.CONTROLLER, null))) {
            assertThat(reasons(reports.approve(actor, due.id(), null, all))).containsExactly(REPORT_NOT_FOR_ROLE);
            assertThat(reasons(reports.giveBack(actor, due.id(), null, "x", soon())))
                    .containsExactly(REPORT_NOT_FOR_ROLE);
            assertThat(reasons(reports.review(actor, due.id(), null, all))).containsExactly(REPORT_NOT_FOR_ROLE);
        }
        assertThat(reasons(
                        reports.approve(new Actor(submitted.submittedBy(), Role.OFFICER, null), due.id(), null, all)))
                .as("who handed it in and changed role since")
                .containsExactly(REPORT_FOUR_EYES);
        assertThat(reasons(reports.open(directorOf(BROMMA), due.roundId()))).containsExactly(REPORT_NOT_FOR_ROLE);
    }

    /** A district that was compensated for a client, and whose application for costs isn't decided when the year ends. */
    private ApplicationView late() {
        String round = fixture.openRound();
        fixture.compensated(round, BROMMA, 1);
        ApplicationView late = rounds.prepared(round, BROMMA, ComponentKind.CO_FINANCING, 50_000);
        fixture.startReporting(round);
        return late;
    }

    private void grant(ApplicationView application) {
        decisions
                .decide(DIRECTOR, application.roundId(), application.id(), null, AS_RECOMMENDED)
                .get();
    }

    @Test
    void whatIsGrantedLateIsAddedToReportsThatCanBeWrittenIn() {
        ApplicationView late = late();
        CostReportView due = reports.of(late.roundId(), BROMMA).orElseThrow();
        assertThat(due.content().lines()).isEmpty();
        CostReportView written = reports.save(
                        officerOf(BROMMA), due.id(), due.version(), ReportFixture.asPlanned(due.content()))
                .get();

        grant(late);
        assertThat(reports.open(OFFICER, late.roundId()).get())
                .extracting(CostReportView::id)
                .containsExactly(due.id());

        CostReportView after = reports.of(late.roundId(), BROMMA).orElseThrow();
        assertThat(after.content().lines())
                .extracting(CostLine::applicationId, CostLine::planned)
                .containsExactly(tuple(late.id(), Kronor.of(50_001)));
        assertThat(after.content().resultsText()).isEqualTo(written.content().resultsText());
        assertThat(reasons(reports.save(officerOf(BROMMA), due.id(), written.version(), after.content())))
                .as("written from before the line was there")
                .containsExactly(REPORT_STALE);
        assertThat(reports.open(OFFICER, late.roundId()).get())
                .as("nothing more")
                .isEmpty();
    }

    @Test
    void aReportThatLacksAGrantIsNotApprovedButReturnedAndThenHasIt() {
        ApplicationView late = late();
        CostReportView submitted =
                fixture.submitted(reports.of(late.roundId(), BROMMA).orElseThrow());
        grant(late);
        assertThat(reports.open(OFFICER, late.roundId()).get())
                .as("what is handed in isn't changed")
                .isEmpty();

        assertThat(reasons(reports.approve(OFFICER, submitted.id(), null, Review.NOTHING)))
                .containsExactly(REPORT_LACKS_GRANT);
        reports.giveBack(OFFICER, submitted.id(), null, "Ett bidrag till.", soon())
                .get();
        assertThat(reasons(reports.submit(
                        directorOf(BROMMA), submitted.id(), now(submitted).version())))
                .as("the new plan's line isn't written")
                .containsExactly(ReportFault.COST_MISSING);
        assertThat(reports.of(late.roundId(), BROMMA).orElseThrow().content().lines())
                .hasSize(1);
        assertThat(now(submitted).content().lines())
                .as("what the district writes anew is its own until it is signed")
                .isEmpty();
    }

    @Test
    void ofTwoOfficersWhoApproveAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
        CostReportView submitted = fixture.submitted(fixture.due(BROMMA));
        Review all = Review.asReported(submitted.content());
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer<CostReportView>>> approvals = List.of(
                    () -> reports.approve(OFFICER, submitted.id(), submitted.version(), all),
                    () -> reports.approve(COLLEAGUE, submitted.id(), submitted.version(), all));
            List<Answer<CostReportView>> answers = new ArrayList<>();
            for (Future<Answer<CostReportView>> answer : both.invokeAll(approvals)) {
                answers.add(answer.get());
            }

            assertThat(answers).filteredOn(answer -> !answer.isRefused()).hasSize(1);
            assertThat(answers).filteredOn(Answer::isRefused).singleElement().satisfies(answer -> assertThat(
                            reasons(answer))
                    .containsExactly(REPORT_STATE));
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aReportIsNotApprovedWhileAPaymentIsUnderWay() {
        CostReportView submitted = fixture.submitted(fixture.due(BROMMA));
        long grant = reports.grants(submitted).get(0).applicationId();
        book(grant, Movement.ORDERED, 50_000);

        Answer<CostReportView> refused =
                reports.approve(OFFICER, submitted.id(), null, Review.asReported(submitted.content()));

        assertThat(reasons(refused)).containsExactly(SettlementRefusal.PAYMENT_UNDER_WAY);
        assertThat(now(submitted).state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(reports.grants(submitted).get(0).settled()).isFalse();
        book(grant, Movement.PAID, 50_000);
        settlements.paid(submitted.roundId(), grant, 50_000);
        assertThat(reports.approve(OFFICER, submitted.id(), null, Review.asReported(submitted.content()))
                        .isRefused())
                .isFalse();
    }

    private void book(long application, Movement movement, long kronor) {
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.lock(application);
            accounts.book(application, movement, Kronor.of(kronor), "test/1", "ekonom");
        });
    }

    @Test
    void whatIsFoundAboutAClientIsKeptWithTheApprovalAndSettlesTheClaim() {
        String round = fixture.openRound();
        ApplicationView claim = fixture.compensated(round, BROMMA, 3);
        fixture.startReporting(round);
        CostReportView submitted = fixture.submitted(reports.of(round, BROMMA).orElseThrow());
        assertThat(submitted.content().lines()).isEmpty();
        List<CostReportService.Client> clients =
                reports.clients(OFFICER, submitted.id()).get();
        assertThat(clients).hasSize(3);
        assertThat(reasons(reports.clients(officerOf(BROMMA), submitted.id())))
                .as("before it is approved")
                .containsExactly(REPORT_NOT_FOR_ROLE);
        assertThat(reasons(reports.clients(new Actor("ekonom", Role.CONTROLLER, null), submitted.id())))
                .containsExactly(REPORT_NOT_FOR_ROLE);
        long row = clients.get(1).row().id();
        Review nothing = Review.NOTHING;

        assertThat(reasons(approve(submitted, finding(row, " ")))).containsExactly(ReportFault.FINDING_NOTE_MISSING);
        assertThat(reasons(approve(submitted, finding(row, "x"), finding(row, "y"))))
                .containsExactly(ReportFault.FINDING_UNKNOWN_CLIENT);
        assertThat(reasons(approve(submitted, finding(999_999_999, "x"))))
                .containsExactly(ReportFault.FINDING_UNKNOWN_CLIENT);
        assertThat(approve(submitted, finding(row, TestNumbers.personal())).isRefused())
                .isTrue();
        assertThat(findings.of(claim.id())).as("nothing of what was refused").isEmpty();

        reports.review(OFFICER, submitted.id(), null, nothing, List.of(finding(row, "Var aktuell i mars")))
                .get();
        assertThat(reports.approve(OFFICER, submitted.id(), null, nothing).isRefused())
                .isFalse();
        assertThat(findings.of(claim.id())).containsExactly(finding(row, "Var aktuell i mars"));
        assertThat(reports.grants(submitted).get(0).entitled())
                .as("two of three clients")
                .isEqualTo(Kronor.of(30_000));
    }

    private Answer<CostReportView> approve(CostReportView report, Finding... found) {
        return reports.approve(OFFICER, report.id(), null, Review.NOTHING, List.of(found));
    }

    private static Finding finding(long row, String note) {
        return new Finding(row, ClientFindings.Reason.NOT_ELIGIBLE_CLIENT, note);
    }

    @Test
    void aCountUnderFiveIsNotKeptHoweverItComes() {
        CostReportView due = fixture.due(BROMMA);

        ReportContent kept = reports.save(
                        officerOf(BROMMA),
                        due.id(),
                        due.version(),
                        due.content().withResults(Map.of("came", 17L, "admitted", 4L)))
                .get()
                .content();

        assertThat(kept.results()).containsEntry("came", 17L).containsEntry("admitted", null);
    }

    @Test
    void aReportWaitsForItsRoundAndAClosedRoundTakesNone() {
        String round = fixture.openRound();
        fixture.granted(round, BROMMA, 100_000);
        assertThat(reasons(reports.open(OFFICER, round))).containsExactly(REPORT_ROUND_STATE);
        fixture.startReporting(round);
        CostReportView due = reports.of(round, BROMMA).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update funding_round set state = 'CLOSED' where id = :round")
                        .setParameter("round", round)
                        .executeUpdate());

        assertThat(reasons(reports.save(officerOf(BROMMA), due.id(), due.version(), due.content())))
                .containsExactly(REPORT_ROUND_STATE);
        assertThat(reasons(reports.submit(directorOf(BROMMA), due.id(), due.version())))
                .containsExactly(REPORT_ROUND_STATE);
        assertThat(reasons(reports.open(OFFICER, round))).containsExactly(REPORT_ROUND_STATE);
    }

    @Test
    void whatTheRegisterHidesIsNotKeptEitherHoweverLargeItIsTyped() {
        String district = "ostermalm";
        participants.admitted(participants.group(district), 1, 1992, LocalDate.of(2014, 3, 3));
        CostReportView due = fixture.due(district);
        assertThat(reports.counted(due)).containsEntry("came", null);

        ReportContent kept = reports.save(
                        officerOf(district),
                        due.id(),
                        due.version(),
                        due.content().withResults(Map.of("came", 17L)))
                .get()
                .content();

        assertThat(kept.results()).containsEntry("came", null);
    }
}
