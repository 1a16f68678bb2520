package se.medel.archive;

import java.time.Instant;
import se.medel.round.rules.ComponentKind;

/**
 * A line of the register. It has no codes, no clients, no counts of them, nobody's name and no free text.
 *
 * @param number that never shifts: a letter code for what it is, and its own number
 * @param roundId null where it is about none
 * @param district the slug of the district that it came from, went to or is about; null where it is several or none
 * @param application the case it belongs to, null where it is the round's
 */
public record JournalEntry(
        String number,
        JournalKind kind,
        Instant at,
        String roundId,
        String district,
        Long application,
        ComponentKind component) {}
