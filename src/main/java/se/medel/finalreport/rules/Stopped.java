package se.medel.finalreport.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;
import se.medel.round.rules.Step;

/**
 * What stood between what was asked and what was granted, rule by rule over all decisions in force: what each rule took away
 * (A8), and last what was refused or given up by the decision itself. Asked = granted + all lines.
 *
 * <p>It is read beside the districts' accounts, each of which tells how many clients its district was refused in all, unless
 * they were few ({@link #fewAreRefused}). So a line isn't told (P13) if it is of few, if any of the few that an account hides
 * are in it, or if less than five of those that the accounts tell are in no line that is told. Then every sum that is known is
 * nothing or five at least, of rows (accounts) as of columns (lines); and what stands where a row and a column meet is one of
 * these sums, or can be five other numbers at least.
 *
 * @param asked null where less than everything is told, because the rest could be worked out from it
 * @param lines what was taken away; only what may be told (P13)
 * @param few whether a line is left out, because few clients could be worked out from it
 */
public record Stopped(Kronor asked, Kronor granted, List<Line> lines, boolean few) {

    /**
     * One decision: what was asked, what was granted, and the chain between.
     *
     * @param accounted whether it stands in the district's account; one that nothing was ever granted by doesn't
     */
    public record Ruling(
            String district,
            boolean accounted,
            Kronor asked,
            Kronor granted,
            long clientsAsked,
            long clientsGranted,
            List<Step> chain) {

        /** Those that are told as one sum elsewhere. */
        private Place place() {
            return new Place(district, accounted);
        }
    }

    private record Place(String district, boolean accounted) {}

    /** What one rule took from one decision on a claim, and in which line it is told. */
    private record Part(String key, Place place, long clients) {}

    /**
     * @param rule null for what no rule of the model took away
     * @param reason null for the same
     * @param clients zero where none are counted
     */
    public record Line(String rule, Step.Reason reason, Kronor kronor, long clients) {

        private Line plus(Line more) {
            return new Line(rule, reason, kronor.plus(more.kronor), clients + more.clients);
        }
    }

    public static Stopped of(List<Ruling> rulings) {
        Map<String, Line> lines = new TreeMap<>(Comparator.naturalOrder());
        List<Part> parts = new ArrayList<>();
        Kronor asked = Kronor.ZERO;
        Kronor granted = Kronor.ZERO;
        for (Ruling ruling : rulings) {
            asked = asked.plus(ruling.asked());
            granted = granted.plus(ruling.granted());
            for (Line line : taken(ruling)) {
                // What was asked for clients is kept from what was asked for costs: only there a line can be few.
                String key = (line.rule() == null ? "~" : line.rule()) + "/" + line.reason() + "/"
                        + (ruling.clientsAsked() > 0);
                lines.merge(key, line, Line::plus);
                parts.add(new Part(key, ruling.place(), line.clients()));
            }
        }
        boolean few = lines.keySet().retainAll(tellable(lines, parts, placesOfFew(rulings)));
        return new Stopped(few ? null : asked, granted, List.copyOf(lines.values()), few);
    }

    /** Whether the clients that these decisions refused are one to four: then nobody may tell what was asked (P13). */
    public static boolean fewAreRefused(Collection<Ruling> rulings) {
        return isFew(rulings.stream()
                .mapToLong(ruling -> ruling.clientsAsked() - ruling.clientsGranted())
                .sum());
    }

    private static Set<Place> placesOfFew(List<Ruling> rulings) {
        Map<Place, List<Ruling>> byPlace = rulings.stream().collect(Collectors.groupingBy(Ruling::place));
        return byPlace.keySet().stream()
                .filter(place -> fewAreRefused(byPlace.get(place)))
                .collect(Collectors.toSet());
    }

    /**
     * The lines that may be told. Where too few of what is told elsewhere are left over, the smallest go with them, and of
     * equally small ones all: else which one went would tell how many it is that were left over.
     */
    private static Set<String> tellable(Map<String, Line> lines, List<Part> parts, Set<Place> ofFew) {
        Set<String> told = new HashSet<>(lines.keySet());
        told.removeIf(key -> isFew(lines.get(key).clients()));
        parts.stream()
                .filter(part -> part.clients() > 0 && ofFew.contains(part.place()))
                .forEach(part -> told.remove(part.key()));
        List<Long> smallestFirst = told.stream()
                .map(key -> lines.get(key).clients())
                .filter(clients -> clients > 0)
                .distinct()
                .sorted()
                .toList();
        for (long smallest : smallestFirst) {
            if (!isFew(leftOver(parts, told, ofFew))) {
                break;
            }
            told.removeIf(key -> lines.get(key).clients() == smallest);
        }
        return told;
    }

    /** The clients that are in no line told, of those whose number in all may be told. */
    private static long leftOver(List<Part> parts, Set<String> told, Set<Place> ofFew) {
        return parts.stream()
                .filter(part -> !told.contains(part.key()) && !ofFew.contains(part.place()))
                .mapToLong(Part::clients)
                .sum();
    }

    private static boolean isFew(long clients) {
        return clients != 0 && clients < ProtectedTable.LEAST;
    }

    /** What one rule took away in all; zero where it took nothing. */
    public Kronor by(Step.Reason reason) {
        return lines.stream()
                .filter(line -> line.reason() == reason)
                .map(Line::kronor)
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    private static List<Line> taken(Ruling ruling) {
        List<Line> taken = new ArrayList<>();
        Kronor left = ruling.asked();
        long clients = ruling.clientsAsked();
        for (Step step : ruling.chain()) {
            if (step.after().isLessThan(step.before())) {
                Line line = new Line(
                        step.rule(),
                        step.reason(),
                        step.before().minus(step.after()),
                        step.clientsBefore() - step.clientsAfter());
                taken.add(line);
                left = left.minus(line.kronor());
                clients -= line.clients();
            }
        }
        Kronor rest = left.minus(ruling.granted());
        if (!rest.equals(Kronor.ZERO)) {
            taken.add(new Line(null, null, rest, Math.max(0, clients - ruling.clientsGranted())));
        }
        return taken;
    }
}
