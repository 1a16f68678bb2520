package se.medel.costreport;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All cost reports. */
@ApplicationScoped
class CostReports implements PanacheRepository<CostReport> {

    List<CostReport> ofRound(String roundId) {
        return list("roundId = ?1 order by district", roundId);
    }

    List<CostReport> ofDistrict(String district) {
        return list("district = ?1 order by dueOn, id", district);
    }

    Optional<CostReport> of(String roundId, String district) {
        return find("roundId = ?1 and district = ?2", roundId, district).firstResultOptional();
    }
}
