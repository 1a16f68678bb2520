package se.medel.costreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.claim.ClientFindings;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.money.Kronor;

/**
 * A cost report as a program reads it. What hasn't happened yet is left out; so is what a district has written and not handed in,
 * for everybody else.
 *
 * @param dueOn the day by which it was to be handed in
 * @param answerDue the day by which what is asked is to be answered
 * @param cost what all lines come to, kronor with öre
 * @param review what the officer has found, to the social administration; to the district when the report is approved
 */
@Schema(name = "CostReport")
public record CostReportJson(
        long id,
        String round,
        String district,
        ReportState state,
        LocalDate dueOn,
        Instant openedAt,
        ReportContentJson content,
        Kronor cost,
        Reviewed review,
        String submittedBy,
        Instant submittedAt,
        String signedBy,
        Instant signedAt,
        String receipt,
        String remarks,
        Instant returnedAt,
        LocalDate answerDue,
        String approvedBy,
        Instant approvedAt) {

    /** One line of a list of reports. */
    @Schema(name = "CostReportLine")
    public record Line(
            long id,
            String round,
            String district,
            ReportState state,
            LocalDate dueOn,
            LocalDate answerDue,
            long daysLate,
            Instant submittedAt,
            Kronor cost,
            Kronor admitted) {

        static Line of(CostReportView report, LocalDate today) {
            return new Line(
                    report.id(),
                    report.roundId(),
                    report.district(),
                    report.state(),
                    report.dueOn(),
                    report.answerDue(),
                    report.daysLate(today),
                    report.submittedAt(),
                    report.submittedAt() == null ? null : report.content().cost(),
                    report.admitted());
        }
    }

    /** What is found, line by line in the order of the report's lines. */
    @Schema(name = "CostReportReviewed")
    public record Reviewed(List<Admitted> lines, String note) {

        static Reviewed of(Review review) {
            return new Reviewed(
                    review.lines().stream()
                            .map(line -> new Admitted(line.admitted(), line.reason()))
                            .toList(),
                    review.note());
        }
    }

    /** @param admitted kronor with öre */
    @Schema(name = "CostAdmitted")
    public record Admitted(Kronor admitted, String reason) {}

    /**
     * A compensated client of the district's claims.
     *
     * @param row what a finding names the client by
     */
    @Schema(name = "CompensatedClient")
    public record Client(long row, long application, String code, ClientFindings.Reason finding, String note) {

        static Client of(CostReportService.Client client) {
            return new Client(
                    client.row().id(),
                    client.row().applicationId(),
                    client.row().code(),
                    client.finding() == null ? null : client.finding().reason(),
                    client.finding() == null ? null : client.finding().note());
        }
    }

    /** Counts by name; null for one that isn't told (P13). */
    @Schema(name = "CountedResults")
    public record Counted(
            @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
                    Map<String, Long> results) {}

    /** @param outside whether it is read by others than the district: they see what is found before it is final */
    static CostReportJson of(CostReportView report, boolean outside) {
        boolean reviewed = !report.review().lines().isEmpty() && (outside || report.state() == ReportState.APPROVED);
        return new CostReportJson(
                report.id(),
                report.roundId(),
                report.district(),
                report.state(),
                report.dueOn(),
                report.openedAt(),
                ReportContentJson.of(report.content()),
                report.content().cost(),
                reviewed ? Reviewed.of(report.review()) : null,
                report.submittedBy(),
                report.submittedAt(),
                report.signedBy(),
                report.signedAt(),
                report.receipt(),
                report.remarks(),
                report.returnedAt(),
                report.answerDue(),
                report.approvedBy(),
                report.approvedAt());
    }
}
