package se.medel.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.DelegatedDecisions;
import se.medel.web.Language;
import se.medel.web.Texts;

/** Decisions on applications, as the committee is told about them. */
@ApplicationScoped
class ReportedDecisions implements DelegatedDecisions.Source {

    @Inject
    Decisions decisions;

    @Override
    @Transactional
    public List<DelegatedDecision> between(Instant after, Instant until) {
        return decisions.list("decidedAt > ?1 and decidedAt <= ?2", after, until).stream()
                .map(Decision::view)
                .map(ReportedDecisions::told)
                .toList();
    }

    private static DelegatedDecision told(DecisionView decision) {
        DecisionFacts facts = decision.facts();
        return DelegatedDecision.of(
                facts.mandate(),
                "decision/" + decision.id(),
                decision.number() + "/" + facts.year(),
                decision.decidedAt(),
                decision.decidedBy(),
                decision.roundId(),
                facts.caseNumber(),
                facts.district(),
                Texts.swedish().name(decision.outcome()) + ", "
                        + Texts.swedish().name(facts.component()).toLowerCase(Language.SWEDISH)
                        + (facts.replacesNumber() == null
                                ? ""
                                : ", ersätter nr " + facts.replacesNumber() + "/" + facts.year()),
                decision.granted());
    }
}
