package se.medel.settlement;

import static se.medel.settlement.SettlementRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.decision.DecisionService;
import se.medel.delegation.ConflictService;
import se.medel.delegation.DelegationService;
import se.medel.delegation.Mandate;
import se.medel.delegation.rules.DecisionKind;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.Deadlines;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.settlement.rules.RepaymentState;
import se.medel.storage.StoredJson;
import se.medel.time.LongAgo;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Repayments: flagged, heard, decided, paid or written off (Y2, Y5). One transaction per method. */
@ApplicationScoped
@Transactional
public class RepaymentService {

    /** The longest reference to a voucher. */
    public static final int LONGEST_REFERENCE = 60;

    @Inject
    Repayments repayments;

    @Inject
    ReceiptBook receipts;

    @Inject
    DecisionService decisions;

    @Inject
    DelegationService delegation;

    @Inject
    ConflictService conflicts;

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** The repayment, for someone who may see it. */
    public Answer<RepaymentView> find(Actor actor, long id) {
        return seen(actor, id).map(Repayment::view);
    }

    /** What waits for somebody in every round: flagged, and decided but not paid. Only what the user may see. */
    public List<RepaymentView> open(Actor actor) {
        return repayments.open().stream()
                .filter(repayment -> actor.sees(repayment.district))
                .map(Repayment::view)
                .toList();
    }

    /** The money that has come in on a repayment, or gone back. */
    public List<ReceiptBook.Receipt> receipts(long repaymentId) {
        return receipts.of(repaymentId);
    }

    /** Asks the district what it says about the proposal (Y5). The letter is sent by the one who prepares. */
    public Answer<RepaymentView> hear(Actor actor, long id, Long ifVersion, LocalDate replyDue) {
        return take(actor, id, ifVersion, Role.OFFICER, RepaymentState.FLAGGED).then(repayment -> {
            LocalDate today = LocalDate.now(clock);
            if (replyDue == null || !replyDue.isAfter(today) || replyDue.isAfter(today.plusYears(1))) {
                return Answer.refused(Refusal.of(REPLY_DUE_PAST).at("replyDue"));
            }
            Optional<Refusal> conflict = conflicts.bars(actor, repayment.view().subjects());
            if (conflict.isPresent()) {
                return Answer.refused(conflict.get());
            }
            if (repayment.hearingAt != null) {
                return Answer.refused(
                        Refusal.of(HEARD_ALREADY, repayment.replyDue).by("Y5"));
            }
            repayment.hearingBy = actor.username();
            repayment.hearingAt = clock.instant();
            repayment.replyDue = replyDue;
            repayment.preparedBy(actor);
            return kept(actor, "REPAYMENT_HEARD", repayment);
        });
    }

    /** The district's answer, in writing; it can be given until the director has decided. */
    public Answer<RepaymentView> reply(Actor actor, long id, Long ifVersion, String text) {
        return seen(actor, id).then(repayment -> {
            if (!actor.actsFor(repayment.district)) {
                return Answer.refused(SETTLEMENT_NOT_FOR_ROLE);
            }
            return inState(repayment, ifVersion, RepaymentState.FLAGGED).then(flagged -> {
                List<Refusal> faults = new ArrayList<>();
                if (text == null || text.isBlank()) {
                    faults.add(Refusal.of(REPLY_MISSING).at("reply"));
                }
                FreeText.check(faults, "reply", text);
                if (!faults.isEmpty()) {
                    return Answer.refused(faults);
                }
                if (flagged.hearingAt == null) {
                    return Answer.refused(NOT_HEARD);
                }
                flagged.reply = text.strip();
                flagged.repliedBy = actor.username();
                flagged.repliedAt = clock.instant();
                return kept(actor, "REPAYMENT_REPLIED", flagged);
            });
        });
    }

