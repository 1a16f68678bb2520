package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.round.rules.AllocationModel;
import se.medel.storage.StoredJson;

/** A committee report on a round's model. Never changed once it is fixed; the database sees to it too. */
@Entity
class CommitteeReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;

    @ManyToOne
    ReportTemplate template;

    String texts;
    String aside;
    String madeBy;
    Instant madeAt;
    Integer modelVersion;
    String model;
    String fixedBy;
    Instant fixedAt;

    @Version
    long version;

    /** What the officer has written, by chapter. */
    private record Texts(Map<Chapter, String> byChapter) {}

    private record Aside(Set<String> figures) {}

    Map<Chapter, String> texts() {
        Map<Chapter, String> written = new EnumMap<>(Chapter.class);
        written.putAll(StoredJson.read(texts, Texts.class).byChapter());
        return written;
    }

    void texts(Map<Chapter, String> written) {
        texts = StoredJson.write(new Texts(written));
    }

    Set<String> aside() {
        return new LinkedHashSet<>(StoredJson.read(aside, Aside.class).figures());
    }

    void aside(Set<String> figures) {
        aside = StoredJson.write(new Aside(figures));
    }

    CommitteeReportView view() {
        return new CommitteeReportView(
                id,
                roundId,
                number,
                template == null ? Outline.ofTheHouse() : template.outline(),
                template == null ? 0 : template.id,
                texts(),
                aside(),
                madeBy,
                modelVersion,
                model == null ? null : StoredJson.read(model, AllocationModel.class),
                fixedBy,
                fixedAt,
                version);
    }
}
