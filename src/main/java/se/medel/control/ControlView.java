package se.medel.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.Risk;
import se.medel.costreport.CostReportView;

/**
 * The control of one report, for those who control.
 *
 * @param drawn whether it is in the round's sample
 * @param risks what stands out in it; nothing before it is handed in
 * @param inForce whether the round's sample is drawn, from when on flags count
 * @param requests the vouchers that were asked for
 * @param finding what the deeper control found, null until it is closed
 * @param version for optimistic locking; zero before anything is written
 */
public record ControlView(
        CostReportView report,
        boolean drawn,
        List<Risk> risks,
        boolean inForce,
        Map<ControlQuestion, Checked> checklist,
        List<VoucherRequestView> requests,
        String finding,
        String closedBy,
        Instant closedAt,
        long version) {

    /** A question with its answer. @param note null for none */
    public record Checked(CheckAnswer answer, String note, String by, Instant at) {}

    /** Whether the report goes to deeper control: it is drawn, or something stands out in it. */
    public boolean isDeeper() {
        return drawn || inForce && !risks.isEmpty();
    }

    /** Whether the deeper control is done of the report as it was handed in last. */
    public boolean isClosed() {
        return closedAt != null
                && report.submittedAt() != null
                && !report.submittedAt().isAfter(closedAt);
    }

    /** Whether the report can't be approved yet. */
    public boolean bars() {
        return isDeeper() && !isClosed();
    }

    public boolean isChecked() {
        return checklist.keySet().containsAll(List.of(ControlQuestion.values()));
    }
}
