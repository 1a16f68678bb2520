package se.medel.committee;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The texts of meetings in a language, and the few ways of saying things that their pages share. */
final class MeetingTexts {

    private MeetingTexts() {}

    static MeetingMsg in(Locale locale) {
        return MessageBundles.get(MeetingMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    static <E extends Enum<E>> List<Option> options(Class<E> type, Locale locale) {
        Texts texts = Texts.in(locale);
        return Arrays.stream(type.getEnumConstants())
                .map(value -> Option.of(value.name(), texts.name(value)))
                .toList();
    }

    /** The value that was chosen, null where none was or none of ours. */
    static <E extends Enum<E>> E chosen(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static String colour(MeetingOutcome outcome) {
        return switch (outcome) {
            case AS_PROPOSED -> "green";
            case AMENDED -> "yellow";
            case NOT_ADOPTED -> "red";
        };
    }
}
