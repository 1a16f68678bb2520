package se.medel.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.medel.claim.ClientFindings;
import se.medel.costreport.ApprovalCheck;
import se.medel.costreport.CostReportView;
import se.medel.refusal.Refusal;

/** A report in deeper control isn't approved before that is closed. */
@ApplicationScoped
class DeeperControl implements ApprovalCheck {

    @Inject
    ControlService controls;

    @Override
    public List<Refusal> obstacles(CostReportView report, Map<Long, ClientFindings.Count> found) {
        return controls.bars(report) ? List.of(Refusal.of(ControlRefusal.DEEPER_CONTROL_OPEN)) : List.of();
    }
}
