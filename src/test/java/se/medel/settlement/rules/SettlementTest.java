package se.medel.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.settlement.rules.RepaymentReason.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.money.Kronor;

/** The settlement of single grants, in figures that can be checked by head. */
class SettlementTest {

    private static final Kronor GRANTED = Kronor.of(200_000);

    @Test
    void whatIsSpentByPlanIsKept() {
        Settlement settled = costs(0, List.of(line(1, "400000", "400000")), List.of());

        assertThat(settled.entitled()).isEqualTo(GRANTED);
        assertThat(settled.parts(GRANTED)).isEmpty();
        assertThat(settled.release(GRANTED, GRANTED)).isEqualTo(Kronor.ZERO);
    }

    @Test
    void whatIsNotSpentIsRepaid() {
        Settlement settled = costs(0, List.of(line(1, "200000", "150000.50")), List.of());

        assertThat(settled.entitled()).as("öre in the district's favour").isEqualTo(Kronor.of(150_001));
        assertThat(settled.parts(GRANTED)).isEqualTo(Map.of(UNUSED, Kronor.of(49_999)));
    }

    @Test
    void aLineThatThePlanHasNotIsOffPlan() {
        List<AdmittedLine> lines = List.of(line(1, "200000", "120000"), line(0, "0", "60000"));

        assertThat(costs(0, lines, List.of()).parts(GRANTED))
                .isEqualTo(Map.of(UNUSED, Kronor.of(20_000), OFF_PLAN, Kronor.of(60_000)));
        assertThat(costs(10, lines, List.of()).parts(GRANTED))
                .as("ten per cent of the plan is 20 000")
                .isEqualTo(Map.of(UNUSED, Kronor.of(20_000), OFF_PLAN, Kronor.of(40_000)));
        assertThat(costs(30, lines, List.of()).parts(GRANTED)).isEqualTo(Map.of(UNUSED, Kronor.of(20_000)));
    }

    @Test
    void whatTheOfficerDoesNotAdmitIsUnused() {
        Settlement settled = costs(0, List.of(new AdmittedLine(1, GRANTED, GRANTED, Kronor.of(180_000))), List.of());

        assertThat(settled.parts(GRANTED)).isEqualTo(Map.of(UNUSED, Kronor.of(20_000)));
    }

    @Test
    void whatOthersPaidIsFundedTwiceOnlyWhereTheGrantDoesNotFitBesideIt() {
        List<AdmittedLine> lines = List.of(line(1, "300000", "300000"), line(2, "100000", "100000"));

        assertThat(costs(0, lines, List.of(other("200000"))).parts(GRANTED)).isEmpty();
        assertThat(costs(0, lines, List.of(other("250000"))).parts(GRANTED))
                .isEqualTo(Map.of(FUNDED_TWICE, Kronor.of(50_000)));
        assertThat(costs(0, lines, List.of(other("350000", 2))).parts(GRANTED))
                .as("what is more than the line costs pays for nothing else")
                .isEmpty();
        assertThat(costs(0, lines, List.of(other("300000"), other("100000", 2))).parts(GRANTED))
                .as("the specific one is laid first, the general one on what is left")
                .isEqualTo(Map.of(FUNDED_TWICE, GRANTED));
    }

    @Test
    void whatIsCreditedIsNoCost() {
        Settlement settled = costs(
                0,
                List.of(
                        line(1, "200000", "200000"),
                        new AdmittedLine(2, Kronor.of(5_000), Kronor.of(-3_000), Kronor.ZERO)),
                List.of());

        assertThat(settled.parts(GRANTED)).isEqualTo(Map.of(UNUSED, Kronor.of(3_000)));
    }

    @Test
    void whatIsCreditedOffThePlanIsTakenOffWhatThePlanHasNot() {
        AdmittedLine plan = line(1, "200000", "120000");
        AdmittedLine invoice = line(0, "0", "60000");

        assertThat(costs(0, List.of(plan, invoice, credit(20_000)), List.of()).parts(GRANTED))
                .isEqualTo(Map.of(UNUSED, Kronor.of(40_000), OFF_PLAN, Kronor.of(40_000)));
        assertThat(costs(0, List.of(plan, invoice, credit(60_000)), List.of()).entitled())
                .as("as if neither had been there")
                .isEqualTo(costs(0, List.of(plan), List.of()).entitled());
    }

    @Test
    void whereThePlanIsCreditedForMoreThanItCostOthersHavePaidNothingOfIt() {
        AdmittedLine credited = new AdmittedLine(1, GRANTED, Kronor.of(-40_000), Kronor.ZERO);
        Settlement settled = costs(0, List.of(credited, line(0, "0", "50000")), List.of(other("100000")));

        assertThat(settled.entitled()).isEqualTo(Kronor.ZERO);
        assertThat(settled.parts(GRANTED)).isEqualTo(Map.of(UNUSED, Kronor.of(190_000), OFF_PLAN, Kronor.of(10_000)));
        assertThat(settled.toString()).doesNotContain("-");
    }

    @Test
    void withoutAReportTheWholeSumIsFlagged() {
        Settlement settled = Settlement.of(new YearEnd.NoReport(GRANTED));

        assertThat(settled.parts(GRANTED)).isEqualTo(Map.of(NO_REPORT, GRANTED));
        assertThat(settled.parts(Kronor.of(50_000)))
                .as("never more than was paid")
                .isEqualTo(Map.of(NO_REPORT, Kronor.of(50_000)));
        assertThat(settled.release(GRANTED, Kronor.of(50_000))).isEqualTo(Kronor.of(150_000));
    }

    @Test
    void eachClientCountsOnceAndByItsReason() {
        Kronor granted = Kronor.of(450_000);
        Settlement settled = Settlement.of(new YearEnd.Clients(granted, Kronor.of(15_000), 30, 2, 1));

        assertThat(settled.parts(granted))
                .isEqualTo(Map.of(NOT_ELIGIBLE_CLIENT, Kronor.of(30_000), FUNDED_TWICE, Kronor.of(15_000)));
    }

    @Test
    void theRestIsPaidWhereLessWasPaidThanTheDistrictMayKeep() {
        Settlement settled = costs(0, List.of(line(1, "200000", "150000")), List.of());
        Kronor paid = Kronor.of(100_000);

        assertThat(settled.stillToPay(paid)).isEqualTo(Kronor.of(50_000));
        assertThat(settled.release(GRANTED, paid)).isEqualTo(Kronor.of(50_000));
        assertThat(settled.parts(paid)).isEmpty();
    }

    private static Settlement costs(int tolerance, List<AdmittedLine> lines, List<ReceivedFunding> others) {
        return Settlement.of(new YearEnd.Costs(GRANTED, lines, others, tolerance));
    }

    private static AdmittedLine line(int number, String planned, String cost) {
        return new AdmittedLine(number, Kronor.of(planned), Kronor.of(cost), Kronor.of(cost));
    }

    private static AdmittedLine credit(long kronor) {
        return new AdmittedLine(0, Kronor.ZERO, Kronor.ZERO.minus(Kronor.of(kronor)), Kronor.ZERO);
    }

    private static ReceivedFunding other(String amount, Integer... lines) {
        return new ReceivedFunding("Annan", Kronor.of(amount), Set.of(lines));
    }
}
