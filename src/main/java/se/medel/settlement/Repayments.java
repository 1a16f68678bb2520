package se.medel.settlement;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.medel.settlement.rules.RepaymentState;

/** All repayments. */
@ApplicationScoped
class Repayments implements PanacheRepository<Repayment> {

    List<Repayment> ofApplication(long applicationId) {
        return list("applicationId = ?1 order by id", applicationId);
    }

    Optional<Repayment> flagged(long applicationId) {
        return find("applicationId = ?1 and state = ?2", applicationId, RepaymentState.FLAGGED)
                .firstResultOptional();
    }

    List<Repayment> ofRound(String roundId) {
        return list("roundId = ?1 order by district, id", roundId);
    }

    List<Repayment> ofDistrict(String district) {
        return list("district = ?1 order by id", district);
    }

    /** What waits for somebody, in every round. */
    List<Repayment> open() {
        return list("state in ?1 order by district, id", List.of(RepaymentState.FLAGGED, RepaymentState.DECIDED));
    }
}
