package se.medel.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import se.medel.deadline.Audience;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;
import se.medel.user.Actor;
import se.medel.user.Role;

/** All reminders. One transaction per method. */
@ApplicationScoped
@Transactional
class Reminders {

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * The newest first; a district sees what it was reminded of itself, the social administration sees all but drafts. Of those
     * the officer sees that the district was reminded of one, not which.
     */
    List<ReminderView> seenBy(Actor actor, Long beforeId, int most) {
        if (!mayRead(actor)) {
            return List.of();
        }
        boolean own = actor.role().ofDistrict();
        return database.createQuery(
                        "from Reminder where (:before is null or id < :before) and kind in :kinds"
                                + " and (:district is null or district = :district and audience = :own) order by id desc",
                        Reminder.class)
                .setParameter("before", beforeId, Long.class)
                .setParameter("kinds", kinds(actor))
                .setParameter("district", own ? actor.district() : null, String.class)
                .setParameter("own", Audience.DISTRICT)
                .setMaxResults(most)
                .getResultStream()
                .map(Reminder::view)
                .map(reminder -> own ? reminder : reminder.asToldToOthers())
                .toList();
    }

    /**
     * What this user may hear of: a draft is the district's own until it is submitted, but the officer has to ask for it; and payment
     * orders are none of the secretary's.
     */
    static Set<DueKind> kinds(Actor actor) {
        Set<DueKind> kinds = EnumSet.allOf(DueKind.class);
        if (!actor.role().ofDistrict() && actor.role() != Role.OFFICER) {
            kinds.remove(DueKind.APPLICATION);
        }
        if (actor.role() == Role.SECRETARY) {
            kinds.remove(DueKind.PAYMENT);
        }
        return kinds;
    }

    static boolean mayRead(Actor actor) {
        return actor.role() != Role.ADMINISTRATOR && actor.role() != Role.EVALUATOR;
    }

    /** What was reminded of, once for each day it was due. */
    record Key(DueKind kind, String subject, LocalDate dueOn, Step step) {}

    /** The reminders that are made already of these subjects. */
    Set<Key> madeOf(Collection<String> subjects) {
        return database.createQuery(
                        "select new se.medel.reminder.Reminders$Key(kind, subject, dueOn, step) from Reminder"
                                + " where array_contains(:subjects, subject)",
                        Key.class)
                .setParameter("subjects", subjects.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /**
     * Keeps a reminder, unless another instance was first.
     *
     * @param recipient the mailbox to send it to, null where there is none
     * @param send whether there is a mail server
     * @return whether it is new
     */
    boolean keep(Due due, Step step, Letter letter, String recipient, boolean send) {
        boolean waits = send && recipient != null;
        return database.createNativeMutationQuery(
                                "insert into reminder (kind, subject, due_on, step, round_id, district, audience, made_on,"
                                        + " made_at, title, body, html, href, state, recipient, next_try, fault)"
                                        + " values (:kind, :subject, :dueOn, :step, :round, :district, :audience, :today, :now,"
                                        + " :title, :body, :html, :href, :state, :recipient, :nextTry, :fault)"
                                        + " on conflict do nothing")
                        .setParameter("kind", due.kind().name())
                        .setParameter("subject", due.subject())
                        .setParameter("dueOn", due.dueOn())
                        .setParameter("step", step.name())
                        .setParameter("round", due.roundId())
                        .setParameter("district", due.district(), String.class)
                        .setParameter("audience", due.kind().audience().name())
                        .setParameter("today", LocalDate.now(clock))
                        .setParameter("now", clock.instant())
                        .setParameter("title", letter.title())
                        .setParameter("body", letter.body())
                        .setParameter("html", letter.html())
                        .setParameter("href", due.href())
                        .setParameter("state", (waits ? ReminderState.WAITING : ReminderState.STORED).name())
                        .setParameter("recipient", recipient, String.class)
                        .setParameter("nextTry", waits ? clock.instant() : null, Instant.class)
                        .setParameter(
                                "fault", send && recipient == null ? MailFault.NO_MAILBOX.name() : null, String.class)
                        .executeUpdate()
                == 1;
    }

    /**
     * Takes the next reminder to send, so that no other instance does. Until it is known what became of it, its next try is as
     * far away as if it had failed: who is stopped in the middle leaves it to be tried again.
     *
     * @param most how often a reminder is tried
     * @param waitSeconds the wait after the first try, doubled after each further one
     */
    Optional<Taken> take(int most, long waitSeconds) {
        Instant now = clock.instant();
        // Taken for the last time, and nothing was heard since.
        database.createMutationQuery(
                        "update Reminder set state = :failed, nextTry = null, fault = coalesce(fault, :stopped)"
                                + " where state = :waiting and tries >= :most and nextTry <= :now")
                .setParameter("failed", ReminderState.FAILED)
                .setParameter("stopped", MailFault.INTERRUPTED)
                .setParameter("waiting", ReminderState.WAITING)
                .setParameter("most", most)
                .setParameter("now", now)
                .executeUpdate();
        List<Reminder> due = database.createNativeQuery(
                        "select * from reminder where state = 'WAITING' and next_try <= :now order by next_try, id limit 1"
                                + " for update skip locked",
                        Reminder.class)
                .setParameter("now", now)
                .getResultList();
        return due.stream().findFirst().map(reminder -> {
            reminder.tries++;
            reminder.nextTry = now.plusSeconds(waitSeconds << Math.min(reminder.tries - 1, 16));
            return new Taken(
                    reminder.id,
                    reminder.tries,
                    reminder.recipient,
                    new Letter(reminder.title, reminder.body, reminder.html));
        });
    }

    /** A reminder to send now, at its first or a later try. */
    record Taken(long id, int tries, String recipient, Letter letter) {}

    void sent(Taken taken) {
        Reminder reminder = database.find(Reminder.class, taken.id());
        reminder.state = ReminderState.SENT;
        reminder.sentAt = clock.instant();
        reminder.nextTry = null;
        reminder.fault = null;
    }

    void notSent(Taken taken, MailFault fault, int most) {
        Reminder reminder = database.find(Reminder.class, taken.id());
        reminder.fault = fault;
        if (taken.tries() >= most) {
            reminder.state = ReminderState.FAILED;
            reminder.nextTry = null;
        }
    }
}
