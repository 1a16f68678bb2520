package se.medel.participant;

import static se.medel.participant.RegisterRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.participant.ParticipantView.Written;
import se.medel.participant.rules.CodePattern;
import se.medel.participant.rules.Enrolment;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.Period;
import se.medel.participant.rules.Recording;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RegisterFault;
import se.medel.participant.rules.Standing;
import se.medel.participant.rules.State;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;

/**
 * The participant register. Entries are added and never changed; what they come to is kept with the participant in the same
 * transaction. Only the group's own districts see it, and every look is recorded. One transaction per method.
 */
@ApplicationScoped
@Transactional
public class RegisterService {

    /** The most participants on one page of a list. */
    public static final int PAGE = 50;

    @Inject
    Session database;

    @Inject
    Participants participants;

    @Inject
    GroupService groups;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Somebody who has come.
     *
     * @param code as the group writes its codes (P1)
     * @param area where the participant lives; its district is the home district (P14)
     * @param cameOn the day, not in the future
     */
    public record Arrival(String code, Integer birthYear, String area, Referral referral, LocalDate cameOn) {}

    /**
     * A group at a glance.
     *
     * @param byState every participant, by state
     * @param guideLoad the participants that each working guide has, resting ones not counted (P5, P9)
     * @param withSupport the enrolled with income support (P6)
     * @param stalePlans the enrolled whose plan is missing or stale (P11)
     * @param limits the settings that hold today
     * @param stop the admission stop that holds today, null without one (P7)
     */
    public record Overview(
            GroupView group,
            Map<State, Long> byState,
            Map<String, Long> guideLoad,
            long withSupport,
            long stalePlans,
            Limits limits,
            GroupService.Stop stop) {}

    /**
     * Which participants a list shows.
     *
     * @param state only those, or null for all
     * @param guide only those of a guide, or null for all
     * @param stalePlan only the enrolled whose plan is missing or stale (P11)
     */
    public record Filter(State state, String guide, boolean stalePlan) {
        public static final Filter ALL = new Filter(null, null, false);
    }

