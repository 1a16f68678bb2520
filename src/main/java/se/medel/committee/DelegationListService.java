package se.medel.committee;

import static se.medel.committee.DelegationListRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.DelegatedDecisions;
import se.medel.delegation.ReportedBack;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.time.ClockProducer;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.UserService;
import se.medel.user.UserView;

/**
 * The lists of decisions made on delegation, that the committee is told about. One is open at a time and has everything that is
 * in no list before it; closed it stays as it is, and where it was reported is registered once.
 */
@ApplicationScoped
@Transactional
public class DelegationListService implements ReportedBack {

    /** Names this service's lock among all advisory locks. */
    private static final int LOCK = 20;

    /**
     * How long before the list before was closed a decision can have been made that isn't in it: one gets its time before it is
     * stored, and another machine's clock can be slow. Far longer than either.
     */
    private static final Duration OVERLAP = Duration.ofDays(1);

    @Inject
    DelegatedDecisions delegated;

    @Inject
    MeetingService meetings;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    UserService users;

    @Inject
    EntityManager database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The open list and those that are closed, newest first. */
    public List<DelegationListView> all() {
        return Stream.concat(Stream.of(open()), closed().map(DelegationList::view))
                .toList();
    }

    /** The list that grows. */
    public DelegationListView open() {
        return openAfter(last(), waiting(last()).size());
    }

    /** The closed lists whose report isn't registered, oldest first. */
    public List<DelegationListView> unreported() {
        return database.createQuery("from DelegationList where meeting is null order by number", DelegationList.class)
                .getResultStream()
                .map(DelegationList::view)
                .toList();
    }

    /** A list with its lines: as it was closed, or as the open one is now. */
    public Optional<DelegationListContent> find(int number) {
        DelegationList closed = database.find(DelegationList.class, number);
        if (closed != null) {
            return Optional.of(new DelegationListContent(closed.view(), lines(closed)));
        }
        Optional<DelegationList> last = last();
        List<DelegatedDecision> waiting = waiting(last);
        DelegationListView open = openAfter(last, waiting.size());
        return open.number() == number
                ? Optional.of(new DelegationListContent(open, lines(waiting)))
                : Optional.empty();
    }

