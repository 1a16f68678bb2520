package se.medel.delegation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import se.medel.delegation.DelegationService.Desk;
import se.medel.delegation.rules.DecisionKind;
import se.medel.web.Texts;

/** What other features' lists say about who decides. */
public final class DelegationWords {

    private DelegationWords() {}

    /** What a to-do says after its note: for whom the user stands in, and who has declared a conflict; empty for nothing. */
    public static String note(Desk desk, Locale locale, String subject, DecisionKind... kinds) {
        DelegationMsg msg = in(locale);
        String instead = desk.insteadOf(subject, kinds)
                .map(person -> " · " + msg.taskInstead(person))
                .orElse("");
        return desk.conflicted(subject).isEmpty()
                ? instead
                : instead + " · " + msg.taskConflict(String.join(", ", desk.conflicted(subject)));
    }

    /** What something was decided by, as a page says it. */
    public static String mandate(Mandate mandate, Locale locale) {
        String nature = Texts.in(locale).name(mandate.nature()).toLowerCase(locale);
        return mandate.insteadOf() == null
                ? in(locale).mandateOwn(mandate.point(), nature)
                : in(locale).mandateInstead(mandate.point(), nature, mandate.insteadOf());
    }

    /** The words of a language. */
    public static DelegationMsg in(Locale locale) {
        return MessageBundles.get(DelegationMsg.class, Localized.Literal.of(locale.getLanguage()));
    }
}
