package se.medel.round.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;

/**
 * The model by which a round's money is handed out: an ordered list of components under one ceiling. It is data that a
 * committee has approved; next year's model is other data and the same code.
 */
public record AllocationModel(List<Component> components, Ceiling ceiling, int offPlanTolerancePercent) {

    /** The most that a tolerance can be. */
    public static final int MOST_PERCENT = 100;

    /** @param amount the most that the round can hand out in all, in whole kronor (M5) */
    public record Ceiling(Basis basis, Kronor amount) {}

    /**
     * Refuses two components of one kind: a cap that stands twice is a cap that can be read in two ways.
     *
     * @param offPlanTolerancePercent at the year's end, how much of the whole plan may have been spent on lines that the plan
     *     hasn't (Y4); 0 where a model says nothing
     */
    public AllocationModel {
        components = List.copyOf(components);
        if (offPlanTolerancePercent < 0 || offPlanTolerancePercent > MOST_PERCENT) {
            throw new IllegalArgumentException("A tolerance is 0 to 100 per cent");
        }
        if (components.stream().map(Component::kind).distinct().count() != components.size()) {
            throw new IllegalArgumentException("A model has at most one component of each kind");
        }
    }

    /** A model that tolerates nothing off plan, as in 2014. */
    public AllocationModel(List<Component> components, Ceiling ceiling) {
        this(components, ceiling, 0);
    }

    public Optional<Component> component(ComponentKind kind) {
        return components.stream().filter(component -> component.kind() == kind).findFirst();
    }

    public Optional<FixedGrant> fixedGrant() {
        return component(ComponentKind.FIXED_GRANT).map(FixedGrant.class::cast);
    }

    public Optional<CoFinancing> coFinancing() {
        return component(ComponentKind.CO_FINANCING).map(CoFinancing.class::cast);
    }

    public Optional<ClientCompensation> clientCompensation() {
        return component(ComponentKind.CLIENT_COMPENSATION).map(ClientCompensation.class::cast);
    }

    /** Every rule that an ask under this component has to pass, with the committee's text: the component's own and the ceiling. */
    public List<Basis> basesOf(ComponentKind kind) {
        List<Basis> bases = new ArrayList<>(component(kind).orElseThrow().bases());
        bases.add(ceiling.basis());
        return List.copyOf(bases);
    }

    /** The fixed sum that a district is named with; zero where it isn't named (M1). */
    public Kronor namedSum(String district) {
        return fixedGrant()
                .map(grant -> grant.amounts().getOrDefault(district, Kronor.ZERO))
                .orElse(Kronor.ZERO);
    }

    /** What one client is worth; refuses a model that compensates no clients. */
    public Kronor rate() {
        return clientCompensation()
                .orElseThrow(() -> new IllegalArgumentException("The model compensates no clients"))
                .rate();
    }

    /** The caps that are shared by several districts: groups (M4b), the round's clients (M4a) and the ceiling (M5). */
    public List<Cap> sharedCaps() {
        List<Cap> caps = new ArrayList<>();
        clientCompensation().ifPresent(compensation -> {
            for (Component.GroupCap group : compensation.groups()) {
                caps.add(Cap.group(group));
            }
            caps.add(Cap.clients(compensation.total()));
        });
        caps.add(Cap.ceiling(ceiling));
        return List.copyOf(caps);
    }

    /**
     * The caps that are a district's own: its named sum (M1) and its most in co-financing (M2). A district that a component
     * doesn't name has a cap of zero there, so that "not eligible" and "already used" are the same arithmetic.
     */
    public List<Cap> ownCaps(String district) {
        List<Cap> caps = new ArrayList<>();
        fixedGrant().ifPresent(grant -> caps.add(Cap.fixedGrant(grant, district, namedSum(district))));
        coFinancing().ifPresent(component -> {
            boolean eligible = component.recipients().contains(district);
            caps.add(Cap.coFinancing(component, district, eligible ? component.maximum() : Kronor.ZERO));
        });
        return List.copyOf(caps);
    }

    /** All caps of the model for these districts. */
    public List<Cap> caps(Set<String> districts) {
        return Stream.concat(districts.stream().flatMap(district -> ownCaps(district).stream()), sharedCaps().stream())
                .toList();
    }

    /** The components that have money committed and that this model no longer has; such a model is refused (A9). */
    public Set<ComponentKind> droppedFrom(Commitments committed) {
        return committed.byCell().keySet().stream()
                .map(Cell::component)
                .filter(kind -> component(kind).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The caps that this model would put below what is already committed; such a model is refused (A9). */
    public List<Cap> undercutBy(Commitments committed) {
        return caps(committed.districts()).stream()
                .filter(cap -> committed.under(cap).compareTo(cap.limit()) > 0)
                .toList();
    }

    /** The districts that the model names anywhere. */
    public Set<String> namedDistricts() {
        Set<String> named = new TreeSet<>();
        fixedGrant().ifPresent(grant -> named.addAll(grant.amounts().keySet()));
        coFinancing().ifPresent(component -> named.addAll(component.recipients()));
        clientCompensation()
                .ifPresent(compensation -> compensation.groups().forEach(group -> named.addAll(group.districts())));
        return named;
    }
}
