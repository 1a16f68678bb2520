package se.medel.payment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import se.medel.costreport.sie.ObjectPair;
import se.medel.costreport.sie.VoucherFile;
import se.medel.costreport.sie.VoucherFile.Entry;
import se.medel.costreport.sie.VoucherFile.Posting;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.web.Texts;

/**
 * An exported order as files for the ledger: vouchers in SIE 4I, one for each payment, and CSV. Their texts come from the order
 * and nobody has typed them: nothing personal can stand there. The same order always gives the same files.
 */
@ApplicationScoped
class PaymentFiles {

    /** Dimensions below are named by the SIE standard. */
    private static final int FIRST_OWN_DIMENSION = 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> COLUMNS = List.of(
            "Order",
            "Betalning",
            "Stadsdel",
            "Bidrag",
            "Belopp",
            "Betaldag",
            "Konto",
            "Motkonto",
            "Projekt",
            "Motpart",
            "Datum",
            "Verifikation");

    @Inject
    Districts districts;

    /** @param fileName without any sign that a file system forbids */
    record File(String fileName, String mediaType, byte[] bytes) {}

    File vouchers(OrderView order) {
        BookingSettings settings = order.exportedWith();
        TreeMap<Integer, String> dimensions = new TreeMap<>();
        dimensions.put(settings.projectDimension(), "Projekt");
        dimensions.put(settings.counterpartDimension(), "Motpart");
        dimensions.headMap(FIRST_OWN_DIMENSION).clear();
        VoucherFile file = new VoucherFile(
                PaymentService.dayOf(order.exportedAt()),
                settings.organisationNumber(),
                settings.companyName(),
                dimensions,
                order.exported().stream()
                        .map(payment -> voucher(payment, settings))
                        .toList());
        return new File(name(order) + VoucherFile.EXTENSION, "application/octet-stream", file.bytes());
    }

    private Entry voucher(PaymentView payment, BookingSettings settings) {
        ObjectPair project = new ObjectPair(settings.projectDimension(), settings.project());
        ObjectPair counterpart = new ObjectPair(
                settings.counterpartDimension(), settings.counterparts().get(payment.district()));
        Posting debit = new Posting(
                settings.account(),
                List.of(project, counterpart),
                payment.kronor(),
                payment.reference() + " " + component(payment));
        return new Entry(
                settings.series(),
                "",
                payment.payOn(),
                payment.reference() + " Utbetalning " + payment.orderNumber() + ", " + district(payment),
                List.of(debit, debit.against(settings.counterpartAccount(), List.of(counterpart))));
    }

    /** The last two columns are empty: the ledger, or who reads it, fills them in, and the file can be brought back. */
    File table(OrderView order) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        BookingSettings settings = order.exportedWith();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(COLUMNS);
            order.exported().forEach(payment -> csv.writeRecord(row(payment, settings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File(
                name(order) + ".csv", "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> row(PaymentView payment, BookingSettings settings) {
        return List.of(
                Integer.toString(payment.orderNumber()),
                payment.reference(),
                district(payment),
                component(payment),
                Long.toString(payment.kronor().toWholeKronor()),
                payment.payOn().toString(),
                settings.account(),
                settings.counterpartAccount(),
                settings.project(),
                settings.counterparts().get(payment.district()),
                "",
                "");
    }

    static String name(OrderView order) {
        return "utbetalning-" + order.roundId() + "-" + order.number();
    }

    private String district(PaymentView payment) {
        return districts.bySlug(payment.district()).map(DistrictView::name).orElse(payment.district());
    }

    private static String component(PaymentView payment) {
        return Texts.swedish().name(payment.component());
    }
}
