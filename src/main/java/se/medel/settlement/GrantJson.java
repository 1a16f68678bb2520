package se.medel.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Problem;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.SettlementService.Grant;
import se.medel.settlement.rules.Stage;

/**
 * Where one grant stands at the year's end, in whole kronor: granted = paid + notYetPaid + released, and once it is settled
 * paid = admitted + repaid + writtenOff + owed.
 *
 * @param entitled what the district may keep or still get; null until it is settled
 * @param freed of what was released or repaid, what is back under the caps (A1)
 * @param settlement the settlement in force; null until there is one
 * @param repayments every one, the first one first
 * @param obstacle why the round's settlement left the district out just now; otherwise null
 */
@Schema(name = "SettledGrant")
public record GrantJson(
        long application,
        String district,
        ComponentKind component,
        Stage stage,
        Kronor granted,
        Kronor paid,
        Kronor notYetPaid,
        Kronor released,
        Kronor entitled,
        Kronor admitted,
        Kronor repaid,
        Kronor writtenOff,
        Kronor owed,
        Kronor freed,
        Made settlement,
        List<RepaymentJson> repayments,
        Problem.Fault obstacle) {

    /**
     * A settlement.
     *
     * @param number counted from 1 for the grant; a correction has the next
     * @param report the id of the report that it rests on; null where none came in time
     */
    @Schema(name = "Settlement")
    public record Made(int number, Long report, List<Step> steps, String madeBy, Instant madeAt) {}

    /**
     * One reason of the chain (A8).
     *
     * @param rule that it rests on, such as Y2
     * @param text in the language of the request
     */
    @Schema(name = "SettlementStep")
    public record Step(String rule, String text, Kronor before, Kronor after) {}

    /** @param obstacle null for none */
    static GrantJson of(Grant grant, Problem.Fault obstacle, Locale locale) {
        Account account = grant.account();
        return new GrantJson(
                account.applicationId(),
                account.district(),
                account.component(),
                grant.stage(),
                account.granted(),
                account.paid(),
                account.notYetPaid(),
                account.released(),
                account.settled() ? account.entitled() : null,
                account.admitted(),
                account.repaid(),
                account.writtenOff(),
                account.owed(),
                account.freed(),
                grant.inForce().map(view -> made(view, locale)).orElse(null),
                grant.repayments().stream()
                        .map(view -> RepaymentJson.of(view, locale))
                        .toList(),
                obstacle);
    }

    private static Made made(SettlementView view, Locale locale) {
        return new Made(
                view.number(), view.reportId(), SettlementChain.steps(view, locale), view.madeBy(), view.madeAt());
    }
}
