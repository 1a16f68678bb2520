package se.medel.delegation;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.delegation.rules.StandIn;

/**
 * Somebody who stands in for somebody.
 *
 * @param person the user name of the one who is away or has a conflict of interest
 * @param from the first day
 * @param to the last day
 * @param withdrawn whether it was taken back; it never counts again
 * @param version for optimistic locking
 */
@Schema(name = "StandIn")
public record StandInView(
        long id,
        String person,
        String substitute,
        StandIn.Ground ground,
        LocalDate from,
        LocalDate to,
        boolean withdrawn,
        String madeBy,
        Instant madeAt,
        long version) {}
