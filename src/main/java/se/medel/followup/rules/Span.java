package se.medel.followup.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The days that figures are about.
 *
 * @param from the first day
 * @param to the last day; what is counted as of one day is counted as of this one
 */
public record Span(LocalDate from, LocalDate to) {

    /** The longest span, in years: what a register is kept for. */
    public static final int MOST_YEARS = 15;

    public static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The same span, but not longer than today: nothing is known of the days to come. */
    public Span until(LocalDate today) {
        return to.isAfter(today) ? new Span(from, today) : this;
    }

    /** Whether it is a calendar year from its first day to its last. */
    public boolean isWholeYear() {
        return equals(year(from.getYear()));
    }

    /** The last day of each month in the span. */
    public List<LocalDate> monthEnds() {
        return YearMonth.from(from)
                .atDay(1)
                .datesUntil(to.plusDays(1), java.time.Period.ofMonths(1))
                .map(first -> YearMonth.from(first).atEndOfMonth())
                .filter(end -> !end.isAfter(to))
                .toList();
    }
}