    /**
     * The director decides, when the district has answered or has let its day pass.
     *
     * @param amount whole kronor, at most what is flagged; zero dismisses the proposal. What isn't demanded the district keeps
     */
    public Answer<RepaymentView> decide(Actor actor, long id, Long ifVersion, Kronor amount, String reasons) {
        return seen(actor, id).then(found -> {
            if (actor.role() != Role.DIRECTOR) {
                return Answer.refused(SETTLEMENT_NOT_FOR_ROLE);
            }
            ledger.lock(found.roundId);
            accounts.lock(found.applicationId);
            repayments.getEntityManager().refresh(found);
            return inState(found, ifVersion, RepaymentState.FLAGGED)
                    .then(repayment -> decide(actor, repayment, amount, reasons));
        });
    }

    private Answer<RepaymentView> decide(Actor actor, Repayment repayment, Kronor amount, String reasons) {
        Kronor flagged = new Kronor(repayment.flagged);
        List<Refusal> faults = new ArrayList<>();
        if (amount == null || !amount.isWhole()) {
            faults.add(Refusal.of(REPAYMENT_AMOUNT_MISSING).at("amount").by("A2"));
        } else if (flagged.isNegative() ? !amount.equals(flagged) : amount.isNegative() || amount.isMoreThan(flagged)) {
            // What a correction gives back is the district's: it is decided as it stands, or corrected again.
            faults.add(Refusal.of(REPAYMENT_ABOVE_FLAGGED, flagged.max(Kronor.ZERO.minus(flagged)))
                    .at("amount")
                    .by("Y4"));
        }
        if (reasons == null || reasons.isBlank()) {
            faults.add(Refusal.of(REPAYMENT_REASONS_MISSING).at("reasons"));
        }
        FreeText.check(faults, "reasons", reasons);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        if (repayment.wasPreparedBy(actor)) {
            return Answer.refused(REPAYMENT_FOUR_EYES);
        }
        LocalDate today = LocalDate.now(clock);
        Optional<Refusal> tooEarly = amount.isPositive() ? tooEarly(repayment.view()) : Optional.empty();
        if (tooEarly.isPresent()) {
            return Answer.refused(tooEarly.get());
        }
        Answer<Mandate> mandate = delegation.mandate(
                actor,
                DecisionKind.REPAYMENT,
                flagged.max(Kronor.ZERO.minus(flagged)),
                repayment.view().subjects());
        if (mandate.isRefused()) {
            return Answer.refused(mandate.refusals());
        }
        repayment.mandate = StoredJson.write(mandate.get());
        Kronor kept = flagged.minus(amount);
        if (!kept.equals(Kronor.ZERO)) {
            accounts.book(repayment.applicationId, Movement.ENTITLED, kept, reference(repayment), actor.username());
        }
        repayment.number = decisions.nextNumber(repayment.roundId);
        repayment.decided = amount.amount().setScale(0);
        repayment.reasons = reasons.strip();
        repayment.decidedBy = actor.username();
        repayment.decidedAt = clock.instant();
        repayment.payBy = amount.isPositive() ? deadlines.of(repayment.roundId).payBy(today) : null;
        repayment.state = amount.equals(Kronor.ZERO) ? RepaymentState.DISMISSED : RepaymentState.DECIDED;
        Answer<RepaymentView> decided = kept(actor, "REPAYMENT_DECIDED", repayment);
        if (amount.isNegative()) {
            setOff(actor, repayment);
        } else {
            for (Repayment earlier : repayments.ofApplication(repayment.applicationId)) {
                setOff(actor, earlier, repayment, repayment.open());
            }
            repayments.flush();
        }
        return decided.map(view -> repayment.view());
    }

    /** Why no demand can be decided yet; empty where one can: the district has answered or let its day pass (Y5). */
    public Optional<Refusal> tooEarly(RepaymentView repayment) {
        if (repayment.flagged().isNegative()) {
            return Optional.empty();
        }
        if (repayment.hearingAt() == null) {
            return Optional.of(Refusal.of(NOT_HEARD).by("Y5"));
        }
        return repayment.reply() == null && !repayment.replyDue().isBefore(LocalDate.now(clock))
                ? Optional.of(Refusal.of(REPLY_NOT_DUE, repayment.replyDue()).by("Y5"))
                : Optional.empty();
    }

    /** Whether the user has prepared it, and so must not decide it (four eyes). */
    public boolean prepared(Actor actor, long id) {
        return seen(actor, id).map(repayment -> repayment.wasPreparedBy(actor)).get();
    }

