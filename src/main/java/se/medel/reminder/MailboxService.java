package se.medel.reminder;

import static se.medel.reminder.MailboxRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The functional mailboxes: one for each district, one for the social administration. One transaction per method. */
@ApplicationScoped
@Transactional
public class MailboxService {

    /** Whose mailbox it is that isn't a district's. */
    public static final String ADMINISTRATION = "administration";

    /** The longest address there can be (RFC 5321). */
    static final int LONGEST = 254;

    /** Plain addresses only: no quotes, no comments, nothing that could be read as a second address. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{Alnum}_+-]+(\\.[\\p{Alnum}_+-]+)*@(\\p{Alnum}([\\p{Alnum}-]*\\p{Alnum})?\\.)+\\p{Alpha}{2,}");

    @Inject
    Session database;

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The administration's mailbox first, then every district's, set or not. */
    public List<MailboxView> all() {
        Map<String, Mailbox> set = database.createQuery("from Mailbox", Mailbox.class)
                .getResultStream()
                .collect(Collectors.toMap(mailbox -> mailbox.owner, mailbox -> mailbox));
        return Stream.concat(
                        Stream.of(ADMINISTRATION), districts.everyone().stream().map(DistrictView::slug))
                .map(owner -> view(owner, set.get(owner)))
                .toList();
    }

    /** The mailbox of a district or of {@link #ADMINISTRATION}; empty for an owner there isn't. */
    public Optional<MailboxView> of(String owner) {
        return isOwner(owner) ? Optional.of(view(owner, database.find(Mailbox.class, owner))) : Optional.empty();
    }

    Optional<String> address(String owner) {
        return Optional.ofNullable(database.find(Mailbox.class, owner)).map(mailbox -> mailbox.address);
    }

    /**
     * Sets where somebody's reminders are sent, or takes it away again.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     * @param address null or blank for none
     */
    public Answer<MailboxView> set(Actor actor, String owner, long ifVersion, String address) {
        if (actor.role() != Role.ADMINISTRATOR) {
            return Answer.refused(MAILBOX_NOT_FOR_ROLE);
        }
        if (!isOwner(owner)) {
            return Answer.refused(MAILBOX_NOT_FOUND);
        }
        Mailbox mailbox = database.find(Mailbox.class, owner, LockModeType.PESSIMISTIC_WRITE);
        MailboxView before = view(owner, mailbox);
        if (before.version() != ifVersion) {
            return Answer.refused(MAILBOX_STALE);
        }
        String wanted = address == null ? "" : address.strip();
        List<Refusal> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        MailboxView after = view(owner, change(actor, owner, mailbox, wanted));
        audit.record(
                actor,
                "MAILBOX_SET",
                new Subject("mailbox/" + owner, null, owner.equals(ADMINISTRATION) ? null : owner),
                before,
                after);
        return Answer.of(after);
    }

    private Mailbox change(Actor actor, String owner, Mailbox before, String address) {
        if (address.isEmpty()) {
            if (before != null) {
                database.remove(before);
                database.flush();
            }
            return null;
        }
        Mailbox mailbox = before == null ? new Mailbox() : before;
        mailbox.owner = owner;
        mailbox.address = address;
        mailbox.setBy = actor.username();
        mailbox.setAt = clock.instant();
        database.persist(mailbox);
        database.flush();
        return mailbox;
    }

    private static List<Refusal> faults(String address) {
        List<Refusal> faults = new ArrayList<>();
        FreeText.check(faults, "address", address, LONGEST);
        if (faults.isEmpty() && !address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            faults.add(Refusal.of(MAILBOX_MALFORMED).at("address"));
        }
        return faults;
    }

    private boolean isOwner(String owner) {
        return ADMINISTRATION.equals(owner) || districts.bySlug(owner).isPresent();
    }

    /** One that isn't set has version 0, so that two who set it at once notice each other. */
    private static MailboxView view(String owner, Mailbox mailbox) {
        return mailbox == null
                ? new MailboxView(owner, null, 0)
                : new MailboxView(owner, mailbox.address, mailbox.version + 1);
    }
}