    /** Enters somebody who has come. */
    public Answer<ParticipantView> arrive(Actor actor, String slug, Arrival arrival) {
        Answer<GroupView> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        GroupView group = own.get();
        groups.lock(slug);
        // A4 holds over all groups, which the lock on this one doesn't reach.
        groups.lockName("client " + CodePattern.key(arrival.code()));
        List<Refusal> faults = new ArrayList<>();
        if (arrival.code() == null
                || !group.pattern().matches(arrival.code())
                || arrival.code().length() > 20) {
            faults.add(Refusal.of(PARTICIPANT_CODE_MALFORMED).at("code").by("P1"));
        } else if (participants.isTaken(CodePattern.key(arrival.code()))) {
            faults.add(Refusal.of(PARTICIPANT_CODE_TAKEN).at("code").by("A4"));
        }
        LocalDate today = LocalDate.now(clock);
        if (arrival.birthYear() == null
                || arrival.birthYear() < Period.EARLIEST.getYear()
                || arrival.birthYear() > today.getYear()) {
            faults.add(Refusal.of(PARTICIPANT_BIRTH_YEAR).at("birthYear").by("A5"));
        }
        if (arrival.area() == null
                || (arrival.cameOn() != null && !group.areasOn(arrival.cameOn()).contains(arrival.area()))) {
            faults.add(Refusal.of(RegisterFault.AREA_UNKNOWN).at("area").by("P14"));
        }
        if (arrival.referral() == null) {
            faults.add(Refusal.of(RegisterFault.CHOICE_MISSING).at("referral"));
        }
        if (arrival.cameOn() == null) {
            faults.add(Refusal.of(RegisterFault.DAY_MISSING).at("cameOn"));
        } else if (!Period.isThinkable(arrival.cameOn())) {
            faults.add(Refusal.of(RegisterFault.DAY_OUT_OF_RANGE, Period.EARLIEST, today)
                    .at("cameOn"));
        } else if (arrival.cameOn().isAfter(today)) {
            faults.add(Refusal.of(RegisterFault.DAY_IN_FUTURE).at("cameOn"));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        List<Entry> first = List.of(
                Entry.of(EntryKind.INTEREST, arrival.cameOn(), arrival.referral()),
                new Entry(EntryKind.LIVES_IN, arrival.cameOn(), arrival.area()));
        Participant participant = new Participant();
        participant.groupSlug = slug;
        participant.code = CodePattern.tidy(arrival.code());
        participant.clientKey = CodePattern.key(arrival.code());
        participant.birthYear = arrival.birthYear();
        participant.cameOn = arrival.cameOn();
        participant.take(Standing.on(LocalDate.MAX, first), group);
        participants.persistAndFlush(participant);
        insert(actor, participant, first);
        audit.record(actor, "PARTICIPANT_ENTERED", subject(participant), null, null);
        return Answer.of(view(participant, today));
    }

    /**
     * Adds an entry, or refuses it with the rule.
     *
     * @param ifVersion the version of the participant that was read; null to skip
     */
    public Answer<ParticipantView> record(Actor actor, String slug, long id, Long ifVersion, Entry entry) {
        return record(actor, slug, id, ifVersion, List.of(entry));
    }

    /**
     * Adds several entries as if one after the other, but all or none: refused with the rules against the first one that can't
     * be added to those before it.
     *
     * @param ifVersion the version of the participant that was read; null to skip
     * @param entries at least one, in the order of writing
     */
    public Answer<ParticipantView> record(Actor actor, String slug, long id, Long ifVersion, List<Entry> entries) {
        Answer<GroupView> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        groups.lock(slug);
        Answer<Participant> found = participant(slug, id);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Participant participant = found.get();
        database.refresh(participant);
        if (ifVersion != null && participant.version != ifVersion) {
            return Answer.refused(PARTICIPANT_STALE);
        }
        List<Written> written = entries(List.of(id)).getOrDefault(id, List.of());
        List<Entry> counting = new ArrayList<>(counting(written));
        for (Entry entry : entries) {
            List<Refusal> faults = new Recording(
                            participant.birthYear, List.copyOf(counting), around(own.get(), participant.id, entry))
                    .refusals(entry);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            counting.add(entry);
        }
        List<Written> all = new ArrayList<>(written);
        all.addAll(insert(actor, participant, entries));
        take(participant, own.get(), written, all);
        // Only what kind of entry it was: the trail is read by others than the group, and the entry itself is kept for
        // ever.
        entries.forEach(entry -> audit.record(actor, "PARTICIPANT_RECORDED", subject(participant), null, entry.kind()));
        return Answer.of(view(participant, LocalDate.now(clock), all));
    }

    /**
     * Strikes the entry that was written last, because it was wrong. It is kept and shown as struck, but counts no more.
     * Before it every entry was right when it was written, so what is left is a history that the rules allow.
     *
     * @param ifVersion the version of the participant that was read; null to skip
     */
    public Answer<ParticipantView> strikeLast(Actor actor, String slug, long id, Long ifVersion) {
        Answer<GroupView> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        groups.lock(slug);
        Answer<Participant> found = participant(slug, id);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Participant participant = found.get();
        database.refresh(participant);
        if (ifVersion != null && participant.version != ifVersion) {
            return Answer.refused(PARTICIPANT_STALE);
        }
        LocalDate today = LocalDate.now(clock);
        List<Written> written = entries(List.of(id)).getOrDefault(id, List.of());
        Optional<Written> last = view(participant, today, written).last();
        if (last.isEmpty()) {
            return Answer.refused(NOTHING_TO_STRIKE);
        }
        List<Written> left = written.stream()
                .map(one -> one.id() == last.get().id()
                        ? new Written(one.id(), one.entry(), one.by(), one.at(), actor.username())
                        : one)
                .toList();
        List<Refusal> lost = lost(participant, Standing.on(LocalDate.MAX, counting(left)));
        if (!lost.isEmpty()) {
            return Answer.refused(lost);
        }
        database.createNativeMutationQuery(
                        "insert into struck_entry (entry_id, struck_by, struck_at) values (?1, ?2, ?3)")
                .setParameter(1, last.get().id())
                .setParameter(2, actor.username())
                .setParameter(3, clock.instant())
                .executeUpdate();
        take(participant, own.get(), written, left);
        audit.record(
                actor, "ENTRY_STRUCK", subject(participant), last.get().entry().kind(), null);
        return Answer.of(view(participant, today, left));
    }

    /** What somebody who would be admitted again has lost meanwhile: the place (P5), the room (P6), or to a stop (P7). */
    private List<Refusal> lost(Participant participant, Standing back) {
        List<Refusal> lost = new ArrayList<>();
        String slug = participant.groupSlug;
        Limits limits = groups.limits(slug, LocalDate.now(clock));
        boolean takesPlace = back.state() == State.ADMITTED
                && (participant.state != State.ADMITTED || !back.guide().equals(participant.guide));
        if (takesPlace && !worksToday(slug, back.guide())) {
            lost.add(Refusal.of(RegisterFault.GUIDE_UNKNOWN).by("P5"));
        } else if (takesPlace && guideLoad(slug, back.guide(), participant.id) >= limits.placesPerGuide()) {
            lost.add(Refusal.of(RegisterFault.GUIDE_FULL, limits.placesPerGuide())
                    .by("P5"));
        }
        if (takesPlace && !participant.state.isEnrolled()) {
            if (back.hasSupport() && supportLoad(slug, participant.id) >= limits.mostWithSupport()) {
                lost.add(Refusal.of(RegisterFault.SUPPORT_FULL, limits.mostWithSupport())
                        .by("P6"));
            }
            stopOn(slug, back.since())
                    .ifPresent(stop -> lost.add(Refusal.of(RegisterFault.ADMISSION_STOPPED, stop.starts())
                            .by("P7")));
        }
        return lost;
    }

    private boolean worksToday(String slug, String code) {
        LocalDate today = LocalDate.now(clock);
        return groups.guides(slug).stream()
                .filter(guide -> guide.code().equals(code))
                .anyMatch(guide -> new Period(guide.from(), guide.to()).covers(today));
    }

    private Optional<GroupService.Stop> stopOn(String slug, LocalDate day) {
        return groups.stops(slug).stream()
                .filter(stop -> new Period(stop.starts(), stop.ends()).covers(day))
                .findFirst();
    }

    private static List<Entry> counting(List<Written> written) {
        return written.stream().filter(Written::counts).map(Written::entry).toList();
    }

    /** Keeps with the participant what the entries now come to. */
    private void take(Participant participant, GroupView group, List<Written> before, List<Written> after) {
        Standing was = Standing.on(LocalDate.MAX, counting(before));
        Standing standing = Standing.on(LocalDate.MAX, counting(after));
        // Also an entry that changes nothing that is kept beside it makes what others have read old.
        database.lock(participant, LockMode.PESSIMISTIC_FORCE_INCREMENT);
        participant.take(standing, group);
        database.flush();
        if (!standing.enrolments().equals(was.enrolments())
                || !standing.support().equals(was.support())) {
            keepPeriods(participant, standing, group);
        }
    }

    /** Only an entry that gives somebody a guide's place needs to know how full the group is. */
    private Recording.Surroundings around(GroupView group, long id, Entry entry) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = entry.day() == null ? today : entry.day();
        if (!entry.kind().takesGuide()) {
            return new Recording.Surroundings(null, null, Set.of(), 0, 0, group.areasOn(day), today);
        }
        return new Recording.Surroundings(
                groups.limits(group.slug(), day),
                stopOn(group.slug(), day).map(GroupService.Stop::starts).orElse(null),
                groups.guides(group.slug()).stream()
                        .filter(guide -> new Period(guide.from(), guide.to()).covers(day))
                        .map(GroupService.Guide::code)
                        .collect(Collectors.toSet()),
                guideLoad(group.slug(), entry.value(), id),
                supportLoad(group.slug(), id),
                group.areasOn(day),
                today);
    }

