package se.medel.settlement;

import static se.medel.settlement.SettlementRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.medel.application.PreparationService;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.ClientFindings;
import se.medel.costreport.ApprovalCheck;
import se.medel.costreport.CostReportRefusal;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportApproved;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportState;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.delegation.ConflictService;
import se.medel.delegation.rules.DelegationFault;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.rules.AdmittedLine;
import se.medel.settlement.rules.ReceivedFunding;
import se.medel.settlement.rules.RepaymentState;
import se.medel.settlement.rules.Settlement;
import se.medel.settlement.rules.Stage;
import se.medel.settlement.rules.YearEnd;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Settles each grant when its report is approved, or when none came in time: what the district may keep, what is still to be
 * paid, and what is flagged to be paid back (Y2, Y4). The same facts never settle twice.
 */
@ApplicationScoped
@Transactional
public class SettlementService implements ApprovalCheck {

    /** Grants whose rows are held in memory before they are let go. */
    private static final int HELD_AT_ONCE = 50;

    @Inject
    Settlements settlements;

    @Inject
    Repayments repayments;

    @Inject
    CostReportService reports;

    @Inject
    DecisionService decisions;

    @Inject
    PreparationService preparations;

    @Inject
    ConflictService conflicts;

    @Inject
    ClientFindings findings;

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** What came of settling a round: the settlements in force by what the reports say, and the districts that have none. */
    public record RoundSettled(List<SettlementView> settled, List<LeftOut> leftOut) {}

    /** A district that couldn't be settled, and the first reason why. */
    public record LeftOut(String district, Refusal why) {}

    /** One grant of a district: its account, how it was settled, and what is to be paid back. */
    public record Grant(Account account, List<SettlementView> settlements, List<RepaymentView> repayments) {

        /** The settlement in force; empty until the grant is settled. */
        public Optional<SettlementView> inForce() {
            return settlements.isEmpty() ? Optional.empty() : Optional.of(settlements.get(settlements.size() - 1));
        }

        /** By what has to happen next. */
        public Stage stage() {
            if (!account.settled()) {
                return Stage.NOT_SETTLED;
            }
            for (RepaymentView repayment : repayments) {
                if (repayment.state() == RepaymentState.FLAGGED) {
                    return repayment.hearingAt() == null ? Stage.FLAGGED : Stage.HEARD;
                }
                if (!repayment.open().equals(Kronor.ZERO)) {
                    return repayment.open().isPositive() ? Stage.TO_REPAY : Stage.TO_REFUND;
                }
            }
            return account.notYetPaid().isPositive() ? Stage.TO_PAY : Stage.DONE;
        }
    }

    /** Every grant of the round that the user may see, by district and component. */
    public List<Grant> ofRound(Actor actor, String roundId) {
        Map<Long, List<SettlementView>> settled = new TreeMap<>();
        settlements.list("roundId = ?1 order by applicationId, number", roundId).stream()
                .map(SettlementEntry::view)
                .forEach(view -> settled.computeIfAbsent(view.applicationId(), id -> new ArrayList<>())
                        .add(view));
        Map<Long, List<RepaymentView>> demanded = byApplication(repayments.ofRound(roundId));
        return accounts.ofRound(roundId).stream()
                .filter(account -> actor.sees(account.district()))
                .map(account -> new Grant(
                        account,
                        settled.getOrDefault(account.applicationId(), List.of()),
                        demanded.getOrDefault(account.applicationId(), List.of())))
                .toList();
    }

    /** The grants of one district in the round; refused for who may not see them. */
    public Answer<List<Grant>> ofDistrict(Actor actor, String roundId, String district) {
        boolean known = accounts.ofRound(roundId).stream()
                .anyMatch(account -> account.district().equals(district));
        if (!known) {
            return Answer.refused(SETTLEMENT_NOT_FOUND);
        }
        if (!actor.sees(district)) {
            audit.recordRefusedAccess(actor, new Subject("settlement/" + roundId, roundId, district));
            return Answer.refused(SETTLEMENT_NOT_FOUND);
        }
        List<Grant> grants = ofRound(actor, roundId).stream()
                .filter(grant -> grant.account().district().equals(district))
                .toList();
        return grants.isEmpty() ? Answer.refused(SETTLEMENT_NOT_FOUND) : Answer.of(grants);
    }

