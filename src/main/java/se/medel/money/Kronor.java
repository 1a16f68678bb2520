package se.medel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in Swedish kronor, with öre (two decimals). It is the only type that holds money here: the scale
 * is fixed when an amount is made, so that equal amounts are equal, and there is no floating point anywhere.
 *
 * @param amount kronor with exactly two decimals; an amount with more decimals is refused, never rounded in silence
 */
public record Kronor(BigDecimal amount) implements Comparable<Kronor> {

    public static final Kronor ZERO = Kronor.of(0);

    public Kronor {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** @param kronor whole kronor */
    public static Kronor of(long kronor) {
        return new Kronor(BigDecimal.valueOf(kronor));
    }

    /** @param kronor kronor with a decimal point and at most two decimals, such as {@code "149 999.50"} without spaces */
    public static Kronor of(String kronor) {
        return new Kronor(new BigDecimal(kronor));
    }

    public Kronor plus(Kronor other) {
        return new Kronor(amount.add(other.amount));
    }

    public Kronor minus(Kronor other) {
        return new Kronor(amount.subtract(other.amount));
    }

    public Kronor times(long count) {
        return new Kronor(amount.multiply(BigDecimal.valueOf(count)));
    }

    public Kronor min(Kronor other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Kronor max(Kronor other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or zero where it is below zero: what is left of something that is already overdrawn is nothing. */
    public Kronor orZero() {
        return max(ZERO);
    }

    /** The whole kronor of this amount, öre dropped downwards (A2: what is granted is whole kronor). */
    public Kronor wholeKronor() {
        return new Kronor(amount.setScale(0, RoundingMode.FLOOR));
    }

    /** How many whole times {@code each} fits in this amount; zero where this amount is below zero. */
    public long timesThatFit(Kronor each) {
        return orZero().amount.divideToIntegralValue(each.amount).longValueExact();
    }

    /** The amount as a number of whole kronor. Refuses an amount with öre, which would be lost. */
    public long toWholeKronor() {
        return amount.longValueExact();
    }

    public boolean isWhole() {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Kronor other) {
        return compareTo(other) > 0;
    }

    public boolean isLessThan(Kronor other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Kronor other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
