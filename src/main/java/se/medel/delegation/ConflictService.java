package se.medel.delegation;

import static se.medel.delegation.DelegationRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.delegation.rules.ConflictGround;
import se.medel.delegation.rules.DelegationFault;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Conflicts of interest: who declares one has no more part in that case. One transaction per method. */
@ApplicationScoped
@Transactional
public class ConflictService {

    @Inject
    EntityManager database;

    @Inject
    @Any
    Instance<CaseSource> sources;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** One declaration, as others see it. */
    @Schema(name = "DeclaredConflict")
    public record Declared(String subject, String username, ConflictGround ground, Instant declaredAt) {}

    /**
     * The user names of those who have declared a conflict of interest in any of these cases, such as {@code application/17}. A
     * conflict follows the matter: who asks about a paper names also the application that it is about.
     */
    public Set<String> in(List<String> subjects) {
        return subjects.isEmpty()
                ? Set.of()
                : new TreeSet<>(database.createQuery(
                                "select c.username from DeclaredConflict c where c.subject in :subjects", String.class)
                        .setParameter("subjects", subjects)
                        .getResultList());
    }

    /** The cases that a user has declared a conflict of interest in. */
    public Set<String> declaredBy(Actor actor) {
        return Set.copyOf(database.createQuery(
                        "select c.subject from DeclaredConflict c where c.username = :username", String.class)
                .setParameter("username", actor.username())
                .getResultList());
    }

    /** The same of every case, so that a list needn't ask for each. */
    public Map<String, Set<String>> bySubject() {
        return all().stream()
                .collect(Collectors.groupingBy(
                        Declared::subject, Collectors.mapping(Declared::username, Collectors.toSet())));
    }

    /** Why a user may have no part in a case; empty where nothing is declared. */
    public Optional<Refusal> bars(Actor actor, String subject) {
        return bars(actor, List.of(subject));
    }

    /** The same of a paper and the application that it is about. */
    public Optional<Refusal> bars(Actor actor, List<String> subjects) {
        return in(subjects).contains(actor.username())
                ? Optional.of(Refusal.of(DelegationFault.CONFLICT_DECLARED))
                : Optional.empty();
    }

    /** A case that the user can declare a conflict of interest in. */
    public Answer<CaseSource.Case> open(Actor actor, String kind, long id) {
        if (actor.role() != Role.DIRECTOR && actor.role() != Role.OFFICER) {
            return Answer.refused(DELEGATION_NOT_FOR_ROLE);
        }
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .flatMap(source -> source.find(actor, id))
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(CONFLICT_CASE_NOT_FOUND));
    }

    /** Declares it. It isn't taken back: that somebody saw one is enough. */
    public Answer<Declared> declare(Actor actor, String kind, long id, ConflictGround ground) {
        return open(actor, kind, id).then(found -> {
            if (ground == null) {
                return Answer.refused(Refusal.of(CONFLICT_GROUND_MISSING).at("ground"));
            }
            if (bars(actor, found.subject()).isPresent()) {
                return Answer.refused(CONFLICT_DECLARED_ALREADY);
            }
            DeclaredConflict conflict = new DeclaredConflict();
            conflict.subject = found.subject();
            conflict.username = actor.username();
            conflict.ground = ground;
            conflict.declaredAt = clock.instant();
            database.persist(conflict);
            database.flush();
            Declared declared = new Declared(conflict.subject, conflict.username, ground, conflict.declaredAt);
            audit.record(
                    actor,
                    "CONFLICT_DECLARED",
                    new Subject(found.subject(), found.roundId(), found.district()),
                    null,
                    declared);
            return Answer.of(declared);
        });
    }

    /** Every declaration, the newest first. */
    public List<Declared> all() {
        return database.createQuery("from DeclaredConflict order by declaredAt desc, subject", DeclaredConflict.class)
                .getResultStream()
                .map(conflict ->
                        new Declared(conflict.subject, conflict.username, conflict.ground, conflict.declaredAt))
                .toList();
    }
}