    /** What had been paid when the settlement was made, whatever has been paid since; whole kronor. */
    public Kronor paidWhen(SettlementView settlement) {
        String reference = "settlement/" + settlement.id();
        Kronor paid = Kronor.ZERO;
        for (Accounts.Entry entry : accounts.entries(settlement.applicationId())) {
            if (entry.reference().equals(reference)) {
                break;
            }
            if (entry.movement() == Movement.PAID) {
                paid = paid.plus(entry.kronor());
            }
        }
        return paid;
    }

    /** Every settlement of a district's grants, in the order they were made. Who may see them is the caller's to know. */
    public List<SettlementView> made(String roundId, String district) {
        return settlements.list("roundId = ?1 and district = ?2 order by id", roundId, district).stream()
                .map(SettlementEntry::view)
                .toList();
    }

    /** The settlement that a repayment comes from. Who may see it is the caller's to know. */
    public SettlementView of(RepaymentView repayment) {
        return settlements.findById(repayment.settlementId()).view();
    }

    /** What stands in the way of settling the district's grants by its report; nothing more is ordered until that is done. */
    @Override
    public List<Refusal> obstacles(CostReportView report, Map<Long, ClientFindings.Count> found) {
        List<Account> theirs = accounts.lockDistrict(report.roundId(), report.district());
        Optional<Refusal> closed = closedMeanwhile(report.roundId());
        if (closed.isPresent()) {
            return List.of(closed.get());
        }
        Known known = known(report.roundId(), report.district()).withFound(found);
        // What isn't looked through yet can't be settled on trial.
        if (!ReportCheck.toApprove(report.content(), report.review()).isEmpty()) {
            return theirs.stream()
                    .flatMap(account -> unfinished(account, known).stream())
                    .toList();
        }
        return obstacles(theirs, Optional.of(report), known);
    }

    void settle(@Observes ReportApproved event) {
        CostReportView report = event.report();
        Batch batch = new Batch(event.officer(), known(report.roundId(), report.district()), clock.instant());
        accounts.lockDistrict(report.roundId(), report.district())
                .forEach(account -> settle(batch, account, Optional.of(report)));
    }

    /**
     * Flags everything that was granted to a district whose report didn't come in time (Y4). A report that comes after all
     * gives a correction.
     */
    public Answer<List<SettlementView>> settleWithoutReport(Actor actor, String roundId, String district) {
        Optional<Refusal> barred = barred(actor, roundId);
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        List<Account> theirs = accounts.lockDistrict(roundId, district);
        Optional<Refusal> closed = closedMeanwhile(roundId);
        if (closed.isPresent()) {
            return Answer.refused(closed.get());
        }
        Optional<CostReportView> report = reports.of(roundId, district);
        if (report.isEmpty() || !report.get().isLate(LocalDate.now(clock))) {
            return Answer.refused(Refusal.of(REPORT_NOT_LATE).by("Y1"));
        }
        Optional<Refusal> conflict = conflict(conflicts.declaredBy(actor), theirs);
        if (conflict.isPresent()) {
            return Answer.refused(conflict.get());
        }
        Known known = known(roundId, district);
        List<Refusal> obstacles = obstacles(theirs, Optional.empty(), known);
        if (!obstacles.isEmpty()) {
            return Answer.refused(obstacles.get(0));
        }
        Batch batch = new Batch(actor, known, clock.instant());
        return Answer.of(theirs.stream()
                .map(account -> settle(batch, account, Optional.empty()))
                .toList());
    }

