package se.medel.costreport.sie;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Set;
import se.medel.costreport.sie.CostSums.Sum;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;

/** What holds whatever bytes are read. */
final class ReaderLaws {

    /** A personal number that no answer may hold. */
    private static final String PERSONAL = "9001012385";

    private ReaderLaws() {}

    /** The bytes are read or refused, and no line is lost between what is taken and what is left out. */
    static void check(byte[] bytes) {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project("SIG14")),
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2014, 12, 31),
                KommunBas.chart()));
        Ore all = new Ore();
        Answer<SieResult> answer = SieFile.read(new ByteArrayInputStream(bytes), new SieListener() {
            @Override
            public void line(Line line) {
                all.add(line.ore());
                sums.line(line);
                require(!line.toString().contains(PERSONAL));
            }

            @Override
            public void voucherEnded(Voucher voucher, Kronor difference) {
                sums.voucherEnded(voucher, difference);
            }
        });
        if (!answer.isRefused()) {
            Sum counted = sums.outcome().totalTaken().plus(sums.outcome().totalLeftOut());
            require(counted.equals(new Sum(all.kronor(), answer.get().transactions())));
            require(!answer.get().header().toString().contains(PERSONAL));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A law of the reader is broken");
        }
    }
}