    /**
     * Closes the open list. Of two who close it at once one wins; what is decided meanwhile is in it or in the next one.
     *
     * @param ifVersion how many decisions it had when it was read, where a list that has grown is to be refused; else null
     */
    public Answer<DelegationListView> close(Actor actor, int number, Long ifVersion) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(DELEGATION_LIST_NOT_FOR_ROLE);
        }
        lock();
        Optional<DelegationList> last = last();
        int open = last.map(list -> list.number).orElse(0) + 1;
        if (number < 1 || number > open) {
            return Answer.refused(DELEGATION_LIST_NOT_FOUND);
        }
        if (number < open) {
            return Answer.refused(DELEGATION_LIST_CLOSED_ALREADY);
        }
        List<DelegationListLine> lines = lines(waiting(last));
        if (lines.isEmpty()) {
            return Answer.refused(DELEGATION_LIST_EMPTY);
        }
        if (ifVersion != null && ifVersion != lines.size()) {
            return Answer.refused(DELEGATION_LIST_STALE);
        }
        return Answer.of(keep(actor, openAfter(last, lines.size()), lines));
    }

    private DelegationListView keep(Actor actor, DelegationListView open, List<DelegationListLine> lines) {
        DelegationList list = new DelegationList();
        list.number = open.number();
        list.since = open.since();
        list.closedAt = clock.instant();
        list.closedBy = actor.username();
        list.decisions = lines.size();
        database.persist(list);
        for (int i = 0; i < lines.size(); i++) {
            database.persist(DelegationListEntry.of(list, i + 1, lines.get(i)));
        }
        database.flush();
        audit.record(actor, "DELEGATION_LIST_CLOSED", subject(list), null, list.view());
        return list.view();
    }

    /**
     * Registers where a closed list was reported. Once: a reported one is refused, and so is a paragraph that is about something
     * else, or a meeting before the list was closed.
     *
     * @param ifVersion the version that was read; null to skip
     */
    public Answer<DelegationListView> report(
            Actor actor, int number, Long ifVersion, LocalDate date, String paragraph) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(DELEGATION_LIST_NOT_FOR_ROLE);
        }
        DelegationList list = database.find(DelegationList.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (list == null) {
            return Answer.refused(number == open().number() ? DELEGATION_LIST_OPEN : DELEGATION_LIST_NOT_FOUND);
        }
        if (list.meeting != null) {
            return Answer.refused(Refusal.of(DELEGATION_LIST_REPORTED_ALREADY, list.meeting.heldOn, list.paragraph));
        }
        if (ifVersion != null && ifVersion != list.version) {
            return Answer.refused(DELEGATION_LIST_STALE);
        }
        List<Refusal> faults = faults(list, date, paragraph);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        meetings.lock(date);
        Optional<Refusal> taken = meetings.taken(date, paragraph, null);
        if (taken.isPresent()) {
            return Answer.refused(taken.get());
        }
        list.meeting = meetings.meetingOn(date);
        list.paragraph = paragraph.strip();
        list.reportedBy = actor.username();
        list.reportedAt = clock.instant();
        database.flush();
        audit.record(actor, "DELEGATION_LIST_REPORTED", subject(list), null, list.view());
        return Answer.of(list.view());
    }

    private List<Refusal> faults(DelegationList list, LocalDate date, String paragraph) {
        List<Refusal> faults = new ArrayList<>(rounds.checkCommittee(date, paragraph));
        LocalDate closed = list.closedAt.atZone(ClockProducer.STOCKHOLM).toLocalDate();
        if (date != null && date.isBefore(closed)) {
            faults.add(Refusal.of(DELEGATION_LIST_AFTER_MEETING, closed).at("date"));
        }
        return faults;
    }

    @Override
    public Optional<Report> of(String subject, Instant decidedAt) {
        return decidedAt == null
                ? Optional.empty()
                : database.createQuery(
                                "select list from DelegationListEntry where subject = ?1 and decidedAt = ?2"
                                        + " and list.meeting is not null",
                                DelegationList.class)
                        .setParameter(1, subject)
                        .setParameter(2, decidedAt)
                        .getResultStream()
                        .findFirst()
                        .map(list -> new Report(list.number, list.meeting.heldOn, list.paragraph));
    }

    private static Subject subject(DelegationList list) {
        return new Subject("delegation-list/" + list.number, null, null);
    }

    /** From here nobody else closes a list. */
    private void lock() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(?1, 0)")
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    private Stream<DelegationList> closed() {
        return database.createQuery("from DelegationList order by number desc", DelegationList.class)
                .getResultStream();
    }

    private Optional<DelegationList> last() {
        return database.createQuery("from DelegationList order by number desc", DelegationList.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static DelegationListView openAfter(Optional<DelegationList> last, int decisions) {
        return DelegationListView.open(
                last.map(list -> list.number).orElse(0) + 1,
                last.map(list -> list.closedAt).orElse(null),
                decisions);
    }

    private record Key(String subject, Instant decidedAt) {}

    /** What is decided and in no list. */
    private List<DelegatedDecision> waiting(Optional<DelegationList> last) {
        Instant after = last.map(list -> list.closedAt.minus(OVERLAP)).orElse(Instant.EPOCH);
        Set<Key> listed = database.createQuery(
                        "select subject, decidedAt from DelegationListEntry where decidedAt > ?1", Key.class)
                .setParameter(1, after)
                .getResultStream()
                .collect(Collectors.toSet());
        return delegated.between(after, clock.instant()).stream()
                .filter(decision -> !listed.contains(new Key(decision.subject(), decision.decidedAt())))
                .toList();
    }

    private List<DelegationListLine> lines(DelegationList list) {
        return database.createQuery(
                        "from DelegationListEntry where list = ?1 order by position", DelegationListEntry.class)
                .setParameter(1, list)
                .getResultStream()
                .map(DelegationListEntry::line)
                .toList();
    }

    private List<DelegationListLine> lines(List<DelegatedDecision> decisions) {
        Map<String, String> titles =
                users.everyone().stream().collect(Collectors.toMap(UserView::username, UserView::title));
        Map<String, String> names =
                districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return decisions.stream()
                .map(decision -> new DelegationListLine(
                        decision,
                        titles.getOrDefault(decision.decidedBy(), decision.decidedBy()),
                        names.getOrDefault(decision.district(), decision.district())))
                .toList();
    }
}
