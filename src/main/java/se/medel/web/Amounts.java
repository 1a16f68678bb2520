package se.medel.web;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads amounts and numbers as people type them. Accepted: spaces of every kind between the digits, "kr" or ":-" after
 * them, both minus signs, and a decimal comma. Not accepted: a decimal point, because 600.000 is six hundred thousand to
 * some and six hundred to others.
 */
public final class Amounts {

    /** The largest amount: 999 999 999 999 kronor. */
    public static final BigDecimal MOST = new BigDecimal("999999999999");

    /** Why a text is no amount. */
    public enum Refusal {
        MISSING,
        NOT_A_NUMBER,
        NEGATIVE,
        /** Decimals where whole ones are asked for. */
        DECIMALS,
        /** Parts of an öre. */
        ORE,
        TOO_LARGE
    }

    /**
     * What was read: exactly one of the two is there.
     *
     * @param amount the amount, in kronor or as a number
     * @param refusal why there is none
     */
    public record Reading(BigDecimal amount, Refusal refusal) {

        /** Whether there is an amount. */
        public boolean accepted() {
            return refusal == null;
        }
    }

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");
    private static final Pattern UNIT = Pattern.compile("(?i)(kr\\.?|:-)$");
    private static final Pattern NUMBER = Pattern.compile("[-\\u2212]?[0-9]+(,[0-9]+)?");

    private Amounts() {}

    /** Reads whole kronor, at least 0. "200 000,00" is whole. */
    public static Reading wholeKronor(String text) {
        return whole(UNIT.matcher(squeezed(text)).replaceFirst(""), MOST);
    }

    /** Reads kronor with at most two decimals, at least 0; the amount has scale 2. */
    public static Reading kronorAndOre(String text) {
        Reading read = read(UNIT.matcher(squeezed(text)).replaceFirst(""), MOST);
        if (!read.accepted()) {
            return read;
        }
        return read.amount.stripTrailingZeros().scale() > 2
                ? refused(Refusal.ORE)
                : new Reading(read.amount.setScale(2), null);
    }

    /** The same, and also below zero, for what can be credited. */
    public static Reading signedKronorAndOre(String text) {
        String squeezed = squeezed(text);
        boolean negative = squeezed.startsWith("-") || squeezed.startsWith("\u2212");
        Reading read = kronorAndOre(negative ? squeezed.substring(1) : squeezed);
        if (negative && read.refusal == Refusal.MISSING) {
            return refused(Refusal.NOT_A_NUMBER);
        }
        return negative && read.accepted() ? new Reading(read.amount.negate(), null) : read;
    }

    /** Reads a whole number of things, at least 0 and at most {@code most}. */
    public static Reading count(String text, int most) {
        return whole(squeezed(text), BigDecimal.valueOf(most));
    }

    private static Reading whole(String text, BigDecimal most) {
        Reading read = read(text, most);
        if (!read.accepted()) {
            return read;
        }
        return read.amount.stripTrailingZeros().scale() > 0
                ? refused(Refusal.DECIMALS)
                : new Reading(read.amount.setScale(0), null);
    }

    private static Reading read(String text, BigDecimal most) {
        if (text.isEmpty()) {
            return refused(Refusal.MISSING);
        }
        if (!NUMBER.matcher(text).matches()) {
            return refused(Refusal.NOT_A_NUMBER);
        }
        if (text.length() > 100) {
            return refused(Refusal.TOO_LARGE);
        }
        BigDecimal amount = new BigDecimal(text.replace('\u2212', '-').replace(',', '.'));
        if (amount.signum() < 0) {
            return refused(Refusal.NEGATIVE);
        }
        return amount.compareTo(most) > 0 ? refused(Refusal.TOO_LARGE) : new Reading(amount, null);
    }

    private static Reading refused(Refusal refusal) {
        return new Reading(null, refusal);
    }

    private static String squeezed(String text) {
        return text == null ? "" : BLANKS.matcher(text).replaceAll("");
    }
}
