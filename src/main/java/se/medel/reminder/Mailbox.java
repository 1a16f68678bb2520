package se.medel.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A functional mailbox, never a person's. */
@Entity
class Mailbox {

    /** A district's slug, or {@link MailboxService#ADMINISTRATION}. */
    @Id
    String owner;

    String address;
    String setBy;
    Instant setAt;

    @Version
    long version;
}
