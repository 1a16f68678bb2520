package se.medel.round.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.medel.money.Kronor;

/**
 * What a round has committed so far (A1): decided, less withdrawn, less what was freed again. Every cap is measured against
 * this, not against what is paid.
 */
public final class Commitments {

    /** @param clients compensated clients; zero for components that don't count clients */
    public record Committed(Kronor kronor, long clients) {
        static final Committed NOTHING = new Committed(Kronor.ZERO, 0);

        Committed plus(Kronor moreKronor, long moreClients) {
            return new Committed(kronor.plus(moreKronor), Math.addExact(clients, moreClients));
        }
    }

    private static final Commitments NONE = new Commitments(Map.of());

    private final Map<Cell, Committed> byCell;

    private Commitments(Map<Cell, Committed> byCell) {
        this.byCell = byCell;
    }

    public static Commitments none() {
        return NONE;
    }

    /** These commitments and one more. Returns a new value; this one stays as it is. */
    public Commitments plus(Cell cell, Kronor kronor, long clients) {
        Map<Cell, Committed> more = new TreeMap<>(ORDER);
        more.putAll(byCell);
        more.merge(cell, new Committed(kronor, clients), (had, added) -> had.plus(added.kronor(), added.clients()));
        return new Commitments(more);
    }

    private static final java.util.Comparator<Cell> ORDER =
            java.util.Comparator.comparing(Cell::district).thenComparing(Cell::component);

    public Committed in(Cell cell) {
        return byCell.getOrDefault(cell, Committed.NOTHING);
    }

    /** The districts that have anything committed. */
    public Set<String> districts() {
        Set<String> districts = new TreeSet<>();
        byCell.keySet().forEach(cell -> districts.add(cell.district()));
        return districts;
    }

    /** All commitments, in the order of district and component. */
    public Map<Cell, Committed> byCell() {
        return java.util.Collections.unmodifiableMap(byCell);
    }

    /** What is committed under a cap, in the cap's unit. */
    public BigDecimal under(Cap cap) {
        return byCell.entrySet().stream()
                .filter(entry -> cap.covers(entry.getKey()))
                .map(entry -> cap.unit() == Cap.Unit.KRONOR
                        ? entry.getValue().kronor().amount()
                        : BigDecimal.valueOf(entry.getValue().clients()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a cap still leaves, in the cap's unit; never below zero. */
    public BigDecimal leftUnder(Cap cap) {
        return cap.limit().subtract(under(cap)).max(BigDecimal.ZERO);
    }

    public Kronor kronor() {
        return byCell.values().stream().map(Committed::kronor).reduce(Kronor.ZERO, Kronor::plus);
    }

    public long clients() {
        return byCell.values().stream().mapToLong(Committed::clients).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitments that && byCell.equals(that.byCell);
    }

    @Override
    public int hashCode() {
        return byCell.hashCode();
    }

    @Override
    public String toString() {
        return byCell.toString();
    }
}
