package se.medel.round;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import se.medel.round.rules.AllocationModel;
import se.medel.storage.StoredJson;

/** One version of a round's model. Final from the committee's decision on (A9); the database sees to it too. */
@Entity
@Table(name = "allocation_model")
class ModelVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int versionNumber;
    String model;

    @Enumerated(EnumType.STRING)
    ModelState state;

    String madeBy;
    LocalDate committeeDate;
    String committeeParagraph;
    Instant approvedAt;
    String registeredBy;

    /** Whether the director distributes by it (D2). */
    boolean delegated = true;

    @Version
    long version;

    void set(AllocationModel changed) {
        model = StoredJson.write(changed);
    }

    ModelView view() {
        return new ModelView(
                id,
                roundId,
                versionNumber,
                state,
                StoredJson.read(model, AllocationModel.class),
                madeBy,
                committeeDate,
                committeeParagraph,
                delegated,
                version);
    }
}
