package se.medel.whatif;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.storage.StoredJson;
import se.medel.whatif.rules.Expected;
import se.medel.whatif.rules.Sequence;

/** A trial of a model, kept by name. */
@Entity
class ModelTrial {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String name;
    String owner;
    String model;
    String expected;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_name")
    AllocationOrder order;

    @Enumerated(EnumType.STRING)
    Sequence sequence;

    Instant changedAt;
    String changedBy;

    @Version
    long version;

    void set(AllocationModel changed) {
        model = StoredJson.write(changed);
    }

    void set(Expected changed) {
        expected = StoredJson.write(changed);
    }

    TrialView view() {
        return new TrialView(
                id,
                roundId,
                name,
                owner,
                StoredJson.read(model, AllocationModel.class),
                StoredJson.read(expected, Expected.class),
                order,
                sequence,
                changedAt,
                changedBy,
                version);
    }
}
