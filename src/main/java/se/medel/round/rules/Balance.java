package se.medel.round.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a round has left under the caps that districts share.
 *
 * @param caps groups (M4b), the round's clients (M4a) and the ceiling (M5), in the order they are tried
 */
public record Balance(List<Line> caps, Commitments committed) {

    /**
     * One cap, in its own unit: whole kronor or clients.
     *
     * @param remaining limit less committed, never below zero
     */
    public record Line(Cap cap, BigDecimal committed, BigDecimal remaining) {}

    public static Balance of(AllocationModel model, Commitments committed) {
        return new Balance(
                model.sharedCaps().stream()
                        .map(cap -> new Line(cap, committed.under(cap), committed.leftUnder(cap)))
                        .toList(),
                committed);
    }
}
