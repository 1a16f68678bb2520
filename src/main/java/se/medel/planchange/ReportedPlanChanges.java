package se.medel.planchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.DelegatedDecisions;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.round.RoundService;

/** Decisions on changed plans, as the committee is told about them. */
@ApplicationScoped
class ReportedPlanChanges implements DelegatedDecisions.Source {

    @Inject
    PlanChangeService.Changes changes;

    @Inject
    RoundService rounds;

    @Override
    @Transactional
    public List<DelegatedDecision> between(Instant after, Instant until) {
        return changes.list("decidedAt > ?1 and decidedAt <= ?2", after, until).stream()
                .map(PlanChange::view)
                .map(this::told)
                .toList();
    }

    private DelegatedDecision told(PlanChangeView change) {
        return DelegatedDecision.of(
                change.mandate(),
                change.subject(),
                null,
                change.decidedAt(),
                change.decidedBy(),
                change.roundId(),
                rounds.round(change.roundId()).orElseThrow().caseNumber(),
                change.district(),
                change.state() == PlanChangeState.APPROVED ? "Ändrad plan godkänd" : "Ändrad plan avslagen",
                null);
    }
}
