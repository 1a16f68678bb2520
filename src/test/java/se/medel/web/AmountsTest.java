package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200000",
                "200 000",
                "200\u00a0000",
                "200\u202f000",
                "200\u2009000",
                " 200 000 kr ",
                "200 000kr",
                "200 000 KR",
                "200 000 kr.",
                "200 000:-",
                "200 000,00",
                "0200000",
                "\t200000\n"
            })
    void wholeKronorAreReadAsPeopleTypeThem(String text) {
        assertThat(Amounts.wholeKronor(text)).isEqualTo(new Amounts.Reading(new BigDecimal("200000"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null|MISSING",
                "''|MISSING",
                "'   '|MISSING",
                "kr|MISSING",
                "1e9|NOT_A_NUMBER",
                "abc|NOT_A_NUMBER",
                "12a|NOT_A_NUMBER",
                "0x10|NOT_A_NUMBER",
                "1.5|NOT_A_NUMBER",
                "600.000|NOT_A_NUMBER",
                "1,|NOT_A_NUMBER",
                ",5|NOT_A_NUMBER",
                "--1|NOT_A_NUMBER",
                "-|NOT_A_NUMBER",
                "+1|NOT_A_NUMBER",
                "1,2,3|NOT_A_NUMBER",
                "NaN|NOT_A_NUMBER",
                "Infinity|NOT_A_NUMBER",
                "１２|NOT_A_NUMBER",
                "٣|NOT_A_NUMBER",
                "5 kr kr|NOT_A_NUMBER",
                "-1|NEGATIVE",
                "\u22121|NEGATIVE",
                "-0,5|NEGATIVE",
                "- 200 000 kr|NEGATIVE",
                "0,5|DECIMALS",
                "200 000,50|DECIMALS",
                "1000000000000|TOO_LARGE",
                "1234567890123456|TOO_LARGE",
                "999999999999,5|TOO_LARGE"
            })
    void whatIsNoAmountOfWholeKronorIsRefusedWithItsReason(String text, Amounts.Refusal refusal) {
        assertThat(Amounts.wholeKronor(text)).isEqualTo(new Amounts.Reading(null, refusal));
    }

    @Test
    void aMillionDigitsAreRefusedWithoutCountingThem() {
        assertThat(Amounts.wholeKronor("9".repeat(1_000_000)).refusal()).isEqualTo(Amounts.Refusal.TOO_LARGE);
    }

    @Test
    void theLargestAndTheSmallestAmountAreRead() {
        assertThat(Amounts.wholeKronor("999 999 999 999").amount()).isEqualTo(Amounts.MOST);
        assertThat(Amounts.wholeKronor("0").amount()).isEqualTo(BigDecimal.ZERO);
        assertThat(Amounts.wholeKronor("-0").amount()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 234,5 kr|1234.50", "1234|1234.00", "0,01|0.01", "1234,500|1234.50"})
    void kronorAndOreHaveTwoDecimals(String text, BigDecimal amount) {
        assertThat(Amounts.kronorAndOre(text)).isEqualTo(new Amounts.Reading(amount, null));
    }

    @Test
    void partsOfAnOreAreRefused() {
        assertThat(Amounts.kronorAndOre("0,001").refusal()).isEqualTo(Amounts.Refusal.ORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "121|TOO_LARGE",
                "-1|NEGATIVE",
                "1,5|DECIMALS",
                "12 kr|NOT_A_NUMBER",
                "''|MISSING",
                "x|NOT_A_NUMBER"
            })
    void aNumberOutsideItsBoundsIsRefused(String text, Amounts.Refusal refusal) {
        assertThat(Amounts.count(text, 120).refusal()).isEqualTo(refusal);
    }

    @Test
    void aNumberWithinItsBoundsIsRead() {
        assertThat(Amounts.count(" 120 ", 120).amount()).isEqualTo(new BigDecimal("120"));
    }
}
