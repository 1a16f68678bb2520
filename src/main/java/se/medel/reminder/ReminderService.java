package se.medel.reminder;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.deadline.Audience;
import se.medel.deadline.Due;
import se.medel.deadline.DueSource;
import se.medel.deadline.Step;
import se.medel.reminder.Reminders.Key;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Makes reminders of what is due, and sends those that wait. Any number of instances can do both at the same time. */
@ApplicationScoped
public class ReminderService {

    /** The same on all instances, so that none waits for another in a ring. */
    private static final Comparator<Due> IN_ORDER =
            Comparator.comparing(Due::dueOn).thenComparing(Due::kind).thenComparing(Due::subject);

    @All
    @Inject
    List<DueSource> sources;

    @Inject
    Reminders reminders;

    @Inject
    MailboxService mailboxes;

    @Inject
    LetterWriter writer;

    @Inject
    Postman postman;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.reminder.mail")
    boolean mail;

    @ConfigProperty(name = "medel.reminder.tries")
    int tries;

    @ConfigProperty(name = "medel.reminder.wait")
    Duration wait;

    /** All that is due, whoever has to do it, the one that is most late first. */
    public List<Due> open() {
        return sources.stream()
                .flatMap(source -> source.open().stream())
                .sorted(IN_ORDER)
                .toList();
    }

    /**
     * What is late and may be seen by this user: a district's own, or all; most late first. Of another's draft the officer hears
     * that there is one, not which, and nobody else does.
     */
    List<Due> overdueFor(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        boolean own = actor.role().ofDistrict();
        return open().stream()
                .filter(due -> due.daysLate(today) > 0)
                .filter(due -> own
                        ? due.kind().audience() == Audience.DISTRICT && actor.actsFor(due.district())
                        : Reminders.mayRead(actor) && Reminders.kinds(actor).contains(due.kind()))
                .map(due -> own ? due : due.asToldToOthers())
                .toList();
    }

    /** What is late and this user has to do, or as an officer to ask a district for; most late first. */
    List<Due> overdueOnTheListOf(Actor actor) {
        Optional<Audience> audience = Audience.of(actor.role());
        return audience.isEmpty()
                ? List.of()
                : overdueFor(actor).stream()
                        .filter(due -> due.kind().audience() == audience.get()
                                || actor.role() == Role.OFFICER && due.kind().audience() == Audience.DISTRICT)
                        .toList();
    }

    /** The newest first; a district sees what it was reminded of itself, the social administration sees all. */
    List<ReminderView> seenBy(Actor actor, Long beforeId, int most) {
        return reminders.seenBy(actor, beforeId, most);
    }

    /**
     * Makes the reminders whose day has come, each once.
     *
     * @return how many are new
     */
    @Transactional(Transactional.TxType.NEVER)
    public int make() {
        LocalDate today = LocalDate.now(clock);
        List<Due> open = open();
        Set<Key> before = reminders.madeOf(open.stream().map(Due::subject).collect(Collectors.toSet()));
        int made = 0;
        for (Due due : open) {
            Optional<Step> step = Step.latest(due.dueOn(), today)
                    .filter(latest -> !before.contains(new Key(due.kind(), due.subject(), due.dueOn(), latest)));
            if (step.isPresent() && keep(due, step.get())) {
                made++;
            }
        }
        return made;
    }

    private boolean keep(Due due, Step step) {
        String owner = due.kind().audience() == Audience.DISTRICT ? due.district() : MailboxService.ADMINISTRATION;
        return reminders.keep(
                due, step, writer.about(due), mailboxes.address(owner).orElse(null), mail);
    }

    /**
     * Sends what waits, one by one and outside of any transaction. A server that isn't there or says nothing is left alone until
     * the next time, so that it holds up one mail and not all of them.
     */
    @Transactional(Transactional.TxType.NEVER)
    public void send() {
        Optional<Reminders.Taken> next = take();
        while (next.isPresent()) {
            Optional<MailFault> fault = postman.send(next.get());
            if (fault.isEmpty()) {
                reminders.sent(next.get());
            } else {
                reminders.notSent(next.get(), fault.get(), tries);
                if (fault.get().isOfServer()) {
                    return;
                }
            }
            next = take();
        }
    }

    /** Nothing where the mail server has been taken away since: what waits then waits for the next one. */
    private Optional<Reminders.Taken> take() {
        return mail ? reminders.take(tries, wait.toSeconds()) : Optional.empty();
    }
}
