package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.committee.DelegationListRefusal.*;
import static se.medel.committee.MeetingFixture.anyParagraph;
import static se.medel.committee.MeetingFixture.reasons;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.delegation.ReportedBack;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.refusal.Reason;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.time.TestClock;
import se.medel.user.Actor;

/** The lists of decisions made on delegation: every decision in one of them, each as it was, reported once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationListTest {

    @Inject
    DelegationListFixture fixture;

    @Inject
    RoundFixture cases;

    @Inject
    MeetingFixture meetings;

    @Inject
    DelegationListService lists;

    @Inject
    DelegationListDocuments documents;

    @Inject
    MeetingService committee;

    @Inject
    DecisionService decisions;

    @Inject
    ReportedBack reported;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theListGrowsUntilItIsClosedAndThenStaysAsItIs() {
        DecisionView first = fixture.decided();
        int number = lists.open().number();
        int before = lists.open().decisions();
        DecisionView second = fixture.decided();
        assertThat(lists.open().decisions()).isEqualTo(before + 1);
        assertThat(subjects(number)).contains(subject(first), subject(second));

        DelegationListView closed = lists.close(SECRETARY, number, null).get();
        assertThat(closed.decisions()).isEqualTo(before + 1);
        DelegationListContent content = lists.find(number).orElseThrow();
        DecisionView third = fixture.decided();
        assertThat(lists.find(number)).contains(content);
        assertThat(lists.open().number()).isEqualTo(number + 1);
        assertThat(lists.open().since()).isEqualTo(closed.closedAt());
        assertThat(subjects(number + 1)).containsExactly(subject(third));
        assertThat(content.lines().get(0).decider()).isNotEqualTo("chef");
    }

    @Test
    void aDecisionThatGotItsTimeBeforeTheListWasClosedButWasStoredAfterIsInTheNextOne() {
        ApplicationView late = fixture.prepared();
        int number = fixture.closed();
        clock.stopAt(lists.find(number).orElseThrow().list().closedAt().minusSeconds(30));
        DecisionView decision = fixture.decide(late);
        clock.go();
        assertThat(subjects(number)).doesNotContain(subject(decision));
        assertThat(subjects(number + 1)).containsExactly(subject(decision));
        lists.close(SECRETARY, number + 1, null).get();
        assertThat(lists.open().decisions()).isZero();
        assertThat(reasons(lists.close(SECRETARY, number + 2, null))).containsExactly(DELEGATION_LIST_EMPTY);
    }

    @Test
    void everyDecisionIsInExactlyOneListWhileListsAreClosed() throws Exception {
        List<ApplicationView> applications = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            applications.add(fixture.prepared());
        }
        int first = lists.open().number();
        List<Callable<Object>> work = new ArrayList<>();
        for (ApplicationView application : applications) {
            work.add(() -> fixture.decide(application));
            work.add(() -> lists.close(SECRETARY, lists.open().number(), null));
        }
        List<String> decided = new ArrayList<>();
        for (Object done : together(work)) {
            if (done instanceof DecisionView decision) {
                decided.add(subject(decision));
            }
        }
        List<String> listed = new ArrayList<>();
        for (int number = first; number <= lists.open().number(); number++) {
            listed.addAll(subjects(number));
        }
        assertThat(decided).hasSize(8);
        assertThat(listed).doesNotHaveDuplicates().containsAll(decided);
    }

    @Test
    void ofTwoSecretariesWhoCloseTheSameListExactlyOneWins() throws Exception {
        fixture.decided();
        int number = lists.open().number();
        List<List<Reason>> answers = together(List.of(
                () -> reasons(lists.close(SECRETARY, number, null)),
                () -> reasons(lists.close(new Actor("sekreterare-2", SECRETARY.role(), null), number, null))));
        assertThat(answers).containsExactlyInAnyOrder(List.of(), List.of(DELEGATION_LIST_CLOSED_ALREADY));
        assertThat(lists.open().number()).isEqualTo(number + 1);
    }

    @Test
    void whereItWasReportedIsRegisteredOnceAndToldOfEachDecision() {
        DecisionView decision = fixture.decided();
        int number = lists.open().number();
        assertThat(reasons(lists.report(SECRETARY, number, null, today(), anyParagraph())))
                .containsExactly(DELEGATION_LIST_OPEN);
        lists.close(SECRETARY, number, null).get();
        assertThat(lists.unreported()).extracting(DelegationListView::number).contains(number);
        assertThat(reported.of(subject(decision), decision.decidedAt())).isEmpty();
        assertThat(reasons(lists.report(SECRETARY, number, null, today().minusDays(1), anyParagraph())))
                .containsExactly(DELEGATION_LIST_AFTER_MEETING);
        String paragraph = anyParagraph();
        DelegationListView list =
                lists.report(SECRETARY, number, null, today(), paragraph).get();
        assertThat(list.state()).isEqualTo(DelegationListState.REPORTED);
        DecisionView stored = decision(decision.id());
        assertThat(reported.of(subject(stored), stored.decidedAt()))
                .contains(new ReportedBack.Report(number, today(), paragraph));
        assertThat(reasons(lists.report(SECRETARY, number, null, today(), anyParagraph())))
                .containsExactly(DELEGATION_LIST_REPORTED_ALREADY);
        assertThat(committee.find(list.meeting()).orElseThrow().delegationLists())
                .extracting(DelegationListView::number)
                .contains(number);

        // A paragraph is one matter, whichever of the two it is about.
        int next = fixture.closed();
        assertThat(reasons(lists.report(SECRETARY, next, null, today(), paragraph.replace(" ", ""))))
                .containsExactly(PARAGRAPH_OF_DELEGATION_LIST);
        MeetingService.Minutes minutes = MeetingFixture.asProposed();
        assertThat(reasons(meetings.register(
                        meetings.proposed(),
                        new MeetingService.Minutes(
                                today(), paragraph, minutes.d1(), minutes.d2(), minutes.d3(), null, null))))
                .containsExactly(PARAGRAPH_OF_DELEGATION_LIST);
        String ofModel = anyParagraph();
        meetings.register(
                        meetings.proposed(),
                        new MeetingService.Minutes(
                                today(), ofModel, minutes.d1(), minutes.d2(), minutes.d3(), null, null))
                .get();
        assertThat(reasons(lists.report(SECRETARY, next, null, today(), ofModel)))
                .containsExactly(MeetingRefusal.PARAGRAPH_TAKEN);
    }

    @Test
    void onlyTheSecretaryClosesAndReports() {
        int closed = fixture.closed();
        for (Actor actor : List.of(OFFICER, DIRECTOR, AUDITOR)) {
            assertThat(reasons(lists.close(actor, closed + 1, null))).containsExactly(DELEGATION_LIST_NOT_FOR_ROLE);
            assertThat(reasons(lists.report(actor, closed, null, today(), anyParagraph())))
                    .containsExactly(DELEGATION_LIST_NOT_FOR_ROLE);
        }
        fixture.decided();
        assertThat(reasons(lists.close(SECRETARY, closed + 1, 77L))).containsExactly(DELEGATION_LIST_STALE);
        assertThat(reasons(lists.close(SECRETARY, closed + 2, null))).containsExactly(DELEGATION_LIST_NOT_FOUND);
        assertThat(reasons(lists.close(SECRETARY, closed, null))).containsExactly(DELEGATION_LIST_CLOSED_ALREADY);
    }

    @Test
    void theDatabaseLetsNobodyChangeAClosedList() {
        int number = fixture.closed();
        for (String sql : List.of(
                "update delegation_list set closed_by = 'x' where number = " + number,
                "update delegation_list set decisions = decisions + 1 where number = " + number,
                "delete from delegation_list where number = " + number,
                "delete from delegation_list_line where list_number = " + number,
                "update delegation_list_line set content = '{}' where list_number = " + number,
                "insert into delegation_list_line (list_number, position, subject, decided_at, round_id, content)"
                        + " select list_number, position + 1000, 'decision/0', decided_at, round_id, content"
                        + " from delegation_list_line where list_number = " + number)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(sql).executeUpdate()))
                    .as(sql)
                    .isNotNull();
        }
        assertThat(lists.find(number).orElseThrow().list().closedBy()).isEqualTo("sekreterare");
    }

    @Test
    void theDocumentTellsTheCommitteeWhatWasDecidedAndWhatWasOnlyCarriedOut() throws IOException {
        if (lists.open().decisions() > 0) {
            lists.close(SECRETARY, lists.open().number(), null).get();
        }
        DecisionView decision = fixture.decided();
        DecisionView fixed = fixture.decide(
                cases.prepared(cases.openRound(model2014()), FARSTA, ComponentKind.CO_FINANCING, 150_000));
        int number = lists.open().number();
        assertThat(documents.kept(number)).isEmpty();
        lists.close(SECRETARY, number, null).get();
        Kept kept = documents.kept(number).orElseThrow();
        byte[] pdf = kept.document().pdf();
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "delegation-list.pdf"), pdf);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
        String text = PdfText.of(pdf).replace('\u00a0', ' ').replace('\n', ' ');
        assertThat(text)
                .contains("Anmälan av delegationsbeslut")
                .contains("Lista | Nr " + number + " ")
                .contains("Bifall, medfinansiering")
                .contains("| " + LocalDate.now(clock) + " |")
                .contains(decision.facts().caseNumber())
                .contains(fixed.facts().caseNumber())
                .contains("punkt 1.2")
                .contains("200 000 kr")
                .contains("150 000 kr")
                .doesNotContain("Dnr ");

        clock.stopAt(LocalDate.of(2061, 1, 1));
        assertThat(documents.kept(number).orElseThrow().document().pdf()).isEqualTo(pdf);
        assertThat(documents.kept(number).orElseThrow().letter()).isEqualTo(kept.letter());
        // It belongs to the case files of the rounds that it has decisions of, and is in the register.
        assertThat(count("select count(*) from document_place where id = " + document(number) + " and round_id = '"
                        + decision.roundId() + "'"))
                .isOne();
        assertThat(count("select count(*) from journal where number = 'HDL-" + document(number) + "'"))
                .isOne();
    }

    private long document(int number) {
        return count("select id from document where subject = 'delegation-list/" + number + "'");
    }

    private long count(String sql) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(sql).getSingleResult()))
                .longValue();
    }

    private DecisionView decision(long id) {
        return decisions.find(AUDITOR, id).get();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> subjects(int number) {
        return lists.find(number).orElseThrow().lines().stream()
                .map(line -> line.decision().subject())
                .toList();
    }

    private static String subject(DecisionView decision) {
        return "decision/" + decision.id();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
