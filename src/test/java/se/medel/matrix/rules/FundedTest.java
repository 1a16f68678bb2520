package se.medel.matrix.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding.Status;
import se.medel.matrix.rules.Doubled.Doubling;
import se.medel.money.Kronor;

class FundedTest {

    private static final Line GUIDE = line(1, "Lots", 100_000, null);
    private static final Line ROOM = line(2, "Lokal", 50_000, null);

    private static Line line(int number, String text, long planned, Long actual) {
        return new Line(
                number, CostCategory.STAFF, text, Kronor.of(planned), actual == null ? null : Kronor.of(actual));
    }

    private static Source source(String name, long stated, Status status, Integer... lines) {
        return new Source(name, Set.of(lines), Kronor.of(stated), status, null);
    }

    private static Funded planned(long granted, Source... sources) {
        return new Funded(List.of(GUIDE, ROOM), Kronor.of(granted), List.of(sources), false);
    }

    private static List<Doubling> kinds(List<Doubled> doubled) {
        return doubled.stream().map(Doubled::kind).toList();
    }

    @Test
    void aLineThatIsPaidInFullIsNoMarkAndAKronaMoreIs() {
        assertThat(planned(0, source("AMF", 50_000, Status.GRANTED, 2)).doubled())
                .isEmpty();
        assertThat(planned(0, source("AMF", 50_001, Status.GRANTED, 2)).doubled())
                .singleElement()
                .satisfies(over -> {
                    assertThat(over.kind()).isEqualTo(Doubling.OVER_PLANNED);
                    assertThat(over.lines()).containsExactly(2);
                    assertThat(over.percent()).isEqualTo(101);
                });
    }

    @Test
    void whatIsRefusedElsewherePaysForNothing() {
        assertThat(planned(100_000, source("AMF", 90_000, Status.REFUSED, 2)).doubled())
                .isEmpty();
    }

    @Test
    void theGrantCountsForTheWholePlanButAloneItIsOnlyUnused() {
        assertThat(planned(150_000, source("AMF", 1, Status.APPLIED)).doubled())
                .singleElement()
                .extracting(Doubled::lines)
                .isEqualTo(Set.of(1, 2));
        assertThat(new Funded(List.of(line(1, "Lots", 100_000, 20_000L)), Kronor.of(100_000), List.of(), true)
                        .doubled())
                .isEmpty();
    }

    @Test
    void whatCameIsTriedAgainstWhatItCostAlsoWhereThePlanSaidNothing() {
        Funded reported = new Funded(
                List.of(line(1, "Lots", 100_000, 60_000L), line(0, "Resor", 0, 5_000L)),
                Kronor.of(40_000),
                List.of(new Source("AMF", Set.of(), null, null, Kronor.of(30_000))),
                true);
        assertThat(reported.doubled()).singleElement().satisfies(over -> {
            assertThat(over.kind()).isEqualTo(Doubling.OVER_RECEIVED);
            assertThat(over.cost()).isEqualTo(Kronor.of(65_000));
            assertThat(over.funded()).isEqualTo(Kronor.of(70_000));
            assertThat(over.percent()).isEqualTo(108);
        });
    }

    @Test
    void oneSourceTwiceForTheSameLinesIsSeenHoweverItIsSpelled() {
        assertThat(kinds(planned(
                                0,
                                source("Arbetsmarknad", 10_000, Status.GRANTED, 1),
                                source(" arbetsmarknad ", 10_000, Status.APPLIED, 1),
                                source("Arbetsmarknad", 10_000, Status.APPLIED, 2))
                        .doubled()))
                .containsExactly(Doubling.SOURCE_TWICE);
    }

    @Test
    void aSourceThatPaysTheSameCostInTwoRoundsOfAYearIsSeen() {
        Funded one = planned(0, source("AMF", 10_000, Status.GRANTED, 1));
        Funded other = planned(0, source("amf", 10_000, Status.GRANTED));
        assertThat(Funded.across(List.of(one, other))).singleElement().satisfies(twice -> assertThat(twice.name())
                .isEqualTo("AMF: Lots"));
        assertThat(Funded.across(List.of(one, planned(0, source("AMF", 10_000, Status.GRANTED, 2)))))
                .isEmpty();
        assertThat(Funded.across(List.of(one, planned(0, source("AMF", 10_000, Status.REFUSED, 1)))))
                .isEmpty();
    }
}
