package se.medel.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads days as people in Sweden type them: {@code 2015-10-31}. */
public final class Days {

    private Days() {}

    /** The day that a text names; empty where it names none. */
    public static Optional<LocalDate> parsed(String text) {
        try {
            return text.matches("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Reads a field that may be empty; null where it is, and where it is refused because no day stands there. */
    public static LocalDate read(Form form, String name, String malformed) {
        Optional<LocalDate> day = parsed(form.value(name));
        if (day.isEmpty() && !form.value(name).isEmpty()) {
            form.reject(name, malformed);
        }
        return day.orElse(null);
    }
}
