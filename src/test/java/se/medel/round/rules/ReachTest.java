package se.medel.round.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;

class ReachTest {

    @Test
    void thePartsOf2014ReachFourHundredThousandOverTheCeiling() {
        List<Reach> reaches = Reach.of(Model2014.model());
        assertThat(reaches)
                .containsExactly(
                        new Reach(ComponentKind.FIXED_GRANT, Kronor.of(1_200_000)),
                        new Reach(ComponentKind.CO_FINANCING, Kronor.of(2_400_000)),
                        new Reach(ComponentKind.CLIENT_COMPENSATION, Kronor.of(1_800_000)));
        assertThat(Reach.sum(reaches).minus(Model2014.model().ceiling().amount()))
                .isEqualTo(Kronor.of(400_000));
    }
}
