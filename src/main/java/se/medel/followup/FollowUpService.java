package se.medel.followup;

import static se.medel.followup.FollowUpRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.followup.Register.Counted;
import se.medel.followup.Register.Population;
import se.medel.followup.rules.Figures;
import se.medel.followup.rules.Protection;
import se.medel.followup.rules.Span;
import se.medel.participant.GroupService;
import se.medel.participant.GroupView;
import se.medel.participant.RegisterRefusal;
import se.medel.participant.rules.RegisterFault;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Days;

/**
 * Follow-up figures (C3, P12). A group's own districts get its exact figures of any days; each such look is recorded. The social
 * administration and the evaluator get protected figures of calendar years that are over (P13): a year that goes on would differ
 * by single persons from one day to the next. One transaction per method.
 */
@ApplicationScoped
@Transactional
public class FollowUpService {

    /** No group is older. */
    private static final int FIRST_YEAR = 2007;

    @Inject
    Session database;

    @Inject
    Register register;

    @Inject
    GroupService groups;

    @Inject
    RoundService rounds;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A period as somebody has asked for it; null or empty where nothing is said.
     *
     * @param year a calendar year
     * @param from the first day, instead of a year
     * @param to the last day, instead of a year
     */
    public record Wanted(String year, String from, String to) {

        boolean isYear() {
            return isEmpty(from) && isEmpty(to);
        }

        private static boolean isEmpty(String text) {
            return text == null || text.isBlank();
        }
    }

    /** The groups whose figures the user can ask for, by name. */
    public List<Report.Group> groupsFor(Actor actor) {
        return actor.role().ofDistrict()
                ? groups.all(actor).stream().map(FollowUpService::named).toList()
                : everyGroup();
    }

    /** The years that the user can choose between, the latest first; protected figures are of years that are over. */
    public List<Integer> years(Actor actor) {
        int last = lastYear(actor);
        int first = Optional.ofNullable(
                        database.createNativeQuery("select min(came_on) from participant", LocalDate.class)
                                .getSingleResult())
                .map(came -> Math.max(came.getYear(), FIRST_YEAR))
                .orElse(last);
        return IntStream.rangeClosed(0, Math.max(0, last - first))
                .mapToObj(ago -> last - ago)
                .toList();
    }

    /** The span asked for; of nothing said the latest round's year that the user can have. */
    public Answer<Span> span(Actor actor, Wanted wanted) {
        if (wanted.isYear()) {
            return Wanted.isEmpty(wanted.year) ? Answer.of(Span.year(latestRound(actor))) : year(actor, wanted.year);
        }
        if (!actor.role().ofDistrict()) {
            return Answer.refused(Refusal.of(FOLLOW_UP_WHOLE_YEARS).at("year").by("P13"));
        }
        List<Refusal> faults = new ArrayList<>();
        Optional<LocalDate> from = day(faults, "from", wanted.from);
        Optional<LocalDate> to = day(faults, "to", wanted.to);
        LocalDate today = LocalDate.now(clock);
        if (faults.isEmpty() && from.get().isAfter(today)) {
            faults.add(Refusal.of(RegisterFault.DAY_IN_FUTURE).at("from"));
        } else if (faults.isEmpty() && to.get().isBefore(from.get())) {
            faults.add(Refusal.of(RegisterRefusal.PERIOD_REVERSED).at("to"));
        } else if (faults.isEmpty() && from.get().plusYears(Span.MOST_YEARS).isBefore(to.get())) {
            faults.add(Refusal.of(FOLLOW_UP_TOO_LONG, Span.MOST_YEARS).at("to"));
        }
        return faults.isEmpty() ? Answer.of(new Span(from.get(), to.get())) : Answer.refused(faults);
    }

    private Answer<Span> year(Actor actor, String text) {
        String year = text.strip();
        if (!year.matches("[0-9]{4}")
                || Integer.parseInt(year) < FIRST_YEAR
                || Integer.parseInt(year) > lastYear(actor)) {
            // As text: a year is no amount and takes no spaces.
            return Answer.refused(Refusal.of(FOLLOW_UP_YEAR, "" + FIRST_YEAR, "" + lastYear(actor))
                    .at("year"));
        }
        return Answer.of(Span.year(Integer.parseInt(year)));
    }

    private static Optional<LocalDate> day(List<Refusal> faults, String field, String text) {
        Optional<LocalDate> day = Days.parsed(text == null ? "" : text.strip());
        if (day.isEmpty()) {
            faults.add(Refusal.of(FOLLOW_UP_DAY).at(field));
        }
        return day;
    }

