package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.committee.MeetingFixture.DAY;
import static se.medel.committee.MeetingFixture.NOT_ADOPTED;
import static se.medel.committee.MeetingFixture.amended;
import static se.medel.committee.MeetingFixture.asProposed;
import static se.medel.committee.MeetingFixture.minutes;
import static se.medel.committee.MeetingFixture.reasons;
import static se.medel.committee.MeetingPoint.AS_PROPOSED;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.model;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.round.rules.ModelFixture.withCeiling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.medel.committee.DispatchService.Sending;
import se.medel.committee.MeetingService.Afterwards;
import se.medel.committee.MeetingService.Minutes;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionRefusal;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundFixture;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;

/** What the committee decides, point by point, and what follows from it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeetingServiceTest {

    @Inject
    MeetingFixture fixture;

    @Inject
    RoundFixture cases;

    @Inject
    MeetingService meetings;

    @Inject
    DispatchService dispatches;

    @Inject
    RoundService rounds;

    @Inject
    DecisionService decisions;

    @Test
    void theDecisionApprovesTheModelAndLeavesALetterToEveryDistrict() {
        String round = fixture.proposed();
        Minutes minutes = asProposed();
        ModelView approved = fixture.register(round, minutes).get();
        assertThat(approved.state()).isEqualTo(ModelState.APPROVED);
        assertThat(approved.committeeParagraph()).isEqualTo(minutes.paragraph());
        assertThat(state(round)).isEqualTo(RoundState.APPROVED);
        CommitteeDecisionView decision = meetings.ofRound(round).get(0);
        assertThat(decision.date()).isEqualTo(DAY);
        assertThat(decision.approvedVersion()).isEqualTo(1);
        assertThat(meetings.find(decision.meeting()).orElseThrow().decisions()).contains(decision);
        assertThat(dispatches.ofRound(SECRETARY, round))
                .hasSize(14)
                .noneMatch(DispatchView::isSent)
                .extracting(DispatchView::district)
                .contains(BROMMA, FARSTA);
        assertThat(dispatches.open()).containsEntry(round, 14L);
    }

    @Test
    void amendedFiguresAreANewVersionAndTheProposedOneStaysAsItWas() {
        String round = fixture.proposed();
        ModelView approved =
                fixture.register(round, amended(withCeiling(4_500_000))).get();
        assertThat(approved.versionNumber()).isEqualTo(2);
        assertThat(rounds.balance(round).orElseThrow()).isNotNull();
        assertThat(rounds.modelInForce(round).orElseThrow().model().ceiling().amount())
                .isEqualTo(Kronor.of(4_500_000));
        ModelView proposed = rounds.models(round).get(1);
        assertThat(proposed.state()).isEqualTo(ModelState.NOT_ADOPTED);
        assertThat(proposed.model()).isEqualTo(model2014());
        assertThat(proposed.committeeDate()).isNull();
        assertThat(meetings.ofRound(round)).first().satisfies(decision -> {
            assertThat(decision.proposedVersion()).isEqualTo(1);
            assertThat(decision.approvedVersion()).isEqualTo(2);
        });
        // Neither is ever edited again (A9).
        for (ModelView version : List.of(approved, proposed)) {
            assertThat(reasons(rounds.editModel(OFFICER, round, version.version(), model2014())))
                    .containsExactly(RoundRefusal.MODEL_APPROVED);
        }
        assertThat(rounds.startNewVersion(OFFICER, round).get().versionNumber()).isEqualTo(3);
    }

    @Test
    void amendedFiguresAreCheckedAsAnOfficersAre() {
        String round = fixture.open();
        decide(round, BROMMA, 200_000);
        ModelView draft = rounds.startNewVersion(OFFICER, round).get();
        rounds.editModel(OFFICER, round, draft.version(), withCeiling(6_000_000))
                .get();
        rounds.propose(OFFICER, round).get();

        assertThat(reasons(fixture.register(round, amended(model(5_000_000, 150_000, 15_000, 120, 65, true)))))
                .containsExactly(RoundRefusal.MODEL_UNDERCUTS);
        Answer<ModelView> faulty = fixture.register(round, amended(withCeiling(0)));
        assertThat(reasons(faulty)).contains(RoundRefusal.MODEL_AMOUNT_NOT_POSITIVE);
        assertThat(faulty.refusals()).extracting(Refusal::field).contains("ceiling.amount");
        assertThat(reasons(fixture.register(round, amended(withCeiling(6_000_000)))))
                .containsExactly(MeetingRefusal.AMENDED_FIGURES_UNCHANGED);
        assertThat(reasons(fixture.register(round, amended(null))))
                .containsExactly(MeetingRefusal.AMENDED_FIGURES_MISSING);
        assertThat(rounds.pendingModel(round).orElseThrow().state()).isEqualTo(ModelState.PROPOSED);
        assertThat(meetings.ofRound(round)).hasSize(1);
        fixture.register(round, amended(withCeiling(5_500_000))).get();
        assertThat(state(round)).isEqualTo(RoundState.OPEN);
    }

    @Test
    void aModelThatIsNotAdoptedGoesBackToTheOfficer() {
        String round = fixture.proposed();
        Answer<ModelView> half = fixture.register(round, minutes(NOT_ADOPTED, AS_PROPOSED, NOT_ADOPTED, null));
        assertThat(reasons(half)).containsExactly(MeetingRefusal.POINT_NEEDS_MODEL);
        assertThat(half.refusals()).extracting(Refusal::field).containsExactly("d2");

        fixture.register(round, minutes(NOT_ADOPTED, NOT_ADOPTED, NOT_ADOPTED, null))
                .get();
        assertThat(state(round)).isEqualTo(RoundState.DRAFT);
        assertThat(rounds.modelInForce(round)).isEmpty();
        assertThat(dispatches.ofRound(SECRETARY, round)).isEmpty();
        assertThat(meetings.ofRound(round))
                .extracting(CommitteeDecisionView::approvedVersion)
                .containsOnlyNulls();
        rounds.propose(OFFICER, round).get();
        fixture.register(round, asProposed()).get();
        assertThat(meetings.ofRound(round)).hasSize(2);
    }

    @Test
    void withoutD2NothingIsDecidedUntilTheCommitteeHasGivenTheTask() {
        String round = fixture.opened(minutes(AS_PROPOSED, NOT_ADOPTED, AS_PROPOSED, null));
        long application = cases.prepared(round, FARSTA, CO_FINANCING, 100_000).id();
        Answer<?> refused = decisions.decide(DIRECTOR, round, application, null, AS_RECOMMENDED);
        assertThat(reasons(refused)).containsExactly(DecisionRefusal.NO_DELEGATION);
        assertThat(refused.refusals()).extracting(Refusal::rule).containsExactly("D2");
        assertThat(reasons(decisions.preview(DIRECTOR, application, null, AS_RECOMMENDED, false)))
                .containsExactly(DecisionRefusal.NO_DELEGATION);

        ModelView draft = rounds.startNewVersion(OFFICER, round).get();
        rounds.editModel(OFFICER, round, draft.version(), model2014()).get();
        rounds.propose(OFFICER, round).get();
        fixture.register(round, asProposed()).get();
        assertThat(decisions
                        .decide(DIRECTOR, round, application, null, AS_RECOMMENDED)
                        .isRefused())
                .isFalse();
    }

    @Test
    void aPointThatWasChangedSaysHowAndWithoutD3NothingIsSent() {
        String round = fixture.proposed();
        MeetingPoint silent = new MeetingPoint(MeetingOutcome.AMENDED, null);
        Answer<ModelView> refused = fixture.register(round, minutes(AS_PROPOSED, silent, silent, null));
        assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("d2Text", "d3Text");
        fixture.register(
                        round,
                        minutes(
                                AS_PROPOSED,
                                new MeetingPoint(MeetingOutcome.AMENDED, "Högst 300 000 kronor åt gången."),
                                NOT_ADOPTED,
                                null))
                .get();
        assertThat(rounds.modelInForce(round).orElseThrow().delegated()).isTrue();
        assertThat(dispatches.ofRound(SECRETARY, round)).isEmpty();
    }

    @Test
    void ofTwoSecretariesWithTheSameParagraphOneWinsAndTheOtherIsToldWhy() throws Exception {
        for (int i = 0; i < 4; i++) {
            // On a day without a meeting, so that they also make it at once.
            LocalDate day = LocalDate.of(2013, 5, 6).plusDays(i);
            List<String> two = List.of(fixture.proposed(), fixture.proposed());
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Answer<ModelView>>> both = new ArrayList<>();
                two.forEach(round -> both.add(() -> fixture.register(
                        round,
                        new Minutes(
                                day,
                                round.equals(two.get(0)) ? "§ 9" : "§9",
                                AS_PROPOSED,
                                AS_PROPOSED,
                                AS_PROPOSED,
                                null,
                                null))));
                List<Answer<ModelView>> answers = new ArrayList<>();
                for (Future<Answer<ModelView>> answer : pool.invokeAll(both)) {
                    answers.add(answer.get());
                }
                assertThat(answers)
                        .filteredOn(Answer::isRefused)
                        .hasSize(1)
                        .first()
                        .satisfies(refused -> {
                            assertThat(reasons(refused)).containsExactly(MeetingRefusal.PARAGRAPH_TAKEN);
                            assertThat(refused.refusals())
                                    .extracting(Refusal::field)
                                    .containsExactly("paragraph");
                        });
                assertThat(two)
                        .extracting(this::state)
                        .containsExactlyInAnyOrder(RoundState.APPROVED, RoundState.PROPOSED);
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void aModelThatWasSaidToFallByMistakeIsDecidedUnderTheSameParagraph() {
        String round = fixture.proposed();
        Minutes fell = minutes(NOT_ADOPTED, NOT_ADOPTED, NOT_ADOPTED, null);
        Minutes passed = new Minutes(fell.date(), fell.paragraph(), AS_PROPOSED, AS_PROPOSED, AS_PROPOSED, null, null);
        fixture.register(round, fell).get();
        assertThat(reasons(fixture.register(fixture.proposed(), passed)))
                .containsExactly(MeetingRefusal.PARAGRAPH_TAKEN);

        rounds.propose(OFFICER, round).get();
        fixture.register(round, passed).get();
        assertThat(state(round)).isEqualTo(RoundState.APPROVED);
        assertThat(meetings.ofRound(round))
                .extracting(CommitteeDecisionView::d1)
                .containsExactly(AS_PROPOSED, NOT_ADOPTED);
    }

    @Test
    void aModelThatWasApprovedWithNothingElseKnownHasItsMeetingToo() {
        String round = cases.openRound(model2014());
        assertThat(meetings.ofRound(round)).singleElement().satisfies(decision -> {
            assertThat(decision.date()).isEqualTo(LocalDate.of(2014, 2, 13));
            assertThat(List.of(decision.d1(), decision.d2(), decision.d3())).containsOnly(AS_PROPOSED);
        });
        assertThat(dispatches.ofRound(SECRETARY, round)).hasSize(14);
    }

    @Test
    void whatIsLateByTheLawIsSaidAndNotRefused() {
        LocalDate day = LocalDate.of(2013, 9, 2);
        fixture.register(fixture.proposed(), new Minutes(day, "§ 1", AS_PROPOSED, AS_PROPOSED, AS_PROPOSED, null, null))
                .get();
        MeetingView meeting = meetings.all().stream()
                .filter(view -> view.heldOn().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(meeting.warnings()).containsExactly(MeetingWarning.MINUTES_MISSING);

        MeetingView inTime = follow(meeting, day.plusDays(14), day.plusDays(16)).get();
        assertThat(inTime.warnings()).isEmpty();
        MeetingView late = follow(inTime, day.plusDays(15), day.plusDays(18)).get();
        assertThat(late.warnings()).containsExactly(MeetingWarning.MINUTES_LATE, MeetingWarning.NOTICE_LATE);
        assertThat(follow(late, day.plusDays(14), null).get().warnings())
                .containsExactly(MeetingWarning.NOTICE_MISSING);

        assertThat(reasons(follow(late, day, null))).containsExactly(MeetingRefusal.MEETING_STALE);
        MeetingView now = meetings.find(meeting.id()).orElseThrow();
        assertThat(reasons(follow(now, day.minusDays(1), null))).containsExactly(MeetingRefusal.MINUTES_BEFORE_MEETING);
        assertThat(reasons(follow(now, null, day))).containsExactly(MeetingRefusal.NOTICE_WITHOUT_MINUTES);
        assertThat(reasons(follow(now, day.plusDays(3), day.plusDays(2))))
                .containsExactly(MeetingRefusal.NOTICE_BEFORE_MINUTES);
        assertThat(reasons(follow(now, LocalDate.of(2999, 1, 1), null)))
                .containsExactly(MeetingRefusal.MEETING_DATE_IN_FUTURE);
        assertThat(reasons(meetings.follow(AUDITOR, now.id(), now.version(), new Afterwards(day, null))))
                .containsExactly(MeetingRefusal.MEETING_NOT_FOR_ROLE);
    }

    private Answer<MeetingView> follow(MeetingView meeting, LocalDate approved, LocalDate posted) {
        return meetings.follow(SECRETARY, meeting.id(), meeting.version(), new Afterwards(approved, posted));
    }

    @Test
    void lettersStayToBeSentUntilTheyAreOneByOneOrAllAtOnce() {
        String round = fixture.open();
        DispatchView first = dispatches.ofRound(SECRETARY, round).get(0);
        LocalDate sent = DAY.plusDays(7);
        assertThat(reasons(send(round, Set.of(first.id()), null)))
                .containsExactly(MeetingRefusal.DISPATCH_DATE_MISSING);
        assertThat(reasons(send(round, Set.of(first.id()), DAY.minusDays(1))))
                .containsExactly(MeetingRefusal.DISPATCH_BEFORE_MEETING);
        assertThat(reasons(send(round, Set.of(), sent))).containsExactly(MeetingRefusal.DISPATCH_NOTHING_CHOSEN);
        assertThat(reasons(send(fixture.open(), Set.of(first.id()), sent)))
                .containsExactly(MeetingRefusal.DISPATCH_NOT_FOUND);
        assertThat(reasons(dispatches.send(OFFICER, round, new Sending(null, sent, DispatchChannel.POST))))
                .containsExactly(MeetingRefusal.MEETING_NOT_FOR_ROLE);

        assertThat(send(round, Set.of(first.id()), sent).get()).singleElement().satisfies(dispatch -> {
            assertThat(dispatch.sentOn()).isEqualTo(sent);
            assertThat(dispatch.sentBy()).isEqualTo("sekreterare");
            assertThat(dispatch.channel()).isEqualTo(DispatchChannel.E_MAIL);
        });
        assertThat(dispatches.open()).containsEntry(round, 13L);
        assertThat(reasons(send(round, Set.of(first.id()), sent.plusDays(1))))
                .containsExactly(MeetingRefusal.DISPATCH_SENT_ALREADY);
        assertThat(send(round, null, sent).get()).hasSize(13);
        assertThat(dispatches.open()).doesNotContainKey(round);
        assertThat(dispatches.find(officerOf(first.district()), round, first.id()))
                .isPresent();
        assertThat(dispatches.find(officerOf(first.district().equals(FARSTA) ? BROMMA : FARSTA), round, first.id()))
                .isEmpty();
    }

    private Answer<List<DispatchView>> send(String round, Set<Long> ids, LocalDate on) {
        return dispatches.send(SECRETARY, round, new Sending(ids, on, DispatchChannel.E_MAIL));
    }

    @Test
    void aProposalThatWasChangedMeanwhileIsNotApprovedUnread() {
        String round = fixture.proposed();
        long read = rounds.pendingModel(round).orElseThrow().version();
        ModelView back = rounds.takeBack(OFFICER, round).get();
        rounds.editModel(OFFICER, round, back.version(), withCeiling(9_000_000)).get();
        rounds.propose(OFFICER, round).get();
        Minutes unread =
                new Minutes(DAY, MeetingFixture.anyParagraph(), AS_PROPOSED, AS_PROPOSED, AS_PROPOSED, null, read);
        assertThat(reasons(fixture.register(round, unread))).containsExactly(RoundRefusal.ROUND_STALE);
        assertThat(reasons(meetings.register(OFFICER, round, asProposed())))
                .containsExactly(MeetingRefusal.MEETING_NOT_FOR_ROLE);
    }

    private void decide(String round, String district, long amount) {
        decisions
                .decide(
                        DIRECTOR,
                        round,
                        cases.prepared(round, district, CO_FINANCING, amount).id(),
                        null,
                        AS_RECOMMENDED)
                .get();
    }

    private RoundState state(String round) {
        return rounds.round(round).orElseThrow().state();
    }
}
