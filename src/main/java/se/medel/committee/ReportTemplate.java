package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import se.medel.committee.rules.Outline;
import se.medel.storage.StoredJson;

/** A version of the committee reports' template: its chapters in their order. */
@Entity
@Immutable
class ReportTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String outline;
    String madeBy;
    Instant madeAt;

    Outline outline() {
        return StoredJson.read(outline, Outline.class);
    }
}
