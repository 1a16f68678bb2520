package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import se.medel.storage.StoredJson;

/** A line of a closed list. */
@Entity
@Immutable
@Table(name = "delegation_list_line")
class DelegationListEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "list_number")
    DelegationList list;

    int position;
    String subject;
    Instant decidedAt;
    String roundId;
    String content;

    static DelegationListEntry of(DelegationList list, int position, DelegationListLine line) {
        DelegationListEntry entry = new DelegationListEntry();
        entry.list = list;
        entry.position = position;
        entry.subject = line.decision().subject();
        entry.decidedAt = line.decision().decidedAt();
        entry.roundId = line.decision().roundId();
        entry.content = StoredJson.write(line);
        return entry;
    }

    DelegationListLine line() {
        return StoredJson.read(content, DelegationListLine.class);
    }
}
