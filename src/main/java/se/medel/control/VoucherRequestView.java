package se.medel.control;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A request for vouchers. It is all that a district is told of the control.
 *
 * @param asked what is asked for
 * @param dueOn by when
 * @param answer what the district says, null until it has
 */
public record VoucherRequestView(
        long id,
        long reportId,
        String roundId,
        String district,
        String asked,
        LocalDate dueOn,
        String askedBy,
        Instant askedAt,
        String answer,
        String answeredBy,
        Instant answeredAt) {

    public boolean isAnswered() {
        return answeredAt != null;
    }

    /** Whether it is to be waited for: not answered, and its day isn't over. */
    boolean isAwaited(LocalDate today) {
        return !isAnswered() && !dueOn.isBefore(today);
    }
}
