package se.medel.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/** All payments, with what their orders and accounts say of them. */
@ApplicationScoped
class Payments implements PanacheRepository<Payment> {

    private static final String COLUMNS =
            "select payment.id, payment.order_id, made.number, made.round_id, payment.application_id, account.district,"
                    + " account.component, payment.kronor, payment.state, made.pay_on, payment.paid_on, payment.voucher,"
                    + " payment.marked_by, payment.marked_at, payment.reason from payment"
                    + " join payment_order made on made.id = payment.order_id"
                    + " join grant_account account on account.application_id = payment.application_id";

    private static final String IN_ORDER =
            " order by made.number desc, account.district, account.component, payment.id";

    List<PaymentView> ofOrder(long orderId) {
        return read(COLUMNS + " where payment.order_id = :key" + IN_ORDER, orderId);
    }

    List<PaymentView> ofRound(String roundId) {
        return read(COLUMNS + " where made.round_id = :key" + IN_ORDER, roundId);
    }

    List<PaymentView> ofOrders(Collection<Long> orders) {
        return orders.isEmpty() ? List.of() : read(COLUMNS + " where payment.order_id in (:key)" + IN_ORDER, orders);
    }

    List<PaymentView> withIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : read(COLUMNS + " where payment.id in (:key)" + IN_ORDER, ids);
    }

    private List<PaymentView> read(String query, Object key) {
        flush();
        return getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery(query, Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .map(Payments::view)
                .toList();
    }

    private static PaymentView view(Tuple row) {
        return new PaymentView(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, Integer.class),
                row.get(3, String.class),
                row.get(4, Long.class),
                row.get(5, String.class),
                ComponentKind.valueOf(row.get(6, String.class)),
                new Kronor(row.get(7, BigDecimal.class)),
                PaymentState.valueOf(row.get(8, String.class)),
                day(row.get(9)),
                day(row.get(10)),
                row.get(11, String.class),
                row.get(12, String.class),
                row.get(13, Instant.class),
                row.get(14, String.class));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
