package se.medel.payment;

import java.time.Instant;
import java.time.LocalDate;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * A payment as other parts see it.
 *
 * @param kronor whole kronor
 * @param payOn when it is to be paid
 * @param paidOn when the ledger paid it; null while it hasn't
 * @param voucher the ledger's own voucher
 * @param markedBy who marked it as paid or cancelled it; null while neither is done
 * @param reason why it was cancelled; null otherwise
 */
public record PaymentView(
        long id,
        long orderId,
        int orderNumber,
        String roundId,
        long applicationId,
        String district,
        ComponentKind component,
        Kronor kronor,
        PaymentState state,
        LocalDate payOn,
        LocalDate paidOn,
        String voucher,
        String markedBy,
        Instant markedAt,
        String reason) {

    /** What the ledger's texts carry, so that its confirmation finds the payment again. */
    public String reference() {
        return PaymentReference.of(id);
    }

    public boolean isOrdered() {
        return state == PaymentState.ORDERED;
    }
}
