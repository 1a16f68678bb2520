package se.medel.claim;

import java.time.LocalDate;
import se.medel.claim.rules.ClaimedClient;

/**
 * One client of a claim.
 *
 * @param position the row's place in its claim, from 1
 * @param failsRule the rule that an officer has found the client to fail, null for none
 * @param failsReason why, in the officer's words; null for none
 */
public record ClaimRow(
        long id,
        long applicationId,
        int position,
        String code,
        int birthYear,
        LocalDate admittedOn,
        LocalDate earlierContact,
        String attestedBy,
        RowState state,
        String failsRule,
        String failsReason) {

    public boolean isEligible() {
        return failsRule == null;
    }

    ClaimedClient client() {
        return new ClaimedClient(code, birthYear, admittedOn, earlierContact, true, attestedBy);
    }
}
