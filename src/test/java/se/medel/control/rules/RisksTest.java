package se.medel.control.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.control.rules.RiskFlag.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.money.Kronor;

class RisksTest {

    private static final LocalDate DUE = LocalDate.of(2015, 1, 31);

    private static CostLine line(int number, long planned, String actual) {
        return new CostLine(
                7,
                number,
                CostCategory.STAFF,
                "Lots",
                Kronor.of(planned),
                Kronor.of(actual),
                null,
                CostLine.Source.LEDGER);
    }

    private static List<Risk> risks(ReportContent content) {
        return Risks.of(new Risks.Facts(content, Map.of(7L, Kronor.of(100_000)), DUE, DUE, null));
    }

    private static ReportContent of(CostLine... lines) {
        return ReportContent.EMPTY.withLines(List.of(lines));
    }

    @Test
    void aReportThatFollowsItsPlanByTheLedgerInTimeHasNoFlag() {
        assertThat(risks(of(line(1, 100_000, "97512.50")))).isEmpty();
    }

    @Test
    void tenPerCentOverIsNoFlagAndAnOreMoreIs() {
        assertThat(risks(of(line(1, 100_000, "110000")))).isEmpty();
        assertThat(risks(of(line(1, 100_000, "110000.01"))))
                .containsExactly(new Risk(OVER_PLAN, new BigDecimal("10000.01")));
    }

    @Test
    void oneLineUnderDoesntHideAnotherThatIsOver() {
        assertThat(risks(of(line(1, 50_000, "61512.10"), line(2, 50_000, "38000.90"))))
                .containsExactly(new Risk(OVER_PLAN, new BigDecimal("11512.10")));
    }

    @Test
    void whatThePlanHasntIsAFlagWithItsSum() {
        assertThat(risks(of(line(1, 100_000, "99512.10"), line(0, 0, "1250.50"))))
                .containsExactly(new Risk(OFF_PLAN, new BigDecimal("1250.50")));
    }

    @Test
    void aQuarterUnspentIsAFlagAndAnOreLessIsNot() {
        assertThat(risks(of(line(1, 100_000, "75000.01")))).isEmpty();
        assertThat(risks(of(line(1, 100_000, "75000.00"))))
                .containsExactly(new Risk(UNSPENT, new BigDecimal("25000.00")));
    }

    @Test
    void typedWholeThousandsStandOutTwice() {
        CostLine[] typed = {line(1, 40_000, "40000"), line(2, 30_000, "30000"), line(3, 30_000, "30000")};
        for (int i = 0; i < typed.length; i++) {
            typed[i] = typed[i].withActual(typed[i].actual(), CostLine.Source.TYPED);
        }
        assertThat(risks(of(typed))).extracting(Risk::flag).containsExactly(NO_LEDGER, ROUND_SUMS);
    }

    @Test
    void othersMoneyAboveTheCostIsAFlagButAGrantAloneIsOnlyUnused() {
        OtherIncome others = new OtherIncome(7, "AMF", Kronor.of(20_000), Set.of());
        ReportContent alone = of(line(1, 100_000, "90512.10"));
        assertThat(risks(alone)).isEmpty();
        ReportContent both = new ReportContent(alone.lines(), true, List.of(others), Map.of(), null, Map.of());
        assertThat(risks(both)).containsExactly(new Risk(OVER_FUNDED, new BigDecimal("29487.90")));
    }

    @Test
    void aDayLateAndAFirstTimeAreFlagsWithTheirFigures() {
        assertThat(Risks.of(new Risks.Facts(
                        of(line(1, 100_000, "99512.10")), Map.of(7L, Kronor.of(100_000)), DUE, DUE.plusDays(1), 2014)))
                .containsExactly(new Risk(LATE, BigDecimal.ONE), new Risk(FIRST_TIME, BigDecimal.valueOf(2014)));
    }
}
