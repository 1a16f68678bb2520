package se.medel.whatif.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;

/** In which sequence the expected asks come, which is what the order received (A7) goes by. */
public enum Sequence {
    /** All that a district asks for, before the next district. */
    DISTRICT_BY_DISTRICT("district-by-district") {
        @Override
        List<Ask> arranged(List<Ask> asks, AllocationModel model) {
            return asks;
        }
    },
    /** All districts' asks under a component, before the next one; in the order of the model. */
    PART_BY_PART("part-by-part") {
        @Override
        List<Ask> arranged(List<Ask> asks, AllocationModel model) {
            List<ComponentKind> parts =
                    model.components().stream().map(Component::kind).toList();
            return sorted(asks, parts);
        }
    },
    /** Named sums, then clients, and co-financing of what is left. */
    CLIENTS_FIRST("clients-first") {
        @Override
        List<Ask> arranged(List<Ask> asks, AllocationModel model) {
            return sorted(
                    asks,
                    List.of(ComponentKind.FIXED_GRANT, ComponentKind.CLIENT_COMPENSATION, ComponentKind.CO_FINANCING));
        }
    };

    private final String wireName;

    Sequence(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API and in forms. */
    public String wireName() {
        return wireName;
    }

    public static Optional<Sequence> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(sequence -> sequence.wireName.equals(wireName))
                .findFirst();
    }

    /** @param asks district by district */
    abstract List<Ask> arranged(List<Ask> asks, AllocationModel model);

    /** Within a component the districts keep their order. */
    private static List<Ask> sorted(List<Ask> asks, List<ComponentKind> parts) {
        return asks.stream()
                .sorted(Comparator.comparing(ask -> parts.indexOf(ask.component())))
                .toList();
    }
}
