package se.medel.time;

import java.time.LocalDate;

/** Days before any round: nobody means them, and where a day is final a slip of the key must not become one. */
public final class LongAgo {

    private static final LocalDate FIRST_MEANT = LocalDate.of(2000, 1, 1);

    private LongAgo() {}

    public static boolean is(LocalDate day) {
        return day.isBefore(FIRST_MEANT);
    }
}
