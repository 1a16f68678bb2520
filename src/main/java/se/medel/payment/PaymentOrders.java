package se.medel.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All payment orders. */
@ApplicationScoped
class PaymentOrders implements PanacheRepository<PaymentOrder> {

    /** The newest first. */
    List<PaymentOrder> ofRound(String roundId) {
        return list("roundId = ?1 order by number desc", roundId);
    }

    /** Read without the order itself, which must not be read before it is locked. */
    Optional<String> roundOf(long id) {
        return getEntityManager()
                .createQuery("select roundId from PaymentOrder where id = ?1", String.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /** Takes the order until the transaction ends, as it is now. */
    PaymentOrder lock(long id) {
        PaymentOrder order = findById(id);
        getEntityManager().refresh(order, LockModeType.PESSIMISTIC_WRITE);
        return order;
    }

    /** Safe only while the round's accounts are locked. */
    int nextNumber(String roundId) {
        return getEntityManager()
                .createQuery("select coalesce(max(number), 0) + 1 from PaymentOrder where roundId = ?1", Integer.class)
                .setParameter(1, roundId)
                .getSingleResult();
    }

    /** The rounds' orders that should have been paid before this day and aren't, the oldest first. */
    List<PaymentOrder> overdue(LocalDate today) {
        return list(
                "payOn < ?1 and id in (select orderId from Payment where state = ?2) order by payOn, id",
                today,
                PaymentState.ORDERED);
    }
}
