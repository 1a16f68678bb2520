package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.application.rules.CostCategory;

class AccountChartTest {

    private static final List<String> CATEGORIES =
            Arrays.stream(CostCategory.values()).map(Enum::name).toList();

    @ParameterizedTest
    @CsvSource({
        "5011,STAFF",
        "56,STAFF",
        "60150,PREMISES",
        "641,EQUIPMENT",
        "7051,TRAVEL",
        "552,TRAVEL",
        "46,PURCHASED_SERVICES",
        "76,OTHER",
        "4,OTHER",
        "791,''",
        "4011,''"
    })
    void theLongestPrefixSaysWhichCostAnAccountIs(String account, String category) {
        assertThat(KommunBas.chart().lineOf(account))
                .map(AccountChart.Line::category)
                .contains(category);
    }

    @ParameterizedTest
    @CsvSource({"1930", "2441", "3511", "8411", "9"})
    void accountsThatAreNoCostsAreNotInTheChart(String account) {
        assertThat(KommunBas.chart().lineOf(account)).isEmpty();
    }

    @Test
    void theChartToBeginWithHasNoFaultsAndUsesEveryCategory() {
        assertThat(KommunBas.chart().check(CATEGORIES)).isEmpty();
        assertThat(KommunBas.chart().lines())
                .extracting(AccountChart.Line::category)
                .containsAll(CATEGORIES);
    }

    @Test
    void aChartWithWrongPrefixesOrCategoriesIsRefusedAtItsLine() {
        AccountChart chart = new AccountChart(List.of(
                new AccountChart.Line("50", "STAFF"),
                new AccountChart.Line("50", "OTHER"),
                new AccountChart.Line("", "OTHER"),
                new AccountChart.Line("5x", "OTHER"),
                new AccountChart.Line("12345678901", "OTHER"),
                new AccountChart.Line("6", "BUBBLES")));

        assertThat(chart.check(CATEGORIES))
                .extracting(fault -> fault.field() + " " + fault.reason())
                .containsExactly(
                        "lines[1].prefix CHART_PREFIX_TWICE",
                        "lines[2].prefix CHART_PREFIX_INVALID",
                        "lines[3].prefix CHART_PREFIX_INVALID",
                        "lines[4].prefix CHART_PREFIX_INVALID",
                        "lines[5].category CHART_CATEGORY_UNKNOWN");
    }
}
