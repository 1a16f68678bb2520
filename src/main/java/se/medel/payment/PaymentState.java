package se.medel.payment;

/** Where a payment stands. */
public enum PaymentState {
    ORDERED,
    PAID,
    /** Taken back before it was paid; what it would have paid can be ordered again. */
    CANCELLED
}
