package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.costreport.sie.SieFixture.HEAD;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.costreport.sie.CostSums.Outcome;
import se.medel.costreport.sie.CostSums.Sum;
import se.medel.money.Kronor;

class CostSumsTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2014, 12, 31);

    @Test
    void eachLineIsTakenOrLeftOutForItsReason() {
        Outcome outcome = outcome(
                """
                #VER A 1 20140312
                {
                #TRANS 5011 {1 4711 6 SIG14} 100.00
                #TRANS 6011 {6 SIG14} 20.50
                #TRANS 6011 {6 SIG14} 3.00 20150101
                #TRANS 6011 {6 ANNAT} 4.00
                #TRANS 7910 {6 SIG14} 5.00
                #TRANS 8910 {6 SIG14} 6.00
                #TRANS 3511 {6 SIG14} -7.00
                #TRANS 1510 {6 SIG14} 8.00
                #TRANS 1930 {} -139.50
                }
                #VER A 2 20140312 "Rättelse av 1"
                {
                #TRANS 6011 {6 SIG14} -0.50
                #TRANS 1930 {} 0.50
                }
                #VER A 3 20140312 "Går inte jämnt upp"
                {
                #TRANS 6011 {6 SIG14} 9.00
                #TRANS 5011 {6 ANNAT} 9.00
                }
                """);

        assertThat(outcome.takenByCategory())
                .containsOnlyKeys("STAFF", "PREMISES")
                .containsEntry("STAFF", sum("100.00", 1))
                .containsEntry("PREMISES", sum("20.00", 2));
        assertThat(outcome.totalTaken()).isEqualTo(sum("120.00", 3));
        assertThat(outcome.leftOut(LeftOut.OUTSIDE_PERIOD)).isEqualTo(sum("3.00", 1));
        assertThat(outcome.leftOut(LeftOut.OTHER_OBJECTS)).isEqualTo(sum("13.00", 2));
        assertThat(outcome.leftOut(LeftOut.NO_COST)).isEqualTo(sum("5.00", 1));
        assertThat(outcome.leftOut(LeftOut.UNMAPPED_ACCOUNT)).isEqualTo(sum("6.00", 1));
        assertThat(outcome.leftOut(LeftOut.INCOME_ACCOUNT)).isEqualTo(sum("-7.00", 1));
        assertThat(outcome.leftOut(LeftOut.BALANCE_ACCOUNT)).isEqualTo(sum("8.00", 1));
        assertThat(outcome.leftOut(LeftOut.NO_OBJECTS)).isEqualTo(sum("-139.00", 2));
        assertThat(outcome.leftOut(LeftOut.UNBALANCED_VOUCHER)).isEqualTo(sum("9.00", 1));
        assertThat(outcome.unmapped()).containsExactly(new CostSums.AccountSum("8910", "", sum("6.00", 1)));
    }

    @Test
    void aLineAboutTwoChosenObjectsIsTakenOnce() {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project("SIG14"), ObjectPair.costCentre("4711")), FIRST, LAST, KommunBas.chart()));
        read("#VER A 1 20140312\n{\n#TRANS 5011 {1 4711 6 SIG14} 1\n#TRANS 1930 {} -1\n}\n", sums);

        assertThat(sums.outcome().totalTaken()).isEqualTo(sum("1.00", 1));
    }

    @Test
    void sumsBeyondWhatFitsInANumberAreRight() {
        CostSums sums = sums();
        Voucher voucher = new Voucher("A", "1", FIRST, "", 1);
        long huge = 99_999_999_999_999_999L;
        for (int i = 0; i < 1_000; i++) {
            sums.line(new Line(i, voucher, "6011", List.of(ObjectPair.project("SIG14")), huge, FIRST, ""));
            sums.voucherEnded(voucher, Kronor.ZERO);
        }

        assertThat(sums.outcome().totalTaken().amount())
                .isEqualTo(Ore.kronor(huge).times(1_000));
    }

    @Test
    void moreAccountsThanAnyChartHasAreAddedUpAsOne() {
        CostSums sums = sums();
        Voucher voucher = new Voucher("A", "1", FIRST, "", 1);
        int accounts = CostSums.MOST_ACCOUNTS + 1_000;
        for (int i = 0; i < accounts; i++) {
            String account = String.valueOf((i % 2 == 0 ? 5_000_000 : 8_000_000) + i);
            sums.line(new Line(i, voucher, account, List.of(ObjectPair.project("SIG14")), 100, FIRST, ""));
        }
        sums.voucherEnded(voucher, Kronor.ZERO);

        assertThat(sums.outcome().takenByCategory().get("STAFF").lines()).isEqualTo(accounts / 2);
        assertThat(sums.outcome().leftOut(LeftOut.UNMAPPED_ACCOUNT).lines()).isEqualTo(accounts / 2);
        assertThat(sums.outcome().taken()).hasSizeLessThanOrEqualTo(CostSums.MOST_ACCOUNTS + 2);
    }

    @Property(tries = 500)
    void whatIsTakenAndWhatIsLeftOutAreAllLinesToTheOre(@ForAll("vouchers") List<String> vouchers) {
        long[] all = new long[2];
        CostSums sums = sums();
        read(String.join("", vouchers), new SieListener() {
            @Override
            public void line(Line line) {
                all[0] += line.ore();
                all[1]++;
                sums.line(line);
            }

            @Override
            public void voucherEnded(Voucher voucher, Kronor difference) {
                sums.voucherEnded(voucher, difference);
            }
        });

        Outcome outcome = sums.outcome();
        assertThat(outcome.totalTaken().plus(outcome.totalLeftOut())).isEqualTo(new Sum(Ore.kronor(all[0]), all[1]));
        assertThat(outcome.unmapped().stream().map(CostSums.AccountSum::sum).reduce(Sum.NONE, Sum::plus))
                .isEqualTo(outcome.leftOut(LeftOut.UNMAPPED_ACCOUNT));
    }

    @Provide
    Arbitrary<List<String>> vouchers() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(-100_000_000, 100_000_000);
        // Each line with the one that evens it out.
        Arbitrary<List<String>> pairs = Combinators.combine(
                        Arbitraries.of("5011", "6011", "7910", "8910", "3511", "1510", "4610", "9"),
                        Arbitraries.of("{}", "{6 SIG14}", "{6 ANNAT}", "{1 4711 6 SIG14 7 X}", "{7 X}"),
                        amounts,
                        Arbitraries.of("", "20131231", "20140101", "20141231", "20150101"))
                .as((account, objects, ore, date) ->
                        List.of(line(account, objects, ore, date), line(account, objects, -ore, date)));
        return Combinators.combine(pairs.list().ofMaxSize(6), Arbitraries.of(1, 2))
                .as((lines, each) -> "#VER A 1 20140312\n{\n"
                        + lines.stream()
                                .flatMap(pair -> pair.stream().limit(each))
                                .collect(Collectors.joining())
                        + "}\n")
                .list()
                .ofMaxSize(8);
    }

    private static String line(String account, String objects, long ore, String date) {
        return "#TRANS " + account + " " + objects + " " + Ore.kronor(ore) + " \"" + date + "\"\n";
    }

    private static Sum sum(String amount, long lines) {
        return new Sum(Kronor.of(amount), lines);
    }

    private static CostSums sums() {
        return new CostSums(new CostSums.Choice(Set.of(ObjectPair.project("SIG14")), FIRST, LAST, KommunBas.chart()));
    }

    private static Outcome outcome(String vouchers) {
        CostSums sums = sums();
        read(vouchers, sums);
        return sums.outcome();
    }

    private static void read(String vouchers, SieListener listener) {
        assertThat(SieFile.read(new ByteArrayInputStream((HEAD + vouchers).getBytes(SieFixture.CP437)), listener)
                        .refusals())
                .isEmpty();
    }
}