    /**
     * A correction in the district's favour is first taken from what it still has to pay, then from what was written off: that
     * the district has kept. What is left of it is given back.
     */
    private void setOff(Actor actor, Repayment correction) {
        List<Repayment> demands = repayments.ofApplication(correction.applicationId);
        for (Repayment demand : demands) {
            setOff(actor, correction, demand, demand.open());
        }
        for (Repayment demand : demands) {
            Kronor laid = toSetOff(correction, new Kronor(demand.writtenOff));
            if (laid.isPositive()) {
                accounts.book(
                        correction.applicationId,
                        Movement.WRITTEN_OFF,
                        Kronor.ZERO.minus(laid),
                        reference(correction) + "/" + demand.id,
                        actor.username());
                demand.writtenOff = demand.writtenOff.subtract(laid.amount().setScale(0));
                // Open again for as long as it takes to set it off.
                demand.state = RepaymentState.DECIDED;
                setOff(actor, correction, demand, laid);
            }
        }
        repayments.flush();
    }

    private void setOff(Actor actor, Repayment correction, Repayment demand, Kronor most) {
        Kronor laid = toSetOff(correction, most);
        if (laid.isPositive()) {
            LocalDate today = LocalDate.now(clock);
            receipts.book(demand, ReceiptBook.Kind.SET_OFF, laid, today, reference(correction), actor);
            receipts.book(
                    correction, ReceiptBook.Kind.SET_OFF, Kronor.ZERO.minus(laid), today, reference(demand), actor);
        }
    }

    private static Kronor toSetOff(Repayment correction, Kronor most) {
        return Kronor.ZERO.minus(correction.open()).min(most);
    }

    /** Money that the district has paid back, in full or in part; never more than is left. */
    public Answer<RepaymentView> receive(
            Actor actor, long id, Long ifVersion, Kronor kronor, LocalDate date, String reference) {
        return book(actor, id, ifVersion, kronor, date, reference, ReceiptBook.Kind.RECEIVED);
    }

    /** Money that the city has given back, where a correction found that too much was paid back. */
    public Answer<RepaymentView> refund(
            Actor actor, long id, Long ifVersion, Kronor kronor, LocalDate date, String reference) {
        return book(actor, id, ifVersion, kronor, date, reference, ReceiptBook.Kind.REFUNDED);
    }

    private Answer<RepaymentView> book(
            Actor actor,
            long id,
            Long ifVersion,
            Kronor kronor,
            LocalDate date,
            String reference,
            ReceiptBook.Kind kind) {
        return take(actor, id, ifVersion, Role.CONTROLLER, RepaymentState.DECIDED)
                .then(repayment -> {
                    boolean refund = kind == ReceiptBook.Kind.REFUNDED;
                    Kronor open = refund ? Kronor.ZERO.minus(repayment.open()) : repayment.open();
                    List<Refusal> faults = new ArrayList<>();
                    if (kronor == null || !kronor.isPositive() || !kronor.isWhole()) {
                        faults.add(
                                Refusal.of(RECEIPT_AMOUNT_MISSING).at("amount").by("A2"));
                    } else if (kronor.isMoreThan(open.orZero())) {
                        faults.add(Refusal.of(RECEIPT_ABOVE_OPEN, open.orZero()).at("amount"));
                    }
                    if (date == null || LongAgo.is(date)) {
                        faults.add(Refusal.of(RECEIPT_DATE_MISSING).at("date"));
                    } else if (date.isAfter(LocalDate.now(clock))) {
                        faults.add(Refusal.of(RECEIPT_DATE_IN_FUTURE).at("date"));
                    }
                    if (reference == null || reference.isBlank()) {
                        faults.add(Refusal.of(RECEIPT_REFERENCE_MISSING).at("reference"));
                    }
                    FreeText.check(faults, "reference", reference, LONGEST_REFERENCE);
                    if (!faults.isEmpty()) {
                        return Answer.refused(faults);
                    }
                    if (receipts.has(id, kind, reference.strip())) {
                        return Answer.refused(Refusal.of(RECEIPT_TWICE).at("reference"));
                    }
                    if (refund && freed(repayment).isMoreThan(Kronor.ZERO.minus(kronor))) {
                        return Answer.refused(Refusal.of(FREED_ALREADY).by("A1"));
                    }
                    Kronor signed = refund ? Kronor.ZERO.minus(kronor) : kronor;
                    receipts.book(repayment, kind, signed, date, reference.strip(), actor);
                    return kept(actor, "REPAYMENT_" + kind, repayment);
                });
    }

