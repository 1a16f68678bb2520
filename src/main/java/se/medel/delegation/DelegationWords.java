package se.medel.delegation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import se.medel.delegation.DelegationService.Desk;
import se.medel.delegation.rules.DecisionKind;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** What other features' lists say about who decides. */
public final class DelegationWords {

    private DelegationWords() {}

    /** What a to-do says after its note: for whom the user stands in, and who has declared a conflict; empty for nothing. */
    public static String note(Desk desk, Locale locale, List<String> subjects, DecisionKind... kinds) {
        DelegationMsg msg = in(locale);
        String instead = desk.insteadOf(subjects, kinds)
                .map(person -> " · " + msg.taskInstead(person))
                .orElse("");
        return desk.conflicted(subjects).isEmpty()
                ? instead
                : instead + " · " + msg.taskConflict(String.join(", ", desk.conflicted(subjects)));
    }

    /** What something was decided by, as a page says it. */
    public static String mandate(Mandate mandate, Locale locale) {
        String nature = Texts.in(locale).name(mandate.nature()).toLowerCase(locale);
        return mandate.insteadOf() == null
                ? in(locale).mandateOwn(mandate.point(), nature)
                : in(locale).mandateInstead(mandate.point(), nature, mandate.insteadOf());
    }

    /** Where something was reported to the committee, as a page says it. */
    public static String reported(ReportedBack.Report report, Locale locale) {
        return in(locale).reported(Formats.day(report.date()), report.paragraph());
    }

    /** The words of a language. */
    public static DelegationMsg in(Locale locale) {
        return MessageBundles.get(DelegationMsg.class, Localized.Literal.of(locale.getLanguage()));
    }
}
