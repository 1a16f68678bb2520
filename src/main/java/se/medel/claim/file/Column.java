package se.medel.claim.file;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A column of a claim file. They may stand in any order, among others that aren't read. */
public enum Column {
    CODE("code", "Kod", "Kodnummer", "Code", "Client code", "Participant code"),
    BIRTH_YEAR("birthYear", "Födelseår", "Född", "Birth year", "Year of birth", "Born"),
    ADMITTED_ON(
            "admittedOn",
            "Inskriven",
            "Inskriven den",
            "Inskrivningsdatum",
            "Admitted",
            "Admitted on",
            "Admission date"),
    EARLIER_CONTACT(
            "earlierContact",
            "Senaste tidigare kontakt",
            "Tidigare kontakt",
            "Earlier contact",
            "Last earlier contact"),
    ATTESTED("attested", "Ej aktuell", "Inte aktuell", "Attested", "Not current"),
    ATTESTED_BY("attestedBy", "Intygat av", "Intygad av", "Attested by");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String field;
    private final String header;
    private final List<String> others;

    Column(String field, String header, String... others) {
        this.field = field;
        this.header = header;
        this.others = List.of(others);
    }

    /** What stands above the column in the template. */
    public String header() {
        return header;
    }

    /** What the column is called in JSON and in refusals, such as {@code birthYear}. */
    public String field() {
        return field;
    }

    /** Every column but the last earlier contact, which may be given (A6). */
    public boolean isRequired() {
        return this != EARLIER_CONTACT;
    }

    /** Whether its cells are days. */
    public boolean isDay() {
        return this == ADMITTED_ON || this == EARLIER_CONTACT;
    }

    /** The column with this header, whatever its case, spaces, underscores and dots over letters. */
    static Optional<Column> called(String header) {
        String wanted = simplified(header);
        return Stream.of(values()).filter(column -> column.isCalled(wanted)).findFirst();
    }

    private boolean isCalled(String simplified) {
        return Stream.concat(Stream.of(header), others.stream())
                .anyMatch(spelling -> simplified(spelling).equals(simplified));
    }

    private static String simplified(String header) {
        String bare =
                MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
        return NOT_LETTERS_OR_DIGITS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
