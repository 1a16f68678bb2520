package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.ClaimFixture.anyClients;
import static se.medel.claim.ClaimFixture.recommending;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.round.rules.ModelFixture.withJointProject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationRefusal;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationState;
import se.medel.claim.ClaimFixture;
import se.medel.claim.ClaimRefusal;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.RowState;
import se.medel.claim.rules.ClaimedClient;
import se.medel.claim.rules.RowFault;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Step;
import se.medel.settlement.SettlementFixture;
import se.medel.web.Texts;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimDecisionTest {

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    ReserveService reserve;

    @Inject
    Claims claims;

    @Inject
    Accounts accounts;

    @Inject
    SettlementFixture money;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    @Test
    void whenNotAllFitTheEarliestAdmittedAreCompensatedAndTheRestStayInReserveInOrder() {
        String round = rounds.openRound(model2014());
        List<ClaimedClient> many = new ArrayList<>();
        for (int i = 0; i < 125; i++) {
            many.add(ClaimFixture.client("QY-" + i, LocalDate.of(2014, 6, 30).minusDays(i)));
        }
        ApplicationView claim = fixture.submitted(round, "bromma", many);
        assertThat(preparations
                        .prepare(OFFICER, claim.id(), null, recommending(121, List.of()))
                        .refusals())
                .extracting(Refusal::reason, Refusal::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ApplicationRefusal.RECOMMENDATION_TOO_HIGH, "M4a"));
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(120, List.of()))
                .get();
        DecisionView decision = decide(round, claim);

        assertThat(decision.granted()).isEqualTo(Kronor.of(1_800_000));
        assertThat(decision.facts().clients()).isEqualTo(new DecisionFacts.Clients(125, Map.of(), 120, 5));
        assertThat(states(claim)).containsEntry(RowState.COMPENSATED, 120L).containsEntry(RowState.RESERVE, 5L);
        assertThat(rows(claim).stream()
                        .filter(row -> row.state() == RowState.RESERVE)
                        .map(ClaimRow::code))
                .containsExactly("QY-0", "QY-1", "QY-2", "QY-3", "QY-4");
        assertThat(applications.find(OFFICER, claim.id()).get().state()).isEqualTo(ApplicationState.PARTLY_GRANTED);
        assertThat(mismatches()).isEmpty();
    }

    @Test
    void aClientThatFailsARuleIsLeftOutWithTheRuleInTheChain() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.submitted(round, "farsta", anyClients(4));
        List<ClaimRow> rows = rows(claim);
        var findings = List.of(new Claims.Finding(rows.get(1).id(), "A6", "Hade ett pågående ärende."));
        assertThat(preparations
                        .prepare(OFFICER, claim.id(), null, recommending(4, findings))
                        .refusals())
                .extracting(Refusal::rule)
                .containsExactly("A6");
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(3, findings))
                .get();
        DecisionView decision = decide(round, claim);

        assertThat(decision.granted()).isEqualTo(Kronor.of(45_000));
        assertThat(decision.facts().explanation())
                .filteredOn(step -> step.reason() == Step.Reason.NOT_ELIGIBLE)
                .extracting(Step::rule, Step::clientsBefore, Step::clientsAfter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A6", 4L, 3L));
        assertThat(states(claim)).containsEntry(RowState.NOT_ELIGIBLE, 1L);
        // Whoever wasn't eligible isn't compensated, and can be claimed when that is put right.
        assertThat(applications
                        .judgeRows(
                                RoundFixture.officerOf("bromma"),
                                fixture.draft(round, "bromma", anyClients(1)).id(),
                                List.of(
                                        ClaimFixture.client(rows.get(1).code(), ClaimFixture.ADMITTED),
                                        ClaimFixture.client(rows.get(0).code(), ClaimFixture.ADMITTED)))
                        .get())
                .extracting(
                        judged -> judged.faults().stream().map(Refusal::reason).toList())
                .containsExactly(List.of(), List.of(RowFault.ALREADY_CLAIMED));
    }

    @Test
    void theJointProjectsDistrictsDrawOnTheSamePoolAndTheReserveIsProposedWhenRoomComesBack() {
        String round = rounds.openRound(model2014());
        ApplicationView first = preparedIn(round, "bromma", 120);
        decide(round, first);
        ApplicationView second = fixture.submitted(round, "farsta", anyClients(3));
        preparations
                .prepare(
                        OFFICER,
                        second.id(),
                        null,
                        new PreparationService.Work(
                                RoundFixture.allMet(), null, false, null, null, null, "Taket är nått."))
                .get();
        assertThat(reserve.proposals(DIRECTOR, round)).isEmpty();
        // The first claim is replaced by a smaller one: five in reserve there, and room for five.
        decisions
                .replace(DIRECTOR, round, first.id(), null, new Ruling(true, null, 115L, null, "Fem har tackat nej."))
                .get();
        assertThat(reserve.proposals(DIRECTOR, round))
                .extracting(
                        ReserveService.Proposal::reserve,
                        ReserveService.Proposal::fitting,
                        ReserveService.Proposal::clients)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5L, 5L, 120L));
    }

    private ApplicationView preparedIn(String round, String district, int clients) {
        return fixture.prepared(round, district, anyClients(clients), clients);
    }

    @Test
    void ofTwoClaimsForTheSameClientSubmittedAtOnceExactlyOneWins() throws Exception {
        String round = rounds.openRound(model2014());
        for (int turn = 0; turn < 5; turn++) {
            List<ClaimedClient> same = anyClients(20);
            List<ClaimedClient> backwards = new ArrayList<>(same);
            java.util.Collections.reverse(backwards);
            ApplicationView one = fixture.draft(round, "bromma", same);
            ApplicationView other = fixture.draft(round, "farsta", backwards);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Answer<ApplicationView>> answers = new ArrayList<>();
                for (var answer : threads.invokeAll(List.<Callable<Answer<ApplicationView>>>of(
                        () -> applications.submit(RoundFixture.officerOf("bromma"), one.id(), null, null),
                        () -> applications.submit(RoundFixture.officerOf("farsta"), other.id(), null, null)))) {
                    answers.add(answer.get());
                }
                assertThat(answers.stream().filter(Answer::isRefused)).hasSize(1);
                assertThat(answers.stream()
                                .flatMap(answer -> answer.refusals().stream())
                                .map(Refusal::reason)
                                .distinct())
                        .containsAnyOf(ClaimRefusal.CLIENTS_CLAIMED_MEANWHILE, RowFault.ALREADY_CLAIMED)
                        .hasSize(1);
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void aWithdrawnOrRefusedClaimLetsGoOfItsClients() {
        String round = rounds.openRound(model2014());
        List<ClaimedClient> clients = anyClients(2);
        ApplicationView withdrawn = fixture.submitted(round, "bromma", clients);
        applications
                .withdraw(RoundFixture.officerOf("bromma"), withdrawn.id(), null, "Fel omgång.")
                .get();
        ApplicationView refused = fixture.prepared(round, "farsta", clients, 2);
        decisions
                .decide(DIRECTOR, round, refused.id(), null, new Ruling(false, null, null, "C3", "Inga resultat."))
                .get();
        ApplicationView third = fixture.submitted(round, "alvsjo", clients);
        assertThat(third.clientsAsked()).isEqualTo(2);
        // The refusal can't be turned into a grant while another claim has the clients.
        assertThat(decisions
                        .replace(DIRECTOR, round, refused.id(), null, new Ruling(true, null, 2L, null, "Rättelse."))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ClaimRefusal.CLIENTS_CLAIMED_MEANWHILE);
    }

    @Test
    void whatAnOfficerFoundIsAboutTheRowsAsTheyWereBeforeTheCompletion() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.submitted(round, "farsta", anyClients(3));
        List<ClaimRow> rows = rows(claim);
        preparations
                .prepare(
                        OFFICER,
                        claim.id(),
                        null,
                        recommending(
                                1,
                                List.of(
                                        new Claims.Finding(rows.get(0).id(), "A6", "Pågående ärende."),
                                        new Claims.Finding(rows.get(1).id(), "A6", "Pågående ärende."))))
                .get();
        applications
                .requestCompletion(OFFICER, claim.id(), null, "Två klienter var aktuella.", LocalDate.of(2099, 1, 1))
                .get();
        for (ClaimRow failing : rows.subList(0, 2)) {
            applications
                    .removeRow(RoundFixture.officerOf("farsta"), claim.id(), null, failing.id())
                    .get();
        }
        applications
                .submit(RoundFixture.directorOf("farsta"), claim.id(), null, "Vi tog bort dem.")
                .get();
        assertThat(applications
                        .assess(applications.find(OFFICER, claim.id()).get())
                        .orElseThrow()
                        .clientsGranted())
                .isEqualTo(1);
    }

    @Test
    void ofTwoDirectorsWhoDecideTheLastClientsOfThePoolAtOnceOneGetsThem() throws Exception {
        String round = rounds.openRound(withJointProject(BROMMA, FARSTA));
        ApplicationView one = preparedIn(round, BROMMA, 30);
        ApplicationView other = preparedIn(round, FARSTA, 40);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Answer<DecisionView>> answers = new ArrayList<>();
        try {
            for (var answer : threads.invokeAll(List.<Callable<Answer<DecisionView>>>of(
                    () -> decisions.decide(DIRECTOR, round, one.id(), null, AS_RECOMMENDED),
                    () -> decisions.decide(DIRECTOR, round, other.id(), null, AS_RECOMMENDED)))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers.stream().filter(Answer::isRefused)).hasSize(1);
        boolean firstWon = !answers.get(0).isRefused();
        assertThat(answers.get(firstWon ? 1 : 0).refusals())
                .extracting(Refusal::reason, Refusal::rule, refusal -> refusal.arguments()
                        .get(1)
                        .toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DecisionRefusal.ROOM_GONE, "M4b", firstWon ? "35" : "25"));
        assertThat(mismatches()).isEmpty();
    }

    @Test
    void whatIsLeftOfThePoolGoesToTheEarliestAdmittedAndTheLedgerCountsClients() {
        String round = rounds.openRound(withJointProject(BROMMA, FARSTA));
        decide(round, preparedIn(round, BROMMA, 30));
        ApplicationView claim = fixture.submitted(round, FARSTA, anyClients(40));
        assertThat(preparations
                        .prepare(OFFICER, claim.id(), null, recommending(36, List.of()))
                        .refusals())
                .extracting(refusal -> Texts.swedish().refusal(refusal).replace('\u00a0', ' '))
                .containsExactly("Du kan föreslå högst 35 klienter, det som reglerna lämnar (525 000 kr).");
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(35, List.of()))
                .get();
        DecisionView decision = decide(round, claim);

        assertThat(decision.facts().clients()).isEqualTo(new DecisionFacts.Clients(40, Map.of(), 35, 5));
        assertThat(ledger.entries(round))
                .extracting(Ledger.Entry::district, Ledger.Entry::kronor, Ledger.Entry::clients)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(BROMMA, Kronor.of(450_000), 30L),
                        org.assertj.core.groups.Tuple.tuple(FARSTA, Kronor.of(525_000), 35L));
        assertThat(mismatches()).isEmpty();
    }

    @Test
    void whoHasPreparedAClaimCannotDecideIt() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.submitted(round, BROMMA, anyClients(2));
        preparations
                .prepare(DIRECTOR, claim.id(), null, recommending(2, List.of()))
                .get();
        assertThat(decisions
                        .decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED)
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(DecisionRefusal.FOUR_EYES);
    }

    @Test
    void aClientIsFoundIneligibleOnce() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.submitted(round, BROMMA, anyClients(2));
        long row = rows(claim).get(0).id();
        var twice = List.of(new Claims.Finding(row, "A6", "Var aktuell."), new Claims.Finding(row, "P2", "Inget."));
        assertThat(preparations
                        .prepare(OFFICER, claim.id(), null, recommending(1, twice))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ClaimRefusal.CLAIM_ROW_NOT_FOUND);
        assertThat(preparations
                        .prepare(
                                OFFICER,
                                rounds.submitted(round, BROMMA, ComponentKind.CO_FINANCING, 1_000)
                                        .id(),
                                null,
                                recommending(1, twice))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.NOT_A_CLAIM);
    }

    @Test
    void noTextThatEverybodyMayReadHoldsAClientsCodeHoweverItIsSpelled() {
        String round = rounds.openRound(model2014());
        ApplicationView claim =
                fixture.submitted(round, BROMMA, List.of(ClaimFixture.client("QÅ-7041", ClaimFixture.ADMITTED)));
        for (String spelled : List.of("QÅ-7041", "qa7041", "qå \u2013 07041", "Q\u00adÅ-7041", "(QÅ-7041)")) {
            var work = new PreparationService.Work(
                    RoundFixture.allMet(), null, true, null, 1L, null, "Klienten " + spelled + " är ny.", List.of());
            assertThat(preparations.prepare(OFFICER, claim.id(), null, work).refusals())
                    .as(spelled)
                    .extracting(Refusal::reason, Refusal::field)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(ClaimRefusal.CODE_IN_TEXT, "reasons"));
        }
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(1, List.of()))
                .get();
        assertThat(decisions
                        .decide(
                                DIRECTOR,
                                round,
                                claim.id(),
                                null,
                                new Ruling(false, null, null, "A6", "QÅ-7041 var aktuell."))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ClaimRefusal.CODE_IN_TEXT);
        assertThat(decisions
                        .decide(
                                DIRECTOR,
                                round,
                                claim.id(),
                                null,
                                new Ruling(true, null, 1L, null, "En av 7041 klienter, A4 och M5."))
                        .isRefused())
                .isFalse();
    }

    @Test
    void noMoreClientsAreDecidedThanAreEligible() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.prepared(round, "farsta", anyClients(3), 3);
        assertThat(decisions
                        .decide(DIRECTOR, round, claim.id(), null, new Ruling(true, null, 300L, null, "Fler."))
                        .refusals())
                .extracting(Refusal::reason, Refusal::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DecisionRefusal.CLIENTS_ABOVE_ELIGIBLE, "clients"));
    }

    @Test
    void aClaimThatIsPreparedAgainIsDealtWithAnewByTheReplacingDecisionAndNotBefore() {
        String round = rounds.openRound(model2014());
        decide(round, preparedIn(round, FARSTA, 116));
        // Admitted in this order; room for four of the six.
        List<ClaimedClient> clients = new ArrayList<>();
        for (ClaimedClient client : anyClients(6)) {
            clients.add(ClaimFixture.client(client.code(), ClaimFixture.ADMITTED.plusDays(clients.size())));
        }
        ApplicationView claim = fixture.submitted(round, BROMMA, clients);
        List<ClaimRow> rows = rows(claim);
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(4, List.of(notEligible(rows.get(3)))))
                .get();
        DecisionView first = decide(round, claim);
        assertThat(outcomes(first)).containsExactly("C", "C", "C", "N", "C", "R");

        // The first proves not eligible, the fourth is eligible after all.
        long version = applications.find(OFFICER, claim.id()).get().version();
        var work = recommending(4, List.of(notEligible(rows.get(0))));
        preparations.prepare(OFFICER, claim.id(), version, work).get();
        assertThat(preparations.prepare(OFFICER, claim.id(), version, work).refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.APPLICATION_STALE);
        assertThat(rows(claim)).extracting(ClaimRow::state).containsExactlyElementsOf(statesOf("CCCNCR"));
        assertThat(applications.find(OFFICER, claim.id()).get())
                .extracting(ApplicationView::state, ApplicationView::notEligible)
                .containsExactly(ApplicationState.PARTLY_GRANTED, Map.of("A6", 1L));
        assertThat(preparations.waitingAnew(DIRECTOR)).anyMatch(line -> line.id() == claim.id());

        DecisionView second = decisions
                .replace(DIRECTOR, round, claim.id(), null, new Ruling(true, null, null, null, "Rättat underlag."))
                .get();
        assertThat(outcomes(second)).containsExactly("N", "C", "C", "C", "C", "R");
        assertThat(second.facts().clients()).isEqualTo(new DecisionFacts.Clients(6, Map.of("A6", 1L), 4, 1));
        assertThat(rows(claim)).extracting(ClaimRow::state).containsExactlyElementsOf(statesOf("NCCCCR"));
        assertThat(preparations.waitingAnew(DIRECTOR)).noneMatch(line -> line.id() == claim.id());
        // The replaced one reads as it was, and the ledger has moved by the difference.
        assertThat(outcomes(first)).containsExactly("C", "C", "C", "N", "C", "R");
        assertThat(decisions.ofApplication(claim.id()).get(0)).isEqualTo(first);
        assertThat(ledger.entries(round).stream()
                        .filter(entry -> entry.district().equals(BROMMA))
                        .map(Ledger.Entry::clients))
                .containsExactly(4L, -4L, 4L);
        assertThat(mismatches()).isEmpty();
        // Whoever has left may be claimed by somebody else; whoever has come in may not.
        assertThat(applications
                        .judgeRows(
                                RoundFixture.officerOf(FARSTA),
                                fixture.draft(round, FARSTA, anyClients(1)).id(),
                                List.of(clients.get(0), clients.get(3)))
                        .get())
                .extracting(
                        judged -> judged.faults().stream().map(Refusal::reason).toList())
                .containsExactly(List.of(), List.of(RowFault.ALREADY_CLAIMED));
    }

    @Test
    void aClientThatAnotherClaimHasTakenMeanwhileDoesNotComeBackAndNothingChanges() {
        String round = rounds.openRound(model2014());
        List<ClaimedClient> clients = anyClients(2);
        ApplicationView claim = fixture.submitted(round, BROMMA, clients);
        List<ClaimRow> rows = rows(claim);
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(1, List.of(notEligible(rows.get(0)))))
                .get();
        DecisionView first = decide(round, claim);
        fixture.submitted(round, FARSTA, clients.subList(0, 1));
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(2, List.of()))
                .get();
        assertThat(decisions
                        .replace(DIRECTOR, round, claim.id(), null, new Ruling(true, null, null, null, "Rättelse."))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ClaimRefusal.CLIENTS_CLAIMED_MEANWHILE);
        assertThat(rows(claim)).extracting(ClaimRow::state).containsExactlyElementsOf(statesOf("NC"));
        assertThat(decisions.inForce(claim.id())).contains(first);
    }

    @Test
    void aClaimIsPreparedAgainUnderTheSameRulesAsTheFirstTime() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.prepared(round, BROMMA, anyClients(3), 3);
        decide(round, claim);
        List<ClaimRow> rows = rows(claim);
        // Its own clients are no obstacle to themselves, but nobody is recommended beyond who is eligible.
        assertThat(preparations
                        .prepare(OFFICER, claim.id(), null, recommending(3, List.of(notEligible(rows.get(0)))))
                        .refusals())
                .extracting(Refusal::rule)
                .containsExactly("A6");
        // Whoever prepares it again doesn't decide on it either (four eyes).
        preparations
                .prepare(DIRECTOR, claim.id(), null, recommending(2, List.of(notEligible(rows.get(0)))))
                .get();
        Ruling asRecommended = new Ruling(true, null, null, null, "Rättelse.");
        assertThat(decisions
                        .replace(DIRECTOR, round, claim.id(), null, asRecommended)
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(DecisionRefusal.FOUR_EYES);
        // An application without clients is prepared once.
        ApplicationView other = rounds.prepared(round, FARSTA, ComponentKind.CO_FINANCING, 1_000);
        decide(round, other);
        assertThat(preparations
                        .prepare(OFFICER, other.id(), null, RoundFixture.recommending(1_000))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.APPLICATION_STATE);
    }

    @Test
    void whoIsPaidForIsNotDecidedAwayByNewFindings() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.prepared(round, BROMMA, anyClients(3), 3);
        decide(round, claim);
        var fewer = recommending(2, List.of(notEligible(rows(claim).get(0))));
        preparations.prepare(OFFICER, claim.id(), null, fewer).get();
        money.pay(round, claim.id(), 45_000);
        for (Ruling ruling : List.of(
                new Ruling(true, null, null, null, "Rättelse."), new Ruling(false, null, null, "A6", "Rättelse."))) {
            assertThat(decisions
                            .replace(DIRECTOR, round, claim.id(), null, ruling)
                            .refusals())
                    .extracting(Refusal::reason, Refusal::rule)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(DecisionRefusal.BELOW_ORDERED, "A1"));
        }
        assertThat(rows(claim)).extracting(ClaimRow::state).containsExactlyElementsOf(statesOf("CCC"));
        // What can't be decided any more isn't prepared either: it is for the year's end.
        assertThat(preparations.prepare(OFFICER, claim.id(), null, fewer).refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.FOUND_BELOW_ORDERED);
        preparations
                .prepare(OFFICER, claim.id(), null, recommending(3, List.of()))
                .get();
        assertThat(preparations.waitingAnew(DIRECTOR)).noneMatch(line -> line.id() == claim.id());
    }

    @Test
    void anOfficerTakesAFindingBackAndAnotherRecommendationStillWaits() {
        String round = rounds.openRound(model2014());
        ApplicationView claim = fixture.submitted(round, BROMMA, anyClients(3));
        var before = List.of(notEligible(rows(claim).get(0)));
        preparations.prepare(OFFICER, claim.id(), null, recommending(2, before)).get();
        decide(round, claim);
        var both = List.of(before.get(0), notEligible(rows(claim).get(1)));
        preparations.prepare(OFFICER, claim.id(), null, recommending(1, both)).get();
        assertThat(preparations.foundAnewIn(round)).containsExactly(claim.id());

        preparations.prepare(OFFICER, claim.id(), null, recommending(2, before)).get();
        assertThat(preparations.foundAnewIn(round)).isEmpty();
        assertThat(preparations.waitingAnew(DIRECTOR)).noneMatch(line -> line.id() == claim.id());
        // The same findings and fewer clients is something to decide.
        preparations.prepare(OFFICER, claim.id(), null, recommending(1, before)).get();
        assertThat(preparations.foundAnewIn(round)).containsExactly(claim.id());
    }

    @Test
    void aSettledClaimAndOneOfAClosedRoundAreNotPreparedAgain() {
        String round = rounds.openRound(model2014());
        ApplicationView settled = fixture.prepared(round, BROMMA, anyClients(1), 1);
        decide(round, settled);
        QuarkusTransaction.requiringNew()
                .run(() -> accounts.book(
                        settled.id(), Accounts.Movement.ENTITLED, Kronor.of(15_000), "settlement/0", "test"));
        assertThat(preparations
                        .prepare(OFFICER, settled.id(), null, recommending(1, List.of()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.SETTLED);
        ApplicationView closed = fixture.prepared(round, FARSTA, anyClients(1), 1);
        decide(round, closed);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update funding_round set state = 'CLOSED' where id = ?1")
                        .setParameter(1, round)
                        .executeUpdate());
        assertThat(preparations
                        .prepare(OFFICER, closed.id(), null, recommending(1, List.of()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(ApplicationRefusal.ROUND_CLOSED);
    }

    private static Claims.Finding notEligible(ClaimRow row) {
        return new Claims.Finding(row.id(), "A6", "Hade ett pågående ärende.");
    }

    /** What a decision said of each client, in the order they were admitted: compensated, not eligible, in reserve. */
    private List<String> outcomes(DecisionView decision) {
        return QuarkusTransaction.requiringNew().call(() -> claims.decided(decision.id())).stream()
                .map(row -> row.outcome().name().substring(0, 1))
                .toList();
    }

    private static List<RowState> statesOf(String letters) {
        return letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'C' -> RowState.COMPENSATED;
                    case 'R' -> RowState.RESERVE;
                    default -> RowState.NOT_ELIGIBLE;
                })
                .toList();
    }

    private DecisionView decide(String round, ApplicationView claim) {
        return decisions
                .decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED)
                .get();
    }

    private List<ClaimRow> rows(ApplicationView claim) {
        return applications.rows(OFFICER, claim.id()).get();
    }

    private Map<RowState, Long> states(ApplicationView claim) {
        return rows(claim).stream().collect(Collectors.groupingBy(ClaimRow::state, Collectors.counting()));
    }

    private List<?> mismatches() {
        return database.createNativeQuery(
                        "select decision_id from claim_mismatch union all select id from ledger_mismatch")
                .getResultList();
    }
}
