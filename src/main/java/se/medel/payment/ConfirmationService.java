package se.medel.payment;

import static se.medel.payment.PaymentRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.medel.money.Kronor;
import se.medel.payment.PaymentService.Ledgered;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Marks payments as paid by a file from the ledger. Every row is tried before any is marked; those that are right are marked
 * together, the others are told with the reason.
 */
@ApplicationScoped
@Transactional
public class ConfirmationService {

    @Inject
    PaymentService payments;

    /**
     * One row of the file, tried.
     *
     * @param number of the row or of the line
     * @param reference as the file has it, safe to show
     * @param payment null where there is none in this round
     * @param amount null where it can't be read
     * @param paidOn null where it can't be read
     * @param voucher null where it is missing or can't be kept
     * @param faults why the payment isn't marked; empty where it is
     */
    public record Tried(
            long number,
            String reference,
            PaymentView payment,
            Kronor amount,
            LocalDate paidOn,
            String voucher,
            List<Refusal> faults) {

        public boolean isRight() {
            return faults.isEmpty();
        }
    }

    /** What became of a file, in its order. */
    public record Confirmation(List<Tried> rows) {

        public long marked() {
            return rows.stream().filter(Tried::isRight).count();
        }

        public long wrong() {
            return rows.size() - marked();
        }
    }

    /** Reads the file and marks what is right in it; refused as a whole only where it can't be read. */
    public Answer<Confirmation> confirm(Actor actor, String roundId, Path file, String fileName) {
        if (actor.role() != Role.CONTROLLER) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        return ConfirmationFile.read(file, fileName, payments.debited(roundId))
                .then(rows -> payments.confirm(actor, roundId, ledgered -> confirm(ledgered, rows)));
    }

    private Confirmation confirm(Ledgered ledgered, List<ConfirmationFile.Row> rows) {
        Map<Long, PaymentView> known = ledgered.payments(rows.stream()
                .map(ConfirmationFile.Row::payment)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, Long> seen = new HashMap<>();
        List<Tried> tried = rows.stream()
                .map(row -> tried(row, known.get(row.payment()), ledgered.roundId(), seen))
                .toList();
        tried.stream().filter(Tried::isRight).forEach(row -> ledgered.mark(row.payment(), row.paidOn(), row.voucher()));
        ledgered.close();
        return new Confirmation(tried);
    }

    private Tried tried(ConfirmationFile.Row row, PaymentView payment, String roundId, Map<Long, Long> seen) {
        List<Refusal> faults = new ArrayList<>();
        boolean here = payment != null && payment.roundId().equals(roundId);
        if (!here) {
            faults.add(Refusal.of(payment == null ? CONFIRMED_UNKNOWN : CONFIRMED_ELSEWHERE));
        } else if (!payment.isOrdered()) {
            // What is done is said alone: the same file once more says nothing else.
            PaymentService.done(payment).ifPresent(faults::add);
        } else {
            checkAgainst(payment, row, faults);
            if (faults.isEmpty()) {
                Long before = seen.putIfAbsent(payment.id(), row.number());
                if (before != null) {
                    faults.add(Refusal.of(CONFIRMED_TWICE, before));
                }
            }
        }
        List<Refusal> ofText = payments.faults(row.paidOn(), row.voucher());
        boolean keepable = ofText.stream().noneMatch(fault -> "voucher".equals(fault.field()));
        return new Tried(
                row.number(),
                row.reference(),
                here ? payment : null,
                row.amount(),
                row.paidOn(),
                keepable ? row.voucher().strip() : null,
                faults);
    }

    private void checkAgainst(PaymentView payment, ConfirmationFile.Row row, List<Refusal> faults) {
        if (row.amount() == null) {
            faults.add(Refusal.of(CONFIRMED_AMOUNT_UNREADABLE).at("amount"));
        } else if (!row.amount().equals(payment.kronor())) {
            faults.add(Refusal.of(CONFIRMED_OTHER_AMOUNT, payment.kronor()).at("amount"));
        }
        if (row.paidOn() == null) {
            faults.add(Refusal.of(CONFIRMED_DATE_UNREADABLE).at("paidOn"));
        }
        payments.faults(row.paidOn(), row.voucher()).stream()
                .filter(fault -> fault.reason() != PAID_DATE_MISSING)
                .forEach(faults::add);
    }
}
