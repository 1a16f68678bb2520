package se.medel.costreport.sie;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import se.medel.money.Kronor;

/**
 * A ledger as large as wanted, made while it is read: wages, rents and invoices on a hundred projects, with the checksum at its
 * end. The same every time.
 */
final class LargeLedger extends InputStream {

    private static final int VOUCHERS_AT_ONCE = 500;
    private static final int LINES = 4;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final List<String> ACCOUNTS =
            List.of("5011", "5012", "5611", "6011", "6051", "6411", "6461", "7051", "7421", "4611", "7911", "8412");
    private static final List<String> TEXTS = List.of(
            "Lön februari", "Hyra träffpunkt Björkhagen", "Leverantörsfaktura 4711", "Resa, SL-kort", "Omföring", "");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(2014);
    private final SieWriter writer = new SieWriter();
    private final long wanted;
    private byte[] part;
    private int at;
    private long made;
    private int vouchers;
    private boolean closed;

    /** @param wanted about how many bytes */
    LargeLedger(long wanted) {
        this.wanted = wanted;
        writer.record("#FLAGGA", 0)
                .openChecksum()
                .record("#PROGRAM", "Påhittad ekonomi", "3.1")
                .record("#FORMAT", "PC8")
                .record("#SIETYP", 4)
                .record("#FNAMN", "Skarpnäcks stadsdelsnämnd")
                .record("#RAR", 0, FIRST, LocalDate.of(2014, 12, 31));
        part = writer.take();
    }

    int vouchers() {
        return vouchers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (at == part.length && !makePart()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean makePart() {
        if (closed) {
            return false;
        }
        if (made < wanted) {
            for (int i = 0; i < VOUCHERS_AT_ONCE; i++) {
                voucher(++vouchers);
            }
        } else {
            writer.closeChecksum();
            closed = true;
        }
        part = writer.take();
        made += part.length;
        at = 0;
        return true;
    }

    private void voucher(int number) {
        LocalDate date = FIRST.plusDays(random.nextInt(365));
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        writer.record("#VER", "A", number, date, text, date, "Åsa").openBlock();
        Kronor sum = Kronor.ZERO;
        for (int i = 1; i < LINES; i++) {
            Kronor amount = Ore.kronor(random.nextInt(10_000_000));
            sum = sum.plus(amount);
            writer.record("#TRANS", ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), objects(), amount, date, text);
        }
        writer.record("#TRANS", "1930", List.of(), Kronor.ZERO.minus(sum), date, "")
                .closeBlock();
    }

    private List<ObjectPair> objects() {
        return List.of(
                ObjectPair.costCentre(String.valueOf(4_700 + random.nextInt(50))),
                ObjectPair.project("SIG" + random.nextInt(100)),
                new ObjectPair(ObjectPair.EMPLOYEE, "A" + random.nextInt(20)));
    }
}
