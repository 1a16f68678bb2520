package se.medel.reminder;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.deadline.Audience;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;

/**
 * A reminder.
 *
 * @param subject what it is about, such as cost-report/17; null where it is another's draft
 * @param district whose case it is, null where it is several districts'
 * @param title the mail's subject, in Swedish
 * @param body the mail's text, in Swedish; null where it is another's draft, to which it leads
 * @param href where the thing is done; null where it is another's draft
 * @param recipient the mailbox it is for, null where there was none
 * @param tries how many times it has been tried to send it
 * @param nextTry when it is tried next, null where it isn't any more
 * @param fault why it isn't sent, or wasn't at the last try; null where nothing was wrong
 */
@Schema(name = "Reminder")
public record ReminderView(
        long id,
        DueKind kind,
        String subject,
        LocalDate dueOn,
        Step step,
        String roundId,
        String district,
        Audience audience,
        LocalDate madeOn,
        String title,
        String body,
        String href,
        ReminderState state,
        String recipient,
        int tries,
        Instant nextTry,
        MailFault fault,
        Instant sentAt) {

    /** Without what leads to a draft, which is the district's own until it is submitted. */
    ReminderView asToldToOthers() {
        return kind != DueKind.APPLICATION
                ? this
                : new ReminderView(
                        id, kind, null, dueOn, step, roundId, district, audience, madeOn, title, null, null, state,
                        recipient, tries, nextTry, fault, sentAt);
    }
}
