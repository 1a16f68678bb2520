package se.medel.settlement.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.medel.money.Kronor;

/**
 * What a district may keep of one grant, and the chain of reasons from what was granted (Y2, Y4).
 *
 * <p>Each reason is a limit, and what is left is never more than the limit. The parts that are paid back are the steps down from
 * what was paid, so they never come to more than it.
 *
 * @param entitled whole kronor; öre in a cost count as a whole krona, in the district's favour (A2)
 * @param steps every reason that was tried, in order
 */
public record Settlement(Kronor entitled, List<SettlementStep> steps) {

    public Settlement {
        steps = List.copyOf(steps);
    }

    public static Settlement of(YearEnd input) {
        Chain chain = new Chain(input.granted());
        if (input instanceof YearEnd.NoReport) {
            chain.limit(RepaymentReason.NO_REPORT, BigDecimal.ZERO, BigDecimal.ZERO, Kronor.ZERO);
        } else if (input instanceof YearEnd.Clients clients) {
            compensate(chain, clients);
        } else if (input instanceof YearEnd.Costs costs) {
            cover(chain, costs);
        }
        return new Settlement(chain.left, chain.steps);
    }

    /** What is paid back of {@code paid}, by reason; only reasons that took something. */
    public Map<RepaymentReason, Kronor> parts(Kronor paid) {
        Map<RepaymentReason, Kronor> parts = new EnumMap<>(RepaymentReason.class);
        for (SettlementStep step : steps) {
            Kronor part = paid.min(step.before()).minus(paid.min(step.after()));
            if (part.isPositive()) {
                parts.put(step.reason(), part);
            }
        }
        return parts;
    }

    /** What is paid back of {@code paid}; zero where the district may keep it all. */
    public Kronor repay(Kronor paid) {
        return paid.minus(entitled).orZero();
    }

    /** What may still be paid to the district where {@code paid} has been. */
    public Kronor stillToPay(Kronor paid) {
        return entitled.minus(paid).orZero();
    }

    /** What of {@code granted} will never be paid where {@code paid} has been. */
    public Kronor release(Kronor granted, Kronor paid) {
        return granted.minus(entitled.max(paid)).orZero();
    }

    private static void compensate(Chain chain, YearEnd.Clients clients) {
        long eligible = clients.clients() - clients.notEligible();
        chain.limit(
                RepaymentReason.NOT_ELIGIBLE_CLIENT,
                BigDecimal.valueOf(eligible),
                BigDecimal.valueOf(clients.notEligible()),
                clients.rate().times(eligible));
        long paidOnce = eligible - clients.fundedTwice();
        chain.limit(
                RepaymentReason.FUNDED_TWICE,
                BigDecimal.valueOf(paidOnce),
                BigDecimal.valueOf(clients.fundedTwice()),
                clients.rate().times(paidOnce));
    }

    private static void cover(Chain chain, YearEnd.Costs costs) {
        Kronor reported =
                sum(costs.lines().stream().map(line -> line.reported().orZero()).toList());
        Kronor approved = sum(costs.lines().stream().map(AdmittedLine::admitted).toList());
        // More credited than spent on a line is cost that the district doesn't have.
        Kronor credited = credited(costs.lines().stream());
        approved = approved.minus(credited).orZero();
        chain.limit(
                RepaymentReason.UNUSED,
                approved,
                reported.minus(credited).orZero().minus(approved).orZero());

        Kronor offPlan = beyondTolerance(costs);
        Kronor byPlan = approved.minus(offPlan).orZero();
        chain.limit(RepaymentReason.OFF_PLAN, byPlan, offPlan);

        Kronor byOthers = coveredByOthers(costs).min(byPlan);
        chain.limit(RepaymentReason.FUNDED_TWICE, byPlan.minus(byOthers), byOthers);
    }

    private static Kronor credited(Stream<AdmittedLine> lines) {
        return sum(
                lines.map(line -> Kronor.ZERO.minus(line.reported()).orZero()).toList());
    }

    /**
     * Cost on lines that the plan hasn't, over the model's tolerance of the whole plan. What is credited on such lines is no cost
     * of theirs, and isn't taken off the plan's a second time.
     */
    private static Kronor beyondTolerance(YearEnd.Costs costs) {
        List<AdmittedLine> lines =
                costs.lines().stream().filter(line -> !line.inPlan()).toList();
        Kronor offPlan = sum(lines.stream().map(AdmittedLine::admitted).toList())
                .minus(credited(lines.stream()))
                .orZero();
        Kronor planned = sum(costs.lines().stream().map(AdmittedLine::planned).toList());
        return offPlan.minus(percentOf(planned, costs.tolerancePercent())).orZero();
    }

    private static Kronor percentOf(Kronor amount, int percent) {
        return new Kronor(amount.amount()
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN));
    }

    /**
     * What others paid of the approved cost. Money for named lines is laid on those lines first, the most specific before the
     * others and line by line from the top; money for the whole plan on what is left. What a line has no cost for covers
     * nothing: it is no part of this grant's cost.
     */
    private static Kronor coveredByOthers(YearEnd.Costs costs) {
        Map<Integer, Kronor> open = new TreeMap<>();
        costs.lines().stream()
                .filter(AdmittedLine::inPlan)
                .forEach(line -> open.merge(line.line(), line.admitted(), Kronor::plus));
        List<ReceivedFunding> mostSpecificFirst = costs.otherFunding().stream()
                .sorted(Comparator.comparingInt(funding -> funding.lines().isEmpty()
                        ? Integer.MAX_VALUE
                        : funding.lines().size()))
                .toList();
        Kronor covered = Kronor.ZERO;
        for (ReceivedFunding funding : mostSpecificFirst) {
            Kronor left = funding.amount();
            for (int line : funding.lines().isEmpty() ? List.copyOf(open.keySet()) : List.copyOf(funding.lines())) {
                Kronor laid = left.min(open.getOrDefault(line, Kronor.ZERO));
                open.computeIfPresent(line, (number, cost) -> cost.minus(laid));
                left = left.minus(laid);
                covered = covered.plus(laid);
            }
        }
        return covered;
    }

    private static Kronor sum(List<Kronor> amounts) {
        return amounts.stream().reduce(Kronor.ZERO, Kronor::plus);
    }

    /** Walks down from what was granted. */
    private static final class Chain {
        private final List<SettlementStep> steps = new ArrayList<>();
        private Kronor left;

        Chain(Kronor granted) {
            left = granted;
        }

        void limit(RepaymentReason reason, Kronor limit, Kronor taken) {
            limit(reason, limit.amount(), taken.amount(), upToWholeKrona(limit));
        }

        void limit(RepaymentReason reason, BigDecimal limit, BigDecimal taken, Kronor worth) {
            Kronor after = left.min(worth.orZero());
            steps.add(new SettlementStep(reason, left, after, limit, taken));
            left = after;
        }

        private static Kronor upToWholeKrona(Kronor amount) {
            return new Kronor(amount.amount().setScale(0, RoundingMode.CEILING));
        }
    }
}
