package se.medel.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import se.medel.followup.rules.Counts;
import se.medel.followup.rules.Counts.Days;
import se.medel.followup.rules.Counts.Load;
import se.medel.followup.rules.Counts.Plans;
import se.medel.followup.rules.Counts.Repeated;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Span;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;

/**
 * Counts in the participant register, one query for each thing that is counted and none for each participant. Everything is
 * counted as it was on the span's last day: what was written for later days isn't seen.
 */
@ApplicationScoped
class Register {

    @Inject
    Session database;

    /**
     * Who is counted.
     *
     * @param group a slug, or null for everybody
     * @param consentedOnly only those who consent to the evaluation, as they do now (P13)
     */
    record Population(String group, boolean consentedOnly) {

        /** Joins who consents to the evaluation to a table with participant_id. */
        private String joined(String table) {
            return consentedOnly
                    ? " join participant consenting on consenting.id = " + table
                            + ".participant_id and consenting.evaluation_consent"
                    : "";
        }

        /** A condition on a table with group_slug. */
        private String of(String table) {
            return group == null ? "" : " and " + table + ".group_slug = :group";
        }
    }

    /** @param byGroup every group that is asked for, also those that nobody has come to */
    record Counted(Map<String, Counts> byGroup, Counts all) {}

    Counted count(Population who, Span span, Collection<String> groups) {
        Map<String, Map<Referral, Long>> cameBy = cameBy(who, span);
        Map<String, Present> present = present(who, span);
        Map<String, Enrolled> enrolled = enrolled(who, span);
        Map<String, Map<Course, Long>> left = left(who, span);
        Map<String, Map<OutcomeKind, Repeated>> outcomes = outcomes(who, span);
        Map<String, List<Load>> support = support(who, span, groups);
        Map<String, Counts> byGroup = new LinkedHashMap<>();
        for (String group : groups) {
            Enrolled here = enrolled.getOrDefault(group, Enrolled.NOBODY);
            Present now = present.getOrDefault(group, Present.NOBODY);
            Map<Course, Long> course = new EnumMap<>(Course.class);
            course.putAll(left.getOrDefault(group, Map.of()));
            course.put(Course.RESTING, now.resting);
            course.put(Course.ACTIVE, here.goesOn - now.resting);
            byGroup.put(
                    group,
                    new Counts(
                            cameBy.getOrDefault(group, Map.of()),
                            now.waiting,
                            here.admitted,
                            course,
                            here.days,
                            now.plans,
                            outcomes.getOrDefault(group, Map.of()),
                            support.get(group)));
        }
        Days days = enrolled.getOrDefault(null, Enrolled.NOBODY).days;
        return new Counted(byGroup, Counts.sum(byGroup.values(), days, span.monthEnds()));
    }

    private Map<String, Map<Referral, Long>> cameBy(Population who, Span span) {
        Map<String, Map<Referral, Long>> byGroup = new HashMap<>();
        ask(
                        """
                        select group_slug, value, count(*)
                        from (select distinct on (e.participant_id) e.group_slug, e.value
                              from entry_that_counts e%1$s
                              where e.kind = 'INTEREST' and e.day between :from and :to%2$s
                              order by e.participant_id, e.day, e.id) first_time
                        group by group_slug, value""",
                        who, "e")
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .forEach(row -> of(byGroup, row, Referral.class)
                        .put(Referral.valueOf(row.get(1, String.class)), row.get(2, Long.class)));
        return byGroup;
    }

    private record Present(long waiting, long resting, Plans plans) {
        static final Present NOBODY = new Present(0, 0, Plans.NONE);
    }