    private int guideLoad(String slug, String guide, long exceptId) {
        return (int) participants.count(
                "groupSlug = ?1 and guide = ?2 and state = ?3 and id <> ?4", slug, guide, State.ADMITTED, exceptId);
    }

    private int supportLoad(String slug, long exceptId) {
        return (int) participants.count(
                "groupSlug = ?1 and withSupport and state in ?2 and id <> ?3",
                slug,
                List.of(State.ADMITTED, State.RESTING),
                exceptId);
    }

    /** The participant as it was on a day, with everything that is written. The look is recorded. */
    public Answer<ParticipantView> find(Actor actor, String slug, long id, LocalDate on) {
        return own(actor, slug).then(group -> participant(slug, id)).map(participant -> {
            audit.record(actor, "PARTICIPANT_READ", subject(participant), null, null);
            return view(participant, on);
        });
    }

    /**
     * What stands against admitting the participant today, were it with the guide who has most room; empty where nothing does.
     */
    public List<Refusal> obstacles(Actor actor, ParticipantView view) {
        Answer<GroupView> own = own(actor, view.group());
        if (own.isRefused()) {
            return own.refusals();
        }
        LocalDate today = LocalDate.now(clock);
        String guide = guideLoad(view.group(), today).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("-");
        Entry admission = Entry.admitted(today, guide);
        return new Recording(view.birthYear(), counting(view.entries()), around(own.get(), view.id(), admission))
                .refusals(admission);
    }

