package se.medel.round.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.OTHERS;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;
import static se.medel.round.rules.ModelFixture.SPANGA_TENSTA;
import static se.medel.round.rules.ModelFixture.model;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.round.rules.ModelFixture.withCeiling;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder.Allocation;

/** The model of 2014, with both sides of every boundary. */
class Model2014Test {

    @ParameterizedTest
    @CsvSource({
        "199999, 199999, ''",
        "200000, 200000, ''",
        "200001, 200000, M2",
        "250000, 200000, M2",
        "0,      0,      ''",
    })
    void coFinancingIsAtMost200000ForADistrict(long asked, long granted, String binding) {
        Outcome outcome = assess(Ask.coFinancing(SKARHOLMEN, Kronor.of(asked)));
        assertThat(outcome.granted()).isEqualTo(Kronor.of(granted));
        assertThat(String.join(",", outcome.binding())).isEqualTo(binding);
    }

    @ParameterizedTest
    @CsvSource({
        // total cost, other funding, granted of 200 000 asked
        "300000,    0,      200000",
        "200001,    0,      200000",
        "200000,    0,      199999", // an own part above zero is demanded in 2014
        "200000.50, 0,      200000",
        "180000,    30000,  149999",
        "180000.99, 30000,  150000",
        "100000,    100000, 0",
        "100000,    150000, 0",
        "0,         0,      0",
    })
    void theGrantLeavesAnOwnPartOfWhatOthersDoNotPay(String totalCost, String otherFunding, long granted) {
        Ask ask =
                Ask.coFinancing(SKARHOLMEN, Kronor.of(200_000)).withCost(Kronor.of(totalCost), Kronor.of(otherFunding));
        assertThat(assess(ask).granted()).isEqualTo(Kronor.of(granted));
    }

    @Test
    void withoutADemandForAnOwnPartTheGrantMayCoverTheWholeRest() {
        Ask ask = Ask.coFinancing(SKARHOLMEN, Kronor.of(200_000)).withCost(Kronor.of(180_000), Kronor.of(30_000));
        assertThat(Assessment.of(model(5_000_000, 200_000, 15_000, 120, 65, false), Commitments.none(), ask)
                        .granted())
                .isEqualTo(Kronor.of(150_000));
    }

    @Test
    void theFixedGrantIsTheNamedSumOnceAndOnlyForTheNamedDistricts() {
        Outcome first = assess(Ask.fixedGrant(RINKEBY_KISTA));
        assertThat(first.granted()).isEqualTo(Kronor.of(600_000));
        Commitments committed = first.addTo(Commitments.none());
        Outcome again = Assessment.of(
                model2014(),
                committed,
                new Ask(RINKEBY_KISTA, ComponentKind.FIXED_GRANT, Kronor.of(1), null, null, 0, null));
        assertThat(again.granted()).isEqualTo(Kronor.ZERO);
        assertThat(again.binding()).containsExactly("M1");
        assertThat(assess(Ask.fixedGrant(SKARHOLMEN)).granted()).isEqualTo(Kronor.ZERO);
        assertThat(assess(Ask.fixedGrant(SKARHOLMEN)).binding()).containsExactly("M1");
        assertThat(assess(Ask.coFinancing(RINKEBY_KISTA, Kronor.of(10))).binding())
                .containsExactly("M2");
    }

    @ParameterizedTest
    @CsvSource({"64,64,''", "65,65,''", "66,65,M4b", "80,65,M4b"})
    void theJointProjectHas65ClientsTogether(long asked, long granted, String binding) {
        Outcome outcome = assess(Ask.clientCompensation(RINKEBY_KISTA, asked));
        assertThat(outcome.clientsGranted()).isEqualTo(granted);
        assertThat(outcome.granted()).isEqualTo(Kronor.of(granted * 15_000));
        assertThat(String.join(",", outcome.binding())).isEqualTo(binding);
    }

    @Test
    void theTwoDistrictsOfTheJointProjectDrawOnTheSamePool() {
        Commitments thirty = Commitments.none()
                .plus(new Cell(SPANGA_TENSTA, ComponentKind.CLIENT_COMPENSATION), Kronor.of(450_000), 30);
        Outcome outcome = Assessment.of(model2014(), thirty, Ask.clientCompensation(RINKEBY_KISTA, 40));
        assertThat(outcome.clientsGranted()).isEqualTo(35);
        assertThat(outcome.binding()).containsExactly("M4b");
    }

