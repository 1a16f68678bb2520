package se.medel.committee.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component;
import se.medel.round.rules.ModelFixture;

class SqueezeTest {

    @Test
    void theModelOf2014IsFourHundredThousandOverItsCeilingAndTheEleventhDistrictBearsIt() {
        Squeeze squeeze = Squeeze.of(ModelFixture.model2014());
        assertThat(squeeze.parts()).isEqualTo(Kronor.of(5_400_000));
        assertThat(squeeze.over()).isEqualTo(Kronor.of(400_000));
        assertThat(squeeze.districts()).isEqualTo(10);
        AllocationModel model = ModelFixture.model2014();
        assertThat(squeeze.firstOut())
                .isEqualTo(model.coFinancing().orElseThrow().recipients().get(10));
        assertThat(squeeze.clients()).isEqualTo(93);
    }

    @Property
    void oneMoreThanFitsDoesntFit(
            @ForAll @IntRange(min = 1, max = 30) int districts,
            @ForAll @IntRange(min = 1, max = 300_000) int maximum,
            @ForAll @IntRange(min = 1, max = 200) int clients,
            @ForAll @IntRange(min = 1, max = 50_000) int rate,
            @ForAll @IntRange(min = 1, max = 12_000_000) int ceiling) {
        Basis any = new Basis("M1", "Provregel.");
        AllocationModel model = new AllocationModel(
                List.of(
                        new Component.FixedGrant(any, Map.of("a", Kronor.of(1_000))),
                        new Component.CoFinancing(
                                any,
                                IntStream.range(0, districts)
                                        .mapToObj(i -> "d" + i)
                                        .toList(),
                                Kronor.of(maximum),
                                any,
                                true),
                        new Component.ClientCompensation(
                                any,
                                Kronor.of(rate),
                                new Component.ClientCap(any, clients),
                                List.of(),
                                new Component.AgeBand(any, 19, 29),
                                null)),
                new Ceiling(any, Kronor.of(ceiling)));
        Squeeze squeeze = Squeeze.of(model);
        long parts = 1_000L + (long) districts * maximum + (long) clients * rate;
        assertThat(squeeze.parts()).isEqualTo(Kronor.of(parts));
        if (parts <= ceiling) {
            assertThat(squeeze.districts()).isNull();
            assertThat(squeeze.clients()).isNull();
            return;
        }
        long besidesDistricts = 1_000L + (long) clients * rate;
        if (squeeze.districts() > 0) {
            assertThat(besidesDistricts + (long) squeeze.districts() * maximum).isLessThanOrEqualTo(ceiling);
        }
        assertThat(besidesDistricts + (squeeze.districts() + 1L) * maximum).isGreaterThan(ceiling);
        assertThat(squeeze.firstOut()).isEqualTo("d" + squeeze.districts());
        long besidesClients = 1_000L + (long) districts * maximum;
        assertThat(besidesClients + (squeeze.clients() + 1) * rate).isGreaterThan(ceiling);
    }
}
