package se.medel.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.medel.time.ClockProducer;

/**
 * A version of a round's instructions for the follow-up and the year's account.
 *
 * @param number 1, 2, … in the round
 * @param parts in their order, each with its text
 * @param reportDue the last day of the cost reports as it was when the version was fixed; as it is now while it isn't
 * @param fixedBy null while it is a draft, as when
 * @param version for optimistic locking; {@value #NEW} where nobody has written anything yet
 */
public record InstructionsView(
        String round,
        int number,
        List<Text> parts,
        LocalDate reportDue,
        String fixedBy,
        Instant fixedAt,
        @JsonIgnore long version) {

    /** Further from any other than {@code Versions} goes for a tag that isn't one of ours. */
    static final long NEW = -2;

    /** One part with its paragraphs, a blank line between them. */
    public record Text(InstructionsPart part, String text) {}

    @JsonIgnore
    public boolean isFixed() {
        return fixedAt != null;
    }

    /** The day when it was fixed, as the city's clock says; only of one that is. */
    @JsonIgnore
    LocalDate fixedOn() {
        return fixedAt.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }

    /** Whether nobody has begun it: it says what the version before does, or what all instructions start from. */
    @JsonIgnore
    boolean isUnwritten() {
        return version == NEW;
    }

    static List<Text> parts(Map<InstructionsPart, String> texts) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(text -> new Text(text.getKey(), text.getValue()))
                .toList();
    }
}
