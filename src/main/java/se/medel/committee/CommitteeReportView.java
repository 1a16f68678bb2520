package se.medel.committee;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.round.rules.AllocationModel;

/**
 * A committee report as other parts see it.
 *
 * @param number 1, 2, … in the round; a later one replaces the one before
 * @param template the version of the template, 0 for the house's own order
 * @param texts what is written, in marked text, by chapter
 * @param aside figures in the texts, as typed, that somebody has said aren't the model's
 * @param modelVersion of the model that it was fixed with; null for a draft
 * @param model as it was then; null for a draft
 * @param fixedAt null for a draft
 * @param version for optimistic locking
 */
public record CommitteeReportView(
        long id,
        String roundId,
        int number,
        Outline outline,
        long template,
        Map<Chapter, String> texts,
        Set<String> aside,
        String madeBy,
        Integer modelVersion,
        AllocationModel model,
        String fixedBy,
        Instant fixedAt,
        long version) {

    public boolean isDraft() {
        return fixedAt == null;
    }

    public String text(Chapter chapter) {
        return texts.getOrDefault(chapter, "");
    }
}
