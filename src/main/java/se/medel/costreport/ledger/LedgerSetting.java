package se.medel.costreport.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import se.medel.costreport.sie.ObjectPair;
import se.medel.storage.StoredJson;

/** What is expected of a district's ledger in a round. */
@Entity
class LedgerSetting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String district;
    String organisationNumber;
    String objects;
    String changedBy;
    Instant changedAt;

    @Version
    long version;

    List<ObjectPair> objects() {
        return List.of(StoredJson.read(objects, ObjectPair[].class));
    }
}
