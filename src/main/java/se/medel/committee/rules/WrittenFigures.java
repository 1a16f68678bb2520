package se.medel.committee.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the amounts, the numbers of people and the ages that somebody has written by hand. They are compared by value, so that
 * 5 mkr and 5 000 000 kr are the same. Numbers in words aren't found.
 */
public final class WrittenFigures {

    public enum Unit {
        KRONOR,
        PEOPLE,
        AGES
    }

    /**
     * A figure in a text.
     *
     * @param typed as it stands there
     * @param value kronor, people, or the youngest age × 1 000 + the oldest
     */
    public record Figure(String typed, Unit unit, BigDecimal value) {}

    private static final String SPACE = "[ \\u00a0\\u202f]";
    private static final String NUMBER = "[0-9]{1,3}(?:" + SPACE + "[0-9]{3})+|[0-9]{1,12}(?:[,.][0-9]{1,4})?";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![0-9])(" + NUMBER + ")" + SPACE + "?(kr|kronor|tkr|mkr|mnkr|tusen" + SPACE + "kronor|miljon(?:er)?"
                    + SPACE + "kronor)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PEOPLE = Pattern.compile(
            "(?<![0-9])([0-9]{1,3}(?:" + SPACE + "[0-9]{3})+|[0-9]{1,9})" + SPACE
                    + "(?:klienter|klient|stycken|personer|individer|deltagare)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern AGES = Pattern.compile(
            "(?<![0-9])([0-9]{1,3})" + SPACE + "?[-\u2010\u2011\u2013]" + SPACE + "?([0-9]{1,3})(?:" + SPACE
                    + "?år|[- \u2010]?åring)",
            Pattern.CASE_INSENSITIVE);

    private WrittenFigures() {}

    /** The figures of a text in which the model's own are inserted by name; the names are no figures. */
    public static List<Figure> in(String text) {
        List<Figure> figures = new ArrayList<>();
        for (Matcher amount = AMOUNT.matcher(text); amount.find(); ) {
            figures.add(new Figure(
                    amount.group(), Unit.KRONOR, number(amount.group(1)).multiply(factor(amount.group(2)))));
        }
        for (Matcher people = PEOPLE.matcher(text); people.find(); ) {
            figures.add(new Figure(people.group(), Unit.PEOPLE, number(people.group(1))));
        }
        for (Matcher ages = AGES.matcher(text); ages.find(); ) {
            figures.add(new Figure(
                    ages.group(), Unit.AGES, ages(Integer.parseInt(ages.group(1)), Integer.parseInt(ages.group(2)))));
        }
        return figures;
    }

    /** The value of an age band. */
    public static BigDecimal ages(int youngest, int oldest) {
        return BigDecimal.valueOf(youngest * 1_000L + oldest);
    }

    /** The figures of a text that stand for none of those that are known. */
    public static List<Figure> strange(String text, Set<Figure> known) {
        return in(text).stream()
                .filter(figure -> known.stream()
                        .noneMatch(other ->
                                other.unit() == figure.unit() && other.value().compareTo(figure.value()) == 0))
                .toList();
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replaceAll(SPACE, "").replace(',', '.'));
    }

    private static BigDecimal factor(String unit) {
        String small = unit.toLowerCase(java.util.Locale.ROOT);
        if (small.startsWith("m")) {
            return BigDecimal.valueOf(1_000_000);
        }
        return BigDecimal.valueOf(small.startsWith("t") ? 1_000 : 1);
    }
}
