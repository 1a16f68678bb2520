package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import se.medel.storage.StoredJson;

/** A version of a round's instructions. Once it is fixed it doesn't change; the database sees to it too. */
@Entity
@Table(name = "instructions")
class InstructionsVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;
    String texts;
    LocalDate reportDue;
    String fixedBy;
    Instant fixedAt;

    @Version
    long version;

    void set(Map<InstructionsPart, String> written) {
        texts = StoredJson.write(written);
    }

    /** @param dueNow the last day of the cost reports as it is now */
    InstructionsView view(LocalDate dueNow) {
        Map<InstructionsPart, String> read = new EnumMap<>(InstructionsPart.class);
        StoredJson.readTexts(texts).forEach((part, text) -> read.put(InstructionsPart.valueOf(part), text));
        return new InstructionsView(
                roundId,
                number,
                InstructionsView.parts(read),
                fixedAt == null ? dueNow : reportDue,
                fixedBy,
                fixedAt,
                version);
    }
}
