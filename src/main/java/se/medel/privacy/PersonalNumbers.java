package se.medel.privacy;

import dev.personnummer.Personnummer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal and coordination numbers in free text, in every spelling: with and without century; hyphen, plus, space or
 * a Unicode dash before the last four digits, or nothing; day + 60 for coordination numbers. The control digit and the
 * calendar decide, so that amounts, dates, case numbers, phone numbers and organisation numbers pass.
 */
public final class PersonalNumbers {

    /** Everything that Unicode calls a dash, and the minus sign, stands where a hyphen can stand. */
    private static final String SEPARATOR = "[\\s\\u00A0\\u202F]?[-+\\p{Pd}\\u2212]?[\\s\\u00A0\\u202F]?";

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9])(18|19|20)?[\\s\\u00A0\\u202F]?([0-9]{2})([0-9]{2})([0-9]{2})(" + SEPARATOR
                    + ")([0-9]{4})(?![0-9])");

    private static final List<String> CENTURIES = List.of("19", "20", "18");

    private PersonalNumbers() {}

    /** Whether the text seems to hold a personal or coordination number. Never says which: it must not be repeated. */
    public static boolean areIn(String text) {
        if (text == null) {
            return false;
        }
        Matcher candidate = CANDIDATE.matcher(withPlainDigits(text));
        int from = 0;
        while (candidate.find(from)) {
            if (isNumber(candidate)) {
                return true;
            }
            // Two candidates can overlap: the wrong one must not hide the right one.
            from = candidate.start() + 1;
        }
        return false;
    }

    private static boolean isNumber(Matcher candidate) {
        String century = candidate.group(1);
        String rest = candidate.group(2) + candidate.group(3) + candidate.group(4) + candidate.group(6);
        List<String> centuries = century == null ? CENTURIES : List.of(century);
        return centuries.stream().anyMatch(tried -> Personnummer.valid(tried + rest));
    }

    /** Digits of other scripts and full-width digits are digits to a reader too. */
    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
            plain.appendCodePoint(digit >= 0 ? '0' + digit : point);
        });
        return plain.toString();
    }
}
