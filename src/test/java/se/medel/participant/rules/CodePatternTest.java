package se.medel.participant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.privacy.PersonalNumbers;

class CodePatternTest {

    private static final CodePattern RT = new CodePattern("RT", 2, 3, 6);

    @ParameterizedTest
    @ValueSource(strings = {"RT-12", "rt-12", " RT - 12 ", "RT–12", "RT−12", "RT\u00A0-\u00A012", "ＲＴ-12"})
    void aCodeIsTheSameHoweverItIsTyped(String typed) {
        assertThat(RT.matches(typed)).isTrue();
        assertThat(CodePattern.key(typed)).isEqualTo("RT12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RK-12", "RT12", "RT-", "-12", "RT-1234567", "RTA-12", "RT-12a", "", "RT-12-3", "Anna"})
    void anythingElseIsNotACodeOfTheGroup(String typed) {
        assertThat(RT.matches(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RA-7", "RÅ-7", "rä-07", "RÁ-007", "R\u0041\u030A-7"})
    void accentsAndLeadingZerosDoNotMakeAnotherClient(String typed) {
        assertThat(CodePattern.key(typed)).isEqualTo("RA7");
        assertThat(CodePattern.DEFAULT.matches(typed)).isTrue();
    }

    @Property
    void differentNumbersAreDifferentClients(
            @ForAll @IntRange(max = 999_999) int one, @ForAll @IntRange(max = 999_999) int other) {
        assertThat(CodePattern.key("RT-" + one).equals(CodePattern.key("RT-" + other)))
                .isEqualTo(one == other);
        assertThat(RT.matches("RT-" + one)).isTrue();
    }

    @Property(tries = 500)
    void whateverIsTypedIsAnsweredAndNoCodeIsAPersonalNumber(@ForAll @StringLength(max = 40) String typed) {
        if (RT.matches(typed) || CodePattern.DEFAULT.matches(typed)) {
            assertThat(PersonalNumbers.areIn(typed)).isFalse();
        }
        assertThat(CodePattern.key(typed)).isEqualTo(CodePattern.key(CodePattern.tidy(typed)));
    }
}