    /** A group at a glance; counts only. */
    public Answer<Overview> overview(Actor actor, String slug) {
        return own(actor, slug).map(group -> {
            LocalDate today = LocalDate.now(clock);
            Limits limits = groups.limits(slug, today);
            Map<State, Long> byState = new EnumMap<>(State.class);
            long withSupport = 0;
            long stale = 0;
            for (Tuple row : database.createNativeQuery(
                            "select state, cast(sum(persons) as bigint),"
                                    + " cast(coalesce(sum(persons) filter (where with_support), 0) as bigint),"
                                    + " cast(coalesce(sum(persons) filter (where plan_reviewed_on is null"
                                    + " or plan_reviewed_on < ?2), 0) as bigint)"
                                    + " from group_count where group_slug = ?1 group by state",
                            Tuple.class)
                    .setParameter(1, slug)
                    .setParameter(2, today.minusDays(limits.reviewDays()))
                    .getResultList()) {
                State state = State.valueOf(row.get(0, String.class));
                byState.put(state, row.get(1, Long.class));
                if (state.isEnrolled()) {
                    withSupport += row.get(2, Long.class);
                    stale += row.get(3, Long.class);
                }
            }
            return new Overview(
                    group,
                    byState,
                    guideLoad(slug, today),
                    withSupport,
                    stale,
                    limits,
                    stopOn(slug, today).orElse(null));
        });
    }

    private Map<String, Long> guideLoad(String slug, LocalDate today) {
        Map<String, Long> load = new TreeMap<>();
        groups.guides(slug).stream()
                .filter(guide -> new Period(guide.from(), guide.to()).covers(today))
                .forEach(guide -> load.put(guide.code(), 0L));
        database.createNativeQuery(
                        "select guide, cast(sum(persons) as bigint) from group_count"
                                + " where group_slug = ?1 and guide is not null and state = 'ADMITTED' group by guide",
                        Tuple.class)
                .setParameter(1, slug)
                .getResultList()
                .forEach(row -> load.put(row.get(0, String.class), row.get(1, Long.class)));
        return load;
    }

    /**
     * A page of the group's participants as they are now. The look is recorded.
     *
     * @param afterId the last one of the page before, 0 for the first page
     */
    public Answer<List<ParticipantLine>> list(Actor actor, String slug, Filter filter, long afterId) {
        return own(actor, slug).map(group -> {
            audit.record(actor, "REGISTER_READ", GroupService.subject(group), null, null);
            LocalDate today = LocalDate.now(clock);
            LocalDate staleBefore = today.minusDays(groups.limits(slug, today).reviewDays());
            return participants.page(slug, filter, staleBefore, afterId, PAGE).stream()
                    .map(Participant::line)
                    .toList();
        });
    }

    /**
     * P4: a page of those who wait, in order of arrival. The look is recorded.
     *
     * @param skip how many stand on the pages before
     */
    public Answer<List<ParticipantLine>> waitingList(Actor actor, String slug, int skip) {
        return own(actor, slug).map(group -> {
            audit.record(actor, "REGISTER_READ", GroupService.subject(group), null, null);
            return participants.waiting(slug, skip, PAGE).stream()
                    .map(Participant::line)
                    .toList();
        });
    }

    /**
     * A page of the group's participants as they were on a day; those who hadn't come yet are left out. The look is recorded.
     *
     * @param state only those who were in it on the day, or null for all
     */
    public Answer<List<ParticipantView>> asOn(Actor actor, String slug, LocalDate day, State state, long afterId) {
        return own(actor, slug).map(group -> {
            audit.record(actor, "REGISTER_READ", GroupService.subject(group), null, null);
            List<Participant> page = state == null
                    ? participants.cameBy(slug, day, afterId, PAGE)
                    : participants.inStateOn(slug, day, state, afterId, PAGE);
            Map<Long, List<Written>> written =
                    entries(page.stream().map(one -> one.id).toList());
            return page.stream()
                    .map(one -> view(one, day, written.getOrDefault(one.id, List.of())))
                    .toList();
        });
    }

