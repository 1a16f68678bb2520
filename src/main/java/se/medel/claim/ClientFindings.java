package se.medel.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What is found about compensated clients after the decision, when the year is accounted for (Y4). */
@ApplicationScoped
@Transactional
public class ClientFindings {

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** Why a client's compensation is to be paid back. */
    public enum Reason {
        NOT_ELIGIBLE_CLIENT,
        FUNDED_TWICE
    }

    /** How many of a claim's compensated clients there is something against; nobody is counted in both. */
    public record Count(long notEligible, long fundedTwice) {}

    /** @param row the claim's row, by its id */
    public record Finding(long row, Reason reason, String note) {}

    public Count count(long applicationId) {
        Tuple counts = database.createNativeQuery(
                        "select count(*) filter (where finding.reason = 'NOT_ELIGIBLE_CLIENT'),"
                                + " count(*) filter (where finding.reason = 'FUNDED_TWICE') from client_finding finding"
                                + " join claim_row claimed on claimed.id = finding.claim_row_id"
                                + " where claimed.application_id = :claim and claimed.state = 'COMPENSATED'",
                        Tuple.class)
                .setParameter("claim", applicationId)
                .getSingleResult();
        return new Count(counts.get(0, Long.class), counts.get(1, Long.class));
    }

    /** The same if these were the findings; about clients of other claims, and those who aren't compensated, nothing is counted. */
    public Count count(long applicationId, List<Finding> findings) {
        Set<Long> compensated = Set.copyOf(database.createNativeQuery(
                        "select id from claim_row where application_id = :claim and state = 'COMPENSATED'", Long.class)
                .setParameter("claim", applicationId)
                .getResultList());
        Map<Reason, Long> counts = findings.stream()
                .filter(finding -> compensated.contains(finding.row()))
                .collect(Collectors.groupingBy(Finding::reason, Collectors.counting()));
        return new Count(
                counts.getOrDefault(Reason.NOT_ELIGIBLE_CLIENT, 0L), counts.getOrDefault(Reason.FUNDED_TWICE, 0L));
    }

    /** The same for every claim of a round that something is found about, by its application's id. */
    public Map<Long, Count> counts(String roundId) {
        return database.createNativeQuery(
                        "select claimed.application_id,"
                                + " count(*) filter (where finding.reason = 'NOT_ELIGIBLE_CLIENT'),"
                                + " count(*) filter (where finding.reason = 'FUNDED_TWICE') from client_finding finding"
                                + " join claim_row claimed on claimed.id = finding.claim_row_id"
                                + " join application on application.id = claimed.application_id"
                                + " where application.round_id = :round and claimed.state = 'COMPENSATED'"
                                + " group by claimed.application_id",
                        Tuple.class)
                .setParameter("round", roundId)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, Long.class),
                        row -> new Count(row.get(1, Long.class), row.get(2, Long.class))));
    }

    /** How many of the compensated clients in these rounds somebody else paid for as well, by claim (K3). */
    public Map<Long, Long> fundedTwice(Collection<String> roundIds) {
        return roundIds.isEmpty()
                ? Map.of()
                : database.createNativeQuery(
                                "select claimed.application_id, count(*) from client_finding finding"
                                        + " join claim_row claimed on claimed.id = finding.claim_row_id"
                                        + " join application on application.id = claimed.application_id"
                                        + " where application.round_id in (:rounds) and finding.reason = 'FUNDED_TWICE'"
                                        + " and claimed.state = 'COMPENSATED' group by claimed.application_id",
                                Tuple.class)
                        .setParameter("rounds", roundIds)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class)));
    }

    /** What is found about a claim's clients, in the order of its rows. */
    public List<Finding> of(long applicationId) {
        return database.createNativeQuery(
                        "select finding.claim_row_id, finding.reason, finding.note from client_finding finding"
                                + " join claim_row claimed on claimed.id = finding.claim_row_id"
                                + " where claimed.application_id = :claim order by claimed.position",
                        Tuple.class)
                .setParameter("claim", applicationId)
                .getResultStream()
                .map(row -> new Finding(
                        row.get(0, Long.class), Reason.valueOf(row.get(1, String.class)), row.get(2, String.class)))
                .toList();
    }

    /** Keeps these findings about a claim's clients in place of those before; rows of other claims are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long applicationId, List<Finding> findings, String by) {
        database.createNativeMutationQuery("delete from client_finding where claim_row_id in"
                        + " (select id from claim_row where application_id = :claim)")
                .setParameter("claim", applicationId)
                .executeUpdate();
        for (Finding finding : findings) {
            database.createNativeMutationQuery(
                            "insert into client_finding (claim_row_id, reason, note, found_by, found_at)"
                                    + " select id, :reason, :note, :by, :at from claim_row where id = :row and application_id = :claim"
                                    + " and state = 'COMPENSATED'")
                    .setParameter("reason", finding.reason().name())
                    .setParameter("note", finding.note())
                    .setParameter("by", by)
                    .setParameter("at", clock.instant())
                    .setParameter("row", finding.row())
                    .setParameter("claim", applicationId)
                    .executeUpdate();
        }
    }
}
