package se.medel.opendata;

import java.math.BigDecimal;
import java.time.LocalDate;
import se.medel.round.rules.ComponentKind;

/**
 * What one district has been granted of one kind in a round, as it is published. Figures are kronor; one that is null is hidden or
 * isn't there yet, and {@code hidden} says which.
 *
 * @param awarded the day of the latest decision; null where it is hidden
 * @param clients for compensation, how many; null for other grants
 * @param reported what the approved report says that it cost; null for compensation and before it is approved
 * @param hidden whether anything is hidden because it is about fewer than five, or would tell what is (P13)
 */
public record OpenGrant(
        String round,
        String district,
        ComponentKind component,
        LocalDate awarded,
        BigDecimal granted,
        Long clients,
        BigDecimal paid,
        BigDecimal reported,
        BigDecimal repaid,
        boolean hidden) {}
