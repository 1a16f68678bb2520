package se.medel.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.Standing;

/**
 * All that is known of a participant.
 *
 * @param on the day that the standing is of
 * @param standing what the entries come to on that day; its state is null before the participant came
 * @param entries everything written, in the order of the days; also what was struck since
 * @param version for optimistic locking
 */
public record ParticipantView(
        long id,
        String group,
        String code,
        int birthYear,
        LocalDate on,
        Standing standing,
        List<Written> entries,
        long version) {

    /** The same as a line of a list of that day; only of a day on which the participant had come. */
    public ParticipantLine line(GroupView of) {
        return new ParticipantLine(
                id,
                code,
                birthYear,
                of.districtOf(standing.area()),
                standing.area(),
                standing.state(),
                standing.since(),
                standing.waitingSince(),
                standing.guide(),
                standing.hasSupport(),
                standing.consentedOn(),
                standing.consentWithdrawnOn(),
                standing.activities().size(),
                standing.planReviewedOn(),
                version);
    }

    /**
     * An entry, who wrote it and when.
     *
     * @param struckBy who struck it because it was wrong, null while it counts
     */
    public record Written(long id, Entry entry, String by, Instant at, String struckBy) {

        public boolean counts() {
            return struckBy == null;
        }
    }

    /** The entry that was written last and can be struck: never the first two, which say that the participant came. */
    public Optional<Written> last() {
        long arrival =
                entries.stream().map(Written::id).sorted().skip(1).findFirst().orElse(Long.MAX_VALUE);
        return entries.stream()
                .filter(written -> written.counts() && written.id() > arrival)
                .max(Comparator.comparing(Written::id));
    }
}
