package se.medel.participant.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One dated entry about a participant. Entries are only added; what they come to on a day is a {@link Standing}.
 *
 * @param day the day it holds from, which can be earlier than the day it was written
 * @param value by the kind: one word, several with commas between, a code, or null
 */
public record Entry(EntryKind kind, LocalDate day, String value) {

    public static Entry of(EntryKind kind, LocalDate day) {
        return new Entry(kind, day, null);
    }

    public static Entry of(EntryKind kind, LocalDate day, Enum<?> value) {
        return new Entry(kind, day, value.name());
    }

    public static Entry of(EntryKind kind, LocalDate day, Collection<? extends Enum<?>> values) {
        return new Entry(kind, day, values.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    /** With what was chosen, as it was sent; what is chosen twice counts once, and nothing chosen is no value. */
    public static Entry chosen(EntryKind kind, LocalDate day, Collection<String> chosen) {
        String value = chosen.stream()
                .filter(one -> !one.isBlank())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return new Entry(kind, day, value.isEmpty() ? null : value);
    }

    public static Entry admitted(LocalDate day, String guide) {
        return new Entry(EntryKind.ADMITTED, day, guide);
    }

    /** The words of the value; empty where it has none. */
    public List<String> values() {
        if (value == null || value.isEmpty()) {
            return List.of();
        }
        // Only words are several: the name of an area may have a comma of its own.
        return kind.takesSeveral() ? List.of(value.split(",")) : List.of(value);
    }
}
