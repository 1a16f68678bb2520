package se.medel.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.settlement.rules.RepaymentReason;
import se.medel.settlement.rules.RepaymentState;
import se.medel.web.Texts;

/**
 * A repayment as a program reads it. Amounts are whole kronor; below zero where a correction is in the district's favour.
 *
 * @param application the id of the application whose grant it is about
 * @param parts why, reason by reason; they come to what is flagged
 * @param replyDue until when the district may answer; null before it is heard
 * @param number of the decision in the round's series; null until decided
 * @param open what is left of what was decided
 */
@Schema(name = "Repayment")
public record RepaymentJson(
        long id,
        String round,
        String district,
        long application,
        RepaymentState state,
        Kronor flagged,
        List<Part> parts,
        String preparedBy,
        Instant heardAt,
        LocalDate replyDue,
        String reply,
        Instant repliedAt,
        Integer number,
        Kronor decided,
        String reasons,
        String decidedBy,
        Instant decidedAt,
        LocalDate payBy,
        Kronor received,
        Kronor writtenOff,
        String writeOffReason,
        Kronor open,
        Mandate mandate,
        Mandate writeOffMandate) {

    /**
     * A part of the amount.
     *
     * @param rule that it rests on, such as Y2
     * @param reason in the language of the request
     */
    @Schema(name = "RepaymentPart")
    public record Part(String rule, String reason, Kronor amount) {}

    static RepaymentJson of(RepaymentView view, Locale locale) {
        List<Part> parts = new ArrayList<>();
        for (RepaymentReason reason : RepaymentReason.values()) {
            Kronor part = view.parts().get(reason.name());
            if (part != null) {
                parts.add(new Part(reason.rule(), Texts.in(locale).name(reason), part));
            }
        }
        Kronor earlier = view.parts().get(RepaymentView.EARLIER);
        if (earlier != null) {
            parts.add(new Part("Y4", SettlementTexts.in(locale).earlierPart(), earlier));
        }
        return new RepaymentJson(
                view.id(),
                view.roundId(),
                view.district(),
                view.applicationId(),
                view.state(),
                view.flagged(),
                parts,
                view.preparedBy(),
                view.hearingAt(),
                view.replyDue(),
                view.reply(),
                view.repliedAt(),
                view.number(),
                view.decided(),
                view.reasons(),
                view.decidedBy(),
                view.decidedAt(),
                view.payBy(),
                view.received(),
                view.writtenOff(),
                view.writeOffReason(),
                view.open(),
                view.mandate(),
                view.writeOffMandate());
    }
}
