package se.medel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.document.MarkedText.Block;
import se.medel.document.MarkedText.Point;
import se.medel.document.MarkedText.Run;

class MarkedTextTest {

    private static MarkedText read(String text) {
        return MarkedText.read(text, name -> name.equals("M5") ? "5 000 000 kr" : null);
    }

    private static String letters(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String letters(MarkedText text) {
        return text.blocks().stream().map(block -> letters(block.runs())).collect(Collectors.joining("¶"));
    }

    @Test
    void headingsListsEmphasisAndTablesAreWhatTheyLookLike() {
        MarkedText text = read(
                """
                # Syftet
                ## Delen
                Ett **viktigt** och *lutande* ord
                på två rader.

                - en
                - två
                  1. inre
                - tre

                1. först
                2. sedan

                | Del | Summa |
                | --- | ---: |
                | Taket | {M5} |
                | Bara en |
                """);
        List<Block> blocks = text.blocks();
        assertThat(blocks.get(0).level()).isEqualTo(3);
        assertThat(blocks.get(1).level()).isEqualTo(4);
        assertThat(blocks.get(2).runs())
                .contains(
                        new Run("viktigt", true, false), new Run("lutande", false, true), new Run("\n", false, false));
        assertThat(blocks.get(3).numbered()).isFalse();
        assertThat(blocks.get(3).points()).hasSize(3);
        Point second = blocks.get(3).points().get(1);
        assertThat(second.numbered()).isTrue();
        assertThat(letters(second.points().get(0).runs())).isEqualTo("inre");
        assertThat(blocks.get(4).numbered()).isTrue();
        MarkedText.Table table = blocks.get(5).table();
        assertThat(table.columns().get(1).number()).isTrue();
        assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSize(2));
        assertThat(letters(table.rows().get(0).get(1).runs())).isEqualTo("5 000 000 kr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<b>fet</b> & &amp; &lt; &#x202e;",
                "![bild](https://example.org/x.png)",
                "[länk](file:///etc/passwd)",
                "<https://example.org>",
                "`kod` och ``mer``",
                "```\nkod\n```",
                "~~~\nkod\n~~~",
                "{#include x}{/include} {x.y} ${jndi:ldap://x} {{ 7*7 }} {!kommentar!}",
                "C:\\temp\\x.txt \\[x\\] \\_",
                "> citat",
                "---",
                "[a]: /adress",
                "snake_case_ord och 2 * 3 * 4",
            })
    void everythingElseIsShownAsTyped(String typed) {
        assertThat(letters(read(typed))).isEqualTo(typed);
    }

    @Test
    void aNameThatStandsForNothingIsShownAsTypedAndTold() {
        MarkedText text = read("Taket är {M5}, inte {M9} eller {M5.");
        assertThat(letters(text)).isEqualTo("Taket är 5 000 000 kr, inte {M9} eller {M5.");
        assertThat(text.unknown()).containsExactly("M9");
    }

    @Test
    void aFigureIsNeverReadAsAMark() {
        assertThat(letters(MarkedText.read("{x}", name -> "**inte fet** <b>"))).isEqualTo("**inte fet** <b>");
    }

    @Test
    void listsInListsEndAtTheSecondLevelAndLoseNothing() {
        MarkedText text = read("- a\n  - b\n    - c\n      - d\n");
        Point a = text.blocks().get(0).points().get(0);
        assertThat(a.points()).extracting(point -> letters(point.runs())).containsExactly("b", "c", "d");
        assertThat(a.points()).allSatisfy(point -> assertThat(point.points()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "_", "[", "!", "<", "`", "|", "- ", "> ", "# ", "1. ", "\\", "{", "**a", "| - |\n", "&"})
    void aLongTextOfMarksIsReadInTime(String mark) {
        String long1 = mark.repeat(1_000_000 / mark.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(long1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 100_000})
    void emphasisInEmphasisIsReadHoweverDeep(int depth) {
        MarkedText text = read("*a ".repeat(depth) + "b*".repeat(depth));
        assertThat(letters(text)).contains("a").contains("b");
    }

    @Property(tries = 300)
    void noLetterIsLost(@ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 30) String word) {
        assertThat(letters(read(word + " **" + word + "** " + word))).isEqualTo(word + " " + word + " " + word);
    }

    @Property(tries = 500)
    void everyTextCanBeRead(@ForAll @StringLength(max = 400) String any) {
        read(any);
    }
}