    /**
     * Settles again all that the round's reports say now: those that are approved, and with {@code late} also those that never
     * came. What is settled by the same facts already is left alone. The time grows with the number of grants and not faster:
     * what is known of the round is read once, and what is written is let go of as it goes. A district that something stands in
     * the way of is left out; refused where that is all of them.
     */
    public Answer<RoundSettled> settleRound(Actor actor, String roundId, boolean late) {
        Optional<Refusal> barred = barred(actor, roundId);
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Account>> byDistrict = new TreeMap<>();
        accounts.lockRound(roundId).forEach(account -> byDistrict
                .computeIfAbsent(account.district(), slug -> new ArrayList<>())
                .add(account));
        Optional<Refusal> closed = closedMeanwhile(roundId);
        if (closed.isPresent()) {
            return Answer.refused(closed.get());
        }
        Map<CostReportView, List<Account>> due = new LinkedHashMap<>();
        for (CostReportView report : reports.all(roundId)) {
            if (isApproved(report) || late && report.isLate(today)) {
                due.put(report, byDistrict.getOrDefault(report.district(), List.of()));
            }
        }
        Known known = known(roundId, settlements.inForceOf(roundId), repayments.ofRound(roundId));
        letGo();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> declared = conflicts.declaredBy(actor);
        due.forEach((report, theirs) -> conflict(declared, theirs)
                .or(() -> obstacles(theirs, approved(report), known).stream().findFirst())
                .ifPresent(why -> leftOut.add(new LeftOut(report.district(), why))));
        if (!leftOut.isEmpty() && leftOut.size() == due.size()) {
            return Answer.refused(leftOut.get(0).why());
        }
        due.keySet().removeIf(report -> leftOut.stream()
                .anyMatch(left -> left.district().equals(report.district())));
        Batch batch = new Batch(actor, known, clock.instant());
        List<SettlementView> settled = new ArrayList<>();
        due.forEach((report, theirs) -> {
            for (Account account : theirs) {
                settled.add(settle(batch, account, approved(report)));
                if (settled.size() % HELD_AT_ONCE == 0) {
                    letGo();
                }
            }
        });
        return Answer.of(new RoundSettled(settled, leftOut));
    }

    /** Every write looks through all that the session holds, so it must not come to hold the whole round. */
    private void letGo() {
        settlements.flush();
        settlements.getEntityManager().clear();
    }

    private static boolean isApproved(CostReportView report) {
        return report.state() == ReportState.APPROVED;
    }

    /** The report where it is approved: one that isn't says nothing. */
    private static Optional<CostReportView> approved(CostReportView report) {
        return Optional.of(report).filter(SettlementService::isApproved);
    }

    /**
     * What is known of a round, read once for all its grants.
     *
     * @param inForce the settlement in force of each grant that has one
     * @param demands the repayments of each grant that has any, the first one first
     * @param clients how many clients each claim is compensated for
     * @param found what is found about the claims' clients
     * @param foundAnew the claims whose decision is to be replaced
     * @param tolerancePercent of the model in force
     */
    private record Known(
            Map<Long, SettlementView> inForce,
            Map<Long, List<RepaymentView>> demands,
            Map<Long, Long> clients,
            Map<Long, ClientFindings.Count> found,
            Set<Long> foundAnew,
            int tolerancePercent) {

        Known withFound(Map<Long, ClientFindings.Count> other) {
            return new Known(inForce, demands, clients, other, foundAnew, tolerancePercent);
        }
    }

    /** Settlements that are made together, at one moment. */
    private record Batch(Actor actor, Known known, Instant at) {}

    private Known known(String roundId, List<SettlementEntry> settled, List<Repayment> demanded) {
        Map<Long, SettlementView> inForce = new HashMap<>();
        settled.forEach(entry -> inForce.put(entry.applicationId, entry.view()));
        return new Known(
                inForce,
                byApplication(demanded),
                decisions.clientsInForce(roundId),
                findings.counts(roundId),
                preparations.foundAnewIn(roundId),
                rounds.modelInForce(roundId).orElseThrow().model().offPlanTolerancePercent());
    }

    private Known known(String roundId, String district) {
        return known(
                roundId, settlements.ofDistrict(roundId, district), repayments.ofRoundAndDistrict(roundId, district));
    }

    private static Map<Long, List<RepaymentView>> byApplication(List<Repayment> repayments) {
        return repayments.stream().map(Repayment::view).collect(Collectors.groupingBy(RepaymentView::applicationId));
    }

