package se.medel.settlement;

import static se.medel.settlement.SettlementRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.ClientFindings;
import se.medel.costreport.ApprovalCheck;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportApproved;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportState;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
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

    @Inject
    Settlements settlements;

    @Inject
    Repayments repayments;

    @Inject
    CostReportService reports;

    @Inject
    DecisionService decisions;

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

    /** One grant of a district: its account, how it was settled, and what is to be paid back. */
    public record Grant(Account account, List<SettlementView> settlements, List<RepaymentView> repayments) {

        /** The settlement in force; empty until the grant is settled. */
        public Optional<SettlementView> inForce() {
            return settlements.isEmpty() ? Optional.empty() : Optional.of(settlements.get(settlements.size() - 1));
        }
    }

    /** Every grant of the round that the user may see, by district and component. */
    public List<Grant> ofRound(Actor actor, String roundId) {
        Map<Long, List<SettlementView>> settled = new TreeMap<>();
        settlements.list("roundId = ?1 order by applicationId, number", roundId).stream()
                .map(SettlementEntry::view)
                .forEach(view -> settled.computeIfAbsent(view.applicationId(), id -> new ArrayList<>())
                        .add(view));
        Map<Long, List<RepaymentView>> demanded = new TreeMap<>();
        repayments.ofRound(roundId).stream().map(Repayment::view).forEach(view -> demanded.computeIfAbsent(
                        view.applicationId(), id -> new ArrayList<>())
                .add(view));
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
        if (!actor.sees(district)) {
            audit.recordRefusedAccess(actor, new Subject("settlement/" + roundId, roundId, district));
            return Answer.refused(SETTLEMENT_NOT_FOUND);
        }
        List<Grant> grants = ofRound(actor, roundId).stream()
                .filter(grant -> grant.account().district().equals(district))
                .toList();
        return grants.isEmpty() ? Answer.refused(SETTLEMENT_NOT_FOUND) : Answer.of(grants);
    }

    void settle(@Observes ReportApproved event) {
        for (Account account :
                accounts.lockDistrict(event.report().roundId(), event.report().district())) {
            settle(event.officer(), account, Optional.of(event.report()));
        }
    }

    /** What stands in the way of settling the district's grants by its report; nothing more is ordered until that is done. */
    @Override
    public List<Refusal> obstacles(CostReportView report) {
        return accounts.lockDistrict(report.roundId(), report.district()).stream()
                .flatMap(account -> obstacle(account).stream())
                .toList();
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
        Optional<CostReportView> report = reports.of(roundId, district);
        if (report.isEmpty() || !report.get().isLate(LocalDate.now(clock))) {
            return Answer.refused(Refusal.of(REPORT_NOT_LATE).by("Y1"));
        }
        return settle(actor, roundId, district, Optional.empty());
    }

    /**
     * Settles again all that the round's reports say now: those that are approved, and with {@code late} also those that never
     * came. What is settled by the same facts already is left alone.
     */
    public Answer<List<SettlementView>> settleRound(Actor actor, String roundId, boolean late) {
        Optional<Refusal> barred = barred(actor, roundId);
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Account>> byDistrict = new TreeMap<>();
        accounts.lockRound(roundId).forEach(account -> byDistrict
                .computeIfAbsent(account.district(), slug -> new ArrayList<>())
                .add(account));
        List<SettlementView> settled = new ArrayList<>();
        for (CostReportView report : reports.all(roundId)) {
            boolean approved = report.state() == ReportState.APPROVED;
            if (!approved && !(late && report.isLate(today))) {
                continue;
            }
            for (Account account : byDistrict.getOrDefault(report.district(), List.of())) {
                Optional<Refusal> obstacle = obstacle(account);
                if (obstacle.isPresent()) {
                    return Answer.refused(obstacle.get());
                }
                settled.add(settle(actor, account, Optional.of(report).filter(any -> approved)));
            }
        }
        return Answer.of(settled);
    }

    private Answer<List<SettlementView>> settle(
            Actor actor, String roundId, String district, Optional<CostReportView> report) {
        List<Account> theirs = accounts.lockDistrict(roundId, district);
        Optional<Refusal> obstacle =
                theirs.stream().flatMap(account -> obstacle(account).stream()).findFirst();
        if (obstacle.isPresent()) {
            return Answer.refused(obstacle.get());
        }
        return Answer.of(
                theirs.stream().map(account -> settle(actor, account, report)).toList());
    }

    /** A payment that is on its way could be paid after the settlement has said that it isn't to be. */
    private static Optional<Refusal> obstacle(Account account) {
        return account.underWay().isPositive()
                ? Optional.of(Refusal.of(PAYMENT_UNDER_WAY, account.underWay()).by("A1"))
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
        return state.get() == RoundState.REPORTING
                ? Optional.empty()
                : Optional.of(Refusal.of(SETTLEMENT_ROUND_STATE, state.get()));
    }

    /** Settles one grant whose account is locked. The same facts give the settlement that there is. */
    private SettlementView settle(Actor actor, Account account, Optional<CostReportView> report) {
        YearEnd input = input(account, report);
        Optional<SettlementEntry> before = settlements.inForce(account.applicationId());
        if (before.isPresent() && before.get().view().input().equals(input)) {
            return before.get().view();
        }
        Settlement result = Settlement.of(input);
        SettlementEntry entry = new SettlementEntry();
        entry.roundId = account.roundId();
        entry.district = account.district();
        entry.applicationId = account.applicationId();
        entry.number = before.map(earlier -> earlier.number).orElse(0) + 1;
        entry.reportId = report.map(CostReportView::id).orElse(null);
        entry.inputs = StoredJson.write(input);
        entry.result = StoredJson.write(result);
        entry.entitled = result.entitled().amount().setScale(0);
        entry.madeBy = actor.username();
        entry.madeAt = clock.instant();
        entry.replaces = before.map(earlier -> earlier.id).orElse(null);
        settlements.persistAndFlush(entry);

        String reference = "settlement/" + entry.id;
        accounts.book(
                account.applicationId(),
                Movement.ENTITLED,
                result.entitled().minus(account.entitled()),
                reference,
                actor.username());
        Kronor release = result.release(account.granted(), account.paid()).minus(account.released());
        if (!release.equals(Kronor.ZERO)) {
            accounts.book(account.applicationId(), Movement.RELEASED, release, reference, actor.username());
        }
        flag(actor, account, entry, result);
        audit.record(
                actor,
                "SETTLED",
                new Subject("settlement/" + entry.id, entry.roundId, entry.district),
                before.map(SettlementEntry::view).orElse(null),
                entry.view());
        return entry.view();
    }

    /** Flags what earlier decisions haven't demanded already; a proposal that nobody has decided gives way. */
    private void flag(Actor actor, Account account, SettlementEntry settlement, Settlement result) {
        Kronor demanded = Kronor.ZERO;
        for (Repayment earlier : repayments.ofApplication(account.applicationId())) {
            if (earlier.state == RepaymentState.FLAGGED) {
                earlier.state = RepaymentState.SUPERSEDED;
            } else if (earlier.state.isDecided()) {
                demanded = demanded.plus(new Kronor(earlier.decided));
            }
        }
        repayments.flush();
        Map<String, Kronor> parts = new TreeMap<>();
        result.parts(account.paid()).forEach((reason, part) -> parts.put(reason.name(), part));
        if (!demanded.equals(Kronor.ZERO)) {
            parts.put(RepaymentView.EARLIER, Kronor.ZERO.minus(demanded));
        }
        Kronor flagged = result.repay(account.paid()).minus(demanded);
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
        repayment.preparedBy(actor);
        repayments.persistAndFlush(repayment);
    }

    /** Everything that the settlement of a grant rests on, as it is now. */
    private YearEnd input(Account account, Optional<CostReportView> report) {
        if (report.isEmpty()) {
            return new YearEnd.NoReport(account.granted());
        }
        if (account.component() == ComponentKind.CLIENT_COMPENSATION) {
            DecisionView decision = decisions.inForce(account.applicationId()).orElseThrow();
            ClientFindings.Count found = findings.count(account.applicationId());
            long clients = decision.grantedClients();
            Kronor rate = clients == 0
                    ? Kronor.ZERO
                    : new Kronor(account.granted().amount().divide(BigDecimal.valueOf(clients)));
            return new YearEnd.Clients(account.granted(), rate, clients, found.notEligible(), found.fundedTwice());
        }
        return costs(account, report.get());
    }

    private YearEnd costs(Account account, CostReportView report) {
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
        int tolerance =
                rounds.modelInForce(account.roundId()).orElseThrow().model().offPlanTolerancePercent();
        return new YearEnd.Costs(account.granted(), lines, others, tolerance);
    }

    /**
     * Lets money that wasn't used, or was paid back, come under the round's caps again (A1).
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
        ledger.lock(roundId);
        Account account = accounts.lock(applicationId).orElseThrow();
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
}
