package se.medel.committee.rules;

import java.util.Arrays;
import java.util.List;

/**
 * Which chapters a committee report has and in which order.
 *
 * @param slots every chapter once; those that are off keep their place
 */
public record Outline(List<Slot> slots) {

    public record Slot(Chapter chapter, boolean on) {}

    /** Refuses an outline that leaves a chapter out or has one twice: turned off is said, not left out. */
    public Outline {
        slots = List.copyOf(slots);
        if (slots.stream().map(Slot::chapter).distinct().count() != Chapter.values().length
                || slots.size() != Chapter.values().length) {
            throw new IllegalArgumentException("An outline has every chapter once");
        }
    }

    /** The house's own order. */
    public static Outline ofTheHouse() {
        return new Outline(Arrays.stream(Chapter.values())
                .map(chapter -> new Slot(chapter, chapter.isInHouseOrder()))
                .toList());
    }

    /** The chapters that are on, in their order. */
    public List<Chapter> chapters() {
        return slots.stream().filter(Slot::on).map(Slot::chapter).toList();
    }
}