    @Test
    void atMost120ClientsInTheRound() {
        Commitments committed = assess(Ask.clientCompensation(BROMMA, 119)).addTo(Commitments.none());
        Outcome outcome = Assessment.of(model2014(), committed, Ask.clientCompensation(FARSTA, 2));
        assertThat(outcome.clientsGranted()).isEqualTo(1);
        assertThat(outcome.binding()).containsExactly("M4a");
    }

    @Test
    void twoWholeClientsFitIn40000Kronor() {
        Outcome outcome = Assessment.of(withCeiling(40_000), Commitments.none(), Ask.clientCompensation(BROMMA, 5));
        assertThat(outcome.clientsGranted()).isEqualTo(2);
        assertThat(outcome.granted()).isEqualTo(Kronor.of(30_000));
        assertThat(outcome.binding()).containsExactly("M5");
    }

    @Test
    void theChainOfTheDomainTextComesOutAsItStandsThere() {
        Commitments committed =
                Commitments.none().plus(new Cell(BROMMA, ComponentKind.CLIENT_COMPENSATION), Kronor.of(4_860_000), 0);
        Outcome outcome = Assessment.of(model2014(), committed, Ask.coFinancing(SKARHOLMEN, Kronor.of(250_000)));
        assertThat(outcome.explanation())
                .extracting(Step::rule, Step::before, Step::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M2", Kronor.of(250_000), Kronor.of(200_000)),
                        org.assertj.core.groups.Tuple.tuple("M5", Kronor.of(200_000), Kronor.of(140_000)));
        assertThat(outcome.binding()).containsExactly("M2", "M5");
        assertThat(outcome.explanation().get(1).left()).isEqualByComparingTo("140000");
    }

    /** 2 × 600 000 + 12 × 200 000 + 120 × 15 000 = 5 400 000 kr, 400 000 over the ceiling. */
    @Test
    void whenEverybodyAsksForEverythingTheCeilingStopsTheLast400000() {
        Allocation allocation = AllocationOrder.RECEIVED.allocate(model2014(), Commitments.none(), everything());
        assertThat(allocation.committed().kronor()).isEqualTo(Kronor.of(4_995_000));
        Outcome clients = allocation.outcomes().get(14);
        assertThat(clients.clientsGranted()).isEqualTo(65);
        Outcome last = allocation.outcomes().get(15);
        // 4 575 000 kr are taken: 425 000 kr is 28 whole clients and 5 000 kr over.
        assertThat(last.clientsGranted()).isEqualTo(28);
        assertThat(last.binding()).containsExactly("M5");
    }

    @Test
    void proportionallyEverybodyIsCutByTheSameFactor() {
        Allocation allocation = AllocationOrder.PROPORTIONAL.allocate(model2014(), Commitments.none(), everything());
        // Fixed first: 1 200 000. Then 3 800 000 for asks of 2 400 000 + 1 800 000.
        assertThat(allocation.outcomes().subList(0, 2))
                .extracting(Outcome::granted)
                .containsOnly(Kronor.of(600_000));
        List<Kronor> coFinanced = allocation.outcomes().subList(2, 14).stream()
                .map(Outcome::granted)
                .toList();
        assertThat(coFinanced.stream().reduce(Kronor.ZERO, Kronor::plus)).isEqualTo(Kronor.of(2_171_428));
        assertThat(coFinanced).containsOnly(Kronor.of(180_952), Kronor.of(180_953));
        // 65 × 38/42 = 58,8 and 55 × 38/42 = 49,8 clients: 58 + 49, and one more for the larger fraction.
        assertThat(allocation.outcomes().get(14).clientsGranted()).isEqualTo(59);
        assertThat(allocation.outcomes().get(15).clientsGranted()).isEqualTo(49);
        assertThat(Kronor.of(5_000_000).minus(allocation.committed().kronor())).isLessThan(Kronor.of(15_000));
    }

