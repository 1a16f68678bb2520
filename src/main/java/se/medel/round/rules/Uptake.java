package se.medel.round.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder.Allocation;
import se.medel.round.rules.Component.ClientCompensation;

/**
 * What a model makes of an expected uptake: what every ask gives, and for each rule where it first bites. Decides nothing.
 *
 * @param outcomes in the order of the asks
 * @param committed everything that would be committed
 * @param bites one for each rule that takes something away, in the order in which they first do
 */
public record Uptake(AllocationModel model, List<Outcome> outcomes, Commitments committed, List<Bite> bites) {

    public Uptake {
        outcomes = List.copyOf(outcomes);
        bites = List.copyOf(bites);
    }

    /**
     * Runs the asks through an empty round.
     *
     * @param order how they are met when they come to more than there is (A7)
     * @param asks in the order they come; each under a component that the model has
     */
    public static Uptake of(AllocationModel model, AllocationOrder order, List<Ask> asks) {
        Allocation allocation = order.allocate(model, Commitments.none(), asks);
        return new Uptake(model, allocation.outcomes(), allocation.committed(), bites(allocation));
    }

    private static List<Bite> bites(Allocation allocation) {
        List<Bite> bites = new ArrayList<>();
        Commitments soFar = Commitments.none();
        for (List<Integer> turn : allocation.turns()) {
            Commitments before = soFar;
            for (int place : turn) {
                Outcome outcome = allocation.outcomes().get(place);
                for (Step step : outcome.explanation()) {
                    if (step.after().isLessThan(step.before())) {
                        note(bites, outcome.ask(), step, before, turn.size());
                    }
                }
                soFar = outcome.addTo(soFar);
            }
        }
        return bites;
    }

    private static void note(List<Bite> bites, Ask ask, Step step, Commitments before, int together) {
        for (int i = 0; i < bites.size(); i++) {
            if (bites.get(i).isOf(step)) {
                bites.set(i, bites.get(i).andAlso(step));
                return;
            }
        }
        bites.add(new Bite(
                        ask,
                        step,
                        together > 1 ? 0 : number(ask, before),
                        together > 1 ? 0 : firstClientLeftOut(step, before),
                        together,
                        0,
                        Kronor.ZERO,
                        0)
                .andAlso(step));
    }

    /** Which district in order this is under its component; one that has already got something there keeps its place. */
    private static int number(Ask ask, Commitments before) {
        return 1
                + (int) before.byCell().keySet().stream()
                        .filter(cell -> cell.component() == ask.component()
                                && !cell.district().equals(ask.district()))
                        .count();
    }

    private static long firstClientLeftOut(Step step, Commitments before) {
        if (step.clientsBefore() == 0) {
            return 0;
        }
        // A group counts its own clients; under every other rule the round's are counted.
        long counted = step.reason() == Step.Reason.GROUP ? step.used().longValueExact() : before.clients();
        return counted + step.clientsAfter() + 1;
    }

    /** What all asks come to. */
    public Kronor asked() {
        return outcomes.stream().map(Outcome::asked).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What they would get. */
    public Kronor granted() {
        return outcomes.stream().map(Outcome::granted).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What the ceiling (M5) leaves. */
    public Kronor left() {
        return model.ceiling().amount().minus(granted());
    }

    /** Where the ceiling (M5) first bites; empty where everything fits under it. */
    public Optional<Bite> ceilingBite() {
        return bite(Cap.ceiling(model.ceiling()));
    }

    /** Where a cap first bites; empty where everything fits under it. */
    public Optional<Bite> bite(Cap cap) {
        return bites.stream().filter(bite -> bite.isOf(cap)).findFirst();
    }

    /**
     * The asks if everybody asks for the most that the components let them: every named sum, the most in co-financing for
     * every recipient, and as many clients as the caps on clients have room for. They come to what {@link Reach} says.
     *
     * @param districts who may ask, in the order they do; each with all of its asks together
     */
    public static List<Ask> most(AllocationModel model, List<String> districts) {
        long[] clients = model.clientCompensation()
                .map(compensation -> mostClients(compensation, districts))
                .orElseGet(() -> new long[districts.size()]);
        return IntStream.range(0, districts.size())
                .boxed()
                .flatMap(i -> mostOf(model, districts.get(i), clients[i]))
                .toList();
    }

    private static Stream<Ask> mostOf(AllocationModel model, String district, long clients) {
        List<Ask> asks = new ArrayList<>();
        for (Component component : model.components()) {
            if (component instanceof Component.FixedGrant grant
                    && grant.amounts().containsKey(district)) {
                asks.add(Ask.fixedGrant(district));
            } else if (component instanceof Component.CoFinancing part
                    && part.recipients().contains(district)) {
                asks.add(Ask.coFinancing(district, part.maximum()).withEstimatedClients(clients));
            } else if (component instanceof ClientCompensation && clients > 0) {
                asks.add(Ask.clientCompensation(district, clients));
            }
        }
        return asks.stream();
    }

    /** Every group fills its own cap first, since that is what the committee gave it; the others share what is left. */
    private static long[] mostClients(ClientCompensation compensation, List<String> districts) {
        long[] clients = new long[districts.size()];
        long left = compensation.total().clients();
        for (Component.GroupCap group : compensation.groups()) {
            long has = sum(clients, members(group, districts));
            left -= share(clients, fresh(clients, members(group, districts)), Math.min(group.clients() - has, left));
        }
        List<Integer> inNoGroup = IntStream.range(0, districts.size())
                .filter(i -> compensation.groups().stream()
                        .noneMatch(group -> group.districts().contains(districts.get(i))))
                .boxed()
                .toList();
        share(clients, inNoGroup, left);
        return clients;
    }

    private static List<Integer> members(Component.GroupCap group, List<String> districts) {
        return IntStream.range(0, districts.size())
                .filter(i -> group.districts().contains(districts.get(i)))
                .boxed()
                .toList();
    }

    /** Those that no earlier group has filled. */
    private static List<Integer> fresh(long[] clients, List<Integer> places) {
        return places.stream().filter(place -> clients[place] == 0).toList();
    }

    private static long sum(long[] clients, List<Integer> places) {
        return places.stream().mapToLong(place -> clients[place]).sum();
    }

    /** Shares evenly; what doesn't come out even goes to the first ones. Gives what was shared. */
    private static long share(long[] clients, List<Integer> among, long count) {
        if (among.isEmpty() || count <= 0) {
            return 0;
        }
        for (int i = 0; i < among.size(); i++) {
            clients[among.get(i)] = count / among.size() + (i < count % among.size() ? 1 : 0);
        }
        return count;
    }
}
