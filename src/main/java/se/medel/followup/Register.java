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

        /** A condition on a table with group_slug and participant_id. */
        private String of(String table) {
            return (group == null ? "" : " and " + table + ".group_slug = :group")
                    + (consentedOnly
                            ? " and " + table
                                    + ".participant_id in (select id from participant where evaluation_consent)"
                            : "");
        }
    }

    /** @param byGroup every group that is asked for, also those that nobody has come to */
    record Counted(Map<String, Counts> byGroup, Counts all) {}

    Counted count(Population who, Span span, Collection<String> groups) {
        Map<String, Map<Referral, Long>> cameBy = cameBy(who, span);
        Map<String, Long> waiting = waiting(who, span);
        Map<String, Enrolled> enrolled = enrolled(who, span);
        Map<String, Map<Course, Long>> course = course(who, span);
        Map<String, Plans> plans = plans(who, span);
        Map<String, Map<OutcomeKind, Repeated>> outcomes = outcomes(who, span);
        Map<String, List<Load>> support = support(who, span, groups);
        Map<String, Counts> byGroup = new LinkedHashMap<>();
        for (String group : groups) {
            Enrolled here = enrolled.getOrDefault(group, Enrolled.NOBODY);
            byGroup.put(
                    group,
                    new Counts(
                            cameBy.getOrDefault(group, Map.of()),
                            waiting.getOrDefault(group, 0L),
                            here.admitted,
                            course.getOrDefault(group, Map.of()),
                            here.days,
                            plans.getOrDefault(group, Plans.NONE),
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
                              from entry_that_counts e
                              where e.kind = 'INTEREST' and e.day between :from and :to%s
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

    private Map<String, Long> waiting(Population who, Span span) {
        return ask(
                        """
                        select group_slug, count(*)
                        from (select distinct on (e.participant_id) e.group_slug, e.kind
                              from entry_that_counts e
                              where e.kind in ('INTEREST', 'WAITING', 'ADMITTED', 'RESTING', 'DISCHARGED')
                                  and e.day <= :to%s
                              order by e.participant_id, e.day desc, e.id desc) latest
                        where kind = 'WAITING'
                        group by group_slug""",
                        who, "e")
                .setParameter("to", span.to())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }

    private record Enrolled(Repeated admitted, Days days) {
        static final Enrolled NOBODY = new Enrolled(Repeated.NONE, Days.NONE);
    }

    /** By group, and under null of all groups. */
    private Map<String, Enrolled> enrolled(Population who, Span span) {
        Map<String, Enrolled> byGroup = new HashMap<>();
        // The day of discharge isn't one of the days taken part, and somebody who leaves on a day has taken part until
        // then.
        ask(
                        """
                        select group_slug,
                               count(*) filter (where latest >= :from and times = 1),
                               count(*) filter (where latest >= :from and times > 1),
                               count(*),
                               cast(sum(days) as bigint),
                               percentile_disc(0.5) within group (order by days),
                               percentile_disc(0.5) within group (order by days desc)
                        from (select e.participant_id, e.group_slug, count(*) as times, max(e.starts) as latest,
                                     sum(least(e.ends, :to) - e.starts) as days
                              from enrolment e
                              where e.starts <= :to%s
                              group by e.participant_id, e.group_slug
                              having bool_or(e.ends is null or e.ends >= :from)) person
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
                                        row.get(6, Long.class)))));
        return byGroup;
    }

    private Map<String, Map<Course, Long>> course(Population who, Span span) {
        Map<String, Map<Course, Long>> byGroup = new HashMap<>();
        ask(
                        """
                        with latest as (
                            select distinct on (e.participant_id) e.participant_id, e.group_slug, e.starts,
                                   e.ends is null or e.ends > :to as goes_on, e.reason
                            from enrolment e
                            where e.starts <= :to and (e.ends is null or e.ends >= :from)%s
                            order by e.participant_id, e.starts desc)
                        select group_slug,
                               case when goes_on and (
                                        select s.kind from entry_that_counts s
                                        where s.participant_id = latest.participant_id and s.day <= :to
                                            and s.kind in ('INTEREST', 'WAITING', 'ADMITTED', 'RESTING', 'DISCHARGED')
                                        order by s.day desc, s.id desc limit 1) = 'RESTING' then 'RESTING'
                                    when goes_on then 'ACTIVE'
                                    when working.participant_id is not null then 'ORDINARY_WORK'
                                    else reason end as place,
                               count(*)
                        from latest left join (
                                select o.participant_id, max(o.day) as day from entry_that_counts o
                                where o.kind = 'OUTCOME' and o.value = 'ORDINARY_JOB' and o.day <= :to
                                group by o.participant_id) working
                            on working.participant_id = latest.participant_id and working.day >= latest.starts
                        group by 1, 2""",
                        who, "e")
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .forEach(row -> of(byGroup, row, Course.class)
                        .put(Course.valueOf(row.get(1, String.class)), row.get(2, Long.class)));
        return byGroup;
    }

    private Map<String, Plans> plans(Population who, Span span) {
        // A plan ends with the time in the group, so only what was written in that time counts. An activity is started
        // only
        // if it doesn't go on and ended only if it does, so more starts than ends mean that something goes on.
        return ask(
                        """
                        with on_the_day as (
                            select e.participant_id, e.group_slug, e.starts
                            from enrolment e
                            where e.starts <= :to and (e.ends is null or e.ends > :to)%s),
                        plan as (
                            select p.participant_id, max(p.day) as reviewed,
                                   count(*) filter (where p.kind = 'ACTIVITY_STARTED')
                                       > count(*) filter (where p.kind = 'ACTIVITY_ENDED') as live
                            from on_the_day join entry_that_counts p
                                on p.participant_id = on_the_day.participant_id and p.day between on_the_day.starts and :to
                            where p.kind in ('ACTIVITY_STARTED', 'ACTIVITY_ENDED', 'PLAN_REVIEWED')
                            group by p.participant_id),
                        review as materialized (
                            select slug, (limits_on(slug, :to)).review_days from intervention_group)
                        select group_slug,
                               count(*) filter (where live and reviewed + review_days >= :to),
                               count(*) filter (where live and reviewed + review_days < :to),
                               count(*) filter (where live is not true)
                        from on_the_day join review on slug = group_slug left join plan using (participant_id)
                        group by group_slug""",
                        who, "e")
                .setParameter("to", span.to())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class),
                        row -> new Plans(row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class))));
    }

    private Map<String, Map<OutcomeKind, Repeated>> outcomes(Population who, Span span) {
        Map<String, Map<OutcomeKind, Repeated>> byGroup = new HashMap<>();
        ask(
                        """
                        select group_slug, value, count(*) filter (where times = 1), count(*) filter (where times > 1)
                        from (select e.group_slug, e.value, count(*) as times
                              from entry_that_counts e
                              where e.kind = 'OUTCOME' and e.day between :from and :to%s
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
                                    and s.starts < coalesce(e.ends, 'infinity') and e.starts < coalesce(s.ends, 'infinity')
                                where e.starts <= :to and (e.ends is null or e.ends >= :from)
                                    and s.starts <= :to and (s.ends is null or s.ends >= :from)%s
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
                            select (select s.kind from entry_that_counts s
                                    where s.participant_id = e.participant_id and s.day <= :day
                                        and s.kind in ('INTEREST', 'WAITING', 'ADMITTED', 'RESTING', 'DISCHARGED')
                                    order by s.day desc, s.id desc limit 1) as kind,
                                   (select s.value from entry_that_counts s
                                    where s.participant_id = e.participant_id and s.day <= :day
                                        and s.kind in ('ADMITTED', 'GUIDE_CHANGED')
                                    order by s.day desc, s.id desc limit 1) as guide
                            from enrolment e
                            where e.group_slug = :group and e.starts <= :day and (e.ends is null or e.ends > :day))
                        select g.code, count(active.guide)
                        from guide g left join active on active.guide = g.code and active.kind = 'ADMITTED'
                        where g.group_slug = :group and g.works_from <= :day and (g.works_to is null or g.works_to > :day)
                        group by g.code order by g.code""",
                        Tuple.class)
                .setParameter("group", group)
                .setParameter("day", day)
                .getResultList()
                .forEach(row -> load.put(row.get(0, String.class), row.get(1, Long.class)));
        return load;
    }

    /** @param sql with %s where the condition on who is counted belongs */
    private NativeQuery<Tuple> ask(String sql, Population who, String table) {
        NativeQuery<Tuple> query = database.createNativeQuery(sql.formatted(who.of(table)), Tuple.class);
        if (who.group != null) {
            query.setParameter("group", who.group);
        }
        return query;
    }

    private static <E extends Enum<E>, V> Map<E, V> of(Map<String, Map<E, V>> byGroup, Tuple row, Class<E> words) {
        return byGroup.computeIfAbsent(row.get(0, String.class), group -> new EnumMap<>(words));
    }
}
