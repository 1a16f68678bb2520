package se.medel.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.money.Kronor;
import se.medel.user.Actor;

/** Money that has come in on repayments, or gone back; append-only. */
@ApplicationScoped
public class ReceiptBook {

    @Inject
    Session database;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** What a receipt is. */
    public enum Kind {
        RECEIVED,
        /** Paid back too much, and given back. */
        REFUNDED,
        /** A correction taken from what is still to be paid. */
        SET_OFF
    }

    /**
     * One receipt.
     *
     * @param kronor whole kronor; below zero for what went back
     * @param reference the ledger's voucher, or the repayment it was set off against
     */
    public record Receipt(
            Kind kind,
            Kronor kronor,
            LocalDate bookedOn,
            String reference,
            String registeredBy,
            Instant registeredAt) {}

    List<Receipt> of(long repaymentId) {
        return database.createNativeQuery(
                        "select kind, kronor, booked_on, reference, registered_by, registered_at from repayment_receipt"
                                + " where repayment_id = :repayment order by id",
                        Tuple.class)
                .setParameter("repayment", repaymentId)
                .getResultStream()
                .map(row -> new Receipt(
                        Kind.valueOf(row.get(0, String.class)),
                        new Kronor(row.get(1, BigDecimal.class)),
                        row.get(2, LocalDate.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Instant.class)))
                .toList();
    }

    boolean has(long repaymentId, Kind kind, String reference) {
        return of(repaymentId).stream()
                .anyMatch(
                        receipt -> receipt.kind() == kind && receipt.reference().equals(reference));
    }

    void book(Repayment repayment, Kind kind, Kronor kronor, LocalDate on, String reference, Actor by) {
        long id = database.createNativeQuery(
                        "insert into repayment_receipt (repayment_id, kind, kronor, booked_on, reference, registered_by,"
                                + " registered_at) values (:repayment, :kind, :kronor, :on, :reference, :by, :at)"
                                + " returning id",
                        Long.class)
                .setParameter("repayment", repayment.id)
                .setParameter("kind", kind.name())
                .setParameter("kronor", kronor.amount())
                .setParameter("on", on)
                .setParameter("reference", reference)
                .setParameter("by", by.username())
                .setParameter("at", clock.instant())
                .getSingleResult();
        repayment.book(kronor);
        // What is set off is booked on both repayments and moves no money.
        if (kind != Kind.SET_OFF) {
            accounts.book(repayment.applicationId, Movement.REPAID, kronor, "receipt/" + id, by.username());
        }
    }
}
