package se.medel.round.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.rules.AllocationOrder.PROPORTIONAL;
import static se.medel.round.rules.AllocationOrder.RECEIVED;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SPANGA_TENSTA;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;
import se.medel.round.rules.Step.Reason;

/** Where rules bite: the year 2014 as it is told, and the laws that hold for every model and every uptake. */
class UptakeTest {

    private static final List<String> IN_SWEDISH_ORDER = List.of(
            BROMMA,
            "enskede-arsta-vantor",
            FARSTA,
            "hagersten-liljeholmen",
            "hasselby-vallingby",
            "kungsholmen",
            "norrmalm",
            RINKEBY_KISTA,
            "skarpnack",
            "skarholmen",
            SPANGA_TENSTA,
            "sodermalm",
            "alvsjo",
            "ostermalm");

    @Test
    void in2014EverythingAskedIsFourHundredThousandMoreThanTheCeiling() {
        List<Ask> asks = Uptake.most(Model2014.model(), IN_SWEDISH_ORDER);
        Uptake uptake = Uptake.of(Model2014.model(), RECEIVED, asks);
        assertThat(uptake.asked()).isEqualTo(Kronor.of(5_400_000));
        assertThat(uptake.granted()).isEqualTo(Kronor.of(5_000_000));
        assertThat(uptake.left()).isEqualTo(Kronor.ZERO);
        assertThat(asks.stream().mapToLong(Ask::clients).sum()).isEqualTo(120);
        assertThat(uptake.bites()).hasSize(1);
    }

    @Test
    void in2014TheEleventhCoFinancedDistrictBreaksTheCeiling() {
        Bite bite = Uptake.of(Model2014.model(), RECEIVED, Uptake.most(Model2014.model(), IN_SWEDISH_ORDER))
                .ceilingBite()
                .orElseThrow();
        assertThat(bite.rule()).isEqualTo("M5");
        assertThat(bite.ask().district()).isEqualTo("alvsjo");
        assertThat(bite.ask().component()).isEqualTo(ComponentKind.CO_FINANCING);
        assertThat(bite.number()).isEqualTo(11);
        assertThat(bite.client()).isZero();
        assertThat(bite.step().after()).isEqualTo(Kronor.of(120_000));
        assertThat(bite.cut()).isEqualTo(Kronor.of(400_000));
        assertThat(bite.asksCut()).isEqualTo(4);
        assertThat(bite.clientsCut()).isEqualTo(8);
    }

    @Test
    void theNinetyFourthClientBreaksTheCeilingWhenClientsComeLast() {
        List<Ask> asks = Stream.concat(
                        Uptake.most(Model2014.model(), IN_SWEDISH_ORDER).stream()
                                .filter(ask -> ask.clients() == 0),
                        Uptake.most(Model2014.model(), IN_SWEDISH_ORDER).stream()
                                .filter(ask -> ask.clients() > 0))
                .toList();
        Bite bite = Uptake.of(Model2014.model(), RECEIVED, asks).ceilingBite().orElseThrow();
        assertThat(bite.client()).isEqualTo(94);
        assertThat(bite.clientsCut()).isEqualTo(27);
    }

    @Test
    void theSixtySixthClientOfTheJointProjectIsNotCompensatedHoweverFewTheOthersAre() {
        Uptake uptake = Uptake.of(
                ModelFixture.model2014(),
                RECEIVED,
                List.of(
                        Ask.clientCompensation(BROMMA, 10),
                        Ask.clientCompensation(RINKEBY_KISTA, 40),
                        Ask.clientCompensation(SPANGA_TENSTA, 30)));
        assertThat(uptake.bites()).singleElement().satisfies(bite -> {
            assertThat(bite.rule()).isEqualTo("M4b");
            assertThat(bite.ask().district()).isEqualTo(SPANGA_TENSTA);
            assertThat(bite.client()).isEqualTo(66);
            assertThat(bite.number()).isEqualTo(3);
            assertThat(bite.clientsCut()).isEqualTo(5);
            assertThat(bite.cut()).isEqualTo(Kronor.of(75_000));
        });
    }

    @Test
    void whenAllAreCutByOneFactorNobodyIsTheFirst() {
        Bite bite = Uptake.of(Model2014.model(), PROPORTIONAL, Uptake.most(Model2014.model(), IN_SWEDISH_ORDER))
                .ceilingBite()
                .orElseThrow();
        assertThat(bite.isShared()).isTrue();
        assertThat(bite.together()).isEqualTo(26);
        assertThat(bite.number()).isZero();
        assertThat(bite.client()).isZero();
        assertThat(bite.cut()).isBetween(Kronor.of(400_000), Kronor.of(414_999));
    }

    @Test
    void anEmptyUptakeBindsNowhere() {
        Uptake uptake = Uptake.of(ModelFixture.model2014(), RECEIVED, List.of());
        assertThat(uptake.bites()).isEmpty();
        assertThat(uptake.asked()).isEqualTo(Kronor.ZERO);
        assertThat(uptake.left()).isEqualTo(Kronor.of(5_000_000));
    }

