package se.medel.whatif;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All trials of all rounds. */
@ApplicationScoped
class ModelTrials implements PanacheRepository<ModelTrial> {

    /** Those changed last come first. */
    List<ModelTrial> ofRound(String roundId) {
        return list("roundId = ?1 order by changedAt desc, id desc", roundId);
    }

    Optional<ModelTrial> find(String roundId, long id) {
        return find("roundId = ?1 and id = ?2", roundId, id).firstResultOptional();
    }

    /** @param except a trial that may have the name, null for none */
    boolean isTaken(String roundId, String name, Long except) {
        return count("roundId = ?1 and lower(name) = lower(?2) and (?3 is null or id <> ?3)", roundId, name, except)
                > 0;
    }
}
