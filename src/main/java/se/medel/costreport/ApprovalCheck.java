package se.medel.costreport;

import java.util.List;
import se.medel.refusal.Refusal;

/** What another part has against a report being approved now; each that has anything to say has a bean of this kind. */
public interface ApprovalCheck {

    /**
     * What stands in the way; empty where nothing does. Called in the transaction that approves, so that what is found to be free
     * can be held until it ends.
     */
    List<Refusal> obstacles(CostReportView report);
}
