package se.medel.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.medel.application.rules.Judgement;
import se.medel.claim.Claims;
import se.medel.claim.Claims.Finding;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationOrder;
import se.medel.storage.StoredJson;

/**
 * The officer's judgement of an application and recommendation to the director. One per application; written over until it is
 * decided, and a claim's also afterwards: what a decision rests on stands in its facts.
 */
@Entity
class Preparation {

    @Id
    Long applicationId;

    String judgements;
    String overlapAnswer;
    boolean recommendsGrant;
    BigDecimal recommendedKronor;
    long recommendedClients;

    @Enumerated(EnumType.STRING)
    AllocationOrder allocationOrder;

    String reasons;
    String preparedBy;

    /** Everybody who has ever prepared it, one word each: none of them may decide (four eyes). */
    String preparers = "";

    Instant preparedAt;

    /** What is found about the clients of a claim that is decided; null where no decision is to be replaced for it. */
    String foundAnew;

    @Version
    long version;

    /** Kept also when somebody else writes the preparation over: what was once prepared isn't decided by the same eyes. */
    void preparedBy(String username) {
        preparedBy = username;
        if (!List.of(preparers.split(" ")).contains(username)) {
            preparers = (preparers + " " + username).strip();
        }
    }

    Optional<List<Finding>> foundAnew() {
        return Optional.ofNullable(foundAnew).map(found -> List.of(StoredJson.read(found, Finding[].class)));
    }

    PreparationView view() {
        return new PreparationView(
                List.of(StoredJson.read(judgements, Judgement[].class)),
                overlapAnswer,
                recommendsGrant,
                new Kronor(recommendedKronor),
                recommendedClients,
                allocationOrder,
                reasons,
                preparedBy,
                List.of(preparers.split(" ")),
                preparedAt,
                foundAnew().map(Claims::countByRule).orElse(null));
    }
}
