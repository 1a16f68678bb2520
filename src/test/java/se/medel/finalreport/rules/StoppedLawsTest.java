package se.medel.finalreport.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.finalreport.rules.Stopped.Ruling;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.round.rules.Outcome;
import se.medel.round.rules.Step;

/** What the rules took away, over all decisions. */
class StoppedLawsTest {

    private static final AllocationModel MODEL = ModelFixture.withCeiling(600_000);

    @Property
    void askedIsGrantedAndAllThatWasTakenAway(@ForAll("rulings") List<Ruling> rulings) {
        Stopped stopped = Stopped.of(rulings);

        if (stopped.few()) {
            assertThat(stopped.asked()).isNull();
        } else {
            Kronor taken = stopped.lines().stream().map(Stopped.Line::kronor).reduce(Kronor.ZERO, Kronor::plus);
            assertThat(stopped.granted().plus(taken)).isEqualTo(stopped.asked());
        }
        assertThat(stopped.lines()).allMatch(line -> line.clients() == 0 || line.clients() >= 5);
        assertThat(stopped.lines()).allMatch(line -> line.kronor().isPositive());
    }

    @Test
    void theCeilingIsNamedWithWhatItStopped() {
        Stopped stopped = Stopped.of(List.of(
                costs(ModelFixture.BROMMA, 250_000, Commitments.none(), true),
                costs(ModelFixture.FARSTA, 200_000, committed(500_000), true)));

        assertThat(stopped.asked()).isEqualTo(Kronor.of(450_000));
        assertThat(stopped.granted()).isEqualTo(Kronor.of(300_000));
        assertThat(stopped.lines())
                .extracting(Stopped.Line::rule, Stopped.Line::kronor)
                .containsExactly(tuple("M2", Kronor.of(50_000)), tuple("M5", Kronor.of(100_000)));
        assertThat(stopped.by(Step.Reason.CEILING)).isEqualTo(Kronor.of(100_000));
    }

    @Test
    void aRefusalTakesTheRest() {
        Stopped stopped = Stopped.of(List.of(costs(ModelFixture.BROMMA, 250_000, Commitments.none(), false)));

        assertThat(stopped.lines())
                .extracting(Stopped.Line::rule, Stopped.Line::kronor)
                .containsExactly(tuple("M2", Kronor.of(50_000)), tuple(null, Kronor.of(200_000)));
    }

    @Test
    void threeClientsThatFoundNoRoomAreNotTold() {
        Stopped stopped =
                Stopped.of(List.of(clients(10, committedClients(113)), costs("bromma", 1, Commitments.none(), true)));

        assertThat(stopped.few()).isTrue();
        assertThat(stopped.asked()).isNull();
        assertThat(stopped.lines()).isEmpty();
    }

    private static Commitments committed(long kronor) {
        return Commitments.none().plus(new Cell("alvsjo", ComponentKind.CO_FINANCING), Kronor.of(kronor), 0);
    }

    private static Commitments committedClients(long clients) {
        return Commitments.none().plus(new Cell("alvsjo", ComponentKind.CLIENT_COMPENSATION), Kronor.ZERO, clients);
    }

    private static Ruling costs(String district, long kronor, Commitments before, boolean granted) {
        return ruling(Assessment.of(MODEL, before, Ask.coFinancing(district, Kronor.of(kronor))), granted);
    }

    private static Ruling clients(long clients, Commitments before) {
        return ruling(Assessment.of(MODEL, before, Ask.clientCompensation("farsta", clients)), true);
    }

    private static Ruling ruling(Outcome outcome, boolean granted) {
        return new Ruling(
                outcome.asked(),
                granted ? outcome.granted() : Kronor.ZERO,
                outcome.explanation().isEmpty()
                        ? 0
                        : outcome.explanation().get(0).clientsBefore(),
                granted ? outcome.clientsGranted() : 0,
                outcome.explanation());
    }

    @Provide
    Arbitrary<List<Ruling>> rulings() {
        Arbitrary<Ruling> costs = Combinators.combine(
                        Arbitraries.longs().between(1, 300_000),
                        Arbitraries.longs().between(0, 600_000),
                        Arbitraries.of(true, false))
                .as((asked, before, granted) -> costs("bromma", asked, committed(before), granted));
        Arbitrary<Ruling> claims = Combinators.combine(
                        Arbitraries.longs().between(1, 60), Arbitraries.longs().between(0, 120))
                .as((asked, before) -> clients(asked, committedClients(before)));
        return Arbitraries.oneOf(costs, claims).list().ofMaxSize(12).map(ArrayList::new);
    }
}
