package se.medel.delegation;

import java.time.Instant;
import java.time.LocalDate;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Nature;
import se.medel.money.Kronor;
import se.medel.time.ClockProducer;

/**
 * A decision made on delegation, as the committee is told about it. What was decided before there was a delegation order here
 * has neither kind, nature nor point.
 *
 * @param subject what was decided, such as {@code decision/3}; with the moment it tells a decision from every other
 * @param number of the decision, such as {@code 3/2014}; null where it has none of its own
 * @param decidedBy the user name of the one who decided
 * @param insteadOf the user name of the one who was stood in for; null for nobody
 * @param caseNumber of the round
 * @param district the slug
 * @param text what was decided, in a few Swedish words
 * @param amount kronor; null where no money was decided on
 */
public record DelegatedDecision(
        String subject,
        String number,
        Instant decidedAt,
        DecisionKind kind,
        Nature nature,
        String decidedBy,
        String insteadOf,
        String point,
        String roundId,
        String caseNumber,
        String district,
        String text,
        Kronor amount) {

    /**
     * With what the decision was made by.
     *
     * @param mandate null for what is older than the delegation order
     */
    public static DelegatedDecision of(
            Mandate mandate,
            String subject,
            String number,
            Instant decidedAt,
            String decidedBy,
            String roundId,
            String caseNumber,
            String district,
            String text,
            Kronor amount) {
        return new DelegatedDecision(
                subject,
                number,
                decidedAt,
                mandate == null ? null : mandate.kind(),
                mandate == null ? null : mandate.nature(),
                decidedBy,
                mandate == null ? null : mandate.insteadOf(),
                mandate == null ? null : mandate.point(),
                roundId,
                caseNumber,
                district,
                text,
                amount);
    }

    /** The day it was decided, in Stockholm. */
    public LocalDate day() {
        return decidedAt.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }
}
