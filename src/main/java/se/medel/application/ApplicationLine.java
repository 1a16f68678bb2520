package se.medel.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import se.medel.application.rules.ApplicationState;
import se.medel.round.rules.ComponentKind;

/**
 * An application as one line of a list.
 *
 * @param askedKronor whole kronor, null until an amount is written
 */
public record ApplicationLine(
        long id,
        String roundId,
        String district,
        ComponentKind component,
        ApplicationState state,
        BigDecimal askedKronor,
        long clientsAsked,
        Instant submittedAt,
        String signedBy,
        LocalDate completionDue) {}
