package se.medel.round;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import se.medel.money.Kronor;
import se.medel.round.rules.Cap;
import se.medel.web.Form;
import se.medel.web.Formats;

/** The texts of rounds in a language, and the few ways of saying and reading things that their pages share. */
public final class RoundTexts {

    private RoundTexts() {}

    public static RoundMsg in(Locale locale) {
        return MessageBundles.get(RoundMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    /** A figure in the unit of its cap: {@code 600 000 kr} or {@code 65 klienter}. */
    public static String figure(Cap.Unit unit, BigDecimal figure, RoundMsg msg) {
        return unit == Cap.Unit.KRONOR ? Formats.kr(figure) : msg.capClients(Formats.number(figure));
    }

    public static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    public static String capTitle(Cap cap, RoundMsg msg) {
        return switch (cap.kind()) {
            case GROUP -> msg.capGroup(cap.name());
            case ALL_CLIENTS -> msg.capAllClients();
            default -> msg.capCeiling();
        };
    }

    public static String colour(RoundState state) {
        return switch (state) {
            case DRAFT, CLOSED -> "grey";
            case PROPOSED -> "yellow";
            case APPROVED -> "blue";
            case OPEN -> "green";
            case REPORTING -> "purple";
        };
    }

    public static String colour(ModelState state) {
        return switch (state) {
            case DRAFT -> "grey";
            case PROPOSED -> "yellow";
            case APPROVED -> "green";
        };
    }

    /** Reads a day as {@code 2015-10-31}; refuses the field where something else stands, and gives null also where nothing does. */
    static LocalDate day(Form form, String name, RoundMsg msg) {
        Optional<LocalDate> day = parsed(form.value(name));
        if (day.isEmpty() && !form.value(name).isEmpty()) {
            form.reject(name, msg.dateMalformed());
        }
        return day.orElse(null);
    }

    /** The day that a text names as {@code 2015-10-31}. */
    public static Optional<LocalDate> parsed(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
