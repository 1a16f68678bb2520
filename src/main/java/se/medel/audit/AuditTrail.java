package se.medel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;

/** The audit trail. What is recorded stands in the same transaction as the change itself: neither is there alone. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /**
     * What something is about.
     *
     * @param name a kind and an id, such as {@code application/17}; never a code or an identity of a client
     */
    public record Subject(String name, String roundId, String district) {}

    /**
     * @param before what it was, null for something new
     * @param after what it became, null for something that was only looked for or is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, Subject subject, Object before, Object after) {
        AuditEvent event = new AuditEvent();
        event.at = clock.instant();
        event.username = actor.username();
        event.role = actor.role().wireName();
        event.action = action;
        event.subject = subject.name();
        event.roundId = subject.roundId();
        event.district = subject.district();
        event.before = before == null ? null : StoredJson.write(before);
        event.after = after == null ? null : StoredJson.write(after);
        database.persist(event);
    }

    /**
     * Somebody looked for what isn't theirs. A refusal is a value and rolls nothing back, so this is kept with it. A transaction
     * of its own would need a second connection, and the pool could run dry of them.
     */
    @Transactional
    public void recordRefusedAccess(Actor actor, Subject subject) {
        record(actor, "ACCESS_REFUSED", subject, null, null);
    }

    /** One line of the trail, as the auditor reads it. */
    public record Line(
            long id,
            Instant at,
            String username,
            String role,
            String action,
            String subject,
            String roundId,
            String district,
            String before,
            String after) {}

    /**
     * The trail, newest first.
     *
     * @param beforeId only what is older than this line, to read on page by page; null for the newest
     * @param subject only what is about this subject; null for all
     */
    public List<Line> read(Long beforeId, String subject, int most) {
        return database.createQuery(
                        "select new se.medel.audit.AuditTrail$Line(e.id, e.at, e.username, e.role, e.action, e.subject,"
                                + " e.roundId, e.district, e.before, e.after) from AuditEvent e"
                                + " where (:beforeId is null or e.id < :beforeId)"
                                + " and (:subject is null or e.subject = :subject) order by e.id desc",
                        Line.class)
                .setParameter("beforeId", beforeId)
                .setParameter("subject", subject)
                .setMaxResults(most)
                .getResultList();
    }
}
