package se.medel.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish organisation number. Its third digit is 2 or more, which tells it from a personal number: that of a sole trader is
 * one, and never let in.
 */
final class OrganisationNumber {

    private static final Pattern SHAPE = Pattern.compile("(?:16)?([0-9]{2}[2-9][0-9]{3})-?([0-9]{4})");

    private OrganisationNumber() {}

    /** The number as {@code 212000-0142}; empty where it is none, or its control digit is wrong. */
    static Optional<String> read(String text) {
        var shape = SHAPE.matcher(text.strip());
        return shape.matches() && isControlled(shape.group(1) + shape.group(2))
                ? Optional.of(shape.group(1) + "-" + shape.group(2))
                : Optional.empty();
    }

    /** Luhn: every second digit doubled, the digits added up, and the sum ends with zero. */
    private static boolean isControlled(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }
}
