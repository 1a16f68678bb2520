package se.medel.control.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DrawLawsTest {

    @Property
    void aDrawIsAsManyAsAskedForOfWhatThereIsAndTheSameWhateverTheOrder(
            @ForAll @Size(min = 1, max = 60) Set<@LongRange(min = 1, max = 10_000) Long> reports,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll long seed) {
        List<Long> drawn = Draw.of(Long.toHexString(seed), reports, size);
        assertThat(drawn)
                .hasSize(Math.min(size, reports.size()))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(reports).containsAll(drawn);
        List<Long> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Draw.of(Long.toHexString(seed), shuffled, size)).isEqualTo(drawn);
    }

    @Property
    void moreReportsDrawnAreTheSameOnesAndSomeMore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 29) int size) {
        List<Long> reports = LongStream.rangeClosed(1, 30).boxed().toList();
        assertThat(Draw.of("" + seed, reports, size + 1)).containsAll(Draw.of("" + seed, reports, size));
    }

    /** Chi-square with 19 degrees of freedom: above 43.8 by chance once in a thousand; the seeds are fixed, so it doesn't vary. */
    @Test
    void everyReportIsAsLikelyAsAnyOther() {
        List<Long> reports = LongStream.rangeClosed(101, 120).boxed().toList();
        Map<Long, Integer> times = new HashMap<>();
        Random seeds = new Random(2014);
        int draws = 4_000;
        for (int i = 0; i < draws; i++) {
            byte[] seed = new byte[32];
            seeds.nextBytes(seed);
            Draw.of(HexFormat.of().formatHex(seed), reports, 5).forEach(one -> times.merge(one, 1, Integer::sum));
        }
        double expected = draws * 5 / 20.0;
        double chiSquare = times.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(times).hasSize(20);
        assertThat(chiSquare).isLessThan(43.8);
    }

    /** What {@code printf 'medel:7' | sha256sum} prints, so that what the page says of other tools is true. */
    @Test
    void theHashIsWhatAnyOtherToolGives() {
        assertThat(Draw.hash("medel", 7)).isEqualTo("5b71eddd16810386f87a5afe78c147fbf1322e80f51a1ff8a81d077a7e7453ef");
    }

    @Test
    void aShareIsRoundedUpAndNeverNobody() {
        assertThat(Draw.size(10, 14)).isEqualTo(2);
        assertThat(Draw.size(1, 14)).isEqualTo(1);
        assertThat(Draw.size(100, 14)).isEqualTo(14);
        assertThat(Draw.size(50, 14)).isEqualTo(7);
    }
}
