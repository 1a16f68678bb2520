package se.medel.round.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.rules.Step.Reason;

/**
 * Tries asks against the rules, one rule after the other, and keeps the chain (A8).
 *
 * <p>One ask alone and several asks that share are the same procedure: at each rule the asks that it covers are compared
 * with what it leaves, and where they come to more they are cut by one factor. For one ask alone the cut is simply "the most
 * that fits".
 */
public final class Assessment {

    private final AllocationModel model;
    private final Commitments committed;
    private final List<Trail> trails;

    private Assessment(AllocationModel model, Commitments committed, List<Ask> asks) {
        this.model = model;
        this.committed = committed;
        this.trails = asks.stream().map(ask -> new Trail(model, ask)).toList();
    }

    /** The most of one ask that every rule still leaves. */
    public static Outcome of(AllocationModel model, Commitments committed, Ask ask) {
        return together(model, committed, List.of(ask)).get(0);
    }

    /**
     * The same, but no more than is recommended: an officer or a director may give less than the rules leave, never more.
     *
     * @param recommendation what is recommended and by which rule
     */
    public static Outcome of(AllocationModel model, Commitments committed, Ask ask, Recommendation recommendation) {
        Assessment assessment = new Assessment(model, committed, List.of(ask));
        assessment.tryEveryRule();
        assessment.trails.get(0).keepWithin(recommendation);
        return assessment.outcomes().get(0);
    }

    /** Outcomes of asks that are cut by one and the same factor wherever they share a rule, in the order of the asks. */
    static List<Outcome> together(AllocationModel model, Commitments committed, List<Ask> asks) {
        Assessment assessment = new Assessment(model, committed, asks);
        assessment.tryEveryRule();
        return assessment.outcomes();
    }

    /** The order is the table of contents of the model: the component's own rules, part-financing, clients, ceiling. */
    private void tryEveryRule() {
        trails.forEach(Trail::applyRate);
        trails.forEach(Trail::leaveOutNotEligible);
        ownCaps().forEach(this::tryCap);
        trails.forEach(Trail::applyPartFinancing);
        model.sharedCaps().forEach(this::tryCap);
    }

    private Stream<Cap> ownCaps() {
        return trails.stream()
                .map(trail -> trail.ask.cell())
                .distinct()
                .flatMap(cell -> model.ownCaps(cell.district()).stream().filter(cap -> cap.covers(cell)));
    }

    private void tryCap(Cap cap) {
        List<Trail> covered =
                trails.stream().filter(trail -> cap.covers(trail.ask.cell())).toList();
        BigInteger left = committed.leftUnder(cap).toBigInteger();
        List<BigInteger> wishes =
                covered.stream().map(trail -> trail.inUnitOf(cap)).toList();
        BigInteger wanted = wishes.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> parts;
        if (wanted.compareTo(left) <= 0) {
            parts = covered.stream().map(trail -> trail.units).toList();
        } else if (cap.unit() == Cap.Unit.CLIENTS) {
            parts = Shares.split(left, wishes);
        } else {
            parts = splitKronor(left, wanted, covered);
        }
        for (int i = 0; i < covered.size(); i++) {
            covered.get(i).pass(cap, committed.under(cap), wanted, parts.get(i));
        }
    }

    /**
     * Splits kronor between asks in kronor and asks in whole clients (A7). The asks in kronor share theirs to the last krona;
     * what whole clients leave over gives one more client each while it fits, so that less than one client's compensation is
     * left.
     */
    private List<BigInteger> splitKronor(BigInteger left, BigInteger wanted, List<Trail> covered) {
        List<Trail> inKronor =
                covered.stream().filter(trail -> !trail.countsClients()).toList();
        List<Trail> inClients = covered.stream().filter(Trail::countsClients).toList();

        List<BigInteger> kronorWishes =
                inKronor.stream().map(trail -> trail.units).toList();
        BigInteger kronorTotal = sum(kronorWishes).multiply(left).divide(wanted.max(BigInteger.ONE));
        List<BigInteger> kronorParts = Shares.split(kronorTotal, kronorWishes);

        List<BigInteger> clientParts = List.of();
        if (!inClients.isEmpty()) {
            BigInteger rate = inClients.get(0).unitWorth;
            Shares shares =
                    new Shares(inClients.stream().map(trail -> trail.units).toList(), left, wanted);
            BigInteger rest =
                    left.subtract(kronorTotal).subtract(sum(shares.wholeParts()).multiply(rate));
            clientParts = shares.withOneMoreEach(rest.divide(rate).intValueExact());
        }

        List<BigInteger> parts = new ArrayList<>();
        for (Trail trail : covered) {
            parts.add(
                    trail.countsClients()
                            ? clientParts.get(inClients.indexOf(trail))
                            : kronorParts.get(inKronor.indexOf(trail)));
        }
        return parts;
    }

