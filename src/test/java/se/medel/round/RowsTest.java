package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Rows rows = new Rows("asks");

    @Test
    void removingARowMovesTheOnesBelowUpAndLosesNothingElse() {
        MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
        posted.add("start", "empty");
        posted.add("asks[0].amount", "1");
        posted.add("asks[1].amount", "2");
        posted.add("asks[2].amount", "3");
        MultivaluedMap<String, String> left = rows.renumbered(posted, 1);
        assertThat(left.keySet()).containsExactlyInAnyOrder("start", "asks[0].amount", "asks[1].amount");
        assertThat(left.getFirst("asks[1].amount")).isEqualTo("3");
    }

    @Test
    void gapsAreClosedAndNamesThatAreNoRowsAreLeftAlone() {
        MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
        posted.add("asks[7].amount", "1");
        posted.add("asks[999999999999].amount", "2");
        posted.add("asks[x].amount", "3");
        MultivaluedMap<String, String> form = rows.renumbered(posted, -1);
        assertThat(form.keySet())
                .containsExactlyInAnyOrder("asks[0].amount", "asks[999999999999].amount", "asks[x].amount");
        assertThat(rows.of(form.keySet())).containsExactly("asks[0]");
    }
}
