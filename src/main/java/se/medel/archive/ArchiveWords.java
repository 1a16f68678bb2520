package se.medel.archive;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.Map;
import se.medel.document.Office;
import se.medel.web.Texts;

/** The register in words: who a line came from, to whom it went, and what it is. */
final class ArchiveWords {

    private final Locale locale;
    private final Office office;
    private final Map<String, String> committees;

    /** @param committees of the districts, by slug */
    ArchiveWords(Locale locale, Office office, Map<String, String> committees) {
        this.locale = locale;
        this.office = office;
        this.committees = committees;
    }

    static ArchiveMsg msg(Locale locale) {
        return MessageBundles.get(ArchiveMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    String what(JournalEntry entry) {
        Texts texts = Texts.in(locale);
        String kind = texts.name(entry.kind());
        return entry.component() == null
                ? kind
                : kind + ", " + texts.name(entry.component()).toLowerCase(locale);
    }

    /** Null for what was made here and came from nobody. */
    String from(JournalEntry entry) {
        return switch (entry.kind().way()) {
            case IN -> district(entry);
            case OUT -> office.committeeFirst();
            case MADE -> null;
        };
    }

    /** Null for what went to nobody in particular. */
    String to(JournalEntry entry) {
        return switch (entry.kind().way()) {
            case IN -> office.committeeFirst();
            case OUT -> district(entry);
            case MADE -> null;
        };
    }

    String way(JournalEntry entry) {
        return Texts.in(locale).name(entry.kind().way());
    }

    private String district(JournalEntry entry) {
        return committees.get(entry.district());
    }
}
