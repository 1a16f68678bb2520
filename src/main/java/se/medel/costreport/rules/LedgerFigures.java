package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import se.medel.application.rules.CostCategory;
import se.medel.money.Kronor;

/**
 * How the sums of a ledger, one for each category, become the costs of one grant's lines. A category with one line in the plan
 * goes there; with several, the district divides it; with none, it is a cost that the plan hasn't.
 */
public final class LedgerFigures {

    /**
     * A cost that the ledger gives.
     *
     * @param line the plan's line; zero for a cost that the plan hasn't
     * @param actual with öre
     */
    public record Figure(int line, CostCategory category, Kronor actual) {}

    /**
     * A category of the ledger and the plan's lines that it can go to.
     *
     * @param lines in the order of the plan; empty where the plan has none
     */
    public record Share(CostCategory category, Kronor taken, List<CostLine> lines) {

        public Share {
            lines = List.copyOf(lines);
        }

        public boolean isDivided() {
            return lines.size() > 1;
        }

        public boolean isOffPlan() {
            return lines.isEmpty();
        }
    }

    private final ReportContent content;
    private final long applicationId;
    private final List<Share> shares;

    /** @param taken what the ledger gives, by category */
    public LedgerFigures(ReportContent content, long applicationId, Map<CostCategory, Kronor> taken) {
        this.content = content;
        this.applicationId = applicationId;
        this.shares = shares(taken);
    }

    /** Every category that the ledger has or the plan has, in their order. */
    private List<Share> shares(Map<CostCategory, Kronor> taken) {
        Map<CostCategory, List<CostLine>> planned = new EnumMap<>(CostCategory.class);
        content.lines().stream()
                .filter(line -> line.applicationId() == applicationId && line.inPlan())
                .forEach(line -> planned.computeIfAbsent(line.category(), category -> new ArrayList<>())
                        .add(line));
        List<Share> all = new ArrayList<>();
        for (CostCategory category : CostCategory.values()) {
            List<CostLine> lines = planned.getOrDefault(category, List.of());
            if (taken.containsKey(category) || !lines.isEmpty()) {
                all.add(new Share(category, taken.getOrDefault(category, Kronor.ZERO), lines));
            }
        }
        return all;
    }

    public List<Share> shares() {
        return List.copyOf(shares);
    }

    /** Where a divided category goes while nobody has said anything else: all on its first line. */
    public Map<Integer, Kronor> proposedDivision() {
        Map<Integer, Kronor> division = new TreeMap<>();
        shares.stream().filter(Share::isDivided).forEach(share -> {
            share.lines().forEach(line -> division.put(line.line(), Kronor.ZERO));
            division.put(share.lines().get(0).line(), share.taken());
        });
        return division;
    }

    /** What is written of a divided category, all its lines together. */
    public static Kronor divided(Share share, Map<Integer, Kronor> division) {
        return share.lines().stream()
                .map(line -> division.getOrDefault(line.line(), Kronor.ZERO))
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    /** The cost of each line; the division says it for the categories that have several. */
    public List<Figure> figures(Map<Integer, Kronor> division) {
        List<Figure> figures = new ArrayList<>();
        for (Share share : shares) {
            if (share.isOffPlan()) {
                figures.add(new Figure(0, share.category(), share.taken()));
            } else if (!share.isDivided()) {
                figures.add(new Figure(share.lines().get(0).line(), share.category(), share.taken()));
            } else {
                share.lines()
                        .forEach(line -> figures.add(new Figure(
                                line.line(), share.category(), division.getOrDefault(line.line(), Kronor.ZERO))));
            }
        }
        return figures;
    }

    /** The plan's lines that somebody has typed, or read from a list; they aren't written over without a word. */
    public List<CostLine> typed() {
        return shares.stream()
                .flatMap(share -> share.lines().stream())
                .filter(LedgerFigures::isTyped)
                .toList();
    }

    private static boolean isTyped(CostLine line) {
        return line.actual() != null && line.source() != CostLine.Source.LEDGER;
    }

    /**
     * The report with the figures. What an earlier ledger gave for this grant is replaced.
     *
     * @param replaceTyped whether typed figures are replaced too
     * @param text what a cost is called that the plan hasn't
     */
    public ReportContent written(List<Figure> figures, boolean replaceTyped, Function<CostCategory, String> text) {
        List<Figure> offPlan = new ArrayList<>(
                figures.stream().filter(figure -> figure.line() == 0).toList());
        Relined relined = new Relined(content);
        for (int place = 0; place < content.lines().size(); place++) {
            CostLine line = content.lines().get(place);
            if (line.applicationId() != applicationId) {
                relined.keep(place, line);
            } else if (line.inPlan()) {
                inPlan(relined, place, line, figures, replaceTyped);
            } else if (line.source() != CostLine.Source.LEDGER) {
                relined.keep(place, line);
            } else {
                // Its words stay where the ledger has the cost again.
                int there = place;
                takeOut(offPlan, line.category())
                        .ifPresent(figure ->
                                relined.figure(there, line.withActual(figure.actual(), CostLine.Source.LEDGER)));
            }
        }
        offPlan.forEach(figure -> relined.add(new CostLine(
                applicationId,
                0,
                figure.category(),
                text.apply(figure.category()),
                Kronor.ZERO,
                figure.actual(),
                null,
                CostLine.Source.LEDGER)));
        return relined.content();
    }

    private static void inPlan(Relined relined, int place, CostLine line, List<Figure> figures, boolean replaceTyped) {
        Figure figure = figures.stream()
                .filter(found -> found.line() == line.line())
                .findFirst()
                .orElse(null);
        if (figure == null || isTyped(line) && !replaceTyped) {
            relined.keep(place, line);
        } else {
            relined.figure(place, line.withActual(figure.actual(), CostLine.Source.LEDGER));
        }
    }

    private static Optional<Figure> takeOut(List<Figure> figures, CostCategory category) {
        Optional<Figure> found =
                figures.stream().filter(figure -> figure.category() == category).findFirst();
        found.ifPresent(figures::remove);
        return found;
    }
}
