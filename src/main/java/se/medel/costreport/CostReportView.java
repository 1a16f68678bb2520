package se.medel.costreport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.money.Kronor;

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

    /** Whether it was to be handed in, or completed, before this day and isn't. */
    public boolean isLate(LocalDate today) {
        return dueNow() != null && dueNow().isBefore(today);
    }

    /** By when the district is to do something: hand the report in, or answer what is asked; null where nothing is to be done. */
    public LocalDate dueNow() {
        return !state.isEditable() ? null : state == ReportState.RETURNED ? answerDue : dueOn;
    }

    /** How many days the district is late with that; zero where it isn't. */
    public long daysLate(LocalDate today) {
        return dueNow() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueNow(), today));
    }

    /** What all lines come to, with öre, as they are admitted; null until the report is approved. */
    public Kronor admitted() {
        return state == ReportState.APPROVED ? review.admitted() : null;
    }

    /** The same with other findings, which aren't stored. */
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
