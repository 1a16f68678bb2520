package se.medel.privacy;

import dev.personnummer.Personnummer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal and coordination numbers in free text, in every spelling: with and without century; the date in one, or its
 * parts apart; a hyphen, plus, space or Unicode dash before the last four digits, or nothing; day + 60 for coordination
 * numbers; digits of any script; and invisible characters anywhere. The control digit and the calendar decide, so that
 * amounts, dates, case numbers, phone numbers, account rows and organisation numbers pass. What can be read both ways is taken
 * for a number.
 */
public final class PersonalNumbers {

    /** Dashes that Unicode doesn't class as such: minus, raised, lowered, swung, bullet. */
    private static final String OTHER_DASHES = "\u2212\u207B\u208B\u2053\u2043";

    private static final Pattern SPACED_JOINT = Pattern.compile(" *([-+./]) *");

    private static final String JOINT = "[-+./ ]?";

    /** The last day of a period stands where the last four digits would. */
    private static final String LAST_DAY =
            "(?:19|20)[0-9]{2}(?<dash>[-./])(?:0[1-9]|1[0-2])\\k<dash>[0-3][0-9](?![0-9])";

    /** The parts of a date are joined alike; figures that are joined in different ways are something else. */
    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])(?:(?<century>18|19|20) ?)?"
            + "(?<date>[0-9]{2}(?<joint>" + JOINT + ")[0-9]{2}\\k<joint>[0-9]{2})" + JOINT
            + "(?!" + LAST_DAY + ")(?<last>[0-9]{4})(?![0-9])");

    private static final List<String> CENTURIES = List.of("19", "20", "18");

    private PersonalNumbers() {}

    /** Whether the text seems to hold a personal or coordination number. Never says which: it must not be repeated. */
    public static boolean areIn(String text) {
        if (text == null) {
            return false;
        }
        Matcher candidate = CANDIDATE.matcher(SPACED_JOINT.matcher(plain(text)).replaceAll("$1"));
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
        String century = candidate.group("century");
        String joint = candidate.group("joint");
        String rest = candidate.group("date").replace(joint, "") + candidate.group("last");
        List<String> centuries = century == null ? CENTURIES : List.of(century);
        return centuries.stream().anyMatch(tried -> Personnummer.valid(tried + rest));
    }

    /** The text as a reader sees it, in few characters: one digit, one space and one dash of each kind, nothing invisible. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                if (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (Character.getType(point) == Character.DASH_PUNCTUATION || OTHER_DASHES.indexOf(point) >= 0) {
                plain.append('-');
            } else if (!isInvisible(point)) {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /** Soft hyphens, spaces without width, marks on the character before, and what only steers the text. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
