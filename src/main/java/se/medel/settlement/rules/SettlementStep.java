package se.medel.settlement.rules;

import java.math.BigDecimal;
import se.medel.money.Kronor;

/**
 * One link in the chain from what was granted to what the district may keep (Y4, A8).
 *
 * @param before whole kronor before the reason was tried
 * @param after whole kronor that it left
 * @param limit what the reason's own figures come to, in kronor with öre or in clients: what is left of the cost, or of the
 *     clients
 * @param taken what was taken away to come to the limit, in the same unit: cost not approved, cost off plan, money from
 *     others, clients
 */
public record SettlementStep(RepaymentReason reason, Kronor before, Kronor after, BigDecimal limit, BigDecimal taken) {

    /** Whether the reason took anything from the grant. */
    public boolean isBinding() {
        return after.isLessThan(before);
    }

    /** Whether {@code limit} and {@code taken} are clients. */
    public boolean countsClients(YearEnd input) {
        return input instanceof YearEnd.Clients;
    }
}
