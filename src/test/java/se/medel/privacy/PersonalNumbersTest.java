package se.medel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

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

    @Property(tries = 300)
    void everyDateWithARightControlDigitIsFoundAlsoAsACoordinationNumber(
            @ForAll @IntRange(min = 0, max = 43_000) int day, @ForAll @IntRange(min = 1, max = 999) int serial) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
        String number = String.format("%02d%02d%02d", date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
        String coordination =
                String.format("%02d%02d%02d", date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth() + 60);
        String three = String.format("%03d", serial);
        assertThat(PersonalNumbers.areIn("se " + number + "-" + TestNumbers.withControlDigit(number, three) + ", tack"))
                .isTrue();
        assertThat(PersonalNumbers.areIn(
                        "se " + coordination + "-" + TestNumbers.withControlDigit(coordination, three)))
                .isTrue();
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

    @Property(tries = 300)
    void noTextIsTooStrangeToLookAt(@ForAll @StringLength(max = 200) String text) {
        assertThat(PersonalNumbers.areIn(text)).isIn(true, false);
    }
}
