package se.medel.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.settlement.rules.RepaymentState;

/**
 * A repayment as other parts see it. Amounts are whole kronor; below zero where a correction is in the district's favour.
 *
 * @param flagged what the settlement proposes
 * @param parts why, by the name of the {@link se.medel.settlement.rules.RepaymentReason}; {@link #EARLIER} is what earlier
 *     decisions have demanded already
 * @param replyDue until when the district may answer, null before it is heard
 * @param reply what the district answered, null until it has
 * @param number of the decision in the round's series, null until decided
 * @param decided what the director decided, null until then
 * @param open what is left of it
 * @param mandate what it was decided by; null until then, and where it is older than the delegation order
 * @param writeOffMandate the same of what was written off
 * @param version for optimistic locking
 */
public record RepaymentView(
        long id,
        long settlementId,
        long applicationId,
        String roundId,
        String district,
        RepaymentState state,
        Kronor flagged,
        Map<String, Kronor> parts,
        String preparedBy,
        String hearingBy,
        Instant hearingAt,
        LocalDate replyDue,
        String reply,
        String repliedBy,
        Instant repliedAt,
        Integer number,
        Kronor decided,
        String reasons,
        String decidedBy,
        Instant decidedAt,
        LocalDate payBy,
        Kronor received,
        Kronor writtenOff,
        String writeOffReason,
        String writtenOffBy,
        Instant writtenOffAt,
        Kronor open,
        Mandate mandate,
        Mandate writeOffMandate,
        long version) {

    /** The part that takes away what earlier decisions on the same grant have demanded. */
    public static final String EARLIER = "EARLIER";

    /** As the audit trail and declarations of conflicts name it. */
    public String subject() {
        return "repayment/" + id;
    }

    /** What was written off, beside the demand itself: two decisions, even where they are made in the same moment. */
    public String writeOffSubject() {
        return subject() + "/write-off";
    }

    /** It and the application that it is about: a conflict of interest in either is one in both. */
    public List<String> subjects() {
        return List.of(subject(), "application/" + applicationId);
    }

    /** What is decided, or else what is proposed. */
    public Kronor amount() {
        return decided == null ? flagged : decided;
    }

    /** Whether it was to be paid before this day and isn't. */
    public boolean isLate(LocalDate today) {
        return open.isPositive() && payBy != null && payBy.isBefore(today);
    }
}
