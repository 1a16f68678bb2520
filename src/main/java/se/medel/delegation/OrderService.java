package se.medel.delegation;

import static se.medel.delegation.DelegationRefusal.*;
import static se.medel.round.RoundRefusal.COMMITTEE_DATE_IN_FUTURE;
import static se.medel.round.RoundRefusal.COMMITTEE_DATE_MISSING;
import static se.medel.round.RoundRefusal.COMMITTEE_PARAGRAPH_MISSING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.delegation.rules.OrderLine;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.UserService;
import se.medel.user.UserView;

/**
 * The delegation order's versions. The secretary writes a draft; with the committee's decision it comes into force and is
 * never changed. One transaction per method.
 */
@ApplicationScoped
@Transactional
public class OrderService {

    /** More lines than any order has. */
    public static final int MOST_LINES = 60;

    @Inject
    EntityManager database;

    @Inject
    UserService users;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The version that holds on a day; empty before the first one. */
    public Optional<OrderView> on(LocalDate day) {
        return database.createQuery(
                        "from DelegationOrder where validFrom <= :day order by validFrom desc", DelegationOrder.class)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(DelegationOrder::view);
    }

    /** Every version, the newest first. */
    public List<OrderView> all() {
        return database.createQuery("from DelegationOrder order by number desc", DelegationOrder.class)
                .getResultStream()
                .map(DelegationOrder::view)
                .toList();
    }

    /** One version. */
    public Answer<OrderView> find(int number) {
        DelegationOrder order = database.find(DelegationOrder.class, number);
        return order == null ? Answer.refused(ORDER_NOT_FOUND) : Answer.of(order.view());
    }

    /** The last day that a version holds; empty while no later one is decided. */
    public Optional<LocalDate> lastDay(OrderView order) {
        return all().stream()
                .filter(later -> order.validFrom() != null
                        && later.validFrom() != null
                        && later.validFrom().isAfter(order.validFrom()))
                .map(later -> later.validFrom().minusDays(1))
                .min(LocalDate::compareTo);
    }

