package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Figures;
import se.medel.participant.rules.OutcomeKind;
import se.medel.privacy.ProtectedTable;

/**
 * The counts that a report tells of the year (C3). They are read outside the group, so that none under five is told (P13). There
 * are no totals among them from which one that isn't told could be worked out.
 */
public final class Results {

    /** No group counts more. */
    public static final int MOST = 100_000;

    /** Who came, who was admitted, and who still takes part. */
    public static final List<String> YEAR = List.of("came", "admitted", "enrolled");

    /** Who was discharged, by why. */
    public static final List<String> DISCHARGED = Arrays.stream(Course.values())
            .filter(course -> !Course.ENROLLED.contains(course))
            .map(Results::name)
            .toList();

    /** What was reached (P12). */
    public static final List<String> OUTCOMES =
            Arrays.stream(OutcomeKind.values()).map(Results::name).toList();

    /** Every count, in the order in which they are asked for. */
    public static final List<String> NAMES =
            Stream.of(YEAR, DISCHARGED, OUTCOMES).flatMap(List::stream).toList();

    private Results() {}

    /** The counts of a register's protected figures; null where one isn't told. */
    public static Map<String, Long> of(Figures figures) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("came", figures.came());
        counts.put("admitted", figures.admitted().persons());
        counts.put("enrolled", figures.enrolled());
        figures.course().forEach((course, count) -> {
            if (!Course.ENROLLED.contains(course)) {
                counts.put(name(course), count);
            }
        });
        figures.outcomes().forEach((outcome, count) -> counts.put(name(outcome), count.persons()));
        return counts;
    }

    /** Several groups' counts together. One that any of them doesn't tell isn't told: the rest would give it away. */
    public static Map<String, Long> sum(List<Map<String, Long>> groups) {
        Map<String, Long> sums = new TreeMap<>();
        for (String name : NAMES) {
            List<Long> counts = new ArrayList<>(
                    groups.stream().map(group -> group.get(name)).toList());
            sums.put(
                    name,
                    counts.contains(null)
                            ? null
                            : (Long) counts.stream().mapToLong(Long::longValue).sum());
        }
        return sums;
    }

    /**
     * What may be told of what a district has written: nothing under five, and nothing that the register doesn't tell, because
     * another count could be worked out from it (P13). What is below zero stays, because it is no count and refused.
     *
     * @param register the register's counts, null where one isn't told; empty where there is no register
     */
    public static Map<String, Long> told(Map<String, Long> written, Map<String, Long> register) {
        Map<String, Long> told = new TreeMap<>();
        written.forEach((name, count) -> {
            boolean hidden = register.containsKey(name) && register.get(name) == null;
            boolean small = count != null && count < ProtectedTable.LEAST;
            told.put(name, count != null && count >= 0 && (hidden || small) ? null : count);
        });
        return told;
    }

    private static String name(Course course) {
        return "Course." + course.name();
    }

    private static String name(OutcomeKind outcome) {
        return "OutcomeKind." + outcome.name();
    }
}