    /** Who waits, and where those stand who still take part. */
    private Map<String, Present> present(Population who, Span span) {
        return ask(
                        """
                        with review as materialized (
                            select slug, (limits_on(slug, :to)).review_days from intervention_group)
                        select group_slug,
                               count(*) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'RESTING'),
                               count(*) filter (where enrolled and plan_goes_on and plan_reviewed_on + review_days >= :to),
                               count(*) filter (where enrolled and plan_goes_on and plan_reviewed_on + review_days < :to),
                               count(*) filter (where enrolled and not plan_goes_on)
                        from (select e.group_slug, e.state, e.state <> 'WAITING' as enrolled, e.plan_goes_on, e.plan_reviewed_on
                              from standing e%1$s
                              where e.days @> cast(:to as date)%2$s) on_the_day
                            join review on slug = group_slug
                        group by group_slug""",
                        who, "e")
                .setParameter("to", span.to())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class),
                        row -> new Present(
                                row.get(1, Long.class),
                                row.get(2, Long.class),
                                new Plans(row.get(3, Long.class), row.get(4, Long.class), row.get(5, Long.class)))));
    }

    /** @param goesOn who still takes part */
    private record Enrolled(Repeated admitted, Days days, long goesOn) {
        static final Enrolled NOBODY = new Enrolled(Repeated.NONE, Days.NONE, 0);
    }

    /** By group, and under null of all groups. */
    private Map<String, Enrolled> enrolled(Population who, Span span) {
        Map<String, Enrolled> byGroup = new HashMap<>();
        // Each person's latest enrolment, which knows the ones before. The day of discharge isn't one of the days taken
        // part, and somebody who leaves on a day has taken part until then.
        ask(
                        """
                        select group_slug,
                               count(*) filter (where latest >= :from and times = 1),
                               count(*) filter (where latest >= :from and times > 1),
                               count(*),
                               cast(sum(days) as bigint),
                               percentile_disc(0.5) within group (order by days),
                               percentile_disc(0.5) within group (order by days desc),
                               count(*) filter (where ends is null or ends > :to)
                        from (select e.group_slug, e.nth as times, e.starts as latest, e.ends,
                                     cast(e.days_before + (least(e.ends, :to) - e.starts) as bigint) as days
                              from enrolment e%1$s
                              where e.starts <= :to and (e.next_starts is null or e.next_starts > :to)
                                  and (e.ends is null or e.ends >= :from)%2$s) person
                        group by grouping sets ((group_slug), ())""",
                        who, "e")
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .stream()
                .filter(row -> row.get(3, Long.class) > 0)
                .forEach(row -> byGroup.put(
                        row.get(0, String.class),
                        new Enrolled(
                                new Repeated(row.get(1, Long.class), row.get(2, Long.class)),
                                new Days(
                                        row.get(3, Long.class),
                                        row.get(4, Long.class),
                                        row.get(5, Long.class),
                                        row.get(6, Long.class)),
                                row.get(7, Long.class))));
        return byGroup;
    }

    /** Where those went who have left. */
    private Map<String, Map<Course, Long>> left(Population who, Span span) {
        Map<String, Map<Course, Long>> byGroup = new HashMap<>();
        ask(
                        """
                        select e.group_slug,
                               case when working.day >= e.starts then 'ORDINARY_WORK' else e.reason end as place, count(*)
                        from enrolment e%1$s left join (
                                select o.participant_id, max(o.day) as day from entry_that_counts o
                                where o.kind = 'OUTCOME' and o.value = 'ORDINARY_JOB' and o.day <= :to
                                group by o.participant_id) working on working.participant_id = e.participant_id
                        where e.ends between :from and :to and (e.next_starts is null or e.next_starts > :to)%2$s
                        group by 1, 2""",
                        who, "e")
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .forEach(row -> of(byGroup, row, Course.class)
                        .put(Course.valueOf(row.get(1, String.class)), row.get(2, Long.class)));
        return byGroup;
    }

    private Map<String, Map<OutcomeKind, Repeated>> outcomes(Population who, Span span) {
        Map<String, Map<OutcomeKind, Repeated>> byGroup = new HashMap<>();
        ask(
                        """
                        select group_slug, value, count(*) filter (where times = 1), count(*) filter (where times > 1)
                        from (select e.group_slug, e.value, count(*) as times
                              from entry_that_counts e%1$s
                              where e.kind = 'OUTCOME' and e.day between :from and :to%2$s
                              group by e.participant_id, e.group_slug, e.value) person
                        group by group_slug, value""",
                        who, "e")
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .forEach(row -> of(byGroup, row, OutcomeKind.class)
                        .put(
                                OutcomeKind.valueOf(row.get(1, String.class)),
                                new Repeated(row.get(2, Long.class), row.get(3, Long.class))));
        return byGroup;
    }

    /** @return for every group the ends of all months */
    private Map<String, List<Load>> support(Population who, Span span, Collection<String> groups) {
        List<LocalDate> ends = span.monthEnds();
        Map<String, Map<LocalDate, Long>> counted = new HashMap<>();
        if (!ends.isEmpty()) {
            // Whoever has it at the end of a month began in that month or before, and ends it in a later one.
            ask(
                            """
                            with together as (
                                select e.group_slug,
                                       date_trunc('month', greatest(e.starts, s.starts, cast(:from as date))) as first_month,
                                       date_trunc('month', least(e.ends, s.ends)) as month_after, count(*) as persons
                                from enrolment e join income_support s on s.participant_id = e.participant_id
                                    and s.starts < coalesce(e.ends, 'infinity')
                                    and e.starts < coalesce(s.ends, 'infinity')%1$s
                                where e.starts <= :to and (e.ends is null or e.ends >= :from)
                                    and s.starts <= :to and (s.ends is null or s.ends >= :from)%2$s
                                group by 1, 2, 3)
                            select group_slug, cast(month + interval '1 month - 1 day' as date), cast(sum(persons) as bigint)
                            from generate_series(date_trunc('month', cast(:from as date)), cast(:to as date),
                                    interval '1 month') month
                                join together on first_month <= month and (month_after is null or month_after > month)
                            group by group_slug, month""",
                            who, "e")
                    .setParameter("from", span.from())
                    .setParameter("to", span.to())
                    .getResultList()
                    .forEach(row -> counted.computeIfAbsent(row.get(0, String.class), group -> new HashMap<>())
                            .put(row.get(1, LocalDate.class), row.get(2, Long.class)));
        }
        Map<String, Map<LocalDate, Long>> caps = who.consentedOnly ? Map.of() : caps(ends);
        Map<String, List<Load>> byGroup = new HashMap<>();
        for (String group : groups) {
            List<Load> loads = new ArrayList<>();
            for (LocalDate end : ends) {
                loads.add(new Load(
                        end,
                        counted.getOrDefault(group, Map.of()).getOrDefault(end, 0L),
                        caps.getOrDefault(group, Map.of()).get(end)));
            }
            byGroup.put(group, loads);
        }
        return byGroup;
    }

    /** The caps of every group (P6). Those who consent to the evaluation are only some, so against them it says nothing. */
    private Map<String, Map<LocalDate, Long>> caps(List<LocalDate> days) {
        Map<String, Map<LocalDate, Long>> byGroup = new HashMap<>();
        if (!days.isEmpty()) {
            database.createNativeQuery(
                            """
                            select g.slug, d.day, cast((limits_on(g.slug, d.day)).most_with_support as bigint)
                            from intervention_group g cross join (
                                select cast(unnest(cast(string_to_array(:days, ',') as date[])) as date) as day) d""",
                            Tuple.class)
                    .setParameter("days", days.stream().map(LocalDate::toString).collect(Collectors.joining(",")))
                    .getResultList()
                    .forEach(row -> byGroup.computeIfAbsent(row.get(0, String.class), group -> new HashMap<>())
                            .put(row.get(1, LocalDate.class), row.get(2, Long.class)));
        }
        return byGroup;
    }

    /** The active participants of each guide who works on the day, none included; one group's only (P5, P9). */
    Map<String, Long> guideLoad(String group, LocalDate day) {
        Map<String, Long> load = new LinkedHashMap<>();
        database.createNativeQuery(
                        """
                        with active as (
                            select (select s.value from entry_that_counts s
                                    where s.participant_id = e.participant_id and s.day <= :day
                                        and s.kind in ('ADMITTED', 'GUIDE_CHANGED')
                                    order by s.day desc, s.id desc limit 1) as guide
                            from standing e
                            where e.group_slug = :group and e.days @> cast(:day as date) and e.state = 'ADMITTED')
                        select g.code, count(active.guide)
                        from guide g left join active on active.guide = g.code
                        where g.group_slug = :group and g.works_from <= :day and (g.works_to is null or g.works_to > :day)
                        group by g.code order by g.code""",
                        Tuple.class)
                .setParameter("group", group)
                .setParameter("day", day)
                .getResultList()
                .forEach(row -> load.put(row.get(0, String.class), row.get(1, Long.class)));
        return load;
    }

    /** @param sql with %1$s where who consents is joined, and %2$s where the condition on the group belongs */
    private NativeQuery<Tuple> ask(String sql, Population who, String table) {
        NativeQuery<Tuple> query =
                database.createNativeQuery(sql.formatted(who.joined(table), who.of(table)), Tuple.class);
        if (who.group != null) {
            query.setParameter("group", who.group);
        }
        return query;
    }

    private static <E extends Enum<E>, V> Map<E, V> of(Map<String, Map<E, V>> byGroup, Tuple row, Class<E> words) {
        return byGroup.computeIfAbsent(row.get(0, String.class), group -> new EnumMap<>(words));
    }
}
