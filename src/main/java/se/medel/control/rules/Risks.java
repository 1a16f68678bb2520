package se.medel.control.rules;

import static se.medel.control.rules.RiskFlag.*;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.money.Kronor;

/** What stands out in a report. It says where to look, never that anything is wrong. */
public final class Risks {

    /** A line that cost more than this much over its plan stands out. */
    public static final int OVER_PLAN_PERCENT = 10;

    /** So much of a plan left unspent stands out. */
    public static final int UNSPENT_PERCENT = 25;

    /** Fewer lines than this can be whole thousands by chance. */
    static final int ROUND_LINES = 3;

    private static final Kronor THOUSAND = Kronor.of(1000);

    private Risks() {}

    /**
     * What there is to judge a report by.
     *
     * @param granted kronor by the application, of the grants that the report is for
     * @param due the day by which it was to come, and came back where it was returned
     * @param came the day it came
     * @param firstTimeIn the round's year where the programme has given the district nothing before and others something; else
     *     null
     */
    public record Facts(
            ReportContent content, Map<Long, Kronor> granted, LocalDate due, LocalDate came, Integer firstTimeIn) {}

    /** Every flag that the report has, each at most once. */
    public static List<Risk> of(Facts facts) {
        List<Risk> risks = new ArrayList<>();
        List<CostLine> lines = facts.content().lines();
        add(risks, OVER_PLAN, sum(lines, Risks::isFarOver, CostLine::difference));
        add(risks, OFF_PLAN, sum(lines, line -> !line.inPlan(), Risks::cost));
        if (facts.came().isAfter(facts.due())) {
            risks.add(Risk.of(LATE, ChronoUnit.DAYS.between(facts.due(), facts.came())));
        }
        List<CostLine> spent =
                lines.stream().filter(line -> !cost(line).equals(Kronor.ZERO)).toList();
        if (!spent.isEmpty() && spent.stream().allMatch(line -> line.source() == CostLine.Source.TYPED)) {
            risks.add(Risk.of(NO_LEDGER, spent.size()));
        }
        add(risks, OVER_FUNDED, overFunded(facts));
        if (spent.size() >= ROUND_LINES && spent.stream().allMatch(Risks::isRound)) {
            risks.add(Risk.of(ROUND_SUMS, spent.size()));
        }
        if (facts.firstTimeIn() != null) {
            risks.add(Risk.of(FIRST_TIME, facts.firstTimeIn()));
        }
        Kronor planned = sum(lines, CostLine::inPlan, CostLine::planned);
        Kronor left = planned.minus(sum(lines, CostLine::inPlan, Risks::cost));
        if (!left.times(100).isLessThan(planned.times(UNSPENT_PERCENT))) {
            add(risks, UNSPENT, left);
        }
        return risks;
    }

    private static boolean isFarOver(CostLine line) {
        return line.inPlan()
                && line.difference().times(100).isMoreThan(line.planned().times(OVER_PLAN_PERCENT));
    }

    private static boolean isRound(CostLine line) {
        return cost(line).amount().remainder(THOUSAND.amount()).signum() == 0;
    }

    /** Grant by grant: what one has too much doesn't fill another. A grant that nobody else pays to is only unused (Y2). */
    private static Kronor overFunded(Facts facts) {
        Kronor over = Kronor.ZERO;
        for (Map.Entry<Long, Kronor> grant : facts.granted().entrySet()) {
            Kronor others = facts.content().otherIncome().stream()
                    .filter(income -> income.applicationId() == grant.getKey() && income.amount() != null)
                    .map(OtherIncome::amount)
                    .reduce(Kronor.ZERO, Kronor::plus);
            Kronor cost = sum(facts.content().lines(), line -> line.applicationId() == grant.getKey(), Risks::cost);
            if (others.isPositive()) {
                over = over.plus(grant.getValue().plus(others).minus(cost).orZero());
            }
        }
        return over;
    }

    private static void add(List<Risk> risks, RiskFlag flag, Kronor figure) {
        if (figure.isPositive()) {
            risks.add(Risk.of(flag, figure));
        }
    }

    private static Kronor sum(
            List<CostLine> lines, Predicate<CostLine> which, java.util.function.Function<CostLine, Kronor> figure) {
        return lines.stream().filter(which).map(figure).reduce(Kronor.ZERO, Kronor::plus);
    }

    private static Kronor cost(CostLine line) {
        return line.actual() == null ? Kronor.ZERO : line.actual();
    }
}
