package se.medel.whatif;

import java.time.Instant;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Uptake;
import se.medel.whatif.rules.Expected;
import se.medel.whatif.rules.Sequence;

/**
 * A trial of a model.
 *
 * @param owner the user who made it
 * @param expected what is expected to be asked for under it
 * @param order how the asks are met when they come to more than there is (A7)
 * @param version for optimistic locking
 */
public record TrialView(
        long id,
        String roundId,
        String name,
        String owner,
        AllocationModel model,
        Expected expected,
        AllocationOrder order,
        Sequence sequence,
        Instant changedAt,
        String changedBy,
        long version) {

    /** What the rules make of it. */
    public Uptake uptake() {
        return Uptake.of(model, order, expected.asks(model, sequence));
    }
}
