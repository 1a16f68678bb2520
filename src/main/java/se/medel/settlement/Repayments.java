package se.medel.settlement;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.medel.settlement.rules.RepaymentState;

/** All repayments. */
@ApplicationScoped
class Repayments implements PanacheRepository<Repayment> {

    List<Repayment> ofApplication(long applicationId) {
        return list("applicationId = ?1 order by id", applicationId);
    }

    /** A later settlement comes in place of a proposal that nobody has decided. */
    void supersede(long applicationId) {
        update(
                "state = ?1, version = version + 1 where applicationId = ?2 and state = ?3",
                RepaymentState.SUPERSEDED,
                applicationId,
                RepaymentState.FLAGGED);
    }

    List<Repayment> ofRound(String roundId) {
        return list("roundId = ?1 order by district, id", roundId);
    }

    List<Repayment> ofRoundAndDistrict(String roundId, String district) {
        return list("roundId = ?1 and district = ?2 order by id", roundId, district);
    }

    List<Repayment> ofDistrict(String district) {
        return list("district = ?1 order by id", district);
    }

    /** What waits for somebody, in every round. */
    List<Repayment> open() {
        return list("state in ?1 order by district, id", List.of(RepaymentState.FLAGGED, RepaymentState.DECIDED));
    }
}
