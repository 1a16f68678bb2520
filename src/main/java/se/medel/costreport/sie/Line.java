package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.List;
import se.medel.money.Kronor;

/**
 * One line of a voucher ({@code #TRANS}). Lines that were added or struck afterwards ({@code #RTRANS}, {@code #BTRANS})
 * don't come as such: what was added stands in the file as an ordinary line too, what was struck no longer counts.
 *
 * @param number its line in the file
 * @param account such as {@code 5011}
 * @param objects without employees, customers and suppliers
 * @param ore the amount in öre; credit is negative
 * @param date of the line, or of the voucher where the line has none; null where neither has
 * @param text masked where it looks personal
 */
public record Line(
        long number, Voucher voucher, String account, List<ObjectPair> objects, long ore, LocalDate date, String text) {

    public Kronor amount() {
        return Ore.kronor(ore);
    }
}
