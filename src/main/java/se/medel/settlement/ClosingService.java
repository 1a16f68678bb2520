package se.medel.settlement;

import static se.medel.settlement.SettlementRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import se.medel.application.ApplicationLine;
import se.medel.application.ApplicationService;
import se.medel.application.PreparationService;
import se.medel.claim.Claims;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.ReportState;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.settlement.rules.RepaymentState;
import se.medel.settlement.rules.Settlement;
import se.medel.storage.Sha256;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Closes a round when everybody has a decision and is settled; from then on it reads the same for ever (Y6). */
@ApplicationScoped
@Transactional
public class ClosingService {

    @Inject
    Session database;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    CostReportService reports;

    @Inject
    Settlements settlements;

    @Inject
    Repayments repayments;

    @Inject
    Claims claims;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /** The grants that aren't done: not settled, not paid in full, or with something still owed. */
    public List<Account> open(String roundId) {
        Set<Long> waiting = repayments.ofRound(roundId).stream()
                .filter(ClosingService::isOpen)
                .map(repayment -> repayment.applicationId)
                .collect(Collectors.toSet());
        Set<String> unread = unread(roundId);
        return accounts.ofRound(roundId).stream()
                .filter(account -> account.granted().isPositive())
                .filter(account -> !account.settled()
                        || unread.contains(account.district())
                        || account.notYetPaid().isPositive()
                        || !account.owed().equals(Kronor.ZERO)
                        || waiting.contains(account.applicationId()))
                .toList();
    }

    /**
     * The applications that wait for a decision, in the order they came: nothing is decided in a closed round, so who has asked for
     * one would never get it. A claim that was refused waits too, where something new is found about its clients. What a
     * district is to complete is waited for until the day that it was given.
     */
    public List<ApplicationLine> undecided(Actor actor, String roundId) {
        Set<Long> anew = preparations.foundAnewIn(roundId);
        LocalDate today = LocalDate.now(clock);
        return applications.ofRound(actor, roundId).stream()
                .filter(line -> switch (line.state()) {
                    case SUBMITTED, PREPARED -> true;
                    case COMPLETION_REQUESTED -> !line.completionDue().isBefore(today);
                    case REFUSED -> anew.contains(line.id());
                    // What is granted isn't settled before it is decided anew.
                    case GRANTED, PARTLY_GRANTED -> false;
                    case DRAFT, WITHDRAWN -> false;
                })
                .toList();
    }

    /**
     * Districts whose report waits for an answer: handed in and not approved, or sent back after it was settled by, or still to be
     * completed by a day that hasn't passed.
     */
    private Set<String> unread(String roundId) {
        Set<Long> settledBy = settlements.inForceOf(roundId).stream()
                .filter(settlement -> settlement.reportId != null)
                .map(settlement -> settlement.reportId)
                .collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        return reports.all(roundId).stream()
                .filter(report -> report.state() == ReportState.SUBMITTED
                        || report.state().isEditable() && !report.isLate(today)
                        || report.state() != ReportState.APPROVED && settledBy.contains(report.id()))
                .map(CostReportView::district)
                .collect(Collectors.toSet());
    }

    private static boolean isOpen(Repayment repayment) {
        return repayment.state == RepaymentState.FLAGGED || !repayment.open().equals(Kronor.ZERO);
    }

    /** Closes the round, and keeps how it looked. */
    public Answer<RoundClosing> close(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER) {
            return Answer.refused(SETTLEMENT_NOT_FOR_ROLE);
        }
        if (rounds.round(roundId).isEmpty()) {
            return Answer.refused(SETTLEMENT_NOT_FOUND);
        }
        ledger.lock(roundId);
        accounts.lockRound(roundId);
        // Read first now: somebody else may have closed it while we waited.
        database.flush();
        database.clear();
        RoundState state = rounds.round(roundId).orElseThrow().state();
        if (state != RoundState.REPORTING) {
            return Answer.refused(SETTLEMENT_ROUND_STATE, state);
        }
        int left = open(roundId).size() + undecided(actor, roundId).size();
        if (left > 0) {
            return Answer.refused(Refusal.of(ROUND_NOT_SETTLED, left).by("Y6"));
        }
        RoundClosing.Figures figures = new RoundClosing.Figures(
                accounts.ofRound(roundId),
                settlements.inForceOf(roundId).stream()
                        .map(SettlementEntry::view)
                        .toList());
        String text = StoredJson.write(figures);
        RoundClosing closing = new RoundClosing(roundId, figures, Sha256.of(text), actor.username(), clock.instant());
        database.createNativeMutationQuery("insert into round_closing (round_id, figures, sha256, closed_by, closed_at)"
                        + " values (:round, :figures, :sha256, :by, :at)")
                .setParameter("round", roundId)
                .setParameter("figures", text)
                .setParameter("sha256", closing.sha256())
                .setParameter("by", closing.closedBy())
                .setParameter("at", closing.closedAt())
                .executeUpdate();
        claims.letGoOfReserve(roundId);
        return rounds.close(actor, roundId).map(closed -> closing);
    }

    /**
     * How the round looked when it was closed; empty while it isn't.
     *
     * @throws IllegalStateException if what is kept isn't what was stored
     */
    public Optional<RoundClosing> closing(String roundId) {
        return database.createNativeQuery(
                        "select figures, sha256, closed_by, closed_at from round_closing where round_id = :round",
                        Tuple.class)
                .setParameter("round", roundId)
                .getResultStream()
                .findFirst()
                .map(row -> {
                    String text = row.get(0, String.class);
                    if (!Sha256.of(text).equals(row.get(1, String.class))) {
                        throw new IllegalStateException("The closing of " + roundId + " isn't what was stored");
                    }
                    return new RoundClosing(
                            roundId,
                            StoredJson.read(text, RoundClosing.Figures.class),
                            row.get(1, String.class),
                            row.get(2, String.class),
                            row.get(3, Instant.class));
                });
    }

    /** Works every settlement of a closed round out again from what it rested on; those that no longer come to the same krona. */
    public List<SettlementView> differences(RoundClosing closing) {
        return closing.figures().settlements().stream()
                .filter(kept -> !Settlement.of(kept.input()).equals(kept.result()))
                .toList();
    }
}
