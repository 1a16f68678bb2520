package se.medel.round.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts wishes by one and the same factor (A7), in whole units. Largest remainder: everyone first gets the whole part of the
 * exact share, and the units that rounding left go to the largest fractions; between equal fractions, to the one that came
 * first.
 */
final class Shares {

    private final List<BigInteger> wishes;
    private final BigInteger numerator;
    private final BigInteger denominator;

    /** @param numerator over {@code denominator} is the factor, at most one */
    Shares(List<BigInteger> wishes, BigInteger numerator, BigInteger denominator) {
        this.wishes = wishes;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** Splits {@code total} after the wishes. The parts add up to {@code total} exactly, and none is above its wish. */
    static List<BigInteger> split(BigInteger total, List<BigInteger> wishes) {
        BigInteger sum = wishes.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(total) <= 0) {
            return wishes;
        }
        Shares shares = new Shares(wishes, total, sum);
        BigInteger rest = total.subtract(shares.wholeParts().stream().reduce(BigInteger.ZERO, BigInteger::add));
        return shares.withOneMoreEach(rest.intValueExact());
    }

    /** The exact shares without their fractions. */
    List<BigInteger> wholeParts() {
        return wishes.stream()
                .map(wish -> wish.multiply(numerator).divide(denominator))
                .toList();
    }

    /** The whole parts, with one unit more for each of the {@code count} largest fractions. */
    List<BigInteger> withOneMoreEach(int count) {
        List<BigInteger> parts = new ArrayList<>(wholeParts());
        IntStream.range(0, wishes.size())
                .boxed()
                .sorted(Comparator.comparing(this::fraction).reversed())
                .limit(count)
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }

    private BigInteger fraction(int i) {
        return wishes.get(i).multiply(numerator).mod(denominator);
    }
}
