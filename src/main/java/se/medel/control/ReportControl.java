package se.medel.control;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import se.medel.control.ControlView.Checked;
import se.medel.control.rules.ControlQuestion;
import se.medel.storage.StoredJson;

/** What an officer has found when controlling one report. */
@Entity
class ReportControl {

    /** Keeps its answers as text. */
    record Checklist(Map<ControlQuestion, Checked> answers) {}

    @Id
    Long reportId;

    String roundId;
    String district;
    String checklist = "{}";

    /** Why it was in deeper control, as it was when that was closed. */
    String reasons;

    String finding;
    String closedBy;
    Instant closedAt;

    @Version
    long version;

    Map<ControlQuestion, Checked> answers() {
        Map<ControlQuestion, Checked> answers =
                StoredJson.read(checklist, Checklist.class).answers();
        return answers == null ? Map.of() : new TreeMap<>(answers);
    }

    void write(Map<ControlQuestion, Checked> answers) {
        checklist = StoredJson.write(new Checklist(answers));
    }
}
