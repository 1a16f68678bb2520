package se.medel.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import se.medel.deadline.Audience;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;

/** One reminder and what has become of it. The database lets there be one of each kind, subject, day and step. */
@Entity
class Reminder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    DueKind kind;

    String subject;
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Step step;

    String roundId;
    String district;

    @Enumerated(EnumType.STRING)
    Audience audience;

    LocalDate madeOn;
    Instant madeAt;
    String title;
    String body;
    String html;
    String href;

    @Enumerated(EnumType.STRING)
    ReminderState state;

    String recipient;
    int tries;
    Instant nextTry;

    @Enumerated(EnumType.STRING)
    MailFault fault;

    Instant sentAt;

    ReminderView view() {
        return new ReminderView(
                id, kind, subject, dueOn, step, roundId, district, audience, madeOn, title, body, href, state,
                recipient, tries, nextTry, fault, sentAt);
    }
}
