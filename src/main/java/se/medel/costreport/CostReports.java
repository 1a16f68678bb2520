package se.medel.costreport;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** All cost reports. */
@ApplicationScoped
class CostReports implements PanacheRepository<CostReport> {

    List<CostReport> ofRound(String roundId) {
        return list("roundId = ?1 order by district", roundId);
    }

    /** Taken until the transaction ends: of two who change a report at once the second sees what the first has done. */
    Optional<CostReport> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<CostReport> lockRound(String roundId) {
        return find("roundId = ?1 order by id", roundId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<CostReport> lockOf(String roundId, String district) {
        return find("roundId = ?1 and district = ?2", roundId, district)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<CostReport> ofDistrict(String district) {
        return list("district = ?1 order by dueOn, id", district);
    }

    Optional<CostReport> of(String roundId, String district) {
        return find("roundId = ?1 and district = ?2", roundId, district).firstResultOptional();
    }

    /** The ids of the reports about any of these grants, each such as {@code application/17}. */
    Set<Long> about(Set<String> grants) {
        return Set.copyOf(getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select distinct report.id from cost_report report join grant_account account"
                                + " on account.round_id = report.round_id and account.district = report.district"
                                + " where account.granted > 0 and 'application/' || account.application_id in (:grants)",
                        Long.class)
                .setParameter("grants", grants)
                .getResultList());
    }
}
