package se.medel.costreport;

import java.util.List;
import se.medel.refusal.Refusal;

/** Something else that can stand in the way of approving a report: whoever has such a thing makes a bean of this kind. */
public interface ApprovalCheck {

    /** What stands in the way now, of a report that an officer is about to approve; empty where nothing does. */
    List<Refusal> obstacles(CostReportView report);
}
