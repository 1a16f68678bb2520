package se.medel.claim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.medel.claim.rules.Queue.Waiting;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;

class QueueLawsTest {

    private static final AllocationModel MODEL = ModelFixture.model2014();

    @Property(tries = 200)
    void theReserveThatIsProposedFitsUnderEveryCapAndNobodyIsPassedWhoWouldFit(
            @ForAll("reserves") List<Waiting> reserve,
            @ForAll @IntRange(max = 65) int joint,
            @ForAll @IntRange(max = 55) int others) {
        Commitments committed = Commitments.none()
                .plus(cell("rinkeby-kista"), MODEL.rate().times(joint), joint)
                .plus(cell("bromma"), MODEL.rate().times(others), others);
        List<Waiting> fitting = Queue.fitting(MODEL, committed, reserve);

        Commitments after = committed;
        for (Waiting client : fitting) {
            after = after.plus(cell(client.district()), MODEL.rate(), 1);
        }
        assertThat(MODEL.undercutBy(after)).isEmpty();
        assertThat(fitting).isSubsetOf(reserve).doesNotHaveDuplicates();
        // Whoever isn't proposed doesn't fit once those before are taken.
        Commitments taken = after;
        List<Waiting> left = new ArrayList<>(reserve);
        left.removeAll(fitting);
        assertThat(left).allSatisfy(client -> assertThat(
                        Assessment.of(MODEL, taken, Ask.clientCompensation(client.district(), 1))
                                .clientsGranted())
                .isZero());
    }

    @Property(tries = 200)
    void withinADistrictTheEarliestAdmittedComeFirst(@ForAll("reserves") List<Waiting> reserve) {
        Commitments almostFull =
                Commitments.none().plus(cell("bromma"), MODEL.rate().times(100), 100);
        List<Waiting> fitting = Queue.fitting(MODEL, almostFull, reserve);
        for (String district : List.of("rinkeby-kista", "farsta")) {
            List<Waiting> ofDistrict = Queue.inOrder(reserve.stream()
                    .filter(one -> one.district().equals(district))
                    .toList());
            List<Waiting> proposed = fitting.stream()
                    .filter(one -> one.district().equals(district))
                    .toList();
            assertThat(ofDistrict.subList(0, proposed.size())).isEqualTo(proposed);
        }
    }

    private static Cell cell(String district) {
        return new Cell(district, ComponentKind.CLIENT_COMPENSATION);
    }

    @Provide
    Arbitrary<List<Waiting>> reserves() {
        return Combinators.combine(
                        Arbitraries.of("rinkeby-kista", "spanga-tensta", "farsta"),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.longs().between(1, 4))
                .as((district, day, arrival) ->
                        new Waiting(0, district, LocalDate.of(2014, 1, 1).plusDays(day), arrival, 0))
                .list()
                .ofMaxSize(60)
                .map(clients -> {
                    List<Waiting> numbered = new ArrayList<>();
                    for (Waiting one : clients) {
                        int n = numbered.size() + 1;
                        numbered.add(new Waiting(n, one.district(), one.admittedOn(), one.arrival(), n));
                    }
                    return numbered;
                });
    }
}