    /** Starts a draft from the newest version. There is one draft at a time. */
    public Answer<OrderView> draft(Actor actor) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(DELEGATION_NOT_FOR_ROLE);
        }
        database.createNativeQuery("lock table delegation_order in share row exclusive mode")
                .executeUpdate();
        OrderView newest = all().get(0);
        if (newest.state() == OrderState.DRAFT) {
            return Answer.refused(ORDER_DRAFT_EXISTS, newest.number());
        }
        DelegationOrder draft = new DelegationOrder();
        draft.number = newest.number() + 1;
        draft.state = OrderState.DRAFT;
        draft.lines = StoredJson.write(newest.lines());
        draft.madeBy = actor.username();
        draft.madeAt = clock.instant();
        database.persist(draft);
        return kept(actor, "DELEGATION_DRAFTED", null, draft);
    }

    /**
     * Changes the draft's lines.
     *
     * @param ifVersion the version that the change was made from; null to skip
     * @param lines all of them, refused at {@code lines[0].point} and so on
     */
    public Answer<OrderView> edit(Actor actor, int number, Long ifVersion, List<OrderLine> lines) {
        return draft(actor, number, ifVersion).then(draft -> {
            List<Refusal> faults = faults(lines);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            OrderView before = draft.view();
            draft.lines = StoredJson.write(lines);
            return kept(actor, "DELEGATION_CHANGED", before, draft);
        });
    }

    /**
     * Registers the committee's decision: from the day the version holds and can't be changed any more.
     *
     * @param paragraph of the minutes, such as {@code § 12}
     * @param from the first day; not before the committee's and within a year of it, and after the version's that holds until
     *     then
     */
    public Answer<OrderView> putInForce(
            Actor actor, int number, Long ifVersion, LocalDate date, String paragraph, LocalDate from) {
        return draft(actor, number, ifVersion).then(draft -> {
            List<Refusal> faults = faults(draft.view().lines());
            if (date == null) {
                faults.add(Refusal.of(COMMITTEE_DATE_MISSING).at("date"));
            } else if (date.isAfter(LocalDate.now(clock))) {
                faults.add(Refusal.of(COMMITTEE_DATE_IN_FUTURE).at("date"));
            }
            if (paragraph == null || paragraph.isBlank()) {
                faults.add(Refusal.of(COMMITTEE_PARAGRAPH_MISSING).at("paragraph"));
            }
            FreeText.check(faults, "paragraph", paragraph, RoundService.LONGEST_NUMBER);
            LocalDate holding = lastFrom();
            if (from == null || !from.isAfter(holding)) {
                faults.add(Refusal.of(ORDER_FROM_TOO_EARLY, holding).at("from"));
            } else if (date != null && from.isBefore(date)) {
                faults.add(Refusal.of(ORDER_FROM_TOO_EARLY, date.minusDays(1)).at("from"));
            } else if (date != null && from.isAfter(date.plusYears(1))) {
                // A version in force is never changed and none begins before it: a day that is mistyped would lock the
                // order.
                faults.add(Refusal.of(ORDER_FROM_TOO_LATE, date.plusYears(1)).at("from"));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            OrderView before = draft.view();
            draft.state = OrderState.IN_FORCE;
            draft.committeeDate = date;
            draft.committeeParagraph = paragraph.strip();
            draft.validFrom = from;
            return kept(actor, "DELEGATION_IN_FORCE", before, draft);
        });
    }

    /** Removes the draft, as if it had not been. */
    public Answer<OrderView> discard(Actor actor, int number, Long ifVersion) {
        return draft(actor, number, ifVersion).then(draft -> {
            OrderView before = draft.view();
            database.remove(draft);
            database.flush();
            audit.record(actor, "DELEGATION_DISCARDED", subject(number), before, null);
            return Answer.of(before);
        });
    }

    private LocalDate lastFrom() {
        return all().stream()
                .map(OrderView::validFrom)
                .filter(from -> from != null)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private Answer<DelegationOrder> draft(Actor actor, int number, Long ifVersion) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(DELEGATION_NOT_FOR_ROLE);
        }
        DelegationOrder order = database.find(DelegationOrder.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (order == null) {
            return Answer.refused(ORDER_NOT_FOUND);
        }
        if (order.state == OrderState.IN_FORCE) {
            return Answer.refused(ORDER_IN_FORCE);
        }
        return ifVersion != null && order.version != ifVersion ? Answer.refused(ORDER_STALE) : Answer.of(order);
    }

    private List<Refusal> faults(List<OrderLine> lines) {
        List<Refusal> faults = new ArrayList<>();
        if (lines.isEmpty()) {
            faults.add(Refusal.of(ORDER_EMPTY).at("lines"));
        } else if (lines.size() > MOST_LINES) {
            faults.add(Refusal.of(ORDER_TOO_LONG, MOST_LINES).at("lines"));
            return faults;
        }
        Set<String> points = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            check(faults, "lines[" + i + "].", lines.get(i), points);
        }
        return faults;
    }

    private void check(List<Refusal> faults, String at, OrderLine line, Set<String> points) {
        if (line.point() == null || !line.point().matches("[0-9]{1,3}(\\.[0-9]{1,3}){0,3}[a-z]?")) {
            faults.add(Refusal.of(LINE_POINT_MALFORMED).at(at + "point"));
        } else if (!points.add(line.point())) {
            faults.add(Refusal.of(LINE_POINT_TWICE).at(at + "point"));
        }
        if (line.kind() == null) {
            faults.add(Refusal.of(LINE_KIND_MISSING).at(at + "kind"));
        }
        if (line.nature() == null) {
            faults.add(Refusal.of(LINE_NATURE_MISSING).at(at + "nature"));
        }
        if (line.holder() != null && !isDirector(users, line.holder())) {
            faults.add(Refusal.of(NOT_A_DIRECTOR).at(at + "holder"));
        }
        if (line.upTo() != null && (line.upTo().isNegative() || !line.upTo().isWhole())) {
            faults.add(Refusal.of(LINE_LIMIT_WRONG).at(at + "upTo"));
        }
        if (line.from() != null && line.to() != null && line.to().isBefore(line.from())) {
            faults.add(Refusal.of(LINE_DATES_REVERSED).at(at + "to"));
        }
    }

    /** Whether it is the name of an active user with the director's role. */
    static boolean isDirector(UserService users, String username) {
        return username != null
                && users.byUsername(username)
                        .filter(UserView::active)
                        .filter(user -> user.role() == Role.DIRECTOR)
                        .isPresent();
    }

    private Answer<OrderView> kept(Actor actor, String action, OrderView before, DelegationOrder order) {
        database.flush();
        audit.record(actor, action, subject(order.number), before, order.view());
        return Answer.of(order.view());
    }

    private static Subject subject(int number) {
        return new Subject("delegation-order/" + number, null, null);
    }
}
