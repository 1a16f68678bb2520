package se.medel.control;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The control of all reports. */
@ApplicationScoped
class ReportControls implements PanacheRepositoryBase<ReportControl, Long> {

    List<ReportControl> ofRound(String roundId) {
        return list("roundId", roundId);
    }
}
