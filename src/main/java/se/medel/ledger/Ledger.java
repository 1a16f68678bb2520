package se.medel.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;

/**
 * The ledger of commitments. A booked entry takes its room under every cap at once, in the database, or fails as a whole
 * (A1).
 */
@ApplicationScoped
public class Ledger {

    @Inject
    Session database;

    /** Why an entry stands in the ledger. */
    public enum Kind {
        /** Money promised by a decision; positive. */
        COMMITMENT,
        /** Money that a replaced decision no longer promises; negative. */
        RELEASE,
        /** Money that was not used, and that an officer lets back under the caps; negative (A1). */
        FREED
    }

    /**
     * One entry.
     *
     * @param kronor whole kronor, negative for a release
     * @param clients clients, negative for a release; zero for components that don't count clients
     */
    public record Entry(
            Kind kind,
            String district,
            ComponentKind component,
            Kronor kronor,
            long clients,
            long decisionId,
            Instant bookedAt,
            String bookedBy) {}

    /**
     * Waits for the round to be free and takes it until the transaction ends: nobody else can take room, change a cap or take
     * a decision number meanwhile. Called late; nothing slow may be done after it.
     *
     * @return what is committed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Commitments lock(String roundId) {
        database.createNativeQuery("select id from funding_round where id = :round for no key update", String.class)
                .setParameter("round", roundId)
                .getSingleResult();
        return committed(roundId);
    }

    /** What is committed in the round, per district and component. */
    public Commitments committed(String roundId) {
        List<Tuple> cells = database.createNativeQuery(
                        "select districts[1], component, kronor, clients from cap_balance where round_id = :round"
                                + " and cell and (kronor > 0 or clients > 0)",
                        Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        Commitments committed = Commitments.none();
        for (Tuple cell : cells) {
            committed = committed.plus(
                    new Cell(cell.get(0, String.class), ComponentKind.valueOf(cell.get(1, String.class))),
                    new Kronor(cell.get(2, BigDecimal.class)),
                    cell.get(3, Number.class).longValue());
        }
        return committed;
    }

    /** What is committed by decisions on each application of the round, by the application's id. */
    public Map<Long, Commitments.Committed> committedByApplication(String roundId) {
        return database
                .createNativeQuery(
                        "select decided.application_id, sum(entry.kronor), sum(entry.clients) from ledger_entry entry"
                                + " join decision decided on decided.id = entry.decision_id where entry.round_id = :round"
                                + " group by decided.application_id",
                        Tuple.class)
                .setParameter("round", roundId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, Long.class),
                        row -> new Commitments.Committed(
                                new Kronor(row.get(1, BigDecimal.class)),
                                row.get(2, Number.class).longValue())));
    }

    /** Books an entry. The database refuses one that doesn't fit; the rules should have refused it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void book(String roundId, Entry entry) {
        database.createNativeMutationQuery(
                        "insert into ledger_entry (round_id, district, component, kind, kronor, clients,"
                                + " decision_id, booked_at, booked_by) values (:round, :district, :component, :kind, :kronor,"
                                + " :clients, :decision, :at, :by)")
                .setParameter("round", roundId)
                .setParameter("district", entry.district())
                .setParameter("component", entry.component().name())
                .setParameter("kind", entry.kind().name())
                .setParameter("kronor", entry.kronor().amount())
                .setParameter("clients", entry.clients())
                .setParameter("decision", entry.decisionId())
                .setParameter("at", entry.bookedAt())
                .setParameter("by", entry.bookedBy())
                .executeUpdate();
    }

    /** All entries of a round, in the order they were booked. */
    public List<Entry> entries(String roundId) {
        List<Tuple> rows = database.createNativeQuery(
                        "select kind, district, component, kronor, clients, decision_id, booked_at, booked_by"
                                + " from ledger_entry where round_id = :round order by id",
                        Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        return rows.stream()
                .map(row -> new Entry(
                        Kind.valueOf(row.get(0, String.class)),
                        row.get(1, String.class),
                        ComponentKind.valueOf(row.get(2, String.class)),
                        new Kronor(row.get(3, BigDecimal.class)),
                        row.get(4, Number.class).longValue(),
                        row.get(5, Number.class).longValue(),
                        row.get(6, Instant.class),
                        row.get(7, String.class)))
                .toList();
    }

    /**
     * Puts an approved model's caps in place of those before it. The round is locked meanwhile; a cap below what is committed
     * is refused by the database too (A9).
     *
     * @param districts the districts of the round's year
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void setCaps(String roundId, AllocationModel model, Set<String> districts) {
        Commitments committed = lock(roundId);
        database.createNativeMutationQuery("delete from cap_balance where round_id = :round")
                .setParameter("round", roundId)
                .executeUpdate();
        for (Cap cap : model.sharedCaps()) {
            insert(roundId, cap, false, committed);
        }
        for (String district : districts) {
            for (Cap cap : model.ownCaps(district)) {
                insert(roundId, cap, true, committed);
            }
            model.clientCompensation()
                    .ifPresent(compensation -> insert(roundId, clientsOf(district, compensation), true, committed));
        }
    }

    /** A district's clients have no cap of their own, but their cell is counted like the others. */
    private static Cap clientsOf(String district, Component.ClientCompensation compensation) {
        return new Cap(
                compensation.basis().rule(),
                Cap.Kind.ALL_CLIENTS,
                null,
                ComponentKind.CLIENT_COMPENSATION,
                List.of(district),
                null);
    }

    private void insert(String roundId, Cap cap, boolean cell, Commitments committed) {
        Commitments under = Commitments.none();
        for (var entry : committed.byCell().entrySet()) {
            if (cap.covers(entry.getKey())) {
                under = under.plus(
                        entry.getKey(),
                        entry.getValue().kronor(),
                        entry.getValue().clients());
            }
        }
        boolean inKronor = cap.unit() == Cap.Unit.KRONOR;
        database.createNativeMutationQuery("insert into cap_balance (round_id, rule, name, component, districts, cell,"
                        + " limit_kronor, limit_clients, kronor, clients) values (:round, :rule, :name, :component,"
                        + " string_to_array(:districts, ','), :cell, :limitKronor, :limitClients, :kronor, :clients)")
                .setParameter("round", roundId)
                .setParameter("rule", cap.rule())
                .setParameter("name", cap.name(), String.class)
                .setParameter(
                        "component",
                        cap.component() == null ? null : cap.component().name(),
                        String.class)
                .setParameter(
                        "districts", cap.districts() == null ? null : String.join(",", cap.districts()), String.class)
                .setParameter("limitKronor", inKronor ? cap.limit() : null, BigDecimal.class)
                .setParameter("cell", cell)
                .setParameter(
                        "limitClients",
                        inKronor || cap.limit() == null ? null : cap.limit().longValueExact(),
                        Long.class)
                .setParameter("kronor", under.kronor().amount())
                .setParameter("clients", under.clients())
                .executeUpdate();
    }
}
