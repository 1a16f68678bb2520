package se.medel.costreport;

import java.util.ArrayList;
import java.util.List;
import se.medel.refusal.Refusal;

/**
 * Asked, within the same transaction, before a report is approved: who settles by it says what stands in the way.
 *
 * @param report as it will be approved
 * @param obstacles what was said; the report is approved only where nothing was
 */
public record ApprovalAsked(CostReportView report, List<Refusal> obstacles) {

    ApprovalAsked(CostReportView report) {
        this(report, new ArrayList<>());
    }
}
