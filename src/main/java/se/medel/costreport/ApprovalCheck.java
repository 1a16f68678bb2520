package se.medel.costreport;

import java.util.List;
import java.util.Map;
import se.medel.claim.ClientFindings;
import se.medel.refusal.Refusal;

/** What another part has against a report being approved now; each that has anything to say has a bean of this kind. */
public interface ApprovalCheck {

    /**
     * What stands in the way; empty where nothing does. Called in the transaction that approves, so that what is found to be free
     * can be held until it ends.
     *
     * @param report with what is found in it
     * @param found what is found against the compensated clients of each of the district's claims, by the application's id; kept
     *     with the approval, and maybe not yet
     */
    List<Refusal> obstacles(CostReportView report, Map<Long, ClientFindings.Count> found);
}
