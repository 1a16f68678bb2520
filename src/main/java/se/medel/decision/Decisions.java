package se.medel.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    Map<Long, Long> clientsInForce(String roundId) {
        Map<Long, Long> clients = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select d.applicationId, d.grantedClients from Decision d where d.roundId = ?1"
                                + " and d.grantedClients > 0"
                                + " and not exists (select 1 from Decision later where later.replaces = d.id)",
                        Tuple.class)
                .setParameter(1, roundId)
                .getResultStream()
                .forEach(row -> clients.put(
                        row.get(0, Long.class), row.get(1, Number.class).longValue()));
        return clients;
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
