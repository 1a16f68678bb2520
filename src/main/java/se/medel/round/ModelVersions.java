package se.medel.round;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import se.medel.round.rules.ComponentKind;

/** All versions of all models. */
@ApplicationScoped
class ModelVersions implements PanacheRepository<ModelVersion> {

    private static final List<ModelState> PENDING =
            Arrays.stream(ModelState.values()).filter(ModelState::isPending).toList();

    List<ModelVersion> ofRound(String roundId) {
        return list("roundId = ?1 order by versionNumber desc", roundId);
    }

    /** The version in force: the newest that a committee has approved. */
    Optional<ModelVersion> inForce(String roundId) {
        return find("roundId = ?1 and state = ?2 order by versionNumber desc", roundId, ModelState.APPROVED)
                .firstResultOptional();
    }

    List<ModelVersion> pending() {
        return list("state in ?1 order by roundId", PENDING);
    }

    /** The components that districts have applications under, withdrawn and refused ones left out. */
    List<ComponentKind> componentsAppliedFor(String roundId) {
        List<String> names = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select distinct component from application where round_id = :round"
                                + " and state not in ('WITHDRAWN', 'REFUSED')",
                        String.class)
                .setParameter("round", roundId)
                .getResultList();
        return names.stream().map(ComponentKind::valueOf).toList();
    }

    /** The version on its way to the committee; there is at most one. */
    Optional<ModelVersion> pending(String roundId) {
        return find("roundId = ?1 and state in ?2", roundId, PENDING).firstResultOptional();
    }
}
