package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.RoundFixture.anyNewRound;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.AllocationModel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundServiceTest {

    private static final LocalDate MEETING = LocalDate.of(2014, 2, 13);

    @Inject
    RoundService rounds;

    @Inject
    RoundFixture fixture;

    @Inject
    DecisionService decisions;

    @Test
    void aRoundGoesFromDraftOverTheCommitteeToOpen() {
        NewRound wanted = anyNewRound();
        assertThat(rounds.create(OFFICER, wanted, model2014()).get().state()).isEqualTo(RoundState.DRAFT);
        assertThat(rounds.open(OFFICER, wanted.id())).returns(true, Answer::isRefused);
        rounds.propose(OFFICER, wanted.id()).get();
        assertThat(state(wanted)).isEqualTo(RoundState.PROPOSED);
        assertThat(rounds.balance(wanted.id())).isEmpty();
        rounds.registerCommitteeDecision(SECRETARY, wanted.id(), MEETING, "§ 9").get();
        assertThat(state(wanted)).isEqualTo(RoundState.APPROVED);
        assertThat(rounds.balance(wanted.id())).isPresent();
        rounds.open(OFFICER, wanted.id()).get();
        assertThat(state(wanted)).isEqualTo(RoundState.OPEN);
    }

    @Test
    void anApprovedModelIsChangedOnlyByANewVersionWithADecisionOfItsOwn() {
        String round = fixture.openRound(model2014());
        ModelView inForce = rounds.modelInForce(round).orElseThrow();
        assertThat(reasons(rounds.editModel(OFFICER, round, inForce.version(), withCeiling(6_000_000))))
                .containsExactly(RoundRefusal.MODEL_APPROVED);

        ModelView draft = rounds.startNewVersion(OFFICER, round).get();
        assertThat(reasons(rounds.startNewVersion(OFFICER, round))).containsExactly(RoundRefusal.MODEL_ALREADY_PENDING);
        rounds.editModel(OFFICER, round, draft.version(), withCeiling(6_000_000))
                .get();
        rounds.propose(OFFICER, round).get();
        // Until the committee has decided, the old version is in force and the round stays open.
        assertThat(ceiling(round)).isEqualTo(Kronor.of(5_000_000));
        rounds.registerCommitteeDecision(SECRETARY, round, LocalDate.of(2014, 5, 20), "§ 14")
                .get();
        assertThat(ceiling(round)).isEqualTo(Kronor.of(6_000_000));
        assertThat(rounds.round(round).orElseThrow().state()).isEqualTo(RoundState.OPEN);
        assertThat(rounds.models(round)).extracting(ModelView::versionNumber).containsExactly(2, 1);
    }

    @Test
    void aNewVersionIsRefusedWhereItWouldUndercutWhatIsCommittedBeforeAndAtTheCommittee() {
        String round = fixture.openRound(model2014());
        decide(round, BROMMA, 200_000);
        ModelView draft = rounds.startNewVersion(OFFICER, round).get();
        ModelView lower = rounds.editModel(
                        OFFICER, round, draft.version(), model(5_000_000, 150_000, 15_000, 120, 65, true))
                .get();
        Answer<ModelView> refused = rounds.propose(OFFICER, round);
        assertThat(refused.refusals()).extracting(Refusal::reason).containsExactly(RoundRefusal.MODEL_UNDERCUTS);
        assertThat(refused.refusals()).extracting(Refusal::rule).containsExactly("M2");

        rounds.editModel(OFFICER, round, lower.version(), withCeiling(250_000)).get();
        rounds.propose(OFFICER, round).get();
        // More is committed while the committee has the proposal.
        decide(round, FARSTA, 100_000);
        assertThat(reasons(rounds.registerCommitteeDecision(SECRETARY, round, MEETING, "§ 10")))
                .containsExactly(RoundRefusal.MODEL_UNDERCUTS);
        assertThat(ceiling(round)).isEqualTo(Kronor.of(5_000_000));
    }

    @Test
    void aNewVersionCanNotDropAComponentThatADistrictHasAppliedFor() {
        String round = fixture.openRound(model2014());
        fixture.submitted(round, BROMMA, CO_FINANCING, 100_000);
        ModelView draft = rounds.startNewVersion(OFFICER, round).get();
        rounds.editModel(
                        OFFICER,
                        round,
                        draft.version(),
                        new AllocationModel(
                                List.of(model2014().fixedGrant().orElseThrow()),
                                model2014().ceiling()))
                .get();
        assertThat(reasons(rounds.propose(OFFICER, round))).containsExactly(RoundRefusal.MODEL_DROPS_COMPONENT);
    }

    @Test
    void nextYearIsACopyWithOtherFigures() {
        NewRound wanted = anyNewRound();
        rounds.copy(OFFICER, "sig-2014", wanted).get();
        ModelView draft = rounds.pendingModel(wanted.id()).orElseThrow();
        assertThat(draft.model())
                .isEqualTo(rounds.modelInForce("sig-2014").orElseThrow().model());
    }

    @Test
    void onlyTheOfficerSetsUpAndOnlyTheSecretaryRegistersTheCommittee() {
        NewRound wanted = anyNewRound();
        for (var actor : List.of(SECRETARY, AUDITOR, officerOf(BROMMA))) {
            assertThat(reasons(rounds.create(actor, wanted, model2014())))
                    .containsExactly(RoundRefusal.ROUND_NOT_FOR_ROLE);
        }
        rounds.create(OFFICER, wanted, model2014()).get();
        rounds.propose(OFFICER, wanted.id()).get();
        assertThat(reasons(rounds.registerCommitteeDecision(OFFICER, wanted.id(), MEETING, "§ 9")))
                .containsExactly(RoundRefusal.ROUND_NOT_FOR_ROLE);
        assertThat(reasons(rounds.registerCommitteeDecision(DIRECTOR, wanted.id(), MEETING, "§ 9")))
                .containsExactly(RoundRefusal.ROUND_NOT_FOR_ROLE);
    }

    @Test
    void everyFaultInANewRoundIsToldAtItsField() {
        Answer<RoundView> answer =
                rounds.create(OFFICER, new NewRound("SIG 2015", "", " ", 1900, null, null), model2014());
        assertThat(answer.refusals())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("id", "programme", "name", "caseNumber", "year", "applicationDeadline");
        assertThat(reasons(rounds.registerCommitteeDecision(SECRETARY, "sig-2014", LocalDate.of(2999, 1, 1), "")))
                .containsExactlyInAnyOrder(
                        RoundRefusal.COMMITTEE_DATE_IN_FUTURE, RoundRefusal.COMMITTEE_PARAGRAPH_MISSING);
        assertThat(reasons(rounds.registerCommitteeDecision(SECRETARY, "sig-2014", LocalDate.of(1914, 2, 13), "§ 12")))
                .as("a slip of the key, which can't be taken back")
                .contains(RoundRefusal.COMMITTEE_DATE_MISSING);
    }

    @Test
    void noPersonalNumberGetsIntoARoundEither() {
        NewRound wanted = anyNewRound();
        String number = TestNumbers.personal();
        assertThat(reasons(rounds.create(
                        OFFICER,
                        new NewRound(wanted.id(), "Satsning " + number, "n", 2014, "d", MEETING),
                        model2014())))
                .containsExactly(FreeText.Fault.PERSONAL_NUMBER);
    }

    private void decide(String round, String district, long amount) {
        decisions
                .decide(
                        DIRECTOR,
                        round,
                        fixture.prepared(round, district, CO_FINANCING, amount).id(),
                        null,
                        AS_RECOMMENDED)
                .get();
    }

    private Kronor ceiling(String round) {
        return rounds.modelInForce(round).orElseThrow().model().ceiling().amount();
    }

    private RoundState state(NewRound wanted) {
        return rounds.round(wanted.id()).orElseThrow().state();
    }

    private static List<Reason> reasons(Answer<?> answer) {
        return answer.refusals().stream().map(Refusal::reason).toList();
    }
}
