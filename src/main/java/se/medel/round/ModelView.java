package se.medel.round;

import java.time.LocalDate;
import se.medel.round.rules.AllocationModel;

/**
 * A version of a round's model.
 *
 * @param versionNumber 1, 2, … in the round
 * @param committeeDate the day of the committee's decision, null until it is approved
 * @param committeeParagraph the paragraph of the minutes, such as {@code § 12}, null until it is approved
 * @param delegated whether the committee has given the director the task to distribute by it (D2); true until it is decided
 * @param version for optimistic locking
 */
public record ModelView(
        long id,
        String roundId,
        int versionNumber,
        ModelState state,
        AllocationModel model,
        String madeBy,
        LocalDate committeeDate,
        String committeeParagraph,
        boolean delegated,
        long version) {}