    /** @param district the home district on that day, whose client it is (P14) */
    public record Admission(LocalDate day, String district) {}

    /**
     * What the register has of a client, for a claim.
     *
     * @param consented whether a written consent holds now (P2)
     * @param admissions every one, the first one first
     */
    public record Registered(
            String clientKey, String code, int birthYear, boolean consented, List<Admission> admissions) {}

    /** The participants of these groups with these keys; for checking a claim, which is recorded as the claim. */
    public Map<String, Registered> registered(Collection<String> slugs, Collection<String> keys) {
        if (slugs.isEmpty() || keys.isEmpty()) {
            return Map.of();
        }
        return registered(participants.byKeys(slugs, keys));
    }

    /** The participants who were admitted in a year while they lived in a district; for picking them to a claim. */
    public List<Registered> admittedIn(String district, int year) {
        List<Participant> admitted = database.createNativeQuery(
                        "select p.* from participant p where p.id in (select e.participant_id"
                                + " from enrolment e join group_district d using (group_slug)"
                                + " where d.district = ?1 and e.home_district = ?1 and e.starts >= ?2 and e.starts < ?3)"
                                + " order by p.id",
                        Participant.class)
                .setParameter(1, district)
                .setParameter(2, LocalDate.of(year, 1, 1))
                .setParameter(3, LocalDate.of(year + 1, 1, 1))
                .getResultList();
        Map<String, Registered> byKey = registered(admitted);
        return admitted.stream().map(one -> byKey.get(one.clientKey)).toList();
    }

    private Map<String, Registered> registered(List<Participant> found) {
        Map<Long, List<Admission>> admissions =
                admissions(found.stream().map(one -> one.id).toList());
        Map<String, Registered> byKey = new HashMap<>();
        for (Participant one : found) {
            byKey.put(
                    one.clientKey,
                    new Registered(
                            one.clientKey,
                            one.code,
                            one.birthYear,
                            one.consentedOn != null && one.consentWithdrawnOn == null,
                            admissions.getOrDefault(one.id, List.of())));
        }
        return byKey;
    }

    private Map<Long, List<Admission>> admissions(List<Long> ids) {
        Map<Long, List<Admission>> byParticipant = new HashMap<>();
        if (ids.isEmpty()) {
            return byParticipant;
        }
        database.createNativeQuery(
                        "select participant_id, starts, home_district from enrolment where participant_id in (?1)"
                                + " order by participant_id, starts",
                        Tuple.class)
                .setParameterList(1, ids)
                .getResultList()
                .forEach(row -> byParticipant
                        .computeIfAbsent(row.get(0, Long.class), key -> new ArrayList<>())
                        .add(new Admission(row.get(1, LocalDate.class), row.get(2, String.class))));
        return byParticipant;
    }

    private Answer<GroupView> own(Actor actor, String slug) {
        return groups.own(actor, slug).map(groups::view);
    }

    private Answer<Participant> participant(String slug, long id) {
        return participants.inGroup(slug, id).map(Answer::of).orElseGet(() -> Answer.refused(PARTICIPANT_NOT_FOUND));
    }

    private ParticipantView view(Participant participant, LocalDate on) {
        return view(participant, on, entries(List.of(participant.id)).getOrDefault(participant.id, List.of()));
    }

    private static ParticipantView view(Participant participant, LocalDate on, List<Written> written) {
        Standing standing = Standing.on(on, counting(written));
        return new ParticipantView(
                participant.id,
                participant.groupSlug,
                participant.code,
                participant.birthYear,
                on,
                standing,
                written.stream()
                        .sorted(Comparator.comparing(one -> one.entry().day()))
                        .toList(),
                participant.version);
    }

