package se.medel.claim.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** How Excel counts days: from the end of 1899, or in old Mac workbooks from 1904. */
enum ExcelDays {
    FROM_1900(LocalDate.of(1899, 12, 30)),
    FROM_1904(LocalDate.of(1904, 1, 1));

    /** A number that in a column of days is a day between 1927 and 2173, and neither a year nor a date without hyphens. */
    private static final Pattern PLAIN_DAY = Pattern.compile("[1-9][0-9]{4}([.,][0-9]+)?");

    private static final BigDecimal LAST = new BigDecimal("2958465");

    private final LocalDate dayZero;

    ExcelDays(LocalDate dayZero) {
        this.dayZero = dayZero;
    }

    /** The day of a number in a cell with a date format, without its time of day; the number itself where it is no day. */
    String day(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(LAST) > 0) {
            return PlainNumber.of(number);
        }
        long days = number.setScale(0, RoundingMode.FLOOR).longValueExact();
        // Excel believes that 1900 was a leap year, so that the first sixty days are one off.
        return dayZero.plusDays(this == FROM_1900 && days < 60 ? days + 1 : days)
                .toString();
    }

    /** In a column of days: the day, where the text is the plain number that a lost date format leaves; else the text. */
    String dayIfNumber(String text) {
        return PLAIN_DAY.matcher(text).matches() ? day(new BigDecimal(text.replace(',', '.'))) : text;
    }
}
