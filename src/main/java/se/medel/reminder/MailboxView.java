package se.medel.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where reminders are sent.
 *
 * @param owner a district's slug, or {@code administration}
 * @param address null where none is set
 * @param version for optimistic locking; programs see it as the ETag
 */
@Schema(name = "Mailbox", requiredProperties = "owner")
public record MailboxView(String owner, String address, @JsonIgnore long version) {}
