package se.medel.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.medel.time.ClockProducer;

/**
 * How amounts, numbers and times look, on pages and in documents alike: {@code {amount.kr}}, {@code {clients.number}},
 * {@code {date.day}}, {@code {date.longDay}}, {@code {instant.moment}}. Amounts look the same in both languages.
 */
@TemplateExtension
public final class Formats {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Formats() {}

    /** {@code 600 000 kr}, with öre only where there are any: {@code 1 234,50 kr}. */
    public static String kr(BigDecimal amount) {
        return digits(amount) + NO_BREAK_SPACE + "kr";
    }

    /** {@code 600 000 kr}. */
    public static String kr(long amount) {
        return kr(BigDecimal.valueOf(amount));
    }

    /** {@code 600 000}, for columns and fields whose unit stands elsewhere. */
    public static String number(BigDecimal amount) {
        return digits(amount);
    }

    /** {@code 1 200}. */
    public static String number(long amount) {
        return digits(BigDecimal.valueOf(amount));
    }

    /** {@code 1 200}. */
    public static String number(int amount) {
        return digits(BigDecimal.valueOf(amount));
    }

    /** {@code 2014-12-31}. */
    public static String day(LocalDate date) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }

    /** {@code 31 december 2014} or {@code 31 December 2014}. */
    public static String longDay(LocalDate date, @TemplateAttribute("locale") Object locale) {
        Locale language = locale instanceof Locale known ? known : Locale.forLanguageTag(String.valueOf(locale));
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(date);
    }

    /** {@code 2014-12-31 13:05}, in Stockholm. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ClockProducer.STOCKHOLM));
    }

    /** {@code 2014-12-31 13:05}. */
    public static String moment(LocalDateTime time) {
        return MOMENT.format(time);
    }

    private static String digits(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        String plain =
                amount.abs().setScale(whole ? 0 : 2, RoundingMode.HALF_UP).toPlainString();
        int point = plain.indexOf('.');
        String kronor = point < 0 ? plain : plain.substring(0, point);
        StringBuilder out = new StringBuilder(kronor);
        for (int at = kronor.length() - 3; at > 0; at -= 3) {
            out.insert(at, NO_BREAK_SPACE);
        }
        if (point >= 0) {
            out.append(',').append(plain.substring(point + 1));
        }
        return amount.signum() < 0 ? MINUS + out.toString() : out.toString();
    }
}
