package se.medel.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.medel.delegation.rules.OrderLine;

/**
 * A version of the delegation order as other parts see it.
 *
 * @param number 1, 2, …
 * @param committeeDate when the committee decided it; null for a draft, and for the first version
 * @param validFrom the first day it holds, until the next version does; null for a draft
 * @param version for optimistic locking
 */
public record OrderView(
        int number,
        OrderState state,
        LocalDate committeeDate,
        String committeeParagraph,
        LocalDate validFrom,
        List<OrderLine> lines,
        String madeBy,
        Instant madeAt,
        long version) {}
