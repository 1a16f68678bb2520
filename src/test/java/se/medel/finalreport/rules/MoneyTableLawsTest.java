package se.medel.finalreport.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.money.Kronor;

/** What holds for the report's money, whatever was granted: it adds up, and it tells of no few clients. */
class MoneyTableLawsTest {

    private static final Kronor RATE = Kronor.of(15_000);
    private static final List<List<String>> GROUPS = List.of(List.of("d0", "d1"), List.of("d2", "d3", "d4"));

    @Property
    void everyKronaIsInTheTotalOnceUnlessItIsWithheld(@ForAll("rounds") List<DistrictMoney> round) {
        MoneyTable table = MoneyTable.of(round, GROUPS);

        Sums all = Sums.sum(round.stream()
                .map(district -> table.withheld()
                                || table.together() != null && table.together().sums() == null
                        ? district.costs()
                        : district.all())
                .toList());
        assertThat(table.total()).isEqualTo(all);
        assertThat(table.lines()).hasSameSizeAs(round);
        Sums total = table.total();
        assertThat(total.granted())
                .isEqualTo(total.paid().plus(total.notYetPaid()).plus(total.released()));
        assertThat(total.paid())
                .isEqualTo(total.used()
                        .plus(total.repaid())
                        .plus(total.writtenOff())
                        .plus(total.owed()));
    }

    @Property
    void whatIsToldOfADistrictIsNeverOfOneToFourClients(@ForAll("rounds") List<DistrictMoney> round) {
        MoneyTable table = MoneyTable.of(round, GROUPS);

        for (int i = 0; i < round.size(); i++) {
            DistrictMoney district = round.get(i);
            MoneyTable.Line line = table.lines().get(i);
            if (!line.apart() && district.claims()) {
                assertThat(line.clients()).isGreaterThanOrEqualTo(5);
                assertThat(district.compensation().isTellable()).isTrue();
            } else {
                assertThat(line.sums()).isEqualTo(district.costs());
                assertThat(line.clients()).isNull();
            }
        }
    }

    @Property
    void whatStandsTogetherIsOfSeveralDistrictsAndManyClientsAndNothingMoreThanGrantedOfTheWholeRound(
            @ForAll("rounds") List<DistrictMoney> round) {
        MoneyTable table = MoneyTable.of(round, GROUPS);

        if (table.together() != null) {
            long claims = round.stream().filter(DistrictMoney::claims).count();
            assertThat(table.together().clients()).isGreaterThanOrEqualTo(5);
            if (table.together().sums() == null) {
                assertThat(table.together().districts()).isEqualTo((int) claims);
                assertThat(table.outcomeTold()).isFalse();
            } else {
                Compensation together = new Compensation(
                        table.together().sums(), table.together().clients());
                assertThat(table.together().districts()).isGreaterThan(1);
                assertThat(together.isTellable()).isTrue();
            }
        }
    }

    /** Who has the report, the accounts and the open data takes what they tell of the districts from what they tell of all. */
    @Property
    void whatIsLeftWhenEverythingToldByDistrictIsTakenAwayIsOfMany(@ForAll("rounds") List<DistrictMoney> round) {
        MoneyTable table = MoneyTable.of(round, GROUPS);

        List<DistrictMoney> hidden = round.stream()
                .filter(district -> district.claims() && table.isApart(district.district()))
                .toList();
        if (!table.withheld() && !hidden.isEmpty()) {
            Compensation left = Compensation.sum(
                    hidden.stream().map(DistrictMoney::compensation).toList());
            assertThat(left.clients()).isEqualTo(table.together().clients()).isGreaterThanOrEqualTo(5);
            assertThat(left.isTellable()).isEqualTo(table.outcomeTold());
            assertThat(hidden.size() > 1
                            || round.stream().filter(DistrictMoney::claims).count() == 1)
                    .isTrue();
        }
    }

    @Test
    void oneOfSixtyThatWasPaidBackForStandsInNoFigure() {
        Kronor granted = RATE.times(20);
        Compensation oneBack =
                new Compensation(Sums.of(granted, granted, Kronor.ZERO, RATE.times(19), RATE, Kronor.ZERO), 20);
        MoneyTable table = MoneyTable.of(
                List.of(new DistrictMoney("a", Sums.NOTHING, oneBack), district("b", 0, 20), district("c", 1, 20)),
                List.of());

        assertThat(table.withheld()).isFalse();
        assertThat(table.together()).isEqualTo(new MoneyTable.Together(3, RATE.times(60), null, 60));
        assertThat(table.total().granted()).isEqualTo(Kronor.of(1));
        assertThat(table.total().repaid()).isEqualTo(Kronor.ZERO);
        assertThat(table.clients()).isEqualTo(60);
    }

