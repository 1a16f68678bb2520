package se.medel.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.medel.costreport.CostReportService;
import se.medel.decision.DecisionService;
import se.medel.district.Districts;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.LetterPress.Kept;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.round.RoundService;
import se.medel.settlement.Letters.Basis;
import se.medel.settlement.Letters.Matter;
import se.medel.settlement.Letters.Settled;

/**
 * The documents of the year's end: made when somebody first asks for one, and the same bytes from then on. Who may see them is
 * the caller's to know. They are drawn outside of any transaction, so that nobody waits for one with a lock in hand.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class SettlementDocuments {

    @Inject
    SettlementService settlements;

    @Inject
    CostReportService reports;

    @Inject
    DecisionService decisions;

    @Inject
    Accounts accounts;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    LetterPress letters;

    @Inject
    Organisation organisation;

    /** The letter in which the district is heard; empty until it is. */
    public Optional<Kept> hearing(RepaymentView repayment) {
        return repayment.hearingAt() == null
                ? Optional.empty()
                : Optional.of(letters.keep(
                        "repayment/" + repayment.id(),
                        Kind.HEARING_LETTER,
                        hearingText(repayment),
                        () -> new HearingData(
                                repayment.id(),
                                repayment.flagged(),
                                repayment.parts(),
                                repayment.replyDue(),
                                settlements.of(repayment))));
    }

    private record HearingData(
            long repayment, Kronor flagged, Map<String, Kronor> parts, LocalDate replyDue, SettlementView settlement) {}

    /** The letter's text alone, for the page on which it is answered. */
    Letter hearingText(RepaymentView repayment) {
        return Letters.hearing(matter(repayment.roundId(), repayment.district()), basis(repayment));
    }

    /** The decision on a repayment; empty until there is one. */
    public Optional<Kept> decision(RepaymentView repayment) {
        return repayment.decidedAt() == null
                ? Optional.empty()
                : Optional.of(letters.keep(
                        "repayment/" + repayment.id(),
                        Kind.REPAYMENT_DECISION,
                        Letters.decision(matter(repayment.roundId(), repayment.district()), basis(repayment)),
                        () -> new DecisionData(
                                repayment.id(),
                                repayment.number(),
                                repayment.flagged(),
                                repayment.parts(),
                                repayment.reply(),
                                repayment.decided(),
                                repayment.reasons(),
                                repayment.payBy(),
                                settlements.of(repayment))));
    }

    private record DecisionData(
            long repayment,
            int number,
            Kronor flagged,
            Map<String, Kronor> parts,
            String reply,
            Kronor decided,
            String reasons,
            LocalDate payBy,
            SettlementView settlement) {}

    /** The settlement of a district as it stands now; empty while nothing of it is settled. A correction gives a new one. */
    public Optional<Kept> settlement(String roundId, String district) {
        List<SettlementView> made = settlements.made(roundId, district);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, SettlementView> inForce = new LinkedHashMap<>();
        made.forEach(view -> inForce.put(view.applicationId(), view));
        List<Settled> grants = inForce.values().stream()
                .sorted(Comparator.comparing(SettlementView::applicationId))
                .map(this::settled)
                .toList();
        return Optional.of(letters.keep(
                "settlement/" + roundId + "/" + district + "/" + made.size(),
                Kind.SETTLEMENT,
                Letters.settlement(matter(roundId, district), grants, made.size()),
                () -> grants.stream().map(Settled::settlement).toList()));
    }

    private Settled settled(SettlementView view) {
        Kronor paid = settlements.paidWhen(view);
        return new Settled(
                decisions.inForce(view.applicationId()).orElseThrow(),
                view,
                paid,
                view.result().repay(paid));
    }

    /** The call for a district's report; empty until the report is opened. */
    public Optional<Kept> call(String roundId, String district) {
        return reports.of(roundId, district).map(report -> {
            List<Account> granted = accounts.ofRound(roundId).stream()
                    .filter(account -> account.district().equals(district)
                            && account.granted().isPositive())
                    .toList();
            return letters.keep(
                    "round/" + roundId + "/" + district,
                    Kind.CALL_FOR_REPORTS,
                    Letters.call(matter(roundId, district), report, granted),
                    () -> new CallData(
                            roundId,
                            district,
                            report.dueOn(),
                            granted.stream()
                                    .map(account -> new CallData.Grant(
                                            account.applicationId(),
                                            account.component().name(),
                                            account.granted()))
                                    .toList()));
        });
    }

    private record CallData(String round, String district, LocalDate dueOn, List<Grant> grants) {
        record Grant(long application, String component, Kronor granted) {}
    }

    private Matter matter(String roundId, String district) {
        return new Matter(
                Office.of(organisation),
                rounds.round(roundId).orElseThrow(),
                districts.bySlug(district).orElseThrow());
    }

    private Basis basis(RepaymentView repayment) {
        SettlementView settlement = settlements.of(repayment);
        return new Basis(
                repayment,
                settlement,
                settlements.paidWhen(settlement),
                decisions.inForce(repayment.applicationId()).orElseThrow());
    }
}
