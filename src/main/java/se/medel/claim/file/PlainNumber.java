package se.medel.claim.file;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as Excel keeps them, such as {@code 1.995E3}, the way a person writes them. */
final class PlainNumber {

    /** A file can say 1E999999999: written out, it would fill the memory. */
    private static final int MOST_DIGITS = 40;

    private PlainNumber() {}

    /** The number, or nothing where the text is none, or has more digits than any that Excel writes. */
    static Optional<BigDecimal> in(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > MOST_DIGITS ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String of(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
