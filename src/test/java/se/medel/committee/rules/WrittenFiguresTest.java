package se.medel.committee.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.committee.rules.WrittenFigures.Figure;
import se.medel.committee.rules.WrittenFigures.Unit;

class WrittenFiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "högst 5 mkr|5000000",
                "högst 5,4 mnkr.|5400000",
                "5 000 000 kr|5000000",
                "5\u00a0000\u00a0000\u00a0kronor|5000000",
                "600 tkr|600000",
                "200 tusen kronor|200000",
                "1,5 miljoner kronor|1500000",
                "15000kr per klient|15000",
            })
    void anAmountIsTheSameHoweverItIsWritten(String text, BigDecimal kronor) {
        assertThat(WrittenFigures.in(text)).singleElement().satisfies(figure -> {
            assertThat(figure.unit()).isEqualTo(Unit.KRONOR);
            assertThat(figure.value()).isEqualByComparingTo(kronor);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"65 klienter", "högst 65 stycken", "65 personer", "15–65 klienter"})
    void peopleAreFound(String text) {
        assertThat(WrittenFigures.in(text))
                .singleElement()
                .extracting(figure -> figure.unit() + " " + figure.value().intValueExact())
                .isEqualTo("PEOPLE 65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19-29 år", "19–29 år", "19 – 29 år", "19–29-åringar"})
    void agesAreFound(String text) {
        assertThat(WrittenFigures.in(text))
                .singleElement()
                .extracting(Figure::unit)
                .isEqualTo(Unit.AGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"år 2014", "dnr 3.1-101/2014", "§ 12", "den 14 februari 2014", "tel. 08-508 00 000", "{M5}"})
    void otherNumbersAreLeftAlone(String text) {
        assertThat(WrittenFigures.in(text)).isEmpty();
    }

    @Test
    void onlyWhatIsKnownByValueAndUnitPasses() {
        Set<Figure> known = Set.of(
                new Figure("", Unit.KRONOR, BigDecimal.valueOf(5_000_000)),
                new Figure("", Unit.PEOPLE, BigDecimal.TEN));
        assertThat(WrittenFigures.strange("5 mkr, 10 klienter, 10 kr, 5,1 mkr och 11 klienter", known))
                .extracting(Figure::typed)
                .isEqualTo(List.of("10 kr", "5,1 mkr", "11 klienter"));
    }

    @Property
    void everyWholeAmountIsFoundAgain(@ForAll @IntRange(min = 1, max = 999_999_999) int kronor) {
        assertThat(WrittenFigures.in(String.format("Det blir %,d kr.", kronor).replace(',', ' ')))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(BigDecimal.valueOf(kronor)));
    }
}
