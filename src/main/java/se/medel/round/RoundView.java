package se.medel.round;

import java.time.LocalDate;

/**
 * A round as other parts see it.
 *
 * @param id its name in addresses, such as {@code sig-2014}
 * @param programme what the money is for
 * @param year the budget year
 * @param caseNumber the case at the social administration, as the registry writes it
 * @param applicationDeadline the last day to apply
 * @param version for optimistic locking
 */
public record RoundView(
        String id,
        String programme,
        String name,
        int year,
        RoundState state,
        String caseNumber,
        LocalDate applicationDeadline,
        long version) {}
