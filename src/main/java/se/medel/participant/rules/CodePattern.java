package se.medel.participant.rules;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a group's code numbers are written (P1): letters, a hyphen, a number. Which person a code is stands in the code key,
 * which is never in this system.
 *
 * @param prefix the letters that every code of the group begins with, or null where any will do
 * @param fewestLetters used where there is no prefix
 * @param mostLetters used where there is no prefix
 * @param mostDigits at most six, so that no personal number fits
 */
public record CodePattern(String prefix, int fewestLetters, int mostLetters, int mostDigits) {

    public static final int MOST_LETTERS = 6;

    /** A personal number has ten or twelve. */
    public static final int MOST_DIGITS = 6;

    public static final CodePattern DEFAULT = new CodePattern(null, 2, 3, 6);

    public CodePattern {
        boolean prefixed = prefix != null && prefix.matches("\\p{Lu}{1,6}");
        if (mostDigits < 1
                || mostDigits > MOST_DIGITS
                || (prefix != null && !prefixed)
                || fewestLetters < 1
                || mostLetters < fewestLetters
                || mostLetters > MOST_LETTERS) {
            throw new IllegalArgumentException("Not a pattern for codes");
        }
    }

    /** Whether the code is written as the group writes its codes; capitals and spaces around are not minded. */
    public boolean matches(String code) {
        String written = tidy(code);
        int hyphen = written.indexOf('-');
        if (hyphen < 0) {
            return false;
        }
        String letters = written.substring(0, hyphen);
        String digits = written.substring(hyphen + 1);
        boolean rightLetters = prefix == null
                ? letters.matches("\\p{Lu}{" + fewestLetters + "," + mostLetters + "}")
                : letters.equals(prefix);
        return rightLetters && digits.matches("[0-9]{1," + mostDigits + "}");
    }

    /** A code as the group may write it. */
    public String example() {
        String letters =
                prefix == null ? "ABCDEF".substring(0, mostLetters == 1 ? 1 : Math.max(2, fewestLetters)) : prefix;
        return letters + "-" + (mostDigits == 1 ? "7" : "17");
    }

    /** The code as it is shown: capitals, a plain hyphen, no spaces. */
    public static String tidy(String code) {
        return Normalizer.normalize(code == null ? "" : code, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .replaceAll("[\\p{Z}\\s\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * What two spellings of one code have in common (A4): capitals, spaces, dashes, accents and leading zeros don't make
     * another client.
     */
    public static String key(String code) {
        return Normalizer.normalize(tidy(code), Normalizer.Form.NFD)
                .replaceAll("[^\\p{Lu}0-9]", "")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }
}
