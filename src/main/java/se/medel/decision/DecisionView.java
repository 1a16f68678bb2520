package se.medel.decision;

import java.time.Instant;
import se.medel.money.Kronor;
import se.medel.round.rules.Step;

/**
 * A decision as other parts see it.
 *
 * @param number 1, 2, … in the round
 * @param asked whole kronor asked for
 * @param granted whole kronor granted; zero for a refusal
 * @param refusedBy the criterion or rule that a refusal names; null for a grant
 * @param replaces the id of the decision that this one replaces, or null
 */
public record DecisionView(
        long id,
        String roundId,
        int number,
        long applicationId,
        DecisionOutcome outcome,
        Kronor asked,
        Kronor granted,
        long grantedClients,
        String refusedBy,
        String reasons,
        DecisionFacts facts,
        String preparedBy,
        String decidedBy,
        Instant decidedAt,
        Long replaces) {

    /** The clients asked for, with which the chain begins; zero where no clients are counted. */
    public long clientsAsked() {
        return facts.explanation().stream().findFirst().map(Step::clientsBefore).orElse(0L);
    }
}
