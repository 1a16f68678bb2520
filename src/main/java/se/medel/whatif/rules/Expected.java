package se.medel.whatif.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Uptake;

/**
 * What is expected to be asked for.
 *
 * @param rows the districts, each once, in the order in which they ask
 */
public record Expected(List<Row> rows) {

    /**
     * What one district is expected to ask for. Its named sum, if it has one (M1), isn't expected but given.
     *
     * @param amount co-financing in whole kronor (M2), null for none
     * @param totalCost what the plan costs in all (A3), with öre, or null where nobody knows
     * @param otherFunding what others pay of it (A3), with öre, or null
     * @param clients clients to be compensated (M3); also what the order of need counts for the co-financing (A7)
     */
    public record Row(String district, Kronor amount, Kronor totalCost, Kronor otherFunding, long clients) {

        static Row none(String district) {
            return new Row(district, null, null, null, 0);
        }

        boolean asksForCoFinancing() {
            return amount != null && amount.isPositive();
        }
    }

    public Expected {
        rows = List.copyOf(rows);
    }

    /** Nobody asks for anything. */
    public static Expected nothing(List<String> districts) {
        return new Expected(districts.stream().map(Row::none).toList());
    }

    /** Everybody asks for the most. */
    public static Expected most(AllocationModel model, List<String> districts) {
        return of(Uptake.most(model, districts), districts);
    }

    /**
     * What has been asked for, each district in one row; those that ask first come first, and those that haven't asked last.
     * Clients that fail a rule of their own are left out: they take no room.
     *
     * @param districts only these are counted; one that is gone since can't ask
     */
    public static Expected of(List<Ask> asks, List<String> districts) {
        Set<String> inOrder = new LinkedHashSet<>();
        asks.forEach(ask -> inOrder.add(ask.district()));
        inOrder.retainAll(districts);
        inOrder.addAll(districts);
        return new Expected(inOrder.stream()
                .map(district -> row(
                        district,
                        asks.stream()
                                .filter(ask -> ask.district().equals(district))
                                .toList()))
                .toList());
    }

    private static Row row(String district, List<Ask> asks) {
        List<Ask> parts = asks.stream()
                .filter(ask -> ask.component() == ComponentKind.CO_FINANCING)
                .toList();
        return new Row(
                district,
                sum(parts.stream().map(Ask::amount).toList()),
                sum(parts.stream().map(Ask::totalCost).toList()),
                sum(parts.stream().map(Ask::otherFunding).toList()),
                asks.stream().mapToLong(Expected::eligible).sum());
    }

    /** A sum in which something isn't known isn't known either. */
    private static Kronor sum(List<Kronor> amounts) {
        return amounts.isEmpty() || amounts.contains(null)
                ? null
                : amounts.stream().reduce(Kronor.ZERO, Kronor::plus);
    }

    private static long eligible(Ask ask) {
        return ask.clients()
                - ask.notEligible().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The asks, as the rules try them. What the model hasn't isn't asked for. */
    public List<Ask> asks(AllocationModel model, Sequence sequence) {
        List<Ask> asks = new ArrayList<>();
        for (Row row : rows) {
            asksOf(row, model)
                    .filter(ask -> model.component(ask.component()).isPresent())
                    .forEach(asks::add);
        }
        return sequence.arranged(asks, model);
    }

    private static Stream<Ask> asksOf(Row row, AllocationModel model) {
        List<Ask> asks = new ArrayList<>();
        if (model.namedSum(row.district).isPositive()) {
            asks.add(Ask.fixedGrant(row.district));
        }
        if (row.asksForCoFinancing()) {
            asks.add(Ask.coFinancing(row.district, row.amount)
                    .withCost(row.totalCost, row.otherFunding)
                    .withEstimatedClients(row.clients));
        }
        if (row.clients > 0) {
            asks.add(Ask.clientCompensation(row.district, row.clients));
        }
        return asks.stream();
    }
}
