package se.medel.opendata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.medel.opendata.rules.ShownCompensation.Counted;
import se.medel.privacy.ProtectedTable;

class ShownCompensationTest {

    private static List<Counted> paid(List<Integer> clients) {
        List<Counted> districts = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            districts.add(new Counted("d" + i, clients.get(i), clients.get(i), 0, 0));
        }
        return districts;
    }

    @Example
    void threeClientsAmongManyAreHiddenTogetherWithTheSmallestOther() {
        ShownCompensation shown = ShownCompensation.of(paid(List.of(40, 3, 12)));
        assertThat(shown.granted()).containsExactly("d0");
        assertThat(shown.total()).isTrue();
    }

    @Example
    void whereAllAreManyAllIsShown() {
        ShownCompensation shown = ShownCompensation.of(paid(List.of(40, 35)));
        assertThat(shown.granted()).containsExactlyInAnyOrder("d0", "d1");
        assertThat(shown.moved()).containsExactlyInAnyOrder("d0", "d1");
        assertThat(ShownCompensation.of(List.of()).total()).isFalse();
    }

    @Example
    void twoClientsThatArePaidBackForHideWhatIsPaidAndPaidBackThereAndInOneMore() {
        ShownCompensation shown = ShownCompensation.of(List.of(
                new Counted("bromma", 40, 38, 2, 0),
                new Counted("farsta", 20, 20, 0, 0),
                new Counted("kista", 30, 30, 0, 0)));
        assertThat(shown.granted()).containsExactlyInAnyOrder("bromma", "farsta", "kista");
        assertThat(shown.moved()).containsExactly("kista");
    }

    /** Somebody who knows the total of all grants, and that each shown one is true, tries to work the hidden ones out. */
    @Property
    void nobodyCanWorkOutACountUnderFive(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(min = 1, max = 60) Integer> clients) {
        ShownCompensation shown = ShownCompensation.of(paid(clients));
        long total = clients.stream().mapToLong(Integer::longValue).sum();
        long told = 0;
        int hidden = 0;
        for (int i = 0; i < clients.size(); i++) {
            if (shown.granted().contains("d" + i)) {
                assertThat(clients.get(i)).isGreaterThanOrEqualTo(ProtectedTable.LEAST);
                told += clients.get(i);
            } else {
                hidden++;
            }
        }
        boolean few = clients.stream().anyMatch(count -> count < ProtectedTable.LEAST);
        assertThat(hidden > 0).isEqualTo(few);
        if (hidden > 0 && shown.total()) {
            // The rest is shared by two at least, and is more than nothing: each of them can have all of it or none.
            assertThat(hidden).isGreaterThanOrEqualTo(2);
            assertThat(total - told).isPositive();
        }
        assertThat(shown.granted()).containsAll(shown.moved());
        assertThat(clients.size() - shown.moved().size()).isNotEqualTo(clients.size() > 1 ? 1 : -1);
    }
}
