package se.medel.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.deadline.Due;
import se.medel.deadline.DueSource;

/** Payment orders of which something isn't marked as paid. */
@ApplicationScoped
class PaymentDues implements DueSource {

    private static final String SQL = "select 'PAYMENT' as kind, 'payment-order/' || id as subject, round_id,"
            + " cast(null as text) as district, pay_on as due_on from payment_order"
            + " where exists (select from payment where order_id = payment_order.id and state = 'ORDERED')";

    @Inject
    DueQuery query;

    @Override
    public List<Due> open() {
        return query.read(SQL, id -> "/payment-orders/" + id);
    }
}
