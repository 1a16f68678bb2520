package se.medel.costreport;

import java.time.Instant;
import java.time.LocalDate;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;

/**
 * A cost report as other parts see it.
 *
 * @param dueOn the day by which it was to be handed in; it never slides
 * @param review what the officer has found; final once it is approved
 * @param remarks what is to be completed or corrected, null if nothing was ever asked for
 * @param answerDue by when; null with no remarks
 * @param receipt the number on the district's receipt, null until it is signed
 * @param version for optimistic locking
 */
public record CostReportView(
        long id,
        String roundId,
        String district,
        ReportState state,
        LocalDate dueOn,
        Instant openedAt,
        ReportContent content,
        Review review,
        String submittedBy,
        Instant submittedAt,
        String signedBy,
        Instant signedAt,
        String receipt,
        String remarks,
        Instant returnedAt,
        LocalDate answerDue,
        String approvedBy,
        Instant approvedAt,
        long version) {

    /** Whether it was to be handed in before this day and isn't. */
    public boolean isLate(LocalDate today) {
        return state.isEditable() && dueOn.isBefore(today);
    }

    CostReportView reviewed(Review found) {
        return new CostReportView(
                id,
                roundId,
                district,
                state,
                dueOn,
                openedAt,
                content,
                found,
                submittedBy,
                submittedAt,
                signedBy,
                signedAt,
                receipt,
                remarks,
                returnedAt,
                answerDue,
                approvedBy,
                approvedAt,
                version);
    }

    CostReportView withoutContent() {
        return new CostReportView(
                id,
                roundId,
                district,
                state,
                dueOn,
                openedAt,
                ReportContent.EMPTY,
                Review.NOTHING,
                null,
                null,
                null,
                null,
                null,
                remarks,
                returnedAt,
                answerDue,
                null,
                null,
                version);
    }
}
