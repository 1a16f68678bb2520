package se.medel.committee;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** The texts of the lists of decisions made on delegation in a language. */
final class DelegationListTexts {

    private DelegationListTexts() {}

    static DelegationListMsg in(Locale locale) {
        return MessageBundles.get(DelegationListMsg.class, Localized.Literal.of(locale.getLanguage()));
    }
}
