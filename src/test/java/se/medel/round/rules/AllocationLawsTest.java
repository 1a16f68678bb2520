package se.medel.round.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.rules.ModelFixture.DISTRICTS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder.Allocation;

/** The laws that hold for every model, every order and every sequence of asks. */
class AllocationLawsTest {

    @Property(tries = 500)
    void noSequenceOfAsksEverBreaksAnyCap(
            @ForAll("models") AllocationModel model,
            @ForAll AllocationOrder order,
            @ForAll("askLists") List<Ask> first,
            @ForAll("askLists") List<Ask> then) {
        Commitments afterFirst =
                order.allocate(model, Commitments.none(), first).committed();
        Commitments afterAll = order.allocate(model, afterFirst, then).committed();
        for (Cap cap : model.caps(new HashSet<>(DISTRICTS))) {
            assertThat(afterAll.under(cap)).as("%s", cap).isLessThanOrEqualTo(cap.limit());
        }
    }

    @Property(tries = 500)
    void nobodyGetsMoreThanTheyAskedForAndEveryoneGetsWholeKronorAndWholeClients(
            @ForAll("models") AllocationModel model,
            @ForAll AllocationOrder order,
            @ForAll("askLists") List<Ask> asks) {
        for (Outcome outcome : order.allocate(model, Commitments.none(), asks).outcomes()) {
            assertThat(outcome.granted()).isBetween(Kronor.ZERO, outcome.asked());
            assertThat(outcome.granted().isWhole()).isTrue();
            if (outcome.ask().component() == ComponentKind.CLIENT_COMPENSATION) {
                assertThat(outcome.granted()).isEqualTo(model.rate().times(outcome.clientsGranted()));
            } else {
                assertThat(outcome.clientsGranted()).isZero();
            }
        }
    }

    @Property(tries = 500)
    void theChainLeadsFromWhatWasAskedToWhatIsGrantedAndEveryStepCitesARule(
            @ForAll("models") AllocationModel model,
            @ForAll AllocationOrder order,
            @ForAll("askLists") List<Ask> asks) {
        for (Outcome outcome : order.allocate(model, Commitments.none(), asks).outcomes()) {
            List<Step> chain = outcome.explanation();
            assertThat(chain.get(0).before()).isEqualTo(outcome.asked());
            for (int i = 1; i < chain.size(); i++) {
                assertThat(chain.get(i).before()).isEqualTo(chain.get(i - 1).after());
                assertThat(chain.get(i).clientsBefore())
                        .isEqualTo(chain.get(i - 1).clientsAfter());
            }
            assertThat(chain.get(chain.size() - 1).after()).isEqualTo(outcome.granted());
            assertThat(chain).allSatisfy(step -> {
                assertThat(step.rule()).matches("[A-Z][0-9]+[a-z]?");
                assertThat(step.after()).isLessThanOrEqualTo(step.before());
            });
            if (outcome.granted().isLessThan(outcome.asked())) {
                assertThat(outcome.binding()).isNotEmpty();
            } else if (outcome.asked().isPositive()) {
                assertThat(outcome.binding()).isEmpty();
            }
        }
    }

    @Property(tries = 500)
    void equalAsksDifferByAtMostOneKronaOrOneClientAfterAProportionalCut(
            @ForAll("models") AllocationModel model, @ForAll("askLists") List<Ask> asks) {
        Map<Object, Outcome> firstOfItsKind = new HashMap<>();
        for (Outcome outcome : AllocationOrder.PROPORTIONAL
                .allocate(model, Commitments.none(), asks)
                .outcomes()) {
            Ask ask = outcome.ask();
            if (ask.component() == ComponentKind.FIXED_GRANT) {
                continue;
            }
            // Asks from one district are equal only within it: group and eligibility are the district's.
            Outcome other = firstOfItsKind.putIfAbsent(withoutEstimate(ask), outcome);
            if (other != null) {
                Kronor difference = other.granted()
                        .max(outcome.granted())
                        .minus(other.granted().min(outcome.granted()));
                Kronor oneUnit = ask.component() == ComponentKind.CLIENT_COMPENSATION ? model.rate() : Kronor.of(1);
                assertThat(difference).isLessThanOrEqualTo(oneUnit);
            }
        }
    }

    @Property(tries = 300)
    void equalAsksFromDifferentDistrictsDifferByAtMostOneKrona(
            @ForAll("models") AllocationModel model, @ForAll("wholeKronor") Kronor amount) {
        List<Kronor> grants = AllocationOrder.PROPORTIONAL
                .allocate(
                        model,
                        Commitments.none(),
                        ModelFixture.OTHERS.stream()
                                .map(district -> Ask.coFinancing(district, amount))
                                .toList())
                .outcomes()
                .stream()
                .map(Outcome::granted)
                .sorted()
                .toList();
        assertThat(grants.get(grants.size() - 1).minus(grants.get(0))).isLessThanOrEqualTo(Kronor.of(1));
    }