    @Property(tries = 300)
    void nothingEverGoesOverACapAndWhatIsCutIsWhatIsMissing(
            @ForAll("models") AllocationModel model,
            @ForAll AllocationOrder order,
            @ForAll("askLists") List<Ask> asks) {
        Uptake uptake = Uptake.of(model, order, asks);
        for (Cap cap : model.caps(new HashSet<>(ModelFixture.DISTRICTS))) {
            assertThat(uptake.committed().under(cap)).as("%s", cap).isLessThanOrEqualTo(cap.limit());
        }
        Kronor cut = uptake.bites().stream().map(Bite::cut).reduce(Kronor.ZERO, Kronor::plus);
        assertThat(cut).isEqualTo(uptake.asked().minus(uptake.granted()));
        assertThat(uptake.bites()).allSatisfy(bite -> assertThat(
                        bite.cut().isPositive() || model.rate().equals(Kronor.ZERO))
                .isTrue());
    }

    @Property(tries = 500)
    void theBindingPointIsRealWhatIsBeforeItFitsWhollyAndOneMoreDoesNot(
            @ForAll("models") AllocationModel model, @ForAll("askLists") List<Ask> asks) {
        Uptake uptake = Uptake.of(model, RECEIVED, asks);
        for (Bite bite : uptake.bites()) {
            if (!List.of(Reason.CEILING, Reason.ALL_CLIENTS, Reason.GROUP)
                    .contains(bite.step().reason())) {
                continue;
            }
            int place = placeOf(bite, uptake);
            assertThat(bitten(model, asks.subList(0, place), bite)).isFalse();
            assertThat(bitten(model, upTo(asks, place, bite, 0), bite)).isFalse();
            assertThat(bitten(model, upTo(asks, place, bite, 1), bite)).isTrue();
        }
    }

    private static int placeOf(Bite bite, Uptake uptake) {
        for (int place = 0; place < uptake.outcomes().size(); place++) {
            if (uptake.outcomes().get(place).explanation().stream().anyMatch(step -> step == bite.step())) {
                return place;
            }
        }
        throw new AssertionError("It bites at none of the asks");
    }

    private static boolean bitten(AllocationModel model, List<Ask> asks, Bite bite) {
        return Uptake.of(model, RECEIVED, asks).bites().stream().anyMatch(other -> other.isOf(bite.step()));
    }

    /** The asks before, and the bitten one with just what the rule lets through and so many units more. */
    private static List<Ask> upTo(List<Ask> asks, int place, Bite bite, long more) {
        Ask ask = bite.ask();
        Ask changed = ask.component() == ComponentKind.CLIENT_COMPENSATION
                ? Ask.clientCompensation(ask.district(), bite.step().clientsAfter() + more)
                : new Ask(
                        ask.district(),
                        ask.component(),
                        bite.step().after().plus(Kronor.of(more)),
                        ask.totalCost(),
                        ask.otherFunding(),
                        0,
                        null);
        return Stream.concat(asks.subList(0, place).stream(), Stream.of(changed))
                .toList();
    }

    @Property(tries = 500)
    void raisingTheCeilingNeverLowersTheTotalInTheOrderReceived(
            @ForAll("models") AllocationModel model,
            @ForAll("wholeKronor") Kronor more,
            @ForAll("askLists") List<Ask> asks) {
        AllocationModel raised = new AllocationModel(
                model.components(),
                new AllocationModel.Ceiling(
                        model.ceiling().basis(), model.ceiling().amount().plus(more)));
        assertThat(Uptake.of(raised, RECEIVED, asks).granted())
                .isGreaterThanOrEqualTo(Uptake.of(model, RECEIVED, asks).granted());
    }

    @Property(tries = 300)
    void theMostThatCanBeAskedIsWhatThePartsReachAndOnlyTheCeilingCanBite(
            @ForAll("models") AllocationModel model, @ForAll AllocationOrder order) {
        Uptake uptake = Uptake.of(model, order, Uptake.most(model, ModelFixture.DISTRICTS));
        assertThat(uptake.asked()).isEqualTo(Reach.sum(Reach.of(model)));
        assertThat(uptake.bites()).allMatch(bite -> bite.step().reason() == Reason.CEILING);
        assertThat(uptake.ceilingBite().isPresent())
                .isEqualTo(uptake.asked().isMoreThan(model.ceiling().amount()));
    }

    @Provide
    Arbitrary<AllocationModel> models() {
        return new AllocationLawsTest().models();
    }

    @Provide
    Arbitrary<Kronor> wholeKronor() {
        return new AllocationLawsTest().wholeKronor();
    }

    @Provide
    Arbitrary<List<Ask>> askLists() {
        return Arbitraries.oneOf(
                new AllocationLawsTest().askLists(),
                Arbitraries.shuffle(Uptake.most(ModelFixture.model2014(), ModelFixture.DISTRICTS)));
    }
}
