package se.medel.costreport.sie;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for bytes that bring the reader to throw, led by what they reach in the code, and puts those that do into the corpus in
 * {@code SieFuzzingInputs}, which every ordinary run reads, see {@link SieCorpusTest}. Not a part of an ordinary run itself:
 * Jazzer would instrument whatever else runs in the same Java.
 *
 * <p>The dictionary's entries are in libFuzzer's spelling, without line ends of their own: otherwise no search begins.
 *
 * <p>Run with {@code JAZZER_FUZZ=1 ./mvnw test -Dtest=SieFuzzing}.
 */
class SieFuzzing {

    @FuzzTest(maxDuration = "2m")
    @DictionaryEntries({
        "#FLAGGA 0\\x0A",
        "#SIETYP 4\\x0A",
        "#KSUMMA",
        "#VER A 1 20140312\\x0A{\\x0A",
        "#TRANS 5011 {6 SIG14} 1.00",
        "#RTRANS ",
        "#BTRANS ",
        "#DIM ",
        "#UNDERDIM ",
        "#OBJEKT ",
        "#RAR 0 ",
        "#KONTO ",
        "#RES 0 ",
        "#IB 0 ",
        "#VALUTA SEK",
        "\\\\\\\"",
        "9001012385",
        "{",
        "}\\x0A",
        "\\x0D\\x0A"
    })
    void everyFileIsReadOrRefused(byte[] bytes) {
        ReaderLaws.check(bytes);
    }
}
