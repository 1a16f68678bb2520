package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "600000,600_000_kr",
        "600000.00,600_000_kr",
        "0,0_kr",
        "999,999_kr",
        "1000,1_000_kr",
        "5000000,5_000_000_kr",
        "'1234.5','1_234,50_kr'",
        "-15000,\u221215_000_kr",
        "-0.5,'\u22120,50_kr'",
        "0.00,0_kr",
        "999999999999,999_999_999_999_kr"
    })
    void anAmountNeverBreaksOverTwoLines(BigDecimal amount, String shown) {
        assertThat(Formats.kr(amount)).isEqualTo(shown.replace('_', '\u00a0'));
    }

    @Test
    void aDateIsWrittenInTheLanguageOfThePage() {
        LocalDate day = LocalDate.of(2014, 12, 31);
        assertThat(Formats.day(day)).isEqualTo("2014-12-31");
        assertThat(Formats.longDay(day, Language.SWEDISH)).isEqualTo("31 december 2014");
        assertThat(Formats.longDay(day, "en")).isEqualTo("31 December 2014");
    }

    @Test
    void aMomentIsToldInStockholmSummerAndWinter() {
        assertThat(Formats.moment(Instant.parse("2014-12-31T23:30:00Z"))).isEqualTo("2015-01-01 00:30");
        assertThat(Formats.moment(Instant.parse("2014-06-30T22:30:00Z"))).isEqualTo("2014-07-01 00:30");
    }
}
