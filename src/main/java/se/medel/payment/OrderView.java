package se.medel.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.medel.money.Kronor;

/**
 * An order as other parts see it.
 *
 * @param number 1, 2, … in the round
 * @param note the controller's own words; null for none
 * @param exportedBy who sent it to the ledger; null while nobody has
 * @param exportedWith the booking settings as they were then
 * @param version counts the changes of the order and its payments
 */
public record OrderView(
        long id,
        String roundId,
        int number,
        LocalDate payOn,
        String note,
        String madeBy,
        Instant madeAt,
        String exportedBy,
        Instant exportedAt,
        BookingSettings exportedWith,
        long version,
        List<PaymentView> payments) {

    public boolean isExported() {
        return exportedAt != null;
    }

    /** What is or was to be paid, cancelled payments left out. */
    public Kronor sum() {
        return sum(payments.stream()
                .filter(payment -> payment.state() != PaymentState.CANCELLED)
                .toList());
    }

    /** What is paid already. */
    public Kronor paid() {
        return sum(payments.stream()
                .filter(payment -> payment.state() == PaymentState.PAID)
                .toList());
    }

    public List<PaymentView> waiting() {
        return payments.stream().filter(PaymentView::isOrdered).toList();
    }

    /**
     * The payments that were sent to the ledger: those that waited when the order was exported, whatever became of them since.
     * None before that.
     */
    public List<PaymentView> exported() {
        return payments.stream()
                .filter(payment -> isExported()
                        && (payment.markedAt() == null || !payment.markedAt().isBefore(exportedAt)))
                .toList();
    }

    static Kronor sum(List<PaymentView> payments) {
        return payments.stream().map(PaymentView::kronor).reduce(Kronor.ZERO, Kronor::plus);
    }
}