    @Property(tries = 500)
    void aProportionalCutLeavesLessThanOneClientsCompensationUnallocated(
            @ForAll("models") AllocationModel model, @ForAll("askLists") List<Ask> asks) {
        Allocation allocation = AllocationOrder.PROPORTIONAL.allocate(model, Commitments.none(), asks);
        boolean ceilingCut = allocation.outcomes().stream()
                .flatMap(outcome -> outcome.explanation().stream())
                .anyMatch(step -> step.reason() == Step.Reason.CEILING && step.isBinding());
        if (ceilingCut) {
            Kronor left = model.ceiling().amount().minus(allocation.committed().kronor());
            boolean clients = asks.stream().anyMatch(ask -> ask.clients() > 0);
            assertThat(left).isLessThan(clients ? model.rate() : Kronor.of(1));
        }
    }

    @Property(tries = 500)
    void whatIfEqualsWhatDecidingOneByOneInThatOrderWouldGive(
            @ForAll("models") AllocationModel model,
            @ForAll AllocationOrder order,
            @ForAll("askLists") List<Ask> asks) {
        Allocation whatIf = order.allocate(model, Commitments.none(), asks);
        Commitments committed = Commitments.none();
        for (List<Integer> turn : order.turns(asks)) {
            for (int place : turn) {
                Outcome expected = whatIf.outcomes().get(place);
                Recommendation recommendation = new Recommendation("A7", expected.granted(), expected.clientsGranted());
                Outcome decided = order == AllocationOrder.PROPORTIONAL
                        ? Assessment.of(model, committed, asks.get(place), recommendation)
                        : Assessment.of(model, committed, asks.get(place));
                assertThat(decided.granted()).isEqualTo(expected.granted());
                assertThat(decided.clientsGranted()).isEqualTo(expected.clientsGranted());
                committed = decided.addTo(committed);
            }
        }
        assertThat(committed).isEqualTo(whatIf.committed());
    }

    @Property(tries = 300)
    void anOfficerCanGiveLessButNeverMoreThanTheRulesLeave(
            @ForAll("models") AllocationModel model, @ForAll("asks") Ask ask, @ForAll("wholeKronor") Kronor amount) {
        long clients = amount.timesThatFit(model.rate());
        Outcome most = Assessment.of(model, Commitments.none(), ask);
        Outcome recommended = Assessment.of(model, Commitments.none(), ask, new Recommendation("D2", amount, clients));
        boolean compensation = ask.component() == ComponentKind.CLIENT_COMPENSATION;
        Kronor recommendation = compensation ? model.rate().times(clients) : amount;
        assertThat(recommended.granted()).isEqualTo(most.granted().min(recommendation));
    }

    private static Object withoutEstimate(Ask ask) {
        return new Ask(
                ask.district(),
                ask.component(),
                ask.amount(),
                ask.totalCost(),
                ask.otherFunding(),
                ask.clients(),
                null);
    }

    @Provide
    Arbitrary<AllocationModel> models() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 8_000_000),
                                Arbitraries.of(5_000_000L, 1_200_000L, 1_199_999L)),
                        Arbitraries.longs().between(0, 300_000),
                        Arbitraries.oneOf(Arbitraries.longs().between(1, 40_000), Arbitraries.just(15_000L)),
                        Arbitraries.longs().between(0, 150),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.of(true, false))
                .as(ModelFixture::model);
    }

    @Provide
    Arbitrary<Kronor> wholeKronor() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 700_000), Arbitraries.of(0L, 1L, 199_999L, 200_000L, 200_001L))
                .map(Kronor::of);
    }

    @Provide
    Arbitrary<Ask> asks() {
        Arbitrary<String> district = Arbitraries.of(DISTRICTS);
        Arbitrary<Long> estimate = Arbitraries.longs().between(0, 60).injectNull(0.2);
        Arbitrary<Kronor> cost = Arbitraries.longs()
                .between(0, 60_000_000)
                .map(ore -> new Kronor(BigDecimal.valueOf(ore, 2)))
                .injectNull(0.5);
        return Arbitraries.oneOf(
                Combinators.combine(district, wholeKronor().injectNull(0.5), estimate)
                        .as((who, amount, clients) ->
                                new Ask(who, ComponentKind.FIXED_GRANT, amount, null, null, 0, clients)),
                Combinators.combine(district, wholeKronor(), cost, cost, estimate)
                        .as((who, amount, total, others, clients) ->
                                new Ask(who, ComponentKind.CO_FINANCING, amount, total, others, 0, clients)),
                Combinators.combine(district, Arbitraries.longs().between(0, 90))
                        .as(Ask::clientCompensation));
    }

    @Provide
    Arbitrary<List<Ask>> askLists() {
        // Some asks stand twice, since equal asks are what fairness is measured on.
        return asks().list().ofMaxSize(25).map(asks -> {
            List<Ask> some = new ArrayList<>(asks);
            some.addAll(asks.subList(0, asks.size() / 3));
            return some;
        });
    }
}
