package se.medel.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.medel.application.rules.Judgement;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Cap;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Step;

/**
 * Everything that a decision rests on, as it was when it was made, so that its document can be made again from nothing else.
 *
 * @param receipt the number of the application's receipt
 * @param explanation the chain from asked to granted (A8); for a refusal by a criterion, the chain as it would have been
 * @param order the order of A7 that the amount follows from, or null
 * @param balanceAfter what is left under the shared caps once the decision is made
 * @param replacesNumber the number of the decision that this one replaces, or null
 * @param preparedByTitle what the preparer does, never the person's name
 * @param decidedByTitle what the decider does
 * @param clients null where no clients are counted
 * @param mandate what it was decided by; null where it is older than the delegation order
 * @param hashes of what it was decided on; null where it is older than they are
 */
public record DecisionFacts(
        String programme,
        String roundName,
        int year,
        String caseNumber,
        String district,
        String districtName,
        String districtCommittee,
        ComponentKind component,
        String receipt,
        Instant submittedAt,
        int modelVersion,
        LocalDate committeeDate,
        String committeeParagraph,
        List<Basis> rules,
        Kronor totalCost,
        Kronor ownPart,
        Kronor otherFunding,
        List<Judgement> judgements,
        String overlapAnswer,
        List<Step> explanation,
        AllocationOrder order,
        Kronor recommended,
        List<Line> balanceAfter,
        Integer replacesNumber,
        String preparedByTitle,
        String decidedByTitle,
        Clients clients,
        Mandate mandate,
        Hashes hashes) {

    /**
     * How a claim's clients came out, in counts: the codes stand in the district's appendix only (P1).
     *
     * @param notEligible by the rule that they fail
     * @param reserve eligible, but without room
     */
    public record Clients(long claimed, Map<String, Long> notEligible, long compensated, long reserve) {}

    /**
     * SHA-256, in small hexadecimal digits, of what was decided on, each as the database keeps its text, so that it can be seen
     * afterwards that both are still the same.
     *
     * @param model the version of the model
     * @param application what the district has written; the clients of a claim aren't part of it (P1)
     */
    public record Hashes(String model, String application) {}

    /** A rule that the decision cites, with the committee's text. */
    public record Basis(String rule, String source) {}

    /** One shared cap after the decision, in whole kronor or clients. */
    public record Line(
            String rule, Cap.Kind kind, String name, BigDecimal limit, BigDecimal committed, BigDecimal remaining) {}
}
