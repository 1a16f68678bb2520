package se.medel.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Recommendation;

/**
 * The officer's preparation.
 *
 * @param overlapAnswer how overlaps with other money are answered (K3), null where there is none
 * @param recommendedKronor whole kronor; zero where a refusal is recommended
 * @param preparers everybody who has ever prepared it; none of them may decide
 * @param allocationOrder the order of A7 that the amount follows from, null where it was assessed by itself
 * @param foundAnew how many clients fail which rule by what was found after the decision, and waits for another one to replace
 *     it; null where nothing does
 */
public record PreparationView(
        List<Judgement> judgements,
        String overlapAnswer,
        boolean recommendsGrant,
        Kronor recommendedKronor,
        long recommendedClients,
        AllocationOrder allocationOrder,
        String reasons,
        String preparedBy,
        List<String> preparers,
        Instant preparedAt,
        Map<String, Long> foundAnew) {

    /** Whether it was written after the decision in force, which another one is to replace. */
    public boolean isAnew() {
        return foundAnew != null;
    }

    /** The application with what is found about its clients now, decided upon or not. */
    ApplicationView asFound(ApplicationView application) {
        return isAnew() ? application.withNotEligible(foundAnew) : application;
    }

    public Optional<Judgement> judgement(Criterion criterion) {
        return judgements.stream()
                .filter(judgement -> judgement.criterion() == criterion)
                .findFirst();
    }

    /** The criteria that aren't met; with any of them nothing can be granted (section 3). */
    public List<Criterion> notMet() {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() != Verdict.MET)
                .map(Judgement::criterion)
                .toList();
    }

    /** What the recommendation rests on: a chosen order (A7), or the task to distribute by the model (D2). */
    public Recommendation recommendation() {
        return new Recommendation(allocationOrder == null ? "D2" : "A7", recommendedKronor, recommendedClients);
    }
}
