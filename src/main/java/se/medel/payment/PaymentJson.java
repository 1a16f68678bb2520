package se.medel.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.api.Problem;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.payment.ConfirmationService.Tried;
import se.medel.payment.PaymentService.Amount;
import se.medel.payment.PaymentService.Paid;
import se.medel.payment.PaymentService.Wanted;
import se.medel.round.rules.ComponentKind;

/** Payments as programs read and write them. */
final class PaymentJson {

    /** The most amounts of one order. */
    private static final int MOST = 1_000;

    private PaymentJson() {}

    /**
     * Where the money of one grant stands, in whole kronor.
     *
     * @param application the id of the application that the grant answers
     * @param underWay ordered and not paid yet
     * @param toOrder what can still be ordered (A1)
     * @param owed paid, and neither admitted, repaid nor written off
     */
    @Schema(name = "GrantAccount")
    record AccountJson(
            long application,
            String district,
            ComponentKind component,
            Kronor granted,
            Kronor paid,
            Kronor underWay,
            Kronor toOrder,
            Kronor released,
            Kronor admitted,
            Kronor repaid,
            Kronor writtenOff,
            Kronor owed) {

        static AccountJson of(Account account) {
            return new AccountJson(
                    account.applicationId(),
                    account.district(),
                    account.component(),
                    account.granted(),
                    account.paid(),
                    account.underWay(),
                    account.toOrder(),
                    account.released(),
                    account.admitted(),
                    account.repaid(),
                    account.writtenOff(),
                    account.owed());
        }
    }

    /**
     * One payment.
     *
     * @param order the number of its order in the round
     * @param reference what the ledger's texts carry
     * @param paidOn null while it isn't paid
     * @param voucher the ledger's own
     * @param reason why it was cancelled
     */
    @Schema(name = "Payment")
    record PaymentLine(
            long id,
            int order,
            String reference,
            long application,
            String district,
            ComponentKind component,
            Kronor amount,
            PaymentState state,
            LocalDate payOn,
            LocalDate paidOn,
            String voucher,
            String reason) {

        static PaymentLine of(PaymentView payment) {
            return new PaymentLine(
                    payment.id(),
                    payment.orderNumber(),
                    payment.reference(),
                    payment.applicationId(),
                    payment.district(),
                    payment.component(),
                    payment.kronor(),
                    payment.state(),
                    payment.payOn(),
                    payment.paidOn(),
                    payment.voucher(),
                    payment.reason());
        }
    }

    /**
     * An order.
     *
     * @param number 1, 2, … in the round
     * @param sum whole kronor, cancelled payments left out
     * @param exportedAt when it was sent to the ledger; null while it isn't
     */
    @Schema(name = "PaymentOrder")
    record Order(
            long id,
            String round,
            int number,
            LocalDate payOn,
            String note,
            Kronor sum,
            Kronor paid,
            String orderedBy,
            Instant orderedAt,
            String exportedBy,
            Instant exportedAt,
            List<PaymentLine> payments) {

        static Order of(OrderView order) {
            return new Order(
                    order.id(),
                    order.roundId(),
                    order.number(),
                    order.payOn(),
                    order.note(),
                    order.sum(),
                    order.paid(),
                    order.madeBy(),
                    order.madeAt(),
                    order.exportedBy(),
                    order.exportedAt(),
                    order.payments().stream().map(PaymentLine::of).toList());
        }
    }

    /** @param amount whole kronor above zero */
    @Schema(name = "PaymentAmount")
    record AmountWanted(
            Long application,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure amount) {}

    /**
     * An order to make.
     *
     * @param payOn today at the earliest
     * @param amounts what to pay on which grants; left out, all that is left of every grant of the round
     */
    @Schema(name = "PaymentOrderRequest")
    record OrderWanted(
            LocalDate payOn,
            @Schema(maxLength = PaymentService.LONGEST_NOTE) String note,
            @Schema(maxItems = MOST) List<AmountWanted> amounts) {

        Wanted read(Input input) {
            return new Wanted(payOn, note, amounts == null ? null : read(amounts, input));
        }

        private static List<Amount> read(List<AmountWanted> amounts, Input input) {
            List<Amount> read = new ArrayList<>();
            List<AmountWanted> values = input.values(amounts, "amounts", MOST);
            for (int i = 0; i < values.size(); i++) {
                String at = "amounts[" + i + "]";
                Long application = input.required(values.get(i).application(), at + ".application");
                Figure figure = input.required(values.get(i).amount(), at + ".amount");
                Kronor amount = input.wholeKronor(figure, at + ".amount", "A2");
                if (application != null && amount != null) {
                    read.add(new Amount(application, amount));
                }
            }
            return read;
        }
    }