    /** A district's grants are settled by one who has no conflict of interest in any of them. */
    private static Optional<Refusal> conflict(Set<String> declared, List<Account> theirs) {
        return theirs.stream().anyMatch(account -> declared.contains("application/" + account.applicationId()))
                ? Optional.of(Refusal.of(DelegationFault.CONFLICT_DECLARED))
                : Optional.empty();
    }

    private List<Refusal> obstacles(List<Account> theirs, Optional<CostReportView> report, Known known) {
        return theirs.stream()
                .flatMap(account -> obstacle(account, report, known).stream())
                .toList();
    }

    /**
     * What is unfinished comes first; and what is back under the caps may be promised to others.
     */
    private static Optional<Refusal> obstacle(Account account, Optional<CostReportView> report, Known known) {
        Optional<Refusal> unfinished = unfinished(account, known);
        if (unfinished.isPresent()) {
            return unfinished;
        }
        if (report.isPresent() && lacksPlan(account, report.get())) {
            return Optional.of(Refusal.of(CostReportRefusal.REPORT_LACKS_GRANT).by("Y1"));
        }
        Settlement result = Settlement.of(input(account, report, known));
        Kronor back = account.paid().minus(withKept(account, result, known)).orZero();
        Kronor free = result.release(account.granted(), account.paid())
                .plus(account.repaid().min(back));
        return account.freed().isMoreThan(free)
                ? Optional.of(Refusal.of(FREED_ALREADY).by("A1"))
                : Optional.empty();
    }

    /** Whether the grant was decided after the report was written: its costs aren't in it. */
    private static boolean lacksPlan(Account account, CostReportView report) {
        return account.component() != ComponentKind.CLIENT_COMPENSATION
                && account.granted().isPositive()
                && report.content().lines().stream()
                        .noneMatch(line -> line.applicationId() == account.applicationId() && line.inPlan());
    }

    /**
     * A payment that is on its way could be paid after the settlement has said that it isn't to be; and a decision on a settled
     * grant is never replaced, so what waits for that would be lost.
     */
    private static Optional<Refusal> unfinished(Account account, Known known) {
        if (account.underWay().isPositive()) {
            return Optional.of(Refusal.of(PAYMENT_UNDER_WAY, account.underWay()).by("A1"));
        }
        return !account.settled() && known.foundAnew().contains(account.applicationId())
                ? Optional.of(Refusal.of(DECISION_TO_BE_REPLACED).by("Y4"))
                : Optional.empty();
    }

