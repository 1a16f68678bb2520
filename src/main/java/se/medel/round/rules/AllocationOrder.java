package se.medel.round.rules;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The three orders in which asks can be met when they come to more than is left (A7). */
public enum AllocationOrder {
    /** In the order they came, each the most that fits. */
    RECEIVED("received") {
        @Override
        List<List<Integer>> turns(List<Ask> asks) {
            return oneByOne(all(asks));
        }
    },
    /** Fixed grants first, since they are named sums; the others cut by one and the same factor. */
    PROPORTIONAL("proportional") {
        @Override
        List<List<Integer>> turns(List<Ask> asks) {
            return Stream.concat(oneByOne(fixed(asks)).stream(), Stream.of(others(asks)))
                    .toList();
        }
    },
    /** Fixed grants first, then by the number of clients, most first; ties in the order they came. */
    NEED("need") {
        @Override
        List<List<Integer>> turns(List<Ask> asks) {
            List<Integer> byNeed = others(asks).stream()
                    .sorted(comparing((Integer place) -> asks.get(place).need()).reversed())
                    .toList();
            return oneByOne(Stream.concat(fixed(asks).stream(), byNeed.stream()).toList());
        }
    };

    private final String wireName;

    AllocationOrder(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API and in addresses. */
    public String wireName() {
        return wireName;
    }

    public static Optional<AllocationOrder> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(order -> order.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * What this order would give. Changes nothing.
     *
     * @param asks in the order they came
     * @return the outcomes in the order of {@code asks}, and everything committed if they were decided
     */
    public Allocation allocate(AllocationModel model, Commitments committed, List<Ask> asks) {
        Outcome[] outcomes = new Outcome[asks.size()];
        Commitments soFar = committed;
        List<List<Integer>> turns = turns(asks);
        for (List<Integer> turn : turns) {
            List<Outcome> together = Assessment.together(
                    model, soFar, turn.stream().map(asks::get).toList());
            for (int i = 0; i < turn.size(); i++) {
                outcomes[turn.get(i)] = together.get(i);
                soFar = together.get(i).addTo(soFar);
            }
        }
        return new Allocation(List.of(outcomes), soFar, turns);
    }

    /** Whose turn it is, as places in {@code asks}; those who share a turn are cut by one factor. */
    abstract List<List<Integer>> turns(List<Ask> asks);

    private static List<Integer> all(List<Ask> asks) {
        return IntStream.range(0, asks.size()).boxed().toList();
    }

    private static List<Integer> fixed(List<Ask> asks) {
        return all(asks).stream()
                .filter(place -> asks.get(place).component() == ComponentKind.FIXED_GRANT)
                .toList();
    }

    private static List<Integer> others(List<Ask> asks) {
        List<Integer> others = new ArrayList<>(all(asks));
        others.removeAll(fixed(asks));
        return others;
    }

    private static List<List<Integer>> oneByOne(List<Integer> places) {
        return places.stream().map(List::of).toList();
    }

    /**
     * @param committed all that is committed once the outcomes are decided
     * @param turns whose turn it was, as places in the asks; those who share a turn were cut by one factor
     */
    public record Allocation(List<Outcome> outcomes, Commitments committed, List<List<Integer>> turns) {}
}
