package se.medel.followup.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;

/**
 * What is counted in a span, exactly; persons unless it says otherwise. Of one group, or of all.
 *
 * @param cameBy who came, by how they came the first time in the span
 * @param waiting who waits on the last day (P4)
 * @param admitted who was admitted in the span; more than once up to the last day
 * @param course who has taken part in the span, by where they stand on the last day
 * @param days how long they have taken part
 * @param plans the action plans of those who still take part (P11)
 * @param outcomes who has each outcome in the span (P12)
 * @param support who takes part with income support at the end of each month (P6)
 */
public record Counts(
        Map<Referral, Long> cameBy,
        long waiting,
        Repeated admitted,
        Map<Course, Long> course,
        Days days,
        Plans plans,
        Map<OutcomeKind, Repeated> outcomes,
        List<Load> support) {

    /** Average days of a month: 365.25 by 12. */
    private static final BigDecimal MONTH = new BigDecimal("30.4375");

    /** Persons with something once, and persons with it more than once. */
    public record Repeated(long once, long more) {
        public static final Repeated NONE = new Repeated(0, 0);

        public long persons() {
            return once + more;
        }

        Repeated plus(Repeated other) {
            return new Repeated(once + other.once, more + other.more);
        }
    }

    /**
     * The days that each person has taken part, all times together, up to the last day.
     *
     * @param persons how many they are
     * @param sum all days of all persons
     * @param lower the lower of the two middle ones
     * @param upper the upper of the two middle ones; the same where the persons are an odd number
     */
    public record Days(long persons, long sum, long lower, long upper) {
        public static final Days NONE = new Days(0, 0, 0, 0);

        /** Months with one decimal, null where nobody has taken part. */
        BigDecimal meanMonths() {
            return months(sum, persons);
        }

        /** Months with one decimal, null where nobody has taken part. */
        BigDecimal medianMonths() {
            return months(lower + upper, 2);
        }

        private BigDecimal months(long days, long by) {
            return persons == 0
                    ? null
                    : BigDecimal.valueOf(days).divide(MONTH.multiply(BigDecimal.valueOf(by)), 1, RoundingMode.HALF_UP);
        }
    }

    /**
     * The action plans of those who still take part (P11).
     *
     * @param fresh with something that goes on, gone through in time
     * @param overdue with something that goes on, but not gone through in time
     * @param none with nothing that goes on
     */
    public record Plans(long fresh, long overdue, long none) {
        public static final Plans NONE = new Plans(0, 0, 0);

        Plans plus(Plans other) {
            return new Plans(fresh + other.fresh, overdue + other.overdue, none + other.none);
        }
    }

    /** @param cap the most there may be (P6), null where no cap is told */
    public record Load(LocalDate day, long persons, Long cap) {}

    /** Of a group that nobody has come to. */
    public static Counts none(List<Load> support) {
        return new Counts(Map.of(), 0, Repeated.NONE, Map.of(), Days.NONE, Plans.NONE, Map.of(), List.copyOf(support));
    }

    /**
     * All groups together. A participant is in one group, so the sums count nobody twice.
     *
     * @param days of all groups together, because middle ones can't be added
     */
    public static Counts sum(Collection<Counts> groups, Days days, List<LocalDate> monthEnds) {
        Map<Referral, Long> cameBy = new EnumMap<>(Referral.class);
        Map<Course, Long> course = new EnumMap<>(Course.class);
        Map<OutcomeKind, Repeated> outcomes = new EnumMap<>(OutcomeKind.class);
        long waiting = 0;
        Repeated admitted = Repeated.NONE;
        Plans plans = Plans.NONE;
        for (Counts group : groups) {
            group.cameBy.forEach((key, persons) -> cameBy.merge(key, persons, Long::sum));
            group.course.forEach((key, persons) -> course.merge(key, persons, Long::sum));
            group.outcomes.forEach((key, persons) -> outcomes.merge(key, persons, Repeated::plus));
            waiting += group.waiting;
            admitted = admitted.plus(group.admitted);
            plans = plans.plus(group.plans);
        }
        List<Load> support = IntStream.range(0, monthEnds.size())
                .mapToObj(month -> new Load(
                        monthEnds.get(month),
                        groups.stream()
                                .mapToLong(group -> group.support.get(month).persons)
                                .sum(),
                        capOfAll(groups, month)))
                .toList();
        return new Counts(cameBy, waiting, admitted, course, days, plans, outcomes, support);
    }

    /** Null where a group's isn't told. */
    private static Long capOfAll(Collection<Counts> groups, int month) {
        List<Long> caps =
                groups.stream().map(group -> group.support.get(month).cap).toList();
        return caps.stream().anyMatch(Objects::isNull) || caps.isEmpty()
                ? null
                : (Long) caps.stream().mapToLong(Long::longValue).sum();
    }

    /** Who has taken part since before the span; whoever was admitted again in it isn't one of them. */
    long carriedOver() {
        return course.values().stream().mapToLong(Long::longValue).sum() - admitted.persons();
    }

    long came(Referral referral) {
        return cameBy.getOrDefault(referral, 0L);
    }

    long standing(Course place) {
        return course.getOrDefault(place, 0L);
    }

    Repeated outcome(OutcomeKind kind) {
        return outcomes.getOrDefault(kind, Repeated.NONE);
    }
}
