package se.medel.claim.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Commitments;

/**
 * In which order clients get the room that is left: the earliest admitted first, then the claim that came first, then the
 * order in the claim.
 */
public final class Queue {

    /**
     * A client that can be compensated.
     *
     * @param row the row's id
     * @param position the row's place in its claim
     * @param arrival the claim's place in the order they came
     */
    public record Waiting(long row, String district, LocalDate admittedOn, long arrival, int position) {}

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::admittedOn)
            .thenComparing(Waiting::arrival)
            .thenComparing(Waiting::position);

    private Queue() {}

    /** The same clients, first in line first. */
    public static List<Waiting> inOrder(List<Waiting> clients) {
        return clients.stream().sorted(ORDER).toList();
    }

    /**
     * The clients in reserve that there is room for now, first in line first. One that doesn't fit, because its group's pool
     * is full (M4b), doesn't stop another group's client behind it.
     */
    public static List<Waiting> fitting(AllocationModel model, Commitments committed, List<Waiting> reserve) {
        List<Waiting> fitting = new ArrayList<>();
        Commitments taken = committed;
        Set<String> full = new HashSet<>();
        for (Waiting client : inOrder(reserve)) {
            if (full.contains(client.district())) {
                continue;
            }
            var outcome = Assessment.of(model, taken, Ask.clientCompensation(client.district(), 1));
            if (outcome.clientsGranted() == 1) {
                fitting.add(client);
                taken = outcome.addTo(taken);
            } else {
                // Room only gets less: who stands behind from the same district doesn't fit either.
                full.add(client.district());
            }
        }
        return fitting;
    }
}
