package se.medel.followup;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.followup.rules.Figures.Load;

/**
 * Income support month by month as columns, with the cap as a line (P6). Measures along the width are per cent, so that the
 * picture fits every screen; heights are pixels.
 *
 * @param description all of it in words, for those who don't see the picture
 */
@TemplateData
public record LoadPicture(List<Column> columns, List<CapLine> caps, String description) {

    private static final int TOP = 30;
    private static final int BOTTOM = 190;

    /** So many columns have room for their month and their figure. */
    private static final int MOST_LABELS = 12;

    /**
     * A month.
     *
     * @param height 0 where the figure isn't shown
     * @param label the month below the column, null where there is no room for it
     * @param value the figure above the column, null where there is no room for it
     */
    @TemplateData
    public record Column(
            String x, String width, String middle, int y, int height, String label, String value, boolean shown) {}

    /**
     * The cap, as long as it is the same.
     *
     * @param value what stands above the line
     */
    @TemplateData
    public record CapLine(String from, String to, int y, String value) {}

    static String month(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(day);
    }

    static LoadPicture of(List<Load> loads, boolean exact, Locale locale) {
        FollowUpMsg msg = Sheet.msg(locale);
        long highest = loads.stream()
                .flatMap(load -> Stream.of(load.persons(), load.cap()))
                .mapToLong(figure -> figure == null ? 0 : figure)
                .max()
                .orElse(0);
        long scale = Math.max(1, highest);
        int months = loads.size();
        List<Column> columns = IntStream.range(0, months)
                .mapToObj(i -> {
                    Load load = loads.get(i);
                    int height = load.persons() == null ? 0 : height(load.persons(), scale);
                    boolean labelled = months <= MOST_LABELS || i % ((months + MOST_LABELS - 1) / MOST_LABELS) == 0;
                    return new Column(
                            percent(i * 100 + 12, months),
                            percent(76, months),
                            percent(i * 100 + 50, months),
                            BOTTOM - height,
                            height,
                            labelled ? label(load.day(), months, locale) : null,
                            months <= MOST_LABELS && load.persons() != null
                                    ? Sheet.value(load.persons(), exact, msg)
                                    : null,
                            load.persons() != null);
                })
                .toList();
        return new LoadPicture(columns, caps(loads, scale, msg), description(loads, exact, locale, msg));
    }

    private static String label(LocalDate day, int months, Locale locale) {
        // Full names are cut by hand: the short ones of Swedish end with a full stop in some versions of Java.
        return months <= MOST_LABELS
                ? DateTimeFormatter.ofPattern("MMMM", locale)
                        .format(day)
                        .substring(0, 1)
                        .toUpperCase(locale)
                : String.format(Locale.ROOT, "%02d", day.getYear() % 100) + "-"
                        + String.format(Locale.ROOT, "%02d", day.getMonthValue());
    }

    private static List<CapLine> caps(List<Load> loads, long scale, FollowUpMsg msg) {
        List<Integer> starts = IntStream.range(0, loads.size())
                .filter(i -> loads.get(i).cap() != null
                        && (i == 0
                                || !loads.get(i).cap().equals(loads.get(i - 1).cap())))
                .boxed()
                .toList();
        return IntStream.range(0, starts.size())
                .mapToObj(i -> {
                    int from = starts.get(i);
                    int to = i + 1 < starts.size() ? starts.get(i + 1) : loads.size();
                    Long cap = loads.get(from).cap();
                    return new CapLine(
                            percent(from * 100, loads.size()),
                            percent(to * 100, loads.size()),
                            BOTTOM - height(cap, scale),
                            starts.size() == 1 ? cap + " " + msg.supportCap() : cap.toString());
                })
                .toList();
    }

    private static String description(List<Load> loads, boolean exact, Locale locale, FollowUpMsg msg) {
        return msg.supportPicture() + ": "
                + loads.stream()
                        .map(load -> {
                            String value = Sheet.value(load.persons(), exact, msg);
                            return month(load.day(), locale) + " "
                                    + (load.cap() == null || load.persons() == null
                                            ? value
                                            : msg.ofMost(value, load.cap().toString()));
                        })
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static int height(long figure, long scale) {
        return (int) ((BOTTOM - TOP) * figure / scale);
    }

    private static String percent(int hundredths, int whole) {
        return BigDecimal.valueOf(hundredths)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
