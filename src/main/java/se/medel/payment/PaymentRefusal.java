package se.medel.payment;

import java.util.List;
import se.medel.refusal.Reason;

/** Why something about payments is refused. */
public enum PaymentRefusal implements Reason {
    PAYMENT_ROUND_NOT_FOUND(Kind.NOT_FOUND),
    PAYMENT_ORDER_NOT_FOUND(Kind.NOT_FOUND),
    PAYMENT_NOT_FOR_ROLE(Kind.FORBIDDEN),
    PAYMENT_ORDER_STALE(Kind.STALE),
    /** Argument: the round's state. Payments are made while it is open or reporting. */
    PAYMENTS_NOT_NOW(Kind.CONFLICT, "state"),
    /** No amount is given, or nothing is left to order. */
    NOTHING_TO_ORDER(Kind.INVALID),
    /** The application has no grant in this round. */
    NO_SUCH_GRANT(Kind.INVALID),
    GRANT_TWICE_IN_ORDER(Kind.INVALID),
    PAYMENT_NOT_WHOLE_KRONOR(Kind.INVALID),
    /** Argument: whole kronor that can still be ordered (A1). */
    PAYMENT_ABOVE_LEFT(Kind.INVALID, "left"),
    PAY_DATE_MISSING(Kind.INVALID),
    /** Argument: today. */
    PAY_DATE_PASSED(Kind.INVALID, "today"),
    /** Argument: the last day that is taken. */
    PAY_DATE_TOO_FAR(Kind.INVALID, "last"),
    BOOKING_SETTINGS_MISSING(Kind.CONFLICT),
    /** Argument: the district's name. */
    COUNTERPART_OBJECT_MISSING(Kind.CONFLICT, "district"),
    /** Argument: when. */
    ALREADY_EXPORTED(Kind.CONFLICT, "exportedOn"),
    /** Every payment of the order is paid or cancelled. */
    NOTHING_TO_EXPORT(Kind.CONFLICT),
    NOT_EXPORTED_YET(Kind.CONFLICT),
    PAYMENT_NOT_IN_ORDER(Kind.NOT_FOUND),
    NO_PAYMENT_CHOSEN(Kind.INVALID),
    /** Argument: the day it was paid. */
    ALREADY_PAID(Kind.CONFLICT, "paidOn"),
    PAYMENT_IS_CANCELLED(Kind.CONFLICT),
    PAID_DATE_MISSING(Kind.INVALID),
    PAID_DATE_AHEAD(Kind.INVALID),
    VOUCHER_MISSING(Kind.INVALID),
    CANCEL_REASON_MISSING(Kind.INVALID),

    // Booking settings
    BOOKING_SETTINGS_STALE(Kind.STALE),
    BOOKING_VALUE_MISSING(Kind.INVALID),
    COMPANY_NAME_UNREADABLE(Kind.INVALID),
    ORGANISATION_NUMBER_WRONG(Kind.INVALID),
    LEDGER_ACCOUNT_MALFORMED(Kind.INVALID),
    LEDGER_ACCOUNTS_ALIKE(Kind.INVALID),
    VOUCHER_SERIES_MALFORMED(Kind.INVALID),
    /** From 1 to 999, and not 7, 8 or 9, which are employees, customers and suppliers. */
    DIMENSION_WRONG(Kind.INVALID),
    DIMENSIONS_ALIKE(Kind.INVALID),
    OBJECT_MALFORMED(Kind.INVALID),
    COUNTERPART_UNKNOWN(Kind.INVALID),

    // The ledger's confirmation
    CONFIRMATION_MISSING(Kind.INVALID),
    /** Argument: the columns that must be there. */
    CONFIRMATION_COLUMNS(Kind.INVALID, "columns"),
    /** Argument: the most rows. */
    CONFIRMATION_TOO_LONG(Kind.INVALID, "maximum"),
    /** A SIE file in which no voucher carries a payment's reference. */
    CONFIRMATION_EMPTY(Kind.INVALID),
    CONFIRMED_UNKNOWN(Kind.INVALID),
    CONFIRMED_ELSEWHERE(Kind.INVALID),
    /** Argument: the row that has it. */
    CONFIRMED_TWICE(Kind.INVALID, "row"),
    CONFIRMED_AMOUNT_UNREADABLE(Kind.INVALID),
    /** Argument: whole kronor that were ordered. */
    CONFIRMED_OTHER_AMOUNT(Kind.INVALID, "ordered"),
    CONFIRMED_DATE_UNREADABLE(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    PaymentRefusal(Kind kind, String... members) {
        this.kind = kind;
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
