package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.costreport.sie.CostSums.Outcome;
import se.medel.money.Kronor;

class SampleFilesTest {

    @Test
    void theSamplesAreWhatIsMadeHere() throws IOException {
        for (Map.Entry<String, byte[]> sample : SampleFiles.all().entrySet()) {
            assertThat(Files.readAllBytes(SampleFiles.FOLDER.resolve(sample.getKey())))
                    .as(sample.getKey())
                    .isEqualTo(sample.getValue());
        }
    }

    @Test
    void theCleanOneHasACostReportWithEveryCategoryButOther() {
        Outcome outcome = outcome(SampleFiles.CLEAN, 0);

        assertThat(outcome.takenByCategory())
                .containsOnlyKeys(
                        "STAFF", "TRAINING", "PREMISES", "ACTIVITIES", "PURCHASED_SERVICES", "TRAVEL", "EQUIPMENT");
        assertThat(outcome.totalTaken().amount()).isEqualTo(Kronor.of("602295.90"));
        assertThat(outcome.leftOut(LeftOut.INCOME_ACCOUNT).amount()).isEqualTo(Kronor.of(-600_000));
        assertThat(outcome.unmapped()).isEmpty();
    }

    @Test
    void theOneWithUnknownAccountsListsThemAndEvensOutWhatWasBookedBack() {
        Outcome outcome = outcome(SampleFiles.UNMAPPED, 0);

        assertThat(outcome.unmapped()).extracting(CostSums.AccountSum::account).containsExactly("8911", "9100");
        assertThat(outcome.takenByCategory().get("TRAVEL").amount()).isEqualTo(Kronor.of(3_160 + 4_380));
    }

    @Test
    void theDamagedOneHasAVoucherThatDoesNotAddUp() {
        assertThat(outcome(SampleFiles.DAMAGED, 1)
                        .leftOut(LeftOut.UNBALANCED_VOUCHER)
                        .amount())
                .isEqualTo(Kronor.of(5_600));
    }

    private static Outcome outcome(String sample, int unbalanced) {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project(SampleFiles.PROJECT)),
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2014, 12, 31),
                KommunBas.chart()));
        SieResult result =
                SieFile.read(SampleFiles.FOLDER.resolve(sample), sums).get();
        assertThat(result.encoding()).isEqualTo(SieEncoding.CP437);
        assertThat(result.checksumRight()).isTrue();
        assertThat(result.unbalanced()).hasSize(unbalanced);
        assertThat(result.header().objects().keySet()).noneMatch(object -> object.dimension() == ObjectPair.EMPLOYEE);
        return sums.outcome();
    }
}
