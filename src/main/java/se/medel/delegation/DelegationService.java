package se.medel.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Delegation;
import se.medel.delegation.rules.Delegation.Permission;
import se.medel.delegation.rules.DelegationFault;
import se.medel.delegation.rules.OrderLine;
import se.medel.delegation.rules.StandIn;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.user.Actor;
import se.medel.user.UserService;
import se.medel.user.UserView;

/** Who may decide what today. Asked by every service that decides on delegation. */
@ApplicationScoped
@Transactional
public class DelegationService {

    @Inject
    OrderService orders;

    @Inject
    ConflictService conflicts;

    @Inject
    EntityManager database;

    @Inject
    UserService users;

    @Inject
    Clock clock;

    /**
     * What the user decides by, to be kept with the decision; or why the delegation order doesn't let him or her.
     *
     * @param amount whole kronor, zero or more
     * @param subject the case, such as {@code application/17}
     */
    public Answer<Mandate> mandate(Actor actor, DecisionKind kind, Kronor amount, String subject) {
        return mandate(actor, kind, amount, List.of(subject));
    }

    /** The same of a paper and the application that it is about: a conflict of interest in either bars. */
    public Answer<Mandate> mandate(Actor actor, DecisionKind kind, Kronor amount, List<String> subjects) {
        LocalDate today = LocalDate.now(clock);
        Optional<OrderView> order = orders.on(today);
        return order.map(view -> new Delegation(view.lines(), standIns(), conflicts.in(subjects))
                        .permission(kind, amount, actor.username(), today)
                        .map(permission -> mandate(view, permission)))
                .orElseGet(() -> Answer.refused(DelegationFault.NOT_IN_ORDER, kind));
    }

    /** Who decides now, as a to-do list needs it. Read once for a whole list. */
    public Desk desk(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return new Desk(
                actor,
                today,
                orders.on(today).map(OrderView::lines).orElse(List.of()),
                standIns(),
                conflicts.bySubject());
    }

    /**
     * Which decisions wait for a user, whatever their amounts.
     *
     * @param conflicts who has declared a conflict of interest, by the case
     */
    public record Desk(
            Actor actor,
            LocalDate today,
            List<OrderLine> lines,
            List<StandIn> standIns,
            Map<String, Set<String>> conflicts) {

        /** Whether the user may decide in one of the ways, as far as it can be told before the decision is written. */
        public boolean decides(List<String> subjects, DecisionKind... kinds) {
            return permission(subjects, kinds).isPresent();
        }

        /** Whether the user may take part in the case. */
        public boolean takesPart(List<String> subjects) {
            return !conflicted(subjects).contains(actor.username());
        }

        /** The user name of the one who is stood in for; empty where the user decides by an own line. */
        public Optional<String> insteadOf(List<String> subjects, DecisionKind... kinds) {
            return permission(subjects, kinds).map(Permission::standsIn).map(StandIn::person);
        }

        /** The user names of those who have declared a conflict of interest in the case. */
        public Set<String> conflicted(List<String> subjects) {
            return subjects.stream()
                    .flatMap(subject -> conflicts.getOrDefault(subject, Set.of()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Optional<Permission> permission(List<String> subjects, DecisionKind... kinds) {
            Delegation delegation = new Delegation(lines, standIns, conflicted(subjects));
            return Arrays.stream(kinds)
                    .map(kind -> delegation.permission(kind, Kronor.ZERO, actor.username(), today))
                    .filter(answer -> !answer.isRefused())
                    .map(Answer::get)
                    .findFirst();
        }
    }

    private Mandate mandate(OrderView order, Permission permission) {
        StandIn standsIn = permission.standsIn();
        String person = standsIn == null ? null : standsIn.person();
        return new Mandate(
                permission.line().kind(),
                permission.line().nature(),
                order.number(),
                order.committeeDate(),
                order.committeeParagraph(),
                permission.line().point(),
                person,
                person == null
                        ? null
                        : users.byUsername(person).map(UserView::title).orElse(person),
                standsIn == null ? null : standsIn.ground(),
                true);
    }

    private List<StandIn> standIns() {
        return database.createQuery("from StandInEntry where not withdrawn order by id", StandInEntry.class)
                .getResultStream()
                .map(StandInEntry::rule)
                .toList();
    }
}
