package se.medel.finalreport;

import java.time.Instant;

/**
 * A final report that is fixed.
 *
 * @param number counted from 1 in the round; a correction has the next
 * @param sha256 of the figures as they are stored
 */
public record FixedView(
        int number, String conclusions, RoundFigures figures, String sha256, String fixedBy, Instant fixedAt) {}
