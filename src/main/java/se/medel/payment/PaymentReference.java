package se.medel.payment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a payment is called outside of this system: {@code MEDEL-12}, in a voucher's text or a column of a file. */
final class PaymentReference {

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\bMEDEL-([0-9]{1,18})\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private PaymentReference() {}

    static String of(long payment) {
        return "MEDEL-" + payment;
    }

    /** The payment that a longer text refers to. */
    static Optional<Long> in(String text) {
        Matcher found = REFERENCE.matcher(text);
        return found.find() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
    }

    /** The payment that a cell names, by its reference or by its bare number. */
    static Optional<Long> named(String cell) {
        return NUMBER.matcher(cell).matches() ? Optional.of(Long.parseLong(cell)) : in(cell);
    }
}
