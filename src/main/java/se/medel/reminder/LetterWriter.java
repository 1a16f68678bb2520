package se.medel.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.deadline.Due;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * Writes the mails. A mail travels openly and is kept by others, so it says which case, what, when and where, and nothing of
 * what is in the case: no amount, no client, no person.
 */
@ApplicationScoped
class LetterWriter {

    /**
     * What a mail says.
     *
     * @param late how late it is or how long there is, in words
     * @param district null where it is several districts'
     */
    record Content(
            String what, String round, String caseNumber, String district, LocalDate dueOn, String late, String link) {}

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterText(Content letter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterPage(String title, Content letter) implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.reminder.address")
    String address;

    Letter about(Due due) {
        RoundView round = rounds.round(due.roundId()).orElseThrow();
        Texts texts = Texts.swedish();
        Content content = new Content(
                texts.name(due.kind()),
                oneLine(round.name()),
                oneLine(round.caseNumber()),
                districts.bySlug(due.district()).map(DistrictView::name).orElse(null),
                due.dueOn(),
                ReminderWords.swedish().time(due.daysLate(LocalDate.now(clock))),
                address + due.href());
        String title = content.what() + " " + Formats.day(due.dueOn()) + ", " + content.caseNumber();
        return new Letter(
                title,
                swedish(new LetterText(content)).render(),
                swedish(new LetterPage(title, content)).render());
    }

    private static TemplateInstance swedish(TemplateInstance template) {
        return template.setLocale(Language.SWEDISH);
    }

    /** What somebody has typed mustn't become a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
