package se.medel.payment;

import static se.medel.payment.PaymentRefusal.CONFIRMATION_COLUMNS;
import static se.medel.payment.PaymentRefusal.CONFIRMATION_EMPTY;
import static se.medel.payment.PaymentRefusal.CONFIRMATION_TOO_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.claim.file.TableFile;
import se.medel.claim.file.TableFile.Cells;
import se.medel.costreport.sie.SieFile;
import se.medel.costreport.sie.SieListener;
import se.medel.costreport.sie.Voucher;
import se.medel.money.Kronor;
import se.medel.privacy.FileNames;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.web.Amounts;
import se.medel.web.Days;

/**
 * What the ledger says that it has paid: a table with the payment, the amount, the day and the voucher, or a SIE file whose
 * vouchers carry the payments' references in their texts.
 */
final class ConfirmationFile {

    /** The most rows; a round has some hundred payments. */
    static final int MOST_ROWS = 10_000;

    private static final String FIELD = "file";
    private static final int LONGEST_SHOWN = 40;

    private ConfirmationFile() {}

    /**
     * One payment as the file says it.
     *
     * @param number of the row, or of the voucher's line in a SIE file
     * @param reference as it is written, safe to show
     * @param payment the payment's id; null where the reference names none
     * @param amount null where it can't be read
     * @param paidOn null where it can't be read
     */
    record Row(long number, String reference, Long payment, Kronor amount, LocalDate paidOn, String voucher) {}

    /** The columns and what they can be called. */
    private enum Column {
        PAYMENT("betalning", "utbetalning", "referens", "payment", "reference"),
        AMOUNT("belopp", "amount"),
        DATE("datum", "betald", "bokföringsdatum", "date", "paid"),
        VOUCHER("verifikation", "verifikationsnummer", "ver", "voucher");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        static final String ALL = "Betalning, Belopp, Datum, Verifikation";
    }

    /**
     * @param accounts the accounts that payments of the round were sent on: in a SIE file only their lines count, so that a
     *     voucher that reverses a payment isn't taken for the payment
     */
    static Answer<List<Row>> read(Path file, String fileName, Set<String> accounts) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, FIELD, fileName);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        return isSie(file) ? sie(file, accounts) : table(file, fileName);
    }

    /** Every record of SIE begins with a label. */
    private static boolean isSie(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            for (byte b : bytes.readNBytes(100)) {
                // Blanks, and the byte order mark.
                if (b > ' ') {
                    return b == '#';
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer<List<Row>> table(Path file, String fileName) {
        List<Cells> rows = new ArrayList<>();
        return TableFile.read(file, fileName, MOST_ROWS, rows::add).then(count -> {
            Map<Column, Integer> places = places(rows.get(0));
            return places.size() < Column.values().length
                    ? Answer.refused(
                            Refusal.of(CONFIRMATION_COLUMNS, Column.ALL).at(FIELD))
                    : Answer.of(
                            rows.stream().skip(1).map(row -> row(row, places)).toList());
        });
    }

    private static Map<Column, Integer> places(Cells header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.text(i).toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.names.contains(name)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        return places;
    }

    private static Row row(Cells row, Map<Column, Integer> places) {
        String reference = row.text(places.get(Column.PAYMENT));
        Amounts.Reading amount = Amounts.wholeKronor(row.text(places.get(Column.AMOUNT)));
        return new Row(
                row.number(),
                shown(reference),
                PaymentReference.named(reference).orElse(null),
                amount.accepted() ? new Kronor(amount.amount()) : null,
                Days.parsed(row.text(places.get(Column.DATE))).orElse(null),
                row.text(places.get(Column.VOUCHER)));
    }

    private static Answer<List<Row>> sie(Path file, Set<String> accounts) {
        Vouchers vouchers = new Vouchers(accounts);
        return SieFile.read(file, vouchers).then(read -> {
            if (vouchers.rows.size() > MOST_ROWS) {
                return Answer.refused(
                        Refusal.of(CONFIRMATION_TOO_LONG, (long) MOST_ROWS).at(FIELD));
            }
            return vouchers.rows.isEmpty()
                    ? Answer.refused(Refusal.of(CONFIRMATION_EMPTY).at(FIELD))
                    : Answer.of(vouchers.rows);
        });
    }

    /** Adds up what each voucher says of each payment. Vouchers without a reference are somebody else's. */
    private static final class Vouchers implements SieListener {

        private final Set<String> accounts;
        private final List<Row> rows = new ArrayList<>();
        private final Map<Long, Kronor> amounts = new LinkedHashMap<>();

        Vouchers(Set<String> accounts) {
            this.accounts = accounts;
        }

        @Override
        public void line(se.medel.costreport.sie.Line line) {
            payment(line)
                    .ifPresent(payment -> amounts.merge(
                            payment, accounts.contains(line.account()) ? line.amount() : Kronor.ZERO, Kronor::plus));
        }

        private static Optional<Long> payment(se.medel.costreport.sie.Line line) {
            return Stream.of(line.text(), line.voucher().text())
                    .flatMap(text -> PaymentReference.in(text).stream())
                    .findFirst();
        }

        @Override
        public void voucherEnded(Voucher voucher, Kronor difference) {
            if (rows.size() <= MOST_ROWS) {
                amounts.forEach((payment, amount) -> rows.add(new Row(
                        voucher.line(),
                        PaymentReference.of(payment),
                        payment,
                        amount,
                        voucher.date(),
                        (voucher.series() + " " + voucher.number()).strip())));
            }
            amounts.clear();
        }
    }

    /** What stands in a cell comes back on a page: never a personal number, and never much. */
    private static String shown(String text) {
        if (PersonalNumbers.areIn(text)) {
            return "***";
        }
        return text.codePoints()
                .limit(LONGEST_SHOWN)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
