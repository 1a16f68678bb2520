package se.medel.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * The money of each grant, from granted to repaid. Every movement is an entry that is never changed; the database keeps what
 * the entries come to and refuses one that would pay more than is granted, or take back more than was paid.
 */
@ApplicationScoped
public class Accounts {

    private static final String COLUMNS =
            "select application_id, round_id, district, component, granted, ordered, paid,"
                    + " released, settled, entitled, admitted, repaid, written_off, freed from grant_account";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** What moves on an account. An amount below zero takes an earlier movement back. */
    public enum Movement {
        ORDERED,
        PAID,
        /** What a settlement lets the district keep; the first one, also of zero, makes the grant settled. */
        ENTITLED,
        RELEASED,
        REPAID,
        WRITTEN_OFF,
        FREED
    }

    /**
     * One movement.
     *
     * @param kronor whole kronor
     * @param reference what it rests on, such as {@code payment/12}
     */
    public record Entry(
            long applicationId,
            Movement movement,
            Kronor kronor,
            String reference,
            Instant bookedAt,
            String bookedBy) {}

    public Optional<Account> of(long applicationId) {
        return database.createNativeQuery(COLUMNS + " where application_id = :application", Tuple.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .findFirst()
                .map(Accounts::account);
    }

    /** The round's accounts, by district and component. */
    public List<Account> ofRound(String roundId) {
        return database.createNativeQuery(
                        COLUMNS + " where round_id = :round order by district, component, application_id", Tuple.class)
                .setParameter("round", roundId)
                .getResultStream()
                .map(Accounts::account)
                .toList();
    }

    /** The districts that the programme has granted anything in an earlier year. */
    public Set<String> recipientsBefore(String programme, int year) {
        return Set.copyOf(database.createNativeQuery(
                        "select distinct account.district from grant_account account"
                                + " join funding_round round on round.id = account.round_id"
                                + " where round.programme = :programme and round.year < :year and account.granted > 0",
                        String.class)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .getResultList());
    }

    /** Waits for the account to be free and takes it until the transaction ends. Called before what is checked is read. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Account> lock(long applicationId) {
        return database.createNativeQuery(
                        COLUMNS + " where application_id = :application for no key update", Tuple.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .findFirst()
                .map(Accounts::account);
    }

    /** Takes the round's accounts until the transaction ends, always in one order so that two never wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Account> lockRound(String roundId) {
        return database.createNativeQuery(
                        COLUMNS + " where round_id = :round order by application_id for no key update", Tuple.class)
                .setParameter("round", roundId)
                .getResultStream()
                .map(Accounts::account)
                .toList();
    }

    /** The same of one district's accounts in the round. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Account> lockDistrict(String roundId, String district) {
        return database.createNativeQuery(
                        COLUMNS + " where round_id = :round and district = :district order by application_id"
                                + " for no key update",
                        Tuple.class)
                .setParameter("round", roundId)
                .setParameter("district", district)
                .getResultStream()
                .map(Accounts::account)
                .toList();
    }

    /** Books a movement now. The database refuses one that can't be; the rules should have refused it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void book(long applicationId, Movement movement, Kronor kronor, String reference, String by) {
        database.createNativeMutationQuery(
                        "insert into money_entry (application_id, kind, kronor, reference, booked_at,"
                                + " booked_by) values (:application, :kind, :kronor, :reference, :at, :by)")
                .setParameter("application", applicationId)
                .setParameter("kind", movement.name())
                .setParameter("kronor", kronor.amount())
                .setParameter("reference", reference)
                .setParameter("at", clock.instant())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** An account's movements, in the order they were booked. */
    public List<Entry> entries(long applicationId) {
        return database.createNativeQuery(
                        "select application_id, kind, kronor, reference, booked_at, booked_by from money_entry"
                                + " where application_id = :application order by id",
                        Tuple.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .map(row -> new Entry(
                        row.get(0, Long.class),
                        Movement.valueOf(row.get(1, String.class)),
                        new Kronor(row.get(2, BigDecimal.class)),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, String.class)))
                .toList();
    }

    private static Account account(Tuple row) {
        return new Account(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                ComponentKind.valueOf(row.get(3, String.class)),
                kronor(row, 4),
                kronor(row, 5),
                kronor(row, 6),
                kronor(row, 7),
                row.get(8, Boolean.class),
                kronor(row, 9),
                kronor(row, 10),
                kronor(row, 11),
                kronor(row, 12),
                kronor(row, 13));
    }

    private static Kronor kronor(Tuple row, int column) {
        return new Kronor(row.get(column, BigDecimal.class));
    }
}