    /** How much more is back under the caps than was released and repaid; below zero where less is. */
    private Kronor freed(Repayment repayment) {
        Account account = accounts.of(repayment.applicationId).orElseThrow();
        return account.freed().minus(account.released()).minus(account.repaid());
    }

    /** The director gives up what is left of a demand. */
    public Answer<RepaymentView> writeOff(Actor actor, long id, Long ifVersion, String reason) {
        return take(actor, id, ifVersion, Role.DIRECTOR, RepaymentState.DECIDED).then(repayment -> {
            List<Refusal> faults = new ArrayList<>();
            if (reason == null || reason.isBlank()) {
                faults.add(Refusal.of(WRITE_OFF_REASON_MISSING).at("reason"));
            }
            FreeText.check(faults, "reason", reason);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            if (repayment.wasPreparedBy(actor)) {
                return Answer.refused(REPAYMENT_FOUR_EYES);
            }
            Kronor left = repayment.open();
            if (!left.isPositive()) {
                return Answer.refused(REPAYMENT_STATE, repayment.state);
            }
            Answer<Mandate> mandate = delegation.mandate(
                    actor, DecisionKind.WRITE_OFF, left, repayment.view().subjects());
            if (mandate.isRefused()) {
                return Answer.refused(mandate.refusals());
            }
            repayment.writeOffMandate = StoredJson.write(mandate.get());
            accounts.book(repayment.applicationId, Movement.WRITTEN_OFF, left, reference(repayment), actor.username());
            repayment.writtenOff = left.amount().setScale(0);
            repayment.writeOffReason = reason.strip();
            repayment.writtenOffBy = actor.username();
            repayment.writtenOffAt = clock.instant();
            repayment.state = RepaymentState.WRITTEN_OFF;
            return kept(actor, "REPAYMENT_WRITTEN_OFF", repayment);
        });
    }

    /** The repayment for someone in a role who changes it, with its account taken. */
    private Answer<Repayment> take(Actor actor, long id, Long ifVersion, Role role, RepaymentState state) {
        return seen(actor, id).then(repayment -> {
            if (actor.role() != role) {
                return Answer.refused(SETTLEMENT_NOT_FOR_ROLE);
            }
            accounts.lock(repayment.applicationId);
            repayments.getEntityManager().refresh(repayment);
            return inState(repayment, ifVersion, state);
        });
    }

    private Answer<Repayment> inState(Repayment repayment, Long ifVersion, RepaymentState state) {
        RoundState round = rounds.round(repayment.roundId).orElseThrow().state();
        if (round != RoundState.REPORTING) {
            return Answer.refused(SETTLEMENT_ROUND_STATE, round);
        }
        if (repayment.state != state) {
            return Answer.refused(REPAYMENT_STATE, repayment.state);
        }
        return ifVersion != null && repayment.version != ifVersion
                ? Answer.refused(REPAYMENT_STALE)
                : Answer.of(repayment);
    }

    private Answer<RepaymentView> kept(Actor actor, String action, Repayment repayment) {
        repayments.flush();
        audit.record(
                actor,
                action,
                new Subject(reference(repayment), repayment.roundId, repayment.district),
                null,
                repayment.view());
        return Answer.of(repayment.view());
    }

    private Answer<Repayment> seen(Actor actor, long id) {
        Repayment repayment = repayments.findById(id);
        if (repayment != null && actor.sees(repayment.district)) {
            return Answer.of(repayment);
        }
        if (repayment != null) {
            audit.recordRefusedAccess(actor, new Subject(reference(repayment), repayment.roundId, repayment.district));
        }
        return Answer.refused(REPAYMENT_NOT_FOUND);
    }

    private static String reference(Repayment repayment) {
        return "repayment/" + repayment.id;
    }
}
