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
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.round.rules.AllocationOrder;

/**
 * An officer's preparation as a program reads it.
 *
 * @param judgements by the criterion's id, such as C1a
 * @param recommendedKronor whole kronor; zero where a refusal is recommended
 * @param recommendedClients for client compensation; otherwise zero
 * @param order the order of A7 that the amount follows from, or null
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
        String preparedBy,
        Instant preparedAt) {

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
            @Schema(maxLength = FreeText.LONGEST) String reasons) {

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
                    reasons);
        }
    }

    static PreparationJson of(PreparationView preparation) {
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
                preparation.preparedBy(),
                preparation.preparedAt());
    }
}
