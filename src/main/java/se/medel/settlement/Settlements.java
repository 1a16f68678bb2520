package se.medel.settlement;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All settlements. */
@ApplicationScoped
class Settlements implements PanacheRepository<SettlementEntry> {

    /** The one that no other replaces. */
    Optional<SettlementEntry> inForce(long applicationId) {
        return find("applicationId = ?1 order by number desc", applicationId).firstResultOptional();
    }

    /** Every one of a district's grants, the first one first. */
    List<SettlementEntry> ofDistrict(String roundId, String district) {
        return list("roundId = ?1 and district = ?2 order by applicationId, number", roundId, district);
    }

    /** Those in force. */
    List<SettlementEntry> inForceOf(String roundId) {
        return list(
                "roundId = ?1 and not exists (select 1 from SettlementEntry later where later.replaces = this.id)"
                        + " order by district, applicationId",
                roundId);
    }
}
