package se.medel.delegation;

import static se.medel.delegation.DelegationRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.delegation.rules.StandIn;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.UserService;

/** Who stands in for whom, so that an absent decider never stops the work. One transaction per method. */
@ApplicationScoped
@Transactional
public class StandInService {

    /** Who may enter an absence: not only the one who is away. A director enters only the own one. */
    private static final Set<Role> ENTERS = Set.of(Role.DIRECTOR, Role.SECRETARY, Role.ADMINISTRATOR);

    @Inject
    EntityManager database;

    @Inject
    UserService users;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * What is entered.
     *
     * @param person the user name of the one who is away, or has a conflict of interest
     * @param from the first day
     * @param to the last day
     */
    @Schema(
            name = "NewStandIn",
            requiredProperties = {"person", "substitute", "ground", "from", "to"})
    public record Wanted(String person, String substitute, StandIn.Ground ground, LocalDate from, LocalDate to) {}

    /** All that were ever entered, the latest first. */
    public List<StandInView> all() {
        return database.createQuery("from StandInEntry order by fromDay desc, id desc", StandInEntry.class)
                .getResultStream()
                .map(StandInEntry::view)
                .toList();
    }

    /** One of them. */
    public Answer<StandInView> find(long id) {
        StandInEntry entry = database.find(StandInEntry.class, id);
        return entry == null ? Answer.refused(STAND_IN_NOT_FOUND) : Answer.of(entry.view());
    }

    /** Whether the user may enter who stands in for a person, and take it back. Nobody takes another's mandate that way. */
    public static boolean mayEnterFor(Actor actor, String person) {
        return ENTERS.contains(actor.role())
                && (actor.role() != Role.DIRECTOR || actor.username().equals(person));
    }

    private static Optional<Refusal> barred(Actor actor, String person) {
        return mayEnterFor(actor, person)
                ? Optional.empty()
                : Optional.of(Refusal.of(ENTERS.contains(actor.role()) ? STAND_IN_NOT_OWN : DELEGATION_NOT_FOR_ROLE));
    }

    /** Enters that somebody stands in for somebody; from today at the earliest. */
    public Answer<StandInView> enter(Actor actor, Wanted wanted) {
        Optional<Refusal> barred = barred(actor, wanted.person());
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        List<Refusal> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        StandInEntry entry = new StandInEntry();
        entry.person = wanted.person();
        entry.substitute = wanted.substitute();
        entry.ground = wanted.ground();
        entry.fromDay = wanted.from();
        entry.toDay = wanted.to();
        entry.madeBy = actor.username();
        entry.madeAt = clock.instant();
        database.persist(entry);
        return kept(actor, "STAND_IN_ENTERED", null, entry);
    }

    /** Takes it back; what was decided by it stands. */
    public Answer<StandInView> withdraw(Actor actor, long id, Long ifVersion) {
        if (!ENTERS.contains(actor.role())) {
            return Answer.refused(DELEGATION_NOT_FOR_ROLE);
        }
        StandInEntry entry = database.find(StandInEntry.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entry == null) {
            return Answer.refused(STAND_IN_NOT_FOUND);
        }
        Optional<Refusal> barred = barred(actor, entry.person);
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        if (ifVersion != null && entry.version != ifVersion) {
            return Answer.refused(STAND_IN_STALE);
        }
        if (entry.withdrawn) {
            return Answer.refused(STAND_IN_WITHDRAWN);
        }
        StandInView before = entry.view();
        entry.withdrawn = true;
        return kept(actor, "STAND_IN_WITHDRAWN", before, entry);
    }

    private List<Refusal> faults(Wanted wanted) {
        List<Refusal> faults = new ArrayList<>();
        // Also who has left: the order names the holder until the committee decides on another.
        if (Optional.ofNullable(wanted.person())
                .flatMap(users::byUsername)
                .filter(user -> user.role() == Role.DIRECTOR)
                .isEmpty()) {
            faults.add(Refusal.of(NOT_A_DIRECTOR).at("person"));
        }
        if (!OrderService.isDirector(users, wanted.substitute())) {
            faults.add(Refusal.of(NOT_A_DIRECTOR).at("substitute"));
        } else if (wanted.substitute().equals(wanted.person())) {
            faults.add(Refusal.of(STAND_IN_FOR_ONESELF).at("substitute"));
        }
        if (wanted.ground() == null) {
            faults.add(Refusal.of(STAND_IN_GROUND_MISSING).at("ground"));
        }
        LocalDate today = LocalDate.now(clock);
        if (wanted.from() == null) {
            faults.add(Refusal.of(STAND_IN_DATES_WRONG).at("from"));
        } else if (wanted.from().isBefore(today)) {
            // Nobody becomes a substitute for what was decided before.
            faults.add(Refusal.of(STAND_IN_PAST).at("from"));
        }
        if (wanted.to() == null || wanted.from() != null && wanted.to().isBefore(wanted.from())) {
            faults.add(Refusal.of(STAND_IN_DATES_WRONG).at("to"));
        }
        return faults;
    }

    private Answer<StandInView> kept(Actor actor, String action, StandInView before, StandInEntry entry) {
        database.flush();
        audit.record(actor, action, new Subject("stand-in/" + entry.id, null, null), before, entry.view());
        return Answer.of(entry.view());
    }
}
