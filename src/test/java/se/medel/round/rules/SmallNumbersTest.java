package se.medel.round.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;

/** P13: counts under five are hidden, also where they could be worked out from totals. */
class SmallNumbersTest {

    @ParameterizedTest(name = "{0} in the joint project and {1} elsewhere: total shown {2}, group shown {3}")
    @CsvSource({
        "0,0,false,false",
        "4,0,false,false",
        "0,4,false,false",
        "3,2,true,false",
        "5,0,true,false",
        "5,4,true,false",
        "4,5,true,false",
        "5,5,true,true",
    })
    void aCountIsShownOnlyIfNoneUnderFiveCanBeWorkedOutFromIt(
            long inGroup, long elsewhere, boolean total, boolean group) {
        Commitments committed = with(with(Commitments.none(), "spanga-tensta", inGroup), "bromma", elsewhere);
        assertThat(SmallNumbers.of(
                        Model2014.model(), committed, Set.of("rinkeby-kista", "spanga-tensta", "bromma", "farsta")))
                .isEqualTo(new SmallNumbers(total, group));
    }

    private static Commitments with(Commitments committed, String district, long clients) {
        return committed.plus(
                new Cell(district, ComponentKind.CLIENT_COMPENSATION),
                Kronor.of(15_000).times(clients),
                clients);
    }
}
