package se.medel.round.rules;

import java.math.BigDecimal;
import java.util.List;
import se.medel.money.Kronor;

/**
 * A limit on what may be committed in a part of the round.
 *
 * @param rule the rule that sets it
 * @param kind which of the model's limits it is
 * @param name the group's name, for a group cap; otherwise null
 * @param component the only component that it covers, or null where it covers all
 * @param districts the only districts that it covers, or null where it covers all
 * @param limit whole kronor, or clients, by its kind
 */
public record Cap(
        String rule, Kind kind, String name, ComponentKind component, List<String> districts, BigDecimal limit) {

    /** What a cap counts. */
    public enum Unit {
        KRONOR,
        CLIENTS
    }

    /** Which of the model's limits a cap is. */
    public enum Kind {
        NAMED_SUM(Unit.KRONOR),
        MAXIMUM_EACH(Unit.KRONOR),
        GROUP(Unit.CLIENTS),
        ALL_CLIENTS(Unit.CLIENTS),
        CEILING(Unit.KRONOR);

        private final Unit unit;

        Kind(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    static Cap fixedGrant(Component.FixedGrant grant, String district, Kronor sum) {
        return new Cap(grant.basis().rule(), Kind.NAMED_SUM, null, grant.kind(), List.of(district), sum.amount());
    }

    static Cap coFinancing(Component.CoFinancing component, String district, Kronor maximum) {
        return new Cap(
                component.basis().rule(),
                Kind.MAXIMUM_EACH,
                null,
                component.kind(),
                List.of(district),
                maximum.amount());
    }

    static Cap group(Component.GroupCap group) {
        return new Cap(
                group.basis().rule(),
                Kind.GROUP,
                group.name(),
                ComponentKind.CLIENT_COMPENSATION,
                group.districts(),
                BigDecimal.valueOf(group.clients()));
    }

    static Cap clients(Component.ClientCap total) {
        return new Cap(
                total.basis().rule(),
                Kind.ALL_CLIENTS,
                null,
                ComponentKind.CLIENT_COMPENSATION,
                null,
                BigDecimal.valueOf(total.clients()));
    }

    static Cap ceiling(AllocationModel.Ceiling ceiling) {
        return new Cap(
                ceiling.basis().rule(),
                Kind.CEILING,
                null,
                null,
                null,
                ceiling.amount().amount());
    }

    public Unit unit() {
        return kind.unit();
    }

    public boolean covers(Cell cell) {
        return (component == null || component == cell.component())
                && (districts == null || districts.contains(cell.district()));
    }
}
