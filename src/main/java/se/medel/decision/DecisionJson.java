package se.medel.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.round.ExplainedStep;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Cap;
import se.medel.round.rules.ComponentKind;

/**
 * A decision as a program reads it.
 *
 * @param number 1, 2, … in the round
 * @param application the id of the application that is decided
 * @param asked whole kronor asked for
 * @param granted whole kronor granted; zero for a refusal
 * @param clientsGranted for client compensation; otherwise null
 * @param refusedBy the criterion or rule that a refusal names; null for a grant
 * @param modelVersion the version of the model that it is made under
 * @param order the order of A7 that the amount follows from, or null
 * @param balanceAfter what was left under the shared caps once it was made
 * @param clients how a claim's clients came out, in counts; null where none are counted
 * @param replaces the id of the decision that it replaces, or null
 * @param mandate what it was decided by; null where it is older than the delegation order
 */
@Schema(name = "Decision")
public record DecisionJson(
        long id,
        String round,
        int number,
        long application,
        String district,
        ComponentKind component,
        DecisionOutcome outcome,
        Kronor asked,
        Kronor recommended,
        Kronor granted,
        Long clientsGranted,
        String refusedBy,
        String reasons,
        int modelVersion,
        LocalDate committeeDate,
        String committeeParagraph,
        AllocationOrder order,
        List<ExplainedStep> explanation,
        List<CapAfter> balanceAfter,
        Clients clients,
        String preparedBy,
        String decidedBy,
        Instant decidedAt,
        Long replaces,
        Mandate mandate) {

    /**
     * One shared cap after the decision.
     *
     * @param name the group's name, for a group's cap; otherwise null
     * @param limit whole kronor or clients, by the unit
     */
    @Schema(name = "CapAfterDecision")
    public record CapAfter(String rule, String name, Cap.Unit unit, long limit, long committed, long remaining) {}

    /**
     * How a claim's clients came out.
     *
     * @param notEligible by the rule that they fail
     * @param reserve eligible, but without room
     */
    @Schema(name = "DecidedClients")
    public record Clients(long claimed, Map<String, Long> notEligible, long compensated, long reserve) {}

    static DecisionJson of(DecisionView decision, Locale locale) {
        DecisionFacts facts = decision.facts();
        return new DecisionJson(
                decision.id(),
                decision.roundId(),
                decision.number(),
                decision.applicationId(),
                facts.district(),
                facts.component(),
                decision.outcome(),
                decision.asked(),
                facts.recommended(),
                decision.granted(),
                facts.component() == ComponentKind.CLIENT_COMPENSATION ? decision.grantedClients() : null,
                decision.refusedBy(),
                decision.reasons(),
                facts.modelVersion(),
                facts.committeeDate(),
                facts.committeeParagraph(),
                facts.order(),
                ExplainedStep.of(facts.explanation(), facts.component(), locale),
                facts.balanceAfter().stream()
                        .map(line -> new CapAfter(
                                line.rule(),
                                line.name(),
                                line.kind().unit(),
                                line.limit().longValueExact(),
                                line.committed().longValueExact(),
                                line.remaining().longValueExact()))
                        .toList(),
                facts.clients() == null
                        ? null
                        : new Clients(
                                facts.clients().claimed(),
                                facts.clients().notEligible(),
                                facts.clients().compensated(),
                                facts.clients().reserve()),
                decision.preparedBy(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.replaces(),
                facts.mandate());
    }
}
