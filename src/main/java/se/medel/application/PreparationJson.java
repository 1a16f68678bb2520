package se.medel.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.claim.Claims.Finding;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationOrder;

/**
 * An officer's preparation as a program reads it.
 *
 * @param judgements by the criterion's id, such as C1a
 * @param recommendedKronor whole kronor; zero where a refusal is recommended
 * @param recommendedClients for client compensation; otherwise zero
 * @param order the order of A7 that the amount follows from, or null
 * @param notEligible for client compensation, how many clients fail which rule; otherwise null
 * @param findings the same, client by client; null for who may not read codes, and where no clients are counted
 * @param anew whether it was written after the decision in force, which stands until another one replaces it
 */
@Schema(name = "Preparation")
public record PreparationJson(
        Map<String, Judged> judgements,
        String overlapAnswer,
        boolean recommendsGrant,
        Kronor recommendedKronor,
        long recommendedClients,
        AllocationOrder order,
        String reasons,
        Map<String, Long> notEligible,
        List<FindingJson> findings,
        String preparedBy,
        Instant preparedAt,
        boolean anew) {

    /**
     * A client that isn't eligible.
     *
     * @param row the id of the client's row; never its code
     * @param rule the rule that the client fails
     */
    @Schema(
            name = "Finding",
            requiredProperties = {"row", "rule", "reason"})
    public record FindingJson(
            Long row,
            @Schema(pattern = "^[A-Z][0-9]{1,2}[a-z]?$", example = "A6") String rule,
            @Schema(maxLength = FreeText.LONGEST) String reason) {}

    /** @param reason demanded for everything but a plain "met" */
    @Schema(name = "Judgement", requiredProperties = "verdict")
    public record Judged(Judgement.Verdict verdict, @Schema(maxLength = FreeText.LONGEST) String reason) {}

    /**
     * What an officer writes.
     *
     * @param judgements one for each criterion, by its id, such as C1a
     * @param overlapAnswer demanded where other money overlaps (K3)
     * @param recommendedKronor whole kronor; at most what the rules leave
     * @param recommendedClients for client compensation
     * @param findings the clients of a claim that aren't eligible; the others are
     */
    @Schema(
            name = "PreparationRequest",
            requiredProperties = {"judgements", "recommendsGrant", "reasons"})
    public record Work(
            Map<String, Judged> judgements,
            @Schema(maxLength = FreeText.LONGEST) String overlapAnswer,
            Boolean recommendsGrant,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999") Figure recommendedKronor,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure recommendedClients,
            AllocationOrder order,
            @Schema(maxLength = FreeText.LONGEST) String reasons,
            List<FindingJson> findings) {

        /** As the service knows it; what is wrong is noted, and then the answer is of no use. */
        PreparationService.Work read(Input input) {
            List<Judgement> read = new ArrayList<>();
            if (input.required(judgements, "judgements") != null) {
                judgements.forEach((rule, judged) -> {
                    Criterion criterion = Criterion.ofRule(rule).orElse(null);
                    if (criterion == null) {
                        input.fault("judgements." + rule, InputRefusal.VALUE_NOT_WANTED);
                    } else if (judged != null && judged.verdict != null) {
                        read.add(new Judgement(criterion, judged.verdict, judged.reason));
                    }
                });
            }
            Boolean grant = input.required(recommendsGrant, "recommendsGrant");
            return new PreparationService.Work(
                    read,
                    overlapAnswer,
                    Boolean.TRUE.equals(grant),
                    input.wholeKronor(recommendedKronor, "recommendedKronor", "A2"),
                    input.count(recommendedClients, "recommendedClients", "A2", Input.MOST_CLIENTS),
                    order,
                    reasons,
                    findings(input));
        }

        private List<Finding> findings(Input input) {
            List<Finding> read = new ArrayList<>();
            List<FindingJson> written = findings == null ? List.of() : findings;
            for (int i = 0; i < written.size(); i++) {
                FindingJson finding = written.get(i);
                if (finding == null || finding.row() == null) {
                    input.required(null, "findings[" + i + "].row");
                } else {
                    read.add(new Finding(finding.row(), finding.rule(), finding.reason()));
                }
            }
            return read;
        }

        /** The same refusals, at the findings as they stand in the request. */
        List<Refusal> atFindings(List<Refusal> refusals) {
            return refusals.stream()
                    .map(refusal -> refusal.field() == null ? refusal : refusal.at(atFinding(refusal.field())))
                    .toList();
        }

        private String atFinding(String field) {
            for (int i = findings == null ? -1 : findings.size() - 1; i >= 0; i--) {
                String row = "rows." + findings.get(i).row();
                if (field.equals(row) || field.startsWith(row + ".")) {
                    return "findings[" + i + "]" + (field.equals(row) ? ".row" : field.substring(row.length()));
                }
            }
            return field;
        }
    }

    /**
     * @param notEligible null where no clients are counted
     * @param findings null where the user may not read them
     */
    static PreparationJson of(PreparationView preparation, Map<String, Long> notEligible, List<Finding> findings) {
        Map<String, Judged> judgements = new LinkedHashMap<>();
        preparation
                .judgements()
                .forEach(judgement -> judgements.put(
                        judgement.criterion().rule(), new Judged(judgement.verdict(), judgement.reason())));
        return new PreparationJson(
                judgements,
                preparation.overlapAnswer(),
                preparation.recommendsGrant(),
                preparation.recommendedKronor(),
                preparation.recommendedClients(),
                preparation.allocationOrder(),
                preparation.reasons(),
                notEligible,
                findings == null
                        ? null
                        : findings.stream()
                                .map(found -> new FindingJson(found.row(), found.rule(), found.reason()))
                                .toList(),
                preparation.preparedBy(),
                preparation.preparedAt(),
                preparation.isAnew());
    }
}
