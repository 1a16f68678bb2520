package se.medel.planchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import se.medel.application.rules.PlanLine;
import se.medel.delegation.Mandate;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.storage.StoredJson;

/** A change of a granted plan. */
@Entity
class PlanChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long applicationId;
    String roundId;
    String district;

    @Enumerated(EnumType.STRING)
    PlanChangeState state;

    String before;
    String plan;
    String reason;
    String askedBy;
    Instant askedAt;
    Boolean recommends;
    String note;
    String preparedBy;
    Instant preparedAt;
    String preparers = "";
    String decidedBy;
    Instant decidedAt;
    String reasons;

    /** What it was decided by; null where it is older than the delegation order. */
    String mandate;

    @Version
    long version;

    void plans(List<PlanLine> from, List<PlanLine> to) {
        before = StoredJson.write(from);
        plan = StoredJson.write(to);
    }

    List<PlanLine> plan() {
        return List.of(StoredJson.read(plan, PlanLine[].class));
    }

    /** Whether this user has had a hand in it, so that somebody else has to decide. */
    boolean isOf(String username) {
        return username.equals(askedBy) || List.of(preparers.split(" ")).contains(username);
    }

    void preparedBy(String username) {
        preparedBy = username;
        preparers = List.of(preparers.split(" ")).contains(username) ? preparers : (preparers + " " + username).strip();
    }

    PlanChangeView view() {
        return new PlanChangeView(
                id,
                applicationId,
                roundId,
                district,
                state,
                List.of(StoredJson.read(before, PlanLine[].class)),
                plan(),
                reason,
                askedBy,
                askedAt,
                recommends,
                note,
                preparedBy,
                preparedAt,
                decidedBy,
                decidedAt,
                reasons,
                mandate == null ? null : StoredJson.read(mandate, Mandate.class),
                version);
    }
}
