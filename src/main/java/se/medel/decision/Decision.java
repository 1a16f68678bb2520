package se.medel.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import se.medel.money.Kronor;
import se.medel.storage.StoredJson;

/** A delegation decision. Nothing in it changes once it is made; a correction is another decision that replaces it. */
@Entity
@Immutable
class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;
    long applicationId;
    long modelId;

    @Enumerated(EnumType.STRING)
    DecisionOutcome outcome;

    BigDecimal askedKronor;
    BigDecimal grantedKronor;
    long grantedClients;

    /** The criterion or rule that a refusal names. */
    String refusedBy;

    String reasons;
    String facts;
    String preparedBy;
    String decidedBy;
    Instant decidedAt;
    Long replaces;

    DecisionView view() {
        return new DecisionView(
                id,
                roundId,
                number,
                applicationId,
                outcome,
                new Kronor(askedKronor),
                new Kronor(grantedKronor),
                grantedClients,
                refusedBy,
                reasons,
                StoredJson.read(facts, DecisionFacts.class),
                preparedBy,
                decidedBy,
                decidedAt,
                replaces);
    }
}
