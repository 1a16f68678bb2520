package se.medel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    /** Everything that shows as a space, and line breaks. */
    private static final List<String> SPACES =
            characters(point -> Character.isWhitespace(point) || Character.isSpaceChar(point));

    private static final List<String> DASHES =
            characters(point -> Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212);

    /** Soft hyphen, spaces and joiners without width, byte order mark, a variation selector. */
    private static final List<String> INVISIBLE =
            List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\uFE0F");

    private static final String DAY = TestNumbers.personal().substring(0, 8);

    private static final String LAST = TestNumbers.personal().substring(9);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$s%2$s",
                "%1$s-%2$s",
                "%1$s %2$s",
                "%1$s+%2$s",
                "%1$s–%2$s",
                "%1$s‑%2$s",
                "%1$s − %2$s",
                "nr %1$s-%2$s.",
                "(%1$s%2$s)",
                "kod A%1$s-%2$s"
            })
    void aNumberIsFoundInEverySpelling(String spelling) {
        assertThat(PersonalNumbers.areIn(String.format(spelling, DAY, LAST))).isTrue();
        assertThat(PersonalNumbers.areIn(String.format(spelling, DAY.substring(2), LAST)))
                .isTrue();
    }

    /**
     * A number in its parts.
     *
     * @param century empty where it is left out
     * @param day that of a coordination number is 60 more
     */
    private record Number(String century, String year, String month, String day, String last) {

        String date() {
            return century + year + month + day;
        }

        String date(String joint) {
            return century + String.join(joint, year, month, day);
        }

        String compact() {
            return date() + last;
        }
    }

    @Property(tries = 500)
    void everyDateWithARightControlDigitIsFoundAlsoAsACoordinationNumber(@ForAll("numbers") Number number) {
        assertThat(PersonalNumbers.areIn("se " + number.date() + "-" + number.last + ", tack"))
                .isTrue();
        assertThat(PersonalNumbers.areIn(number.compact())).isTrue();
    }

    @Property(tries = 500)
    void anyDashMayStandBeforeTheLastFourWithAnySpacesAroundIt(
            @ForAll("numbers") Number number,
            @ForAll("dashes") String dash,
            @ForAll("spaces") String before,
            @ForAll("spaces") String after) {
        assertThat(PersonalNumbers.areIn(number.date() + before + dash + after + number.last))
                .isTrue();
        assertThat(PersonalNumbers.areIn(number.date() + before + "+" + after + number.last))
                .isTrue();
        assertThat(PersonalNumbers.areIn(number.date() + before + number.last)).isTrue();
    }

    @Property(tries = 500)
    void thePartsOfTheDateMayStandApart(
            @ForAll("numbers") Number number,
            @ForAll("dateJoints") String inDate,
            @ForAll("dateJoints") String beforeLast) {
        assertThat(PersonalNumbers.areIn("född " + number.date(inDate) + beforeLast + number.last + "."))
                .isTrue();
    }

    @Property(tries = 500)
    void theCenturyMayStandApart(
            @ForAll("numbers") Number number, @ForAll("spaces") String space, @ForAll("dateJoints") String inDate) {
        String spelled = number.century + space + String.join(inDate, number.year, number.month, number.day);
        assertThat(PersonalNumbers.areIn(spelled + "-" + number.last)).isTrue();
    }

    @Property(tries = 500)
    void whatCannotBeSeenHidesNothing(
            @ForAll("numbers") Number number, @ForAll("invisible") String first, @ForAll("invisible") String second) {
        String spelled = number.date() + "-" + number.last;
        StringBuilder strewn = new StringBuilder();
        spelled.chars()
                .forEach(character ->
                        strewn.append((char) character).append(first).append(second));
        assertThat(PersonalNumbers.areIn(strewn.toString())).isTrue();
        assertThat(PersonalNumbers.areIn(number.date() + first + number.last)).isTrue();
    }

    @Property(tries = 500)
    void theDigitsOfEveryScriptAreDigits(@ForAll("numbers") Number number, @ForAll("zeros") int zero) {
        StringBuilder spelled = new StringBuilder();
        number.compact().chars().forEach(digit -> spelled.appendCodePoint(zero + digit - '0'));
        assertThat(PersonalNumbers.areIn(spelled.toString())).isTrue();
    }

    @Property(tries = 500)
    void aNumberIsFoundAmongOtherFigures(
            @ForAll("numbers") Number number, @ForAll("harmless") String before, @ForAll("harmless") String after) {
        assertThat(PersonalNumbers.areIn(before + ", " + number.date() + "-" + number.last + ", " + after))
                .isTrue();
    }

    @Property(tries = 500)
    void aWrongControlDigitMakesItNoNumber(@ForAll("numbers") Number number) {
        int wrong = (number.last.charAt(3) - '0' + 1) % 10;
        assertThat(PersonalNumbers.areIn(number.date() + "-" + number.last.substring(0, 3) + wrong))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stockholms stad 212000-0142",
                "Dnr 2.11.2-137/2013",
                "Dnr 1.2.4-182-2013",
                "Telefon 08-508 25 000",
                "600 000 kr och 1 200 000 kr",
                "2014-01-01--2014-12-31",
                "perioden 20140101 20141231",
                "Bankgiro 5050-1055",
                "konto 4610 projekt 10203 ansvar 4455667",
                "",
            })
    void whatIsNotANumberOfAPersonPasses(String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void organisationNumbersPass(@ForAll("organisationNumbers") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void amountsPass(@ForAll("amounts") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void datesAndPeriodsPass(@ForAll("periods") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void phoneNumbersPass(@ForAll("phoneNumbers") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void caseNumbersPass(@ForAll("caseNumbers") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 1000)
    void rowsOfAnAccountFilePass(@ForAll("accountRows") String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @Property(tries = 300)
    void noTextIsTooStrangeToLookAt(@ForAll @StringLength(max = 200) String text) {
        assertThat(PersonalNumbers.areIn(text)).isIn(true, false);
    }

    @Provide
    Arbitrary<Number> numbers() {
        return Combinators.combine(days(), integers(1, 999), Arbitraries.of(0, 60), Arbitraries.of(true, false))
                .as((date, serial, more, withCentury) -> {
                    String year = date.format(DateTimeFormatter.ofPattern("uuuu"));
                    String month = date.format(DateTimeFormatter.ofPattern("MM"));
                    String day = String.format("%02d", date.getDayOfMonth() + more);
                    String last = TestNumbers.withControlDigit(
                            year.substring(2) + month + day, String.format("%03d", serial));
                    return new Number(withCentury ? year.substring(0, 2) : "", year.substring(2), month, day, last);
                });
    }

    @Provide
    Arbitrary<String> dashes() {
        return Arbitraries.of(DASHES);
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.of(SPACES).list().ofMaxSize(3).map(spaces -> String.join("", spaces));
    }

    @Provide
    Arbitrary<String> dateJoints() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "-", ".", "/", " - ", " / "), Arbitraries.of(DASHES), Arbitraries.of(SPACES));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of(INVISIBLE);
    }

    /** The zero of each script that has digits of its own. */
    @Provide
    Arbitrary<Integer> zeros() {
        return Arbitraries.of(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.isDigit(point) && Character.digit(point, 10) == 0)
                .boxed()
                .toList());
    }

    @Provide
    Arbitrary<String> harmless() {
        return Arbitraries.oneOf(organisationNumbers(), amounts(), periods(), phoneNumbers(), caseNumbers());
    }

    /** The third digit of an organisation number is at least 2, so that no calendar has its month. */
    @Provide
    Arbitrary<String> organisationNumbers() {
        return Combinators.combine(
                        integers(10, 99),
                        integers(20, 99),
                        integers(0, 99),
                        integers(0, 999),
                        Arbitraries.of("", "16", "16 ", "nr "),
                        Arbitraries.of("", "-", "–", " "))
                .as((first, second, third, serial, before, joint) -> {
                    String six = String.format("%02d%02d%02d", first, second, third);
                    return before + six + joint + TestNumbers.withControlDigit(six, String.format("%03d", serial));
                });
    }

    @Provide
    Arbitrary<String> amounts() {
        Arbitrary<String> amount = Combinators.combine(
                        Arbitraries.longs().between(0, 9_999_999_999L),
                        Arbitraries.of(" ", "\u00A0", "\u202F", "\u2009", "."),
                        Arbitraries.of("", ",50", ":50"))
                .as((kronor, space, decimals) -> String.format("%,d", kronor).replaceAll("[^0-9]", space) + decimals);
        return Combinators.combine(
                        amount, amount, Arbitraries.of(" kr, ", " – ", "–", "-", " - ", " kr och ", "/", " + "))
                .as((first, second, between) -> first + between + second + " kr");
    }

    @Provide
    Arbitrary<String> periods() {
        return Combinators.combine(
                        days(),
                        days(),
                        Arbitraries.of(
                                "uuuu-MM-dd",
                                "uuuuMMdd",
                                "uuuu/MM/dd",
                                "uuuu.MM.dd",
                                "yyMMdd",
                                "yy-MM-dd",
                                "dd.MM.uuuu",
                                "d MMMM uuuu"),
                        Arbitraries.of(" – ", "–", "--", "-", " - ", " ", "/", " till ", ", ", "\n"))
                .as((from, to, pattern, between) -> from.format(DateTimeFormatter.ofPattern(pattern))
                        + between
                        + to.format(DateTimeFormatter.ofPattern(pattern)));
    }

    @Provide
    Arbitrary<String> phoneNumbers() {
        return Combinators.combine(
                        integers(0, 9),
                        digits(7),
                        Arbitraries.of(
                                "07%1$s-%2$s%3$s%4$s %5$s%6$s %7$s%8$s",
                                "07%1$s %2$s%3$s%4$s %5$s%6$s %7$s%8$s",
                                "07%1$s%2$s-%3$s%4$s %5$s%6$s %7$s%8$s",
                                "+46 7%1$s %2$s%3$s%4$s %5$s%6$s %7$s%8$s",
                                "+467%1$s%2$s%3$s%4$s%5$s%6$s%7$s%8$s",
                                "0046 7%1$s-%2$s%3$s%4$s %5$s%6$s %7$s%8$s",
                                "08-%1$s%2$s%3$s %4$s%5$s %6$s%7$s%8$s",
                                "08-%1$s%2$s %3$s%4$s %5$s%6$s",
                                "+46 8 %1$s%2$s%3$s %4$s%5$s %6$s%7$s%8$s",
                                "010-%1$s%2$s%3$s %4$s%5$s %6$s%7$s"))
                .as((first, rest, pattern) -> {
                    Object[] each = (first + rest).split("");
                    return "tel. " + String.format(pattern, each) + " vardagar";
                });
    }

    @Provide
    Arbitrary<String> caseNumbers() {
        return Combinators.combine(
                        integers(1, 9),
                        integers(1, 99),
                        integers(1, 9),
                        integers(1, 9999),
                        integers(1990, 2030),
                        Arbitraries.of("%d.%d.%d-%d/%d", "%d.%d.%d-%d-%d", "%d.%d.%d.–%d/%d"))
                .as((first, second, third, serial, year, pattern) ->
                        "Dnr " + String.format(pattern, first, second, third, serial, year));
    }

    @Provide
    Arbitrary<String> accountRows() {
        return Combinators.combine(
                        integers(1000, 8999),
                        Arbitraries.longs().between(-999_999_999L, 999_999_999L),
                        days(),
                        integers(1, 9999),
                        Arbitraries.of(
                                "#TRANS %1$d {} %2$s %3$s \"Utbetalning\"",
                                "#TRANS %1$d {\"1\" \"%4$d\"} %2$s %3$s",
                                "#VER A %4$d %3$s \"Faktura %4$d\" %3$s",
                                "#IB 0 %1$d %2$s",
                                "#UB -1 %1$d %2$s 0",
                                "#OIB 0 %1$d {1 \"%4$d\"} %2$s",
                                "#PSALDO 0 201412 %1$d {} %2$s",
                                "#RAR 0 %3$s %3$s"))
                .as((account, amount, date, number, pattern) -> String.format(
                        pattern,
                        account,
                        BigDecimal.valueOf(amount, 2).toPlainString(),
                        date.format(DateTimeFormatter.BASIC_ISO_DATE),
                        number));
    }

    private static Arbitrary<LocalDate> days() {
        return integers(0, 43_000).map(day -> LocalDate.of(1900, 1, 1).plusDays(day));
    }

    private static Arbitrary<Integer> integers(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static List<String> characters(IntPredicate wanted) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(wanted)
                .mapToObj(Character::toString)
                .toList();
    }
}
