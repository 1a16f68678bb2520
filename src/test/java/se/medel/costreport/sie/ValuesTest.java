package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Amounts, however many digits they have. */
class ValuesTest {

    /** What stands before the amount on its line, digits among it. */
    private static final String BEFORE = "#TRANS 5011 {6 77} ";

    private static final String BEHIND = " 20140312";

    @Property
    void anAmountIsReadAsItWasWritten(
            @ForAll @LongRange(min = -99_999_999_999_999_999L, max = 99_999_999_999_999_999L) long ore) {
        assertThat(read(BigDecimal.valueOf(ore, 2).toPlainString())).isEqualTo(ore);
    }

    @Property
    void anAmountWithAWrongByteInItIsNone(
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long ore,
            @ForAll @IntRange(max = 12) int at,
            @ForAll byte wrong) {
        byte[] written = BigDecimal.valueOf(ore, 2).toPlainString().getBytes(StandardCharsets.ISO_8859_1);
        int place = at % written.length;
        Assume.that(!Values.isDigit(wrong) && wrong != '-' && wrong != '.' && wrong != ',');
        written[place] = wrong;

        assertThat(read(new String(written, StandardCharsets.ISO_8859_1))).isEqualTo(Values.NO_AMOUNT);
    }

    private static long read(String amount) {
        byte[] line = (BEFORE + amount + BEHIND).getBytes(StandardCharsets.ISO_8859_1);
        return Values.ore(line, BEFORE.length(), BEFORE.length() + amount.length());
    }
}
