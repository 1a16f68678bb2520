package se.medel.settlement;

import java.time.Instant;
import se.medel.settlement.rules.Settlement;
import se.medel.settlement.rules.YearEnd;

/**
 * A settlement as other parts see it.
 *
 * @param number counted from 1 for each grant; a correction has the next
 * @param reportId the approved report that it rests on; null where none came in time
 * @param input everything that it was worked out from
 */
public record SettlementView(
        long id,
        String roundId,
        String district,
        long applicationId,
        int number,
        Long reportId,
        YearEnd input,
        Settlement result,
        String madeBy,
        Instant madeAt,
        Long replaces) {}