    private int lastYear(Actor actor) {
        int now = LocalDate.now(clock).getYear();
        return actor.role().ofDistrict() ? now : now - 1;
    }

    private int latestRound(Actor actor) {
        return rounds.all().stream()
                .map(RoundView::year)
                .filter(year -> year >= FIRST_YEAR && year <= lastYear(actor))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> lastYear(actor));
    }

    /** The figures of a group: exact for its own districts, else protected. Refused to other districts as not there. */
    public Answer<Report> ofGroup(Actor actor, String slug, Wanted wanted) {
        if (actor.role().ofDistrict()) {
            return groups.find(actor, slug).then(group -> span(actor, wanted).map(span -> own(actor, group, span)));
        }
        return outside(actor, wanted).then(report -> report.groups().stream()
                .filter(one -> one.group().slug().equals(slug))
                .findFirst()
                .map(one -> Answer.of(new Report(
                        one.group(),
                        report.span(),
                        false,
                        report.consentedOnly(),
                        one.figures(),
                        List.of(),
                        List.of())))
                .orElseGet(() -> Answer.refused(RegisterRefusal.GROUP_NOT_FOUND)));
    }

    /** The figures of all groups together and of each, protected; refused to districts, which know their own exactly. */
    public Answer<Report> ofAll(Actor actor, Wanted wanted) {
        return outside(actor, wanted);
    }

    /**
     * The figures of a district's groups as everybody outside them reads them (P13): for what the district itself tells others.
     * Empty for a year that isn't over, which would differ by single persons from one day to the next.
     */
    public List<Report.OfGroup> toldOf(String district, int year) {
        Set<String> theirs =
                groups.ofDistrict(district).stream().map(GroupView::slug).collect(Collectors.toSet());
        return theirs.isEmpty()
                        || year < FIRST_YEAR
                        || year >= LocalDate.now(clock).getYear()
                ? List.of()
                : told(Span.year(year), false).groups().stream()
                        .filter(one -> theirs.contains(one.group().slug()))
                        .toList();
    }

    private Report own(Actor actor, GroupView group, Span wanted) {
        Span span = wanted.until(LocalDate.now(clock));
        Counted counted = register.count(new Population(group.slug(), false), span, List.of(group.slug()));
        int places = groups.limits(group.slug(), span.to()).placesPerGuide();
        audit.record(
                actor,
                "FIGURES_READ",
                new Subject(
                        "group/" + group.slug(),
                        null,
                        group.districts().size() == 1 ? group.districts().get(0) : null),
                null,
                span);
        return new Report(
                named(group),
                span,
                true,
                false,
                Figures.exact(counted.byGroup().get(group.slug())),
                register.guideLoad(group.slug(), span.to()).entrySet().stream()
                        .map(guide -> new Report.GuideLoad(guide.getKey(), guide.getValue(), places))
                        .toList(),
                List.of());
    }

    private Answer<Report> outside(Actor actor, Wanted wanted) {
        if (!seesAll(actor.role())) {
            return Answer.refused(RegisterRefusal.REGISTER_NOT_FOR_ROLE);
        }
        return span(actor, wanted).map(span -> told(span, actor.role() == Role.EVALUATOR));
    }

    private Report told(Span span, boolean consentedOnly) {
        List<Report.Group> all = everyGroup();
        Counted counted = register.count(
                new Population(null, consentedOnly),
                span,
                all.stream().map(Report.Group::slug).toList());
        if (all.isEmpty()) {
            return new Report(null, span, false, consentedOnly, Figures.exact(counted.all()), List.of(), List.of());
        }
        Protection told = new Protection(List.copyOf(counted.byGroup().values()), counted.all());
        return new Report(
                null,
                span,
                false,
                consentedOnly,
                told.ofAll(),
                List.of(),
                IntStream.range(0, all.size())
                        .mapToObj(i -> new Report.OfGroup(all.get(i), told.ofGroup(i)))
                        .toList());
    }

    private static boolean seesAll(Role role) {
        return switch (role) {
            case OFFICER, DIRECTOR, CONTROLLER, AUDITOR, EVALUATOR -> true;
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR, SECRETARY, ADMINISTRATOR -> false;
        };
    }

    private static Report.Group named(GroupView group) {
        return new Report.Group(group.slug(), group.name());
    }

    private List<Report.Group> everyGroup() {
        return database
                .createNativeQuery("select slug, name from intervention_group order by name, slug", Tuple.class)
                .getResultList()
                .stream()
                .map(row -> new Report.Group(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }
}
