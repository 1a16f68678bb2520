package se.medel.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All decisions. */
@ApplicationScoped
class Decisions implements PanacheRepository<Decision> {

    List<Decision> ofRound(String roundId) {
        return list("roundId = ?1 order by number", roundId);
    }

    List<Decision> ofApplication(long applicationId) {
        return list("applicationId = ?1 order by id", applicationId);
    }

    /** The decision that holds: the one that no other replaces. */
    Optional<Decision> inForce(long applicationId) {
        return find("applicationId = ?1 order by id desc", applicationId).firstResultOptional();
    }

    /** The next number in the round: decisions on applications and on repayments are one series. Safe only while the round is locked. */
    int nextNumber(String roundId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(number), 0) + 1 from (select number from decision"
                                + " where round_id = :round union all select number from repayment"
                                + " where round_id = :round) numbered")
                        .setParameter("round", roundId)
                        .getSingleResult())
                .intValue();
    }
}