    @Test
    void theSharedPoolOfTheJointProjectIsCutProportionallyToo() {
        Allocation allocation = AllocationOrder.PROPORTIONAL.allocate(
                model2014(),
                Commitments.none(),
                List.of(Ask.clientCompensation(RINKEBY_KISTA, 40), Ask.clientCompensation(SPANGA_TENSTA, 40)));
        assertThat(allocation.outcomes()).extracting(Outcome::clientsGranted).containsExactly(33L, 32L);
    }

    @Test
    void inTheOrderOfNeedTheMostClientsComeFirst() {
        List<Ask> asks = List.of(
                Ask.coFinancing(BROMMA, Kronor.of(200_000)).withEstimatedClients(5),
                Ask.coFinancing(FARSTA, Kronor.of(200_000)).withEstimatedClients(20),
                Ask.clientCompensation(SKARHOLMEN, 10),
                Ask.fixedGrant(RINKEBY_KISTA));
        Allocation allocation = AllocationOrder.NEED.allocate(withCeiling(1_000_000), Commitments.none(), asks);
        assertThat(allocation.outcomes())
                .extracting(Outcome::granted)
                .containsExactly(Kronor.of(50_000), Kronor.of(200_000), Kronor.of(150_000), Kronor.of(600_000));
    }

    @Test
    void theSeedsOwnYearFits() {
        List<Ask> asks = new ArrayList<>(List.of(Ask.fixedGrant(RINKEBY_KISTA), Ask.fixedGrant(SPANGA_TENSTA)));
        for (String district : List.of("enskede-arsta-vantor", "hasselby-vallingby", SKARHOLMEN, "alvsjo")) {
            asks.add(Ask.coFinancing(district, Kronor.of(200_000)));
        }
        asks.add(Ask.clientCompensation(RINKEBY_KISTA, 65));
        asks.add(Ask.clientCompensation(SKARHOLMEN, 55));
        assertThat(AllocationOrder.RECEIVED
                        .allocate(model2014(), Commitments.none(), asks)
                        .committed()
                        .kronor())
                .isEqualTo(Kronor.of(3_800_000));
    }

    @Test
    void aNewVersionMayNotPutACapBelowWhatIsCommitted() {
        Commitments committed =
                assess(Ask.coFinancing(BROMMA, Kronor.of(200_000))).addTo(Commitments.none());
        assertThat(model(5_000_000, 199_999, 15_000, 120, 65, true).undercutBy(committed))
                .extracting(Cap::rule)
                .containsExactly("M2");
        assertThat(withCeiling(199_999).undercutBy(committed))
                .extracting(Cap::rule)
                .containsExactly("M5");
        assertThat(withCeiling(200_000).undercutBy(committed)).isEmpty();
    }

    @Test
    void theBalanceShowsEverySharedCap() {
        Commitments committed =
                assess(Ask.clientCompensation(RINKEBY_KISTA, 40)).addTo(Commitments.none());
        assertThat(Balance.of(model2014(), committed).caps())
                .extracting(
                        line -> line.cap().rule(), line -> line.committed().longValueExact(), line -> line.remaining()
                                .longValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M4b", 40L, 25L),
                        org.assertj.core.groups.Tuple.tuple("M4a", 40L, 80L),
                        org.assertj.core.groups.Tuple.tuple("M5", 600_000L, 4_400_000L));
    }

    @Test
    void anAskThatNoFormShouldLetThroughIsABug() {
        assertThatThrownBy(() -> Ask.coFinancing(BROMMA, Kronor.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ask.coFinancing(BROMMA, Kronor.of("0.50")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ask.clientCompensation(BROMMA, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome assess(Ask ask) {
        return Assessment.of(model2014(), Commitments.none(), ask);
    }

    private static List<Ask> everything() {
        List<Ask> asks = new ArrayList<>(List.of(Ask.fixedGrant(RINKEBY_KISTA), Ask.fixedGrant(SPANGA_TENSTA)));
        OTHERS.forEach(district -> asks.add(Ask.coFinancing(district, Kronor.of(200_000))));
        asks.add(Ask.clientCompensation(RINKEBY_KISTA, 65));
        asks.add(Ask.clientCompensation(SKARHOLMEN, 55));
        return asks;
    }
}
