package se.medel.settlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.medel.money.Kronor;

/** What holds for every settlement, whatever was granted, paid, spent and found. */
class SettlementLawsTest {

    @Property
    void thePartsAreWhatIsRepaidAndNeverMoreThanWasPaid(
            @ForAll("anything") YearEnd input, @ForAll("paid") Kronor anyPaid) {
        Kronor paid = anyPaid.min(input.granted());
        Settlement settled = Settlement.of(input);

        Kronor parts = settled.parts(paid).values().stream().reduce(Kronor.ZERO, Kronor::plus);

        assertThat(parts).isEqualTo(settled.repay(paid));
        assertThat(parts).isLessThanOrEqualTo(paid);
        assertThat(settled.parts(paid).values()).allMatch(Kronor::isPositive).allMatch(Kronor::isWhole);
    }

    @Property
    void everyKronaIsAccountedFor(@ForAll("anything") YearEnd input, @ForAll("paid") Kronor anyPaid) {
        Kronor granted = input.granted();
        Kronor paid = anyPaid.min(granted);
        Settlement settled = Settlement.of(input);

        assertThat(paid.plus(settled.stillToPay(paid)).plus(settled.release(granted, paid)))
                .as("granted = paid + not yet paid + released")
                .isEqualTo(granted);
        assertThat(settled.entitled().min(paid).plus(settled.repay(paid)))
                .as("paid = admitted + to repay")
                .isEqualTo(paid);
    }

    @Property
    void theChainLeadsFromTheGrantToWhatIsKept(@ForAll("anything") YearEnd input) {
        Settlement settled = Settlement.of(input);

        Kronor left = input.granted();
        for (SettlementStep step : settled.steps()) {
            assertThat(step.before()).isEqualTo(left);
            assertThat(step.after()).isLessThanOrEqualTo(step.before());
            assertThat(step.after().isNegative()).isFalse();
            left = step.after();
        }
        assertThat(settled.entitled()).isEqualTo(left);
    }

    @Property
    void moreApprovedCostNeverGivesLess(@ForAll("costs") YearEnd.Costs costs, @ForAll("paid") Kronor more) {
        List<AdmittedLine> lines = new java.util.ArrayList<>(costs.lines());
        lines.add(new AdmittedLine(1, Kronor.ZERO, more, more));
        YearEnd.Costs increased =
                new YearEnd.Costs(costs.granted(), lines, costs.otherFunding(), costs.tolerancePercent());

        if (costs.otherFunding().isEmpty()) {
            assertThat(Settlement.of(increased).entitled())
                    .isGreaterThanOrEqualTo(Settlement.of(costs).entitled());
        }
    }

    @Property
    void moreFromOthersNeverGivesMore(@ForAll("costs") YearEnd.Costs costs, @ForAll("funding") ReceivedFunding more) {
        List<ReceivedFunding> others = new java.util.ArrayList<>(costs.otherFunding());
        others.add(more);

        assertThat(Settlement.of(new YearEnd.Costs(costs.granted(), costs.lines(), others, costs.tolerancePercent()))
                        .entitled())
                .isLessThanOrEqualTo(Settlement.of(costs).entitled());
    }

    @Property
    void theDistrictNeverKeepsMoreThanItSpentAndNobodyElsePaid(@ForAll("costs") YearEnd.Costs costs) {
        Kronor spent = costs.lines().stream().map(AdmittedLine::admitted).reduce(Kronor.ZERO, Kronor::plus);

        assertThat(Settlement.of(costs).entitled().amount())
                .isLessThan(spent.amount().add(BigDecimal.ONE));
    }

    @Provide
    Arbitrary<YearEnd> anything() {
        Arbitrary<YearEnd> none = whole().map(YearEnd.NoReport::new);
        return Arbitraries.oneOf(none, costs().map(YearEnd.class::cast), clients());
    }

    @Provide
    Arbitrary<YearEnd.Costs> costs() {
        return Combinators.combine(
                        whole(),
                        line().list().ofMaxSize(6),
                        funding().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 100))
                .as(YearEnd.Costs::new);
    }

    private static Arbitrary<YearEnd> clients() {
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 60);
        return Combinators.combine(count, count, count)
                .as((paidOnce, notEligible, twice) -> new YearEnd.Clients(
                        Kronor.of(15_000).times(paidOnce + notEligible + twice),
                        Kronor.of(15_000),
                        paidOnce + notEligible + twice,
                        notEligible,
                        twice));
    }

    private static Arbitrary<AdmittedLine> line() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        ore(0),
                        ore(-100_000),
                        Arbitraries.integers().between(0, 100))
                .as((number, planned, reported, percent) -> new AdmittedLine(
                        number,
                        number == 0 ? Kronor.ZERO : planned,
                        reported,
                        reported.orZero()
                                .min(new Kronor(reported.orZero()
                                        .amount()
                                        .multiply(BigDecimal.valueOf(percent))
                                        .divide(BigDecimal.valueOf(100), 2, java.math.RoundingMode.DOWN)))));
    }

    @Provide
    Arbitrary<ReceivedFunding> funding() {
        return Combinators.combine(
                        ore(0), Arbitraries.integers().between(1, 5).set().ofMaxSize(3))
                .as((amount, lines) -> new ReceivedFunding("Annan", amount, lines));
    }

    @Provide
    Arbitrary<Kronor> paid() {
        return whole();
    }

    private static Arbitrary<Kronor> whole() {
        return Arbitraries.longs().between(0, 600_000).map(Kronor::of);
    }

    private static Arbitrary<Kronor> ore(long least) {
        return Arbitraries.longs().between(least * 100, 50_000_000).map(ore -> new Kronor(BigDecimal.valueOf(ore, 2)));
    }
}
