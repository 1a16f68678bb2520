package se.medel.costreport.sie;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Set;
import se.medel.costreport.sie.CostSums.Sum;
import se.medel.money.Kronor;

/**
 * No bytes bring the reader to throw, or the sums to lose a line. In an ordinary run it reads its corpus, in
 * {@code SieFuzzTestInputs}; with {@code JAZZER_FUZZ=1 ./mvnw test -Dtest=SieFuzzTest} it looks for new inputs for a while,
 * led by what they reach in the code, and puts those that fail into the corpus.
 */
class SieFuzzTest {

    @FuzzTest(maxDuration = "2m")
    @DictionaryEntries({
        "#FLAGGA 0\n",
        "#SIETYP 4\n",
        "#KSUMMA",
        "#VER A 1 20140312\n{\n",
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
        "\\\"",
        "8112289874",
        "{",
        "}\n",
        "\r\n"
    })
    void everyFileIsReadOrRefused(byte[] bytes) {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project("SIG14")),
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2014, 12, 31),
                KommunBas.chart()));
        Ore all = new Ore();
        var answer = SieFile.read(new ByteArrayInputStream(bytes), new SieListener() {
            @Override
            public void line(Line line) {
                all.add(line.ore());
                sums.line(line);
            }

            @Override
            public void voucherEnded(Voucher voucher, Kronor difference) {
                sums.voucherEnded(voucher, difference);
            }
        });
        if (!answer.isRefused()) {
            Sum counted = sums.outcome().totalTaken().plus(sums.outcome().totalLeftOut());
            require(counted.equals(new Sum(all.kronor(), answer.get().transactions())));
            require(!answer.toString().contains("8112289874"));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A law of the reader is broken");
        }
    }
}
