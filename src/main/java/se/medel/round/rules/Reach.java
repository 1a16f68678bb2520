package se.medel.round.rules;

import java.util.List;
import se.medel.money.Kronor;

/**
 * The most that one component can come to, if every district gets all that the component lets it ask for. The components
 * together may reach over the ceiling; then not everyone can get everything.
 */
public record Reach(ComponentKind component, Kronor most) {

    /** The reach of every component, in the order of the model. */
    public static List<Reach> of(AllocationModel model) {
        return model.components().stream()
                .map(component -> new Reach(component.kind(), most(component)))
                .toList();
    }

    public static Kronor sum(List<Reach> reaches) {
        return reaches.stream().map(Reach::most).reduce(Kronor.ZERO, Kronor::plus);
    }

    private static Kronor most(Component component) {
        if (component instanceof Component.FixedGrant grant) {
            return grant.amounts().values().stream().reduce(Kronor.ZERO, Kronor::plus);
        }
        if (component instanceof Component.CoFinancing part) {
            return part.maximum().times(part.recipients().size());
        }
        Component.ClientCompensation compensation = (Component.ClientCompensation) component;
        return compensation.rate().times(compensation.total().clients());
    }
}
