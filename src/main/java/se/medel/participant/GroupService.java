package se.medel.participant;

import static se.medel.participant.RegisterRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.Districts;
import se.medel.participant.GroupView.Area;
import se.medel.participant.rules.CodePattern;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.Period;
import se.medel.participant.rules.RegisterFault;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Groups, their areas and their settings. The social administration's officer sets a group up; its own districts set its
 * limits, guides and stops. One transaction per method.
 */
@ApplicationScoped
@Transactional
public class GroupService {

    private static final int LONGEST_NAME = 200;

    @Inject
    Session database;

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A group to set up.
     *
     * @param slug its name in addresses: a–z, digits and hyphens
     * @param codePrefix the letters that its codes begin with, or null where two or three of any kind do (P1)
     */
    public record NewGroup(String slug, String name, String codePrefix, List<String> districts, List<Area> areas) {}

    /** @param to the first day that the guide no longer works, null while working */
    public record Guide(String code, LocalDate from, LocalDate to) {}

    /** @param ends the first day that it no longer holds, null while it goes on (P7) */
    public record Stop(long id, LocalDate starts, LocalDate ends, String reason) {}

    /** Sets up a group with the limits that S0 gives (P5, P6). */
    public Answer<GroupView> create(Actor actor, NewGroup wanted) {
        if (actor.role() != Role.OFFICER) {
            return Answer.refused(REGISTER_NOT_FOR_ROLE);
        }
        lockName("group");
        List<Refusal> faults = new ArrayList<>();
        name(faults, "name", wanted.name());
        if (wanted.slug() == null
                || !wanted.slug().matches("[a-z0-9]+(-[a-z0-9]+)*")
                || wanted.slug().length() > 60
                // Where new ones are set up.
                || wanted.slug().equals("new")) {
            faults.add(Refusal.of(GROUP_SLUG_MALFORMED).at("slug"));
        } else if (database.find(InterventionGroup.class, wanted.slug()) != null) {
            faults.add(Refusal.of(GROUP_TAKEN).at("slug"));
        }
        String prefix = prefix(faults, wanted.codePrefix());
        LocalDate today = LocalDate.now(clock);
        Set<String> known = new HashSet<>();
        districts.on(today).forEach(district -> known.add(district.slug()));
        if (wanted.districts().isEmpty()) {
            faults.add(Refusal.of(GROUP_FIELD_MISSING).at("districts"));
        } else if (!known.containsAll(wanted.districts())) {
            faults.add(Refusal.of(GROUP_DISTRICT_UNKNOWN).at("districts"));
        }
        areas(faults, wanted);
        if (faults.isEmpty() && isNameTaken(wanted.name().strip())) {
            faults.add(Refusal.of(GROUP_TAKEN).at("name"));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        InterventionGroup group = new InterventionGroup();
        group.slug = wanted.slug();
        group.name = wanted.name().strip();
        group.codePrefix = prefix;
        group.fewestLetters = CodePattern.DEFAULT.fewestLetters();
        group.mostLetters = CodePattern.DEFAULT.mostLetters();
        group.mostDigits = CodePattern.DEFAULT.mostDigits();
        database.persist(group);
        database.flush();
        for (String district : new HashSet<>(wanted.districts())) {
            database.createNativeMutationQuery("insert into group_district (group_slug, district) values (?1, ?2)")
                    .setParameter(1, group.slug)
                    .setParameter(2, district)
                    .executeUpdate();
        }
        wanted.areas().forEach(area -> insert(group.slug, area));
        // The limits hold from the beginning, so that a history can be entered.
        insert(actor, group.slug, Limits.first(LocalDate.of(2000, 1, 1)));
        GroupView view = view(group);
        audit.record(actor, "GROUP_CREATED", subject(view), null, view);
        return Answer.of(view);
    }

    private void areas(List<Refusal> faults, NewGroup wanted) {
        if (wanted.areas().isEmpty()) {
            faults.add(Refusal.of(GROUP_FIELD_MISSING).at("areas").by("P14"));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < wanted.areas().size(); i++) {
            Area area = wanted.areas().get(i);
            name(faults, "areas[" + i + "].name", area.name());
            if (area.name() != null && !names.add(area.name().strip().toLowerCase(Locale.ROOT))) {
                faults.add(Refusal.of(AREA_TAKEN).at("areas[" + i + "].name"));
            }
            if (area.district() == null || !wanted.districts().contains(area.district())) {
                faults.add(Refusal.of(GROUP_DISTRICT_UNKNOWN).at("areas[" + i + "].district"));
            }
            day(faults, "areas[" + i + "].from", area.from());
        }
    }

    /**
     * How codes are to be written (P1); what is wanted before it is known to be a pattern.
     *
     * @param prefix the letters that every code begins with, or null or blank where any will do
     */
    public record WantedPattern(String prefix, int fewestLetters, int mostLetters, int mostDigits) {}

    /** Sets how the group writes its codes from now on; codes that are written already stand (P1). */
    public Answer<GroupView> setPattern(Actor actor, String slug, WantedPattern wanted) {
        Answer<InterventionGroup> found = managed(actor, slug);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        lock(slug);
        InterventionGroup group = found.get();
        database.refresh(group);
        List<Refusal> faults = new ArrayList<>();
        String prefix = prefix(faults, wanted.prefix());
        range(faults, "fewestLetters", wanted.fewestLetters(), 1, CodePattern.MOST_LETTERS);
        range(
                faults,
                "mostLetters",
                wanted.mostLetters(),
                Math.max(1, wanted.fewestLetters()),
                CodePattern.MOST_LETTERS);
        range(faults, "mostDigits", wanted.mostDigits(), 1, CodePattern.MOST_DIGITS);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        GroupView before = view(group);
        group.codePrefix = prefix;
        group.fewestLetters = wanted.fewestLetters();
        group.mostLetters = wanted.mostLetters();
        group.mostDigits = wanted.mostDigits();
        database.flush();
        GroupView after = view(group);
        audit.record(actor, "GROUP_CHANGED", subject(after), before, after);
        return Answer.of(after);
    }

    private static String prefix(List<Refusal> faults, String wanted) {
        String prefix = isBlank(wanted) ? null : CodePattern.tidy(wanted);
        if (prefix != null && !prefix.matches("[A-ZÅÄÖ]{1,6}")) {
            faults.add(Refusal.of(GROUP_PREFIX_MALFORMED).at("codePrefix").by("P1"));
        }
        return prefix;
    }

    /** A further area that the group works in (P14). */
    public Answer<GroupView> addArea(Actor actor, String slug, Area area) {
        Answer<InterventionGroup> found = managed(actor, slug);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        lock(slug);
        GroupView before = view(found.get());
        List<Refusal> faults = new ArrayList<>();
        name(faults, "name", area.name());
        day(faults, "from", area.from());
        if (area.district() == null || !before.districts().contains(area.district())) {
            faults.add(Refusal.of(GROUP_DISTRICT_UNKNOWN).at("district"));
        }
        if (faults.isEmpty()
                && before.areas().stream().anyMatch(known -> known.name()
                        .equalsIgnoreCase(area.name().strip()))) {
            faults.add(Refusal.of(AREA_TAKEN).at("name"));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        insert(slug, area);
        GroupView after = view(found.get());
        audit.record(actor, "GROUP_CHANGED", subject(after), before, after);
        return Answer.of(after);
    }

    /** The groups that the user may know of: its own district's, or all for the social administration. */
    public List<GroupView> all(Actor actor) {
        return views(database.createQuery("from InterventionGroup order by name", InterventionGroup.class)
                        .list())
                .stream()
                .filter(group -> sees(actor, group))
                .toList();
    }

    public Answer<GroupView> find(Actor actor, String slug) {
        InterventionGroup group = database.find(InterventionGroup.class, slug);
        if (group == null) {
            return Answer.refused(GROUP_NOT_FOUND);
        }
        GroupView view = view(group);
        if (!sees(actor, view)) {
            audit.recordRefusedAccess(actor, subject(view));
            return Answer.refused(GROUP_NOT_FOUND);
        }
        return Answer.of(view);
    }

    private static boolean sees(Actor actor, GroupView group) {
        return group.districts().stream().anyMatch(actor::sees);
    }

    /** Settings that hold from a day on; those before stay for the days before (P5, P6, P11). */
    public Answer<Limits> setLimits(Actor actor, String slug, Limits wanted) {
        Answer<InterventionGroup> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        List<Refusal> faults = new ArrayList<>();
        day(faults, "from", wanted.from());
        range(faults, "placesPerGuide", wanted.placesPerGuide(), 1, 1_000);
        range(faults, "mostWithSupport", wanted.mostWithSupport(), 0, 100_000);
        range(faults, "youngest", wanted.youngest(), 0, 120);
        range(faults, "oldest", wanted.oldest(), Math.max(0, wanted.youngest()), 120);
        range(faults, "reviewDays", wanted.reviewDays(), 1, 3_660);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        Limits before = limits(slug, wanted.from());
        insert(actor, slug, wanted);
        audit.record(actor, "GROUP_LIMITS_SET", subject(view(own.get())), before, wanted);
        return Answer.of(wanted);
    }

    /** A guide is a code, no name (P1). */
    public Answer<Guide> addGuide(Actor actor, String slug, String code, LocalDate from) {
        Answer<InterventionGroup> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        lock(slug);
        String tidy = CodePattern.tidy(code);
        List<Refusal> faults = new ArrayList<>();
        if (!tidy.matches("[A-ZÅÄÖ0-9-]{1,12}") || isPersonal(tidy)) {
            faults.add(Refusal.of(GUIDE_CODE_MALFORMED).at("code").by("P1"));
        } else if (guides(slug).stream().anyMatch(guide -> guide.code().equals(tidy))) {
            faults.add(Refusal.of(GUIDE_TAKEN).at("code"));
        }
        day(faults, "from", from);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        database.createNativeMutationQuery("insert into guide (group_slug, code, works_from) values (?1, ?2, ?3)")
                .setParameter(1, slug)
                .setParameter(2, tidy)
                .setParameter(3, from)
                .executeUpdate();
        Guide guide = new Guide(tidy, from, null);
        audit.record(actor, "GUIDE_ADDED", subject(view(own.get())), null, guide);
        return Answer.of(guide);
    }

    /** @param to the first day that the guide no longer works; refused while participants are left with the guide */
    public Answer<Guide> endGuide(Actor actor, String slug, String code, LocalDate to) {
        Answer<InterventionGroup> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        lock(slug);
        Optional<Guide> found =
                guides(slug).stream().filter(guide -> guide.code().equals(code)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused(GUIDE_NOT_FOUND);
        }
        List<Refusal> faults = new ArrayList<>();
        day(faults, "to", to);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        if (to.isBefore(found.get().from())) {
            return Answer.refused(Refusal.of(PERIOD_REVERSED).at("to"));
        }
        long left = database.createNativeQuery(
                        "select count(*) from participant where group_slug = ?1 and guide = ?2", Long.class)
                .setParameter(1, slug)
                .setParameter(2, code)
                .getSingleResult();
        if (left > 0) {
            return Answer.refused(
                    Refusal.of(GUIDE_HAS_PARTICIPANTS, left).at("to").by("P5"));
        }
        database.createNativeMutationQuery("update guide set works_to = ?3 where group_slug = ?1 and code = ?2")
                .setParameter(1, slug)
                .setParameter(2, code)
                .setParameter(3, to)
                .executeUpdate();
        Guide ended = new Guide(code, found.get().from(), to);
        audit.record(actor, "GUIDE_ENDED", subject(view(own.get())), found.get(), ended);
        return Answer.of(ended);
    }

    /** P7: nobody is admitted from the first day until the stop ends. */
    public Answer<Stop> stopAdmissions(Actor actor, String slug, LocalDate starts, LocalDate ends, String reason) {
        Answer<InterventionGroup> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        lock(slug);
        List<Refusal> faults = new ArrayList<>();
        day(faults, "starts", starts);
        if (ends != null) {
            day(faults, "ends", ends);
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        if (ends != null && !ends.isAfter(starts)) {
            faults.add(Refusal.of(PERIOD_REVERSED).at("ends"));
        } else if (stops(slug).stream().anyMatch(stop -> overlap(stop, starts, ends))) {
            faults.add(Refusal.of(STOP_OVERLAPS).at("starts").by("P7"));
        }
        if (isBlank(reason)) {
            faults.add(Refusal.of(GROUP_FIELD_MISSING).at("reason"));
        } else {
            FreeText.check(faults, "reason", reason);
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        Long id = database.createNativeQuery(
                        "insert into admission_stop (group_slug, starts, ends, reason, set_by, set_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) returning id",
                        Long.class)
                .setParameter(1, slug)
                .setParameter(2, starts)
                .setParameter(3, ends, LocalDate.class)
                .setParameter(4, reason.strip())
                .setParameter(5, actor.username())
                .setParameter(6, clock.instant())
                .getSingleResult();
        Stop stop = new Stop(id, starts, ends, reason.strip());
        audit.record(actor, "ADMISSIONS_STOPPED", subject(view(own.get())), null, stop);
        return Answer.of(stop);
    }

    /** @param ends the first day that the stop no longer holds */
    public Answer<Stop> endStop(Actor actor, String slug, long id, LocalDate ends) {
        Answer<InterventionGroup> own = own(actor, slug);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        lock(slug);
        Optional<Stop> found =
                stops(slug).stream().filter(stop -> stop.id() == id).findFirst();
        if (found.isEmpty()) {
            return Answer.refused(STOP_NOT_FOUND);
        }
        Stop before = found.get();
        List<Refusal> faults = new ArrayList<>();
        day(faults, "ends", ends);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        if (ends.isBefore(before.starts())) {
            return Answer.refused(Refusal.of(PERIOD_REVERSED).at("ends"));
        }
        if (stops(slug).stream().anyMatch(stop -> stop.id() != id && overlap(stop, before.starts(), ends))) {
            return Answer.refused(Refusal.of(STOP_OVERLAPS).at("ends").by("P7"));
        }
        database.createNativeMutationQuery("update admission_stop set ends = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, ends)
                .executeUpdate();
        Stop after = new Stop(id, before.starts(), ends, before.reason());
        audit.record(actor, "ADMISSION_STOP_ENDED", subject(view(own.get())), before, after);
        return Answer.of(after);
    }

    private static boolean overlap(Stop stop, LocalDate starts, LocalDate ends) {
        return (ends == null || stop.starts().isBefore(ends)) && (stop.ends() == null || starts.isBefore(stop.ends()));
    }

    /** The settings that hold on a day. */
    public Limits limits(String slug, LocalDate day) {
        return limitsOf(slug).stream()
                .filter(limits -> !limits.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> Limits.first(day));
    }

    /** All settings there have been, the first one first. */
    public List<Limits> limitsOf(String slug) {
        return database
                .createNativeQuery(
                        "select valid_from, places_per_guide, most_with_support, youngest, oldest, review_days"
                                + " from group_limits where group_slug = ?1 order by valid_from, id",
                        Tuple.class)
                .setParameter(1, slug)
                .getResultList()
                .stream()
                .map(row -> new Limits(
                        row.get(0, LocalDate.class),
                        row.get(1, Integer.class),
                        row.get(2, Integer.class),
                        row.get(3, Integer.class),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class)))
                .toList();
    }

    /** Every guide, also those who no longer work. */
    public List<Guide> guides(String slug) {
        return database
                .createNativeQuery(
                        "select code, works_from, works_to from guide where group_slug = ?1 order by code", Tuple.class)
                .setParameter(1, slug)
                .getResultList()
                .stream()
                .map(row ->
                        new Guide(row.get(0, String.class), row.get(1, LocalDate.class), row.get(2, LocalDate.class)))
                .toList();
    }

    /** Every admission stop, the first one first (P7). */
    public List<Stop> stops(String slug) {
        return database
                .createNativeQuery(
                        "select id, starts, ends, reason from admission_stop where group_slug = ?1 order by starts, id",
                        Tuple.class)
                .setParameter(1, slug)
                .getResultList()
                .stream()
                .map(row -> new Stop(
                        row.get(0, Long.class),
                        row.get(1, LocalDate.class),
                        row.get(2, LocalDate.class),
                        row.get(3, String.class)))
                .toList();
    }

    /** The groups that a district takes part in; with any of them it keeps its register here. */
    public List<GroupView> ofDistrict(String district) {
        return views(database.createNativeQuery(
                        "select g.* from intervention_group g join group_district d on d.group_slug = g.slug"
                                + " where d.district = ?1 order by g.slug",
                        InterventionGroup.class)
                .setParameter(1, district)
                .getResultList());
    }

    /** Waits for the group to be free and takes it until the transaction ends: nobody else is admitted meanwhile. */
    void lock(String slug) {
        database.createNativeQuery(
                        "select slug from intervention_group where slug = ?1 for no key update", String.class)
                .setParameter(1, slug)
                .getSingleResult();
    }

    /** Waits until nobody else is about to take the name, and keeps others waiting until the transaction ends. */
    void lockName(String name) {
        database.createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtextextended(?1, 0))", Long.class)
                .setParameter(1, name)
                .getSingleResult();
    }

    /** The group, for one of its own districts' users; nobody else sees the register. */
    Answer<InterventionGroup> own(Actor actor, String slug) {
        return find(actor, slug)
                .then(view -> actor.role().ofDistrict()
                        ? Answer.of(database.find(InterventionGroup.class, slug))
                        : Answer.refused(REGISTER_NOT_FOR_ROLE));
    }

    private Answer<InterventionGroup> managed(Actor actor, String slug) {
        return find(actor, slug)
                .then(view -> actor.role() == Role.OFFICER || actor.role().ofDistrict()
                        ? Answer.of(database.find(InterventionGroup.class, slug))
                        : Answer.refused(REGISTER_NOT_FOR_ROLE));
    }

    GroupView view(InterventionGroup group) {
        return views(List.of(group)).get(0);
    }

    /** Two queries, however many groups they are. */
    private List<GroupView> views(List<InterventionGroup> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<String> slugs = groups.stream().map(group -> group.slug).toList();
        Map<String, List<String>> run = new HashMap<>();
        database.createNativeQuery(
                        "select group_slug, district from group_district where group_slug in (?1) order by district",
                        Tuple.class)
                .setParameterList(1, slugs)
                .getResultList()
                .forEach(row -> run.computeIfAbsent(row.get(0, String.class), key -> new ArrayList<>())
                        .add(row.get(1, String.class)));
        Map<String, List<Area>> areas = new HashMap<>();
        database.createNativeQuery(
                        "select group_slug, name, district, valid_from from group_area where group_slug in (?1)"
                                + " order by valid_from, name",
                        Tuple.class)
                .setParameterList(1, slugs)
                .getResultList()
                .forEach(row -> areas.computeIfAbsent(row.get(0, String.class), key -> new ArrayList<>())
                        .add(new Area(
                                row.get(1, String.class), row.get(2, String.class), row.get(3, LocalDate.class))));
        return groups.stream()
                .map(group -> new GroupView(
                        group.slug,
                        group.name,
                        new CodePattern(group.codePrefix, group.fewestLetters, group.mostLetters, group.mostDigits),
                        run.getOrDefault(group.slug, List.of()),
                        areas.getOrDefault(group.slug, List.of()),
                        group.version))
                .toList();
    }

    private void insert(String slug, Area area) {
        database.createNativeMutationQuery(
                        "insert into group_area (group_slug, name, district, valid_from) values (?1, ?2, ?3, ?4)")
                .setParameter(1, slug)
                .setParameter(2, area.name().strip())
                .setParameter(3, area.district())
                .setParameter(4, area.from())
                .executeUpdate();
    }

    private void insert(Actor actor, String slug, Limits limits) {
        database.createNativeMutationQuery("insert into group_limits (group_slug, valid_from, places_per_guide,"
                        + " most_with_support, youngest, oldest, review_days, set_by, set_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, slug)
                .setParameter(2, limits.from())
                .setParameter(3, limits.placesPerGuide())
                .setParameter(4, limits.mostWithSupport())
                .setParameter(5, limits.youngest())
                .setParameter(6, limits.oldest())
                .setParameter(7, limits.reviewDays())
                .setParameter(8, actor.username())
                .setParameter(9, clock.instant())
                .executeUpdate();
    }

    private boolean isNameTaken(String name) {
        return database.createNativeQuery("select count(*) from intervention_group where name = ?1", Long.class)
                        .setParameter(1, name)
                        .getSingleResult()
                > 0;
    }

    private static void name(List<Refusal> faults, String field, String name) {
        if (isBlank(name)) {
            faults.add(Refusal.of(GROUP_FIELD_MISSING).at(field));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Refusal.of(FreeText.Fault.TEXT_TOO_LONG, LONGEST_NAME).at(field));
        } else if (name.strip().codePoints().anyMatch(GroupService::breaksLine)) {
            faults.add(Refusal.of(GROUP_NAME_BROKEN).at(field));
        } else {
            FreeText.check(faults, field, name);
        }
    }

    private static boolean breaksLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static void day(List<Refusal> faults, String field, LocalDate day) {
        if (day == null) {
            faults.add(Refusal.of(GROUP_FIELD_MISSING).at(field));
        } else if (!Period.isThinkable(day)) {
            faults.add(Refusal.of(RegisterFault.DAY_OUT_OF_RANGE, Period.EARLIEST, Period.LATEST)
                    .at(field));
        }
    }

    private static void range(List<Refusal> faults, String field, int figure, int least, int most) {
        if (figure < least || figure > most) {
            faults.add(Refusal.of(LIMIT_OUT_OF_RANGE, least, most).at(field));
        }
    }

    private static boolean isPersonal(String text) {
        List<Refusal> faults = new ArrayList<>();
        FreeText.check(faults, "code", text);
        return !faults.isEmpty();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static Subject subject(GroupView group) {
        return new Subject(
                "group/" + group.slug(),
                null,
                group.districts().size() == 1 ? group.districts().get(0) : null);
    }
}
