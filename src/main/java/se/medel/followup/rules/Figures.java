package se.medel.followup.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;

/**
 * What a reader sees of {@link Counts}; null is what isn't seen, whatever the reason. For the group's own people only means and
 * shares of nobody are null. Every word of an enum is there as a key.
 *
 * @param came all in {@code cameBy}
 * @param enrolled who still takes part, active and resting
 * @param closedOtherwise who was discharged without an ordinary job
 * @param tookPart all in {@code course}
 * @param meanMonths one decimal
 * @param medianMonths one decimal
 * @param livePlanPercent of those who still take part, whole per cent (P11)
 * @param stalePlans persons who still take part and whose plan is missing or hasn't been gone through in time (P11)
 */
public record Figures(
        Map<Referral, Long> cameBy,
        Long came,
        Long waiting,
        Repeated admitted,
        Map<Course, Long> course,
        Long enrolled,
        Long closedOtherwise,
        Long tookPart,
        BigDecimal meanMonths,
        BigDecimal medianMonths,
        Long livePlanPercent,
        Long stalePlans,
        Map<OutcomeKind, Repeated> outcomes,
        List<Load> support) {

    /** @param moreThanOnce how many of the persons */
    public record Repeated(Long persons, Long moreThanOnce) {
        private Stream<Long> figures() {
            return Stream.of(persons, moreThanOnce);
        }
    }

    /**
     * At the end of a month.
     *
     * @param cap the most there may be (P6), null where it isn't told
     */
    public record Load(LocalDate day, Long persons, Long cap) {}

    /** Every figure as it is, for the group's own people. */
    public static Figures exact(Counts counts) {
        Map<Course, Long> course = each(Course.class, counts::standing);
        Counts.Plans plans = counts.plans();
        return new Figures(
                each(Referral.class, counts::came),
                sum(each(Referral.class, counts::came).values()),
                counts.waiting(),
                repeated(counts.admitted()),
                course,
                sum(course, Course.ENROLLED),
                sum(course, Course.CLOSED_OTHERWISE),
                sum(course.values()),
                counts.days().meanMonths(),
                counts.days().medianMonths(),
                percent(plans.fresh() + plans.overdue(), plans.none()),
                plans.overdue() + plans.none(),
                each(OutcomeKind.class, kind -> repeated(counts.outcome(kind))),
                counts.support().stream()
                        .map(load -> new Load(load.day(), load.persons(), load.cap()))
                        .toList());
    }

    /** Whether any figure isn't seen. */
    public boolean hidesAny() {
        return Stream.of(
                        cameBy.values().stream(),
                        course.values().stream(),
                        outcomes.values().stream().flatMap(Repeated::figures),
                        support.stream().map(Load::persons),
                        admitted.figures(),
                        Stream.of(
                                came,
                                waiting,
                                enrolled,
                                closedOtherwise,
                                tookPart,
                                meanMonths,
                                medianMonths,
                                livePlanPercent,
                                stalePlans))
                .flatMap(Function.identity())
                .anyMatch(Objects::isNull);
    }

    static <E extends Enum<E>, V> Map<E, V> each(Class<E> words, Function<E, V> value) {
        Map<E, V> all = new EnumMap<>(words);
        Arrays.stream(words.getEnumConstants()).forEach(word -> all.put(word, value.apply(word)));
        return all;
    }

    /** Whole per cent; null of nobody. */
    static Long percent(long part, long rest) {
        return part + rest == 0
                ? null
                : (Long) BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(part + rest), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static Repeated repeated(Counts.Repeated counted) {
        return new Repeated(counted.persons(), counted.more());
    }

    private static Long sum(Map<Course, Long> course, Set<Course> places) {
        return sum(places.stream().map(course::get).toList());
    }

    private static Long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