    /** What is written of each, in the order of the days and, within a day, of writing. */
    private Map<Long, List<Written>> entries(List<Long> ids) {
        Map<Long, List<Written>> byParticipant = new HashMap<>();
        if (ids.isEmpty()) {
            return byParticipant;
        }
        database.createNativeQuery(
                        "select participant_id, kind, day, value, recorded_by, recorded_at, id, struck_by"
                                + " from participant_entry left join struck_entry on entry_id = id"
                                + " where participant_id in (?1) order by participant_id, day, id",
                        Tuple.class)
                .setParameterList(1, ids)
                .getResultList()
                .forEach(row -> byParticipant
                        .computeIfAbsent(row.get(0, Long.class), key -> new ArrayList<>())
                        .add(new Written(
                                row.get(6, Long.class),
                                new Entry(
                                        EntryKind.valueOf(row.get(1, String.class)),
                                        row.get(2, LocalDate.class),
                                        row.get(3, String.class)),
                                row.get(4, String.class),
                                row.get(5, Instant.class),
                                row.get(7, String.class))));
        return byParticipant;
    }

    private List<Written> insert(Actor actor, Participant participant, List<Entry> entries) {
        Instant now = clock.instant();
        // Numbered in the order that they are selected in.
        List<Long> ids = database
                .createNativeQuery(
                        "insert into participant_entry (participant_id, group_slug, kind, day, value, recorded_by, recorded_at)"
                                + " select ?1, ?2, kind, day, value, ?6, ?7"
                                + " from unnest(?3, ?4, ?5) with ordinality added (kind, day, value, nth) order by nth"
                                + " returning id",
                        Long.class)
                .setParameter(1, participant.id)
                .setParameter(2, participant.groupSlug)
                .setParameter(
                        3, each(entries, String[]::new, entry -> entry.kind().name()))
                .setParameter(4, each(entries, LocalDate[]::new, Entry::day))
                .setParameter(5, each(entries, String[]::new, Entry::value))
                .setParameter(6, actor.username())
                .setParameter(7, now)
                .getResultList()
                .stream()
                .sorted()
                .toList();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Written(ids.get(i), entries.get(i), actor.username(), now, null))
                .toList();
    }

    private static <T> T[] each(List<Entry> entries, IntFunction<T[]> array, Function<Entry, T> part) {
        return entries.stream().map(part).toArray(array);
    }

    /** Enrolments and periods with income support, as the entries now have them. */
    private void keepPeriods(Participant participant, Standing standing, GroupView group) {
        for (String table : List.of("enrolment", "income_support")) {
            database.createNativeMutationQuery("delete from " + table + " where participant_id = ?1")
                    .setParameter(1, participant.id)
                    .executeUpdate();
        }
        for (Enrolment enrolment : standing.enrolments()) {
            database.createNativeMutationQuery(
                            "insert into enrolment (participant_id, group_slug, starts, ends, reason, area, home_district)"
                                    + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (participant_id, starts) do update"
                                    + " set ends = excluded.ends, reason = excluded.reason")
                    .setParameter(1, participant.id)
                    .setParameter(2, participant.groupSlug)
                    .setParameter(3, enrolment.from())
                    .setParameter(4, enrolment.until(), LocalDate.class)
                    .setParameter(
                            5,
                            enrolment.reason() == null
                                    ? null
                                    : enrolment.reason().name(),
                            String.class)
                    .setParameter(6, enrolment.area())
                    .setParameter(7, group.districtOf(enrolment.area()))
                    .executeUpdate();
        }
        if (standing.enrolments().size() > 1) {
            database.createNativeMutationQuery(
                            "update enrolment kept set nth = found.nth, days_before = found.days_before,"
                                    + " next_starts = found.next_starts from enrolment_in_order found"
                                    + " where kept.participant_id = ?1 and found.participant_id = ?1 and found.starts = kept.starts")
                    .setParameter(1, participant.id)
                    .executeUpdate();
        }
        for (Period period : standing.support()) {
            database.createNativeMutationQuery("insert into income_support (participant_id, group_slug, starts, ends)"
                            + " values (?1, ?2, ?3, ?4) on conflict (participant_id, starts) do update"
                            + " set ends = excluded.ends")
                    .setParameter(1, participant.id)
                    .setParameter(2, participant.groupSlug)
                    .setParameter(3, period.from())
                    .setParameter(4, period.until(), LocalDate.class)
                    .executeUpdate();
        }
    }

    /** Never the code: the trail is read by others than the group (P1). */
    private static Subject subject(Participant participant) {
        return new Subject(
                "group/" + participant.groupSlug + "/participant/" + participant.id, null, participant.homeDistrict);
    }
}
