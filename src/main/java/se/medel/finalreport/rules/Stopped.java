package se.medel.finalreport.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;
import se.medel.round.rules.Step;

/**
 * What stood between what was asked and what was granted, rule by rule over all decisions in force: what each rule took away
 * (A8), and last what was refused or given up by the decision itself. Asked = granted + all lines.
 *
 * @param asked null where less than everything is told, because the rest could be worked out from it
 * @param lines what was taken away; only what may be told (P13)
 * @param few whether a line is left out, because it is about fewer than five clients
 */
public record Stopped(Kronor asked, Kronor granted, List<Line> lines, boolean few) {

    /** One decision: what was asked, what was granted, and the chain between. */
    public record Ruling(Kronor asked, Kronor granted, long clientsAsked, long clientsGranted, List<Step> chain) {}

    /**
     * @param rule null for what no rule of the model took away
     * @param reason null for the same
     * @param clients zero where none are counted
     */
    public record Line(String rule, Step.Reason reason, Kronor kronor, long clients) {

        private Line plus(Line more) {
            return new Line(rule, reason, kronor.plus(more.kronor), clients + more.clients);
        }

        private boolean isFew() {
            return clients > 0 && clients < ProtectedTable.LEAST;
        }
    }

    public static Stopped of(List<Ruling> rulings) {
        Map<String, Line> lines = new TreeMap<>(Comparator.naturalOrder());
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
            }
        }
        List<Line> told = lines.values().stream().filter(line -> !line.isFew()).toList();
        boolean few = told.size() < lines.size();
        return new Stopped(few ? null : asked, granted, told, few);
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
