package se.medel.round;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All versions of all models. */
@ApplicationScoped
class ModelVersions implements PanacheRepository<ModelVersion> {

    List<ModelVersion> ofRound(String roundId) {
        return list("roundId = ?1 order by versionNumber desc", roundId);
    }

    /** The version in force: the newest that a committee has approved. */
    Optional<ModelVersion> inForce(String roundId) {
        return find("roundId = ?1 and state = ?2 order by versionNumber desc", roundId, ModelState.APPROVED)
                .firstResultOptional();
    }

    List<ModelVersion> pending() {
        return list("state <> ?1 order by roundId", ModelState.APPROVED);
    }

    /** The version on its way to the committee; there is at most one. */
    Optional<ModelVersion> pending(String roundId) {
        return find("roundId = ?1 and state <> ?2", roundId, ModelState.APPROVED)
                .firstResultOptional();
    }
}