    private static BigInteger sum(List<BigInteger> parts) {
        return parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<Outcome> outcomes() {
        return trails.stream().map(Trail::outcome).toList();
    }

    /** An ask on its way through the rules. Counts whole kronor, or whole clients for client compensation (A2). */
    private static final class Trail {
        private final AllocationModel model;
        private final Ask ask;
        private final BigInteger unitWorth;
        private final Kronor asked;
        private final List<Step> steps = new ArrayList<>();
        private BigInteger units;

        Trail(AllocationModel model, Ask ask) {
            model.component(ask.component())
                    .orElseThrow(() -> new IllegalArgumentException("The model has no " + ask.component()));
            this.model = model;
            this.ask = ask;
            if (countsClients()) {
                unitWorth = model.rate().amount().toBigIntegerExact();
                units = BigInteger.valueOf(ask.clients());
            } else {
                unitWorth = BigInteger.ONE;
                units = Objects.requireNonNullElseGet(ask.amount(), () -> model.namedSum(ask.district()))
                        .amount()
                        .toBigIntegerExact();
            }
            asked = kronor(units);
        }

        boolean countsClients() {
            return ask.component() == ComponentKind.CLIENT_COMPENSATION;
        }

        BigInteger inUnitOf(Cap cap) {
            return cap.unit() == Cap.Unit.KRONOR ? units.multiply(unitWorth) : units;
        }

        void applyRate() {
            if (countsClients()) {
                Component component = model.clientCompensation().orElseThrow();
                step(component.basis().rule(), Reason.RATE, model.rate().amount(), BigDecimal.ZERO, units, units, null);
            }
        }

        /** Clients that fail a rule of their own take no room from anybody. */
        void leaveOutNotEligible() {
            ask.notEligible().forEach((rule, count) -> {
                BigInteger eligible = units.subtract(BigInteger.valueOf(count));
                step(rule, Reason.NOT_ELIGIBLE, new BigDecimal(eligible), BigDecimal.ZERO, units, eligible, null);
            });
        }

        /** A3: the grant covers at most the cost less other funding, and leaves an own part where one is demanded. */
        void applyPartFinancing() {
            if (ask.component() != ComponentKind.CO_FINANCING || ask.totalCost() == null) {
                return;
            }
            Component.CoFinancing component = model.coFinancing().orElseThrow();
            Kronor others = Objects.requireNonNullElse(ask.otherFunding(), Kronor.ZERO);
            Kronor uncovered = ask.totalCost().minus(others).orZero();
            Kronor most = uncovered.wholeKronor();
            if (component.ownPartRequired() && most.equals(uncovered)) {
                // A whole krona is the least own part there is when the grant is in whole kronor.
                most = most.minus(Kronor.of(1)).orZero();
            }
            step(
                    component.partFinancing().rule(),
                    component.ownPartRequired() ? Reason.OWN_PART_REQUIRED : Reason.PART_OF_COST,
                    ask.totalCost().amount(),
                    others.amount(),
                    units,
                    units.min(most.amount().toBigIntegerExact()),
                    null);
        }

        void pass(Cap cap, BigDecimal used, BigInteger wanted, BigInteger part) {
            step(cap.rule(), Reason.of(cap.kind()), cap.limit(), used, wanted, part, cap.name());
        }

        void keepWithin(Recommendation recommendation) {
            BigInteger most = countsClients()
                    ? BigInteger.valueOf(recommendation.clients())
                    : recommendation.amount().amount().toBigIntegerExact();
            if (most.compareTo(units) < 0) {
                step(
                        recommendation.rule(),
                        Reason.RECOMMENDED,
                        new BigDecimal(most),
                        BigDecimal.ZERO,
                        units,
                        most,
                        null);
            }
        }

        private void step(
                String rule,
                Reason reason,
                BigDecimal limit,
                BigDecimal used,
                BigInteger wanted,
                BigInteger after,
                String name) {
            steps.add(new Step(
                    rule,
                    reason,
                    kronor(units),
                    kronor(after),
                    clients(units),
                    clients(after),
                    limit,
                    used,
                    new BigDecimal(wanted),
                    name));
            units = after;
        }

        private Kronor kronor(BigInteger count) {
            return new Kronor(new BigDecimal(count.multiply(unitWorth)));
        }

        private long clients(BigInteger count) {
            return countsClients() ? count.longValueExact() : 0;
        }

        Outcome outcome() {
            return new Outcome(ask, asked, kronor(units), clients(units), steps);
        }
    }
}
