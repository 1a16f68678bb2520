package se.medel.followup.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.followup.rules.Counts.Days;

class CountsTest {

    @ParameterizedTest(name = "{0} persons, {1} days, middle ones {2} and {3}: mean {4}, median {5}")
    @CsvSource({
        "1, 30, 30, 30, 1.0, 1.0",
        "2, 31, 0, 31, 0.5, 0.5",
        // 8.85 months and a little, and just under it.
        "1, 270, 270, 270, 8.9, 8.9",
        "1, 269, 269, 269, 8.8, 8.8",
        "96, 26016, 270, 271, 8.9, 8.9",
    })
    void monthsHaveOneDecimalRoundedHalfUp(long persons, long sum, long lower, long upper, String mean, String median) {
        Days days = new Days(persons, sum, lower, upper);
        assertThat(days.meanMonths()).hasToString(mean);
        assertThat(days.medianMonths()).hasToString(median);
    }

    @Test
    void nobodyHasNoMean() {
        assertThat(Days.NONE.meanMonths()).isNull();
        assertThat(Days.NONE.medianMonths()).isNull();
    }

    @Test
    void aSpanKnowsTheMonthsThatEndInIt() {
        assertThat(Span.year(2016).monthEnds()).hasSize(12).contains(LocalDate.of(2016, 2, 29));
        assertThat(new Span(LocalDate.of(2014, 1, 31), LocalDate.of(2014, 3, 30)).monthEnds())
                .isEqualTo(List.of(LocalDate.of(2014, 1, 31), LocalDate.of(2014, 2, 28)));
        assertThat(new Span(LocalDate.of(2014, 1, 5), LocalDate.of(2014, 1, 30)).monthEnds())
                .isEmpty();
    }
}