    /**
     * What the ledger has paid.
     *
     * @param payments the payments' ids; left out, all of the order that wait
     * @param voucher the ledger's own
     */
    @Schema(name = "PaidRequest")
    record PaidWanted(
            @Schema(maxItems = MOST) List<Long> payments,
            LocalDate paidOn,
            @Schema(maxLength = PaymentService.LONGEST_VOUCHER) String voucher) {

        Paid read(Input input) {
            return new Paid(payments == null ? null : input.values(payments, "payments", MOST), paidOn, voucher);
        }
    }

    @Schema(name = "PaymentCancellation")
    record Cancellation(@Schema(maxLength = PaymentService.LONGEST_NOTE) String reason) {}

    /**
     * How the round's payments are booked; everything but the round is null until it is set.
     *
     * @param account debited, 4 to 6 digits
     * @param counterpartAccount credited
     * @param counterparts each district's object in the dimension of counterparts, by the district's slug
     */
    @Schema(name = "BookingSettings")
    record Settings(
            String companyName,
            @Schema(example = "212000-0142") String organisationNumber,
            String series,
            @Schema(pattern = "^[0-9]{4,6}$") String account,
            @Schema(pattern = "^[0-9]{4,6}$") String counterpartAccount,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999") Figure projectDimension,
            String project,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999") Figure counterpartDimension,
            Map<String, String> counterparts) {

        private static final int LARGEST_DIMENSION = 999;

        static Settings of(BookingSettings settings) {
            return settings == null
                    ? new Settings(null, null, null, null, null, null, null, null, Map.of())
                    : new Settings(
                            settings.companyName(),
                            settings.organisationNumber(),
                            settings.series(),
                            settings.account(),
                            settings.counterpartAccount(),
                            Figure.of(settings.projectDimension().longValue()),
                            settings.project(),
                            Figure.of(settings.counterpartDimension().longValue()),
                            settings.counterparts());
        }

        BookingSettings read(Input input) {
            boolean nulls = counterparts != null && counterparts.containsValue(null);
            if (nulls) {
                input.fault("counterparts", InputRefusal.VALUE_MISSING);
            }
            return new BookingSettings(
                    companyName,
                    organisationNumber,
                    series,
                    account,
                    counterpartAccount,
                    dimension(projectDimension, "projectDimension", input),
                    project,
                    dimension(counterpartDimension, "counterpartDimension", input),
                    nulls ? null : counterparts);
        }

        private static Integer dimension(Figure figure, String field, Input input) {
            Long number = input.count(figure, field, null, LARGEST_DIMENSION);
            return number == null ? null : Integer.valueOf(number.intValue());
        }
    }

    /**
     * What became of a file from the ledger.
     *
     * @param marked how many payments are marked as paid by it
     */
    @Schema(name = "PaymentConfirmation")
    record Confirmed(long marked, List<ConfirmedRow> rows) {}

    /**
     * One row of it.
     *
     * @param row its row, or its line in a SIE file
     * @param payment the payment's id; null where there is none in this round
     * @param errors why the payment isn't marked; empty where it is
     */
    @Schema(name = "ConfirmedRow")
    record ConfirmedRow(
            long row,
            String reference,
            Long payment,
            Kronor amount,
            LocalDate paidOn,
            String voucher,
            List<Problem.Fault> errors) {

        static ConfirmedRow of(Tried row, List<Problem.Fault> errors) {
            return new ConfirmedRow(
                    row.number(),
                    row.reference(),
                    row.payment() == null ? null : row.payment().id(),
                    row.amount(),
                    row.paidOn(),
                    row.voucher(),
                    errors);
        }
    }
}
