package se.medel.round.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.privacy.ProtectedTable;

/**
 * Which counts of clients may leave the administration (P13): none under five, and none from which one under five could be
 * worked out.
 *
 * @param total whether the round's count may be shown
 * @param groups whether the counts of the groups may be shown; all or none, since one hidden among several shown could be
 *     worked out from the rest
 */
public record SmallNumbers(boolean total, boolean groups) {

    /** @param districts the districts of the round's year */
    public static SmallNumbers of(AllocationModel model, Commitments committed, Set<String> districts) {
        boolean total = committed.clients() >= ProtectedTable.LEAST;
        boolean parts = partsOf(model, committed, districts).values().stream()
                .allMatch(clients -> clients >= ProtectedTable.LEAST);
        return new SmallNumbers(total, total && parts);
    }

    /** Whether the count under a cap on clients may be shown. */
    public boolean show(Cap cap) {
        return cap.kind() == Cap.Kind.GROUP ? groups : total;
    }

    /** The clients in each part that sums and differences of the groups can single out: districts in the same groups. */
    private static Map<Set<Integer>, Long> partsOf(
            AllocationModel model, Commitments committed, Set<String> districts) {
        List<Component.GroupCap> groups = model.clientCompensation()
                .map(Component.ClientCompensation::groups)
                .orElse(List.of());
        Set<String> all = new HashSet<>(districts);
        all.addAll(committed.districts());
        Map<Set<Integer>, Long> parts = new HashMap<>();
        for (String district : all) {
            Set<Integer> memberOf = java.util.stream.IntStream.range(0, groups.size())
                    .filter(i -> groups.get(i).districts().contains(district))
                    .boxed()
                    .collect(Collectors.toSet());
            parts.merge(
                    memberOf,
                    committed
                            .in(new Cell(district, ComponentKind.CLIENT_COMPENSATION))
                            .clients(),
                    Long::sum);
        }
        return parts;
    }
}
