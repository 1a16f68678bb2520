package se.medel.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.DelegatedDecisions;
import se.medel.money.Kronor;
import se.medel.round.RoundService;
import se.medel.round.RoundView;

/** Decisions on repayments, as the committee is told about them. */
@ApplicationScoped
class ReportedRepayments implements DelegatedDecisions.Source {

    @Inject
    Repayments repayments;

    @Inject
    RoundService rounds;

    @Override
    @Transactional
    public List<DelegatedDecision> between(Instant after, Instant until) {
        List<DelegatedDecision> told = new ArrayList<>();
        repayments
                .list("decidedAt > ?1 and decidedAt <= ?2", after, until)
                .forEach(repayment -> told.add(decided(repayment.view())));
        repayments
                .list("writtenOffAt > ?1 and writtenOffAt <= ?2", after, until)
                .forEach(repayment -> told.add(writtenOff(repayment.view())));
        return told;
    }

    private DelegatedDecision decided(RepaymentView repayment) {
        RoundView round = rounds.round(repayment.roundId()).orElseThrow();
        String text = repayment.decided().equals(Kronor.ZERO)
                ? "Ingen återbetalning"
                : repayment.decided().isNegative() ? "Rättelse till stadsdelsnämnden" : "Återbetalning";
        return DelegatedDecision.of(
                repayment.mandate(),
                repayment.subject(),
                repayment.number() + "/" + round.year(),
                repayment.decidedAt(),
                repayment.decidedBy(),
                repayment.roundId(),
                round.caseNumber(),
                repayment.district(),
                text,
                repayment.decided());
    }

    private DelegatedDecision writtenOff(RepaymentView repayment) {
        RoundView round = rounds.round(repayment.roundId()).orElseThrow();
        return DelegatedDecision.of(
                repayment.writeOffMandate(),
                repayment.writeOffSubject(),
                null,
                repayment.writtenOffAt(),
                repayment.writtenOffBy(),
                repayment.roundId(),
                round.caseNumber(),
                repayment.district(),
                "Återbetalning enligt beslut nr " + repayment.number() + "/" + round.year() + " efterges",
                repayment.writtenOff());
    }
}
