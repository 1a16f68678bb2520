package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.medel.money.Kronor;

/**
 * Vouchers for a ledger to import: a SIE file of type 4I, in code page 437 with its checksum. Characters that the code page
 * lacks are replaced by the nearest ones.
 *
 * @param madeOn the day of the file
 * @param organisationNumber of the city; empty where it isn't to be said
 * @param company whose ledger it is for
 * @param dimensions names of the dimensions that the lines use, other than the reserved ones, such as {@code 20 → Motpart}
 */
public record VoucherFile(
        LocalDate madeOn,
        String organisationNumber,
        String company,
        SortedMap<Integer, String> dimensions,
        List<Entry> vouchers) {

    /** What ledgers expect such a file to be called by. */
    public static final String EXTENSION = ".si";

    private static final String PROGRAM = "Medel";
    private static final String VERSION = "1";

    /**
     * A voucher. It adds up to zero, or it can't be made.
     *
     * @param series empty where the ledger gives it
     * @param number empty where the ledger gives it
     */
    public record Entry(String series, String number, LocalDate date, String text, List<Posting> postings) {

        public Entry {
            postings = List.copyOf(postings);
            Kronor sum = postings.stream().map(Posting::amount).reduce(Kronor.ZERO, Kronor::plus);
            if (!sum.equals(Kronor.ZERO) || postings.isEmpty()) {
                throw new IllegalArgumentException("A voucher that adds up to " + sum);
            }
        }
    }

    /** @param amount debit is positive, credit negative */
    public record Posting(String account, List<ObjectPair> objects, Kronor amount, String text) {

        public Posting {
            objects = List.copyOf(objects);
        }

        /** The same on the other side of another account. */
        public Posting against(String otherAccount, List<ObjectPair> otherObjects) {
            return new Posting(otherAccount, otherObjects, Kronor.ZERO.minus(amount), text);
        }
    }

    public VoucherFile {
        dimensions = new TreeMap<>(dimensions);
        vouchers = List.copyOf(vouchers);
    }

    /** The file's bytes, the same for the same vouchers. */
    public byte[] bytes() {
        SieWriter file = new SieWriter()
                .record("#FLAGGA", 0)
                .openChecksum()
                .record("#PROGRAM", PROGRAM, VERSION)
                .record("#FORMAT", "PC8")
                .record("#GEN", madeOn)
                .record("#SIETYP", 4);
        if (!organisationNumber.isEmpty()) {
            file.record("#ORGNR", organisationNumber);
        }
        file.record("#FNAMN", company);
        dimensions.forEach((dimension, name) -> file.record("#DIM", dimension, name));
        vouchers.forEach(voucher -> write(voucher, file));
        return file.closeChecksum().take();
    }

    private static void write(Entry voucher, SieWriter file) {
        file.record("#VER", voucher.series(), voucher.number(), voucher.date(), voucher.text())
                .openBlock();
        for (Posting posting : voucher.postings()) {
            file.record(
                    "#TRANS", posting.account(), posting.objects(), posting.amount(), voucher.date(), posting.text());
        }
        file.closeBlock();
    }

    /** All that the vouchers move, in debit. */
    public Kronor total() {
        List<Kronor> debits = new ArrayList<>();
        vouchers.forEach(voucher -> voucher.postings()
                .forEach(posting -> debits.add(posting.amount().orZero())));
        return debits.stream().reduce(Kronor.ZERO, Kronor::plus);
    }
}