    private Optional<Refusal> barred(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER) {
            return Optional.of(Refusal.of(SETTLEMENT_NOT_FOR_ROLE));
        }
        Optional<RoundState> state = rounds.round(roundId).map(RoundView::state);
        if (state.isEmpty()) {
            return Optional.of(Refusal.of(SETTLEMENT_NOT_FOUND));
        }
        return notReporting(state.get());
    }

    /** Closing takes every account of the round: who has waited for one reads the round's state again. */
    private Optional<Refusal> closedMeanwhile(String roundId) {
        return notReporting(rounds.stateNow(roundId));
    }

    private static Optional<Refusal> notReporting(RoundState state) {
        return state == RoundState.REPORTING
                ? Optional.empty()
                : Optional.of(Refusal.of(SETTLEMENT_ROUND_STATE, state));
    }

    /** Settles one grant whose account is locked. The same facts give the settlement that there is. */
    private SettlementView settle(Batch batch, Account account, Optional<CostReportView> report) {
        YearEnd input = input(account, report, batch.known());
        SettlementView before = batch.known().inForce().get(account.applicationId());
        if (before != null && before.input().equals(input)) {
            return before;
        }
        Settlement result = Settlement.of(input);
        SettlementEntry entry = new SettlementEntry();
        entry.roundId = account.roundId();
        entry.district = account.district();
        entry.applicationId = account.applicationId();
        entry.number = before == null ? 1 : before.number() + 1;
        entry.reportId = report.map(CostReportView::id).orElse(null);
        entry.inputs = StoredJson.write(input);
        entry.result = StoredJson.write(result);
        entry.entitled = result.entitled().amount().setScale(0);
        entry.madeBy = batch.actor().username();
        entry.madeAt = batch.at();
        entry.replaces = before == null ? null : before.id();
        settlements.persist(entry);

        String by = batch.actor().username();
        Kronor entitled = withKept(account, result, batch.known());
        accounts.book(
                account.applicationId(), Movement.ENTITLED, entitled.minus(account.entitled()), entry.reference(), by);
        Kronor release = result.release(account.granted(), account.paid()).minus(account.released());
        if (!release.equals(Kronor.ZERO)) {
            accounts.book(account.applicationId(), Movement.RELEASED, release, entry.reference(), by);
        }
        flag(batch, account, entry, result, account.paid().minus(entitled).orZero());
        audit.record(
                batch.actor(),
                "SETTLED",
                new Subject(entry.reference(), entry.roundId, entry.district),
                before,
                entry.view());
        return entry.view();
    }

    /** What the district is entitled to, with what the director has let it keep before: that isn't taken back by a correction. */
    private static Kronor withKept(Account account, Settlement result, Known known) {
        Kronor kept = known.demands().getOrDefault(account.applicationId(), List.of()).stream()
                .filter(demand -> demand.state().isDecided() && demand.flagged().isPositive())
                .map(demand -> demand.flagged().minus(demand.decided()))
                .reduce(Kronor.ZERO, Kronor::plus);
        return result.entitled().max(result.entitled().plus(kept).min(account.paid()));
    }

    /**
     * Flags what earlier decisions haven't demanded already. A proposal that nobody has decided gives way, unless it says the
     * same.
     *
     * @param repay what is to be repaid in all, beyond what the director has let the district keep
     */
    private void flag(Batch batch, Account account, SettlementEntry settlement, Settlement result, Kronor repay) {
        List<RepaymentView> earlier = batch.known().demands().getOrDefault(account.applicationId(), List.of());
        Kronor demanded = earlier.stream()
                .filter(demand -> demand.state().isDecided())
                .map(RepaymentView::decided)
                .reduce(Kronor.ZERO, Kronor::plus);
        Kronor flagged = repay.minus(demanded);
        Map<String, Kronor> parts = new TreeMap<>();
        result.parts(account.paid()).forEach((reason, part) -> parts.put(reason.name(), part));
        Kronor settledBefore = flagged.minus(result.repay(account.paid()));
        if (!settledBefore.equals(Kronor.ZERO)) {
            parts.put(RepaymentView.EARLIER, settledBefore);
        }
        Optional<RepaymentView> proposal = earlier.stream()
                .filter(demand -> demand.state() == RepaymentState.FLAGGED)
                .findFirst();
        if (proposal.isPresent() && proposal.get().parts().equals(parts)) {
            return;
        }
        if (proposal.isPresent()) {
            repayments.supersede(account.applicationId());
        }
        if (flagged.equals(Kronor.ZERO)) {
            return;
        }
        Repayment repayment = new Repayment();
        repayment.settlementId = settlement.id;
        repayment.applicationId = account.applicationId();
        repayment.roundId = account.roundId();
        repayment.district = account.district();
        repayment.state = RepaymentState.FLAGGED;
        repayment.flagged = flagged.amount().setScale(0);
        repayment.parts = StoredJson.write(parts);
        repayment.preparedBy(batch.actor());
        repayments.persist(repayment);
    }

    /** Everything that the settlement of a grant rests on, as it is now. */
    private static YearEnd input(Account account, Optional<CostReportView> report, Known known) {
        if (report.isEmpty()) {
            return new YearEnd.NoReport(account.granted());
        }
        if (account.component() == ComponentKind.CLIENT_COMPENSATION) {
            long clients = known.clients().getOrDefault(account.applicationId(), 0L);
            ClientFindings.Count found =
                    known.found().getOrDefault(account.applicationId(), new ClientFindings.Count(0, 0));
            Kronor rate = clients == 0
                    ? Kronor.ZERO
                    : new Kronor(account.granted().amount().divide(BigDecimal.valueOf(clients)));
            return new YearEnd.Clients(account.granted(), rate, clients, found.notEligible(), found.fundedTwice());
        }
        return costs(account, report.get(), known.tolerancePercent());
    }

    private static YearEnd costs(Account account, CostReportView report, int tolerancePercent) {
        List<AdmittedLine> lines = new ArrayList<>();
        for (int i = 0; i < report.content().lines().size(); i++) {
            CostLine line = report.content().lines().get(i);
            if (line.applicationId() == account.applicationId()) {
                lines.add(new AdmittedLine(
                        line.line(),
                        line.planned(),
                        line.actual(),
                        report.review().lines().get(i).admitted()));
            }
        }
        List<ReceivedFunding> others = report.content().otherIncome().stream()
                .filter(income -> income.applicationId() == account.applicationId())
                .map(income -> new ReceivedFunding(income.source(), income.amount(), income.lines()))
                .toList();
        return new YearEnd.Costs(account.granted(), lines, others, tolerancePercent);
    }

    /**
     * Lets money that wasn't used, or was paid back, come under the round's caps again (A1). The officer says so and nobody
     * delegates it: who gets the money next is decided on delegation. But a conflict of interest in the grant bars, or in one of
     * its repayments.
     *
     * @param kronor whole kronor; of compensation for clients whole clients' worth
     */
    public Answer<Account> free(Actor actor, long applicationId, Kronor kronor) {
        Optional<Account> found = accounts.of(applicationId);
        if (found.isEmpty() || !actor.sees(found.get().district())) {
            return Answer.refused(SETTLEMENT_NOT_FOUND);
        }
        String roundId = found.get().roundId();
        Optional<Refusal> barred = barred(actor, roundId);
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        if (kronor == null || !kronor.isPositive() || !kronor.isWhole()) {
            return Answer.refused(
                    Refusal.of(REPAYMENT_AMOUNT_MISSING).at("amount").by("A2"));
        }
        Optional<Refusal> conflict = conflicts.bars(actor, subjects(applicationId));
        if (conflict.isPresent()) {
            return Answer.refused(conflict.get());
        }
        ledger.lock(roundId);
        Account account = accounts.lock(applicationId).orElseThrow();
        Optional<Refusal> closed = closedMeanwhile(roundId);
        if (closed.isPresent()) {
            return Answer.refused(closed.get());
        }
        if (kronor.isMoreThan(account.toFree())) {
            return Answer.refused(
                    Refusal.of(FREE_ABOVE_LEFT, account.toFree()).at("amount").by("A1"));
        }
        DecisionView decision = decisions.inForce(applicationId).orElseThrow();
        long clients = 0;
        if (account.component() == ComponentKind.CLIENT_COMPENSATION) {
            Kronor rate = new Kronor(account.granted().amount().divide(BigDecimal.valueOf(decision.grantedClients())));
            clients = kronor.timesThatFit(rate);
            if (!rate.times(clients).equals(kronor)) {
                return Answer.refused(
                        Refusal.of(FREE_NOT_WHOLE_CLIENTS, rate).at("amount").by("A2"));
            }
        }
        ledger.book(
                roundId,
                new Ledger.Entry(
                        Ledger.Kind.FREED,
                        account.district(),
                        account.component(),
                        Kronor.ZERO.minus(kronor),
                        -clients,
                        decision.id(),
                        clock.instant(),
                        actor.username()));
        accounts.book(
                applicationId,
                Movement.FREED,
                kronor,
                "freed/" + account.freed().plus(kronor).toWholeKronor(),
                actor.username());
        Account after = accounts.of(applicationId).orElseThrow();
        audit.record(
                actor,
                "MONEY_FREED",
                new Subject("application/" + applicationId, roundId, account.district()),
                account,
                after);
        return Answer.of(after);
    }

    /** The grant and what has been demanded back of it. */
    private List<String> subjects(long applicationId) {
        List<String> subjects = new ArrayList<>(List.of("application/" + applicationId));
        repayments
                .ofApplication(applicationId)
                .forEach(repayment -> subjects.add(repayment.view().subject()));
        return subjects;
    }
}
