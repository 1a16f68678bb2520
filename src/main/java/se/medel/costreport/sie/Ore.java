package se.medel.costreport.sie;

import java.math.BigDecimal;
import se.medel.money.Kronor;

/**
 * Adds up öre, one amount for each of millions of lines: a plain number as long as the sum fits in one, which it does but
 * for files made to do harm; those are added up right too.
 */
final class Ore {

    private long sum;
    private BigDecimal beyond = BigDecimal.ZERO;

    static Kronor kronor(long ore) {
        return new Kronor(BigDecimal.valueOf(ore, 2));
    }

    void add(long ore) {
        long next = sum + ore;
        if (((sum ^ next) & (ore ^ next)) < 0) {
            beyond = beyond.add(BigDecimal.valueOf(sum, 2));
            next = ore;
        }
        sum = next;
    }

    void add(Ore other) {
        add(other.sum);
        beyond = beyond.add(other.beyond);
    }

    Kronor kronor() {
        return new Kronor(beyond.add(BigDecimal.valueOf(sum, 2)));
    }

    boolean isZero() {
        return sum == 0 && beyond.signum() == 0 || kronor().equals(Kronor.ZERO);
    }

    void clear() {
        sum = 0;
        beyond = BigDecimal.ZERO;
    }
}