    @Property
    void aGroupThatIsToldGivesNobodyAway(@ForAll("rounds") List<DistrictMoney> round) {
        MoneyTable table = MoneyTable.of(round, GROUPS);

        if (table.groupsTold()) {
            for (List<String> group : GROUPS) {
                List<DistrictMoney> hidden = new ArrayList<>();
                for (int i = 0; i < round.size(); i++) {
                    if (table.lines().get(i).apart()
                            && group.contains(round.get(i).district())) {
                        hidden.add(round.get(i));
                    }
                }
                boolean all = table.together() == null
                        || hidden.isEmpty()
                        || hidden.size() == table.together().districts();
                assertThat(all || hidden.size() > 1 && clients(hidden) >= 5).isTrue();
            }
        }
    }

    private static long clients(List<DistrictMoney> districts) {
        return districts.stream()
                .mapToLong(district -> district.compensation().clients())
                .sum();
    }

    @Test
    void fewClientsTakeTheNextFewestWithThem() {
        MoneyTable table = MoneyTable.of(
                List.of(district("a", 0, 3), district("b", 200_000, 20), district("c", 100_000, 8)), List.of());

        assertThat(table.together()).isEqualTo(new MoneyTable.Together(2, RATE.times(11), paid(11).sums(), 11));
        assertThat(table.lines().get(1).sums().granted()).isEqualTo(Kronor.of(500_000));
        assertThat(table.lines().get(2).sums().granted()).isEqualTo(Kronor.of(100_000));
        assertThat(table.total().granted()).isEqualTo(Kronor.of(765_000));
        assertThat(table.clients()).isEqualTo(31);
    }

    @Test
    void aRoundWithFewClientsTellsOfNone() {
        MoneyTable table = MoneyTable.of(List.of(district("a", 200_000, 3), district("b", 100_000, 1)), List.of());

        assertThat(table.withheld()).isTrue();
        assertThat(table.total().granted()).isEqualTo(Kronor.of(300_000));
        assertThat(table.clients()).isNull();
    }

    private static DistrictMoney district(String name, long costs, int clients) {
        Kronor kronor = Kronor.of(costs);
        return new DistrictMoney(
                name, Sums.of(kronor, kronor, Kronor.ZERO, kronor, Kronor.ZERO, Kronor.ZERO), paid(clients));
    }

    private static Compensation paid(int clients) {
        Kronor kronor = RATE.times(clients);
        return new Compensation(Sums.of(kronor, kronor, Kronor.ZERO, kronor, Kronor.ZERO, Kronor.ZERO), clients);
    }

    @Provide
    Arbitrary<List<DistrictMoney>> rounds() {
        Arbitrary<DistrictMoney> any = Combinators.combine(
                        costs(), compensation().injectNull(0.3))
                .as((costs, compensation) -> new DistrictMoney("d", costs, compensation));
        return any.list().ofMaxSize(8).map(list -> {
            List<DistrictMoney> named = new ArrayList<>();
            for (DistrictMoney district : list) {
                named.add(new DistrictMoney("d" + named.size(), district.costs(), district.compensation()));
            }
            return named;
        });
    }

    private static Arbitrary<Sums> costs() {
        return sums(Arbitraries.longs().between(0, 600_000).map(Kronor::of));
    }

    private static Arbitrary<Compensation> compensation() {
        return Arbitraries.longs().between(0, 20).flatMap(clients -> sums(Arbitraries.just(RATE.times(clients)))
                .map(sums -> new Compensation(sums, clients)));
    }

    /** Paid some of it, released some of the rest, used some of what is paid, and so on. */
    private static Arbitrary<Sums> sums(Arbitrary<Kronor> granted) {
        Arbitrary<Integer> part = Arbitraries.integers().between(0, 4);
        return Combinators.combine(granted, part, part, part, part, part)
                .as((all, paid, released, used, repaid, off) -> {
                    Kronor out = of(all, paid);
                    Kronor kept = of(out, used);
                    Kronor back = of(out.minus(kept), repaid);
                    return Sums.of(
                            all,
                            out,
                            of(all.minus(out), released),
                            kept,
                            back,
                            of(out.minus(kept).minus(back), off));
                });
    }

    private static Kronor of(Kronor whole, int quarters) {
        return Kronor.of(whole.toWholeKronor() * quarters / 4);
    }
}
