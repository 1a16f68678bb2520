package se.medel.costreport.sie;

import java.time.LocalDate;
import java.time.YearMonth;

/** Numbers and dates as the format writes them. */
final class Values {

    /** What no amount is: it can't be read. */
    static final long NO_AMOUNT = Long.MIN_VALUE;

    static final int NO_NUMBER = Integer.MIN_VALUE;

    /** A thousand times all money there is; more digits are something else than an amount. */
    private static final int MOST_KRONOR_DIGITS = 15;

    private static final int MOST_NUMBER_DIGITS = 9;

    private Values() {}

    /**
     * An amount in öre, such as {@code -1250.5}. A comma is taken for a point, which some ledgers write. More than two
     * decimals are an amount only where they are zeros.
     */
    static long ore(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        long kronor = 0;
        while (at < to && isDigit(bytes[at])) {
            if (at - first == MOST_KRONOR_DIGITS) {
                return NO_AMOUNT;
            }
            kronor = kronor * 10 + bytes[at++] - '0';
        }
        if (at == first) {
            return NO_AMOUNT;
        }
        int hundredths = 0;
        if (at < to) {
            hundredths = bytes[at] == '.' || bytes[at] == ',' ? hundredths(bytes, at + 1, to) : -1;
        }
        if (hundredths < 0) {
            return NO_AMOUNT;
        }
        long ore = kronor * 100 + hundredths;
        return negative ? -ore : ore;
    }

    /** The decimals as hundredths, negative where they are none. */
    private static int hundredths(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i]) || i >= from + 2 && bytes[i] != '0') {
                return -1;
            }
        }
        int tenths = from < to ? bytes[from] - '0' : 0;
        int hundredths = from + 1 < to ? bytes[from + 1] - '0' : 0;
        return tenths * 10 + hundredths;
    }

    static int number(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        if (first == to || to - first > MOST_NUMBER_DIGITS) {
            return NO_NUMBER;
        }
        int number = 0;
        for (int i = first; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return NO_NUMBER;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return negative ? -number : number;
    }

    /** A date such as {@code 20140312}, or null where it is none. */
    static LocalDate date(byte[] bytes, int from, int to) {
        int number = to - from == 8 ? number(bytes, from, to) : NO_NUMBER;
        if (number <= 0) {
            return null;
        }
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
