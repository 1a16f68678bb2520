package se.medel.control;

import java.time.Instant;
import java.util.List;
import se.medel.control.rules.Draw;

/**
 * A round's sample as other parts see it.
 *
 * @param seed 256 random bits in hexadecimal
 * @param percent what was asked for; null where it was a number
 * @param drawnFrom the numbers of all reports of the round when it was drawn, smallest first
 * @param drawn the numbers of those that were drawn, smallest first
 */
public record DrawView(
        String roundId,
        String algorithm,
        String seed,
        Integer percent,
        int size,
        List<Long> drawnFrom,
        List<Long> drawn,
        String drawnBy,
        Instant drawnAt) {

    /** Whether drawing again from what is kept gives the same reports. */
    public boolean holds() {
        return algorithm.equals(Draw.ALGORITHM)
                && Draw.of(seed, drawnFrom, size).equals(drawn);
    }
}
