package se.medel.settlement;

import java.time.Instant;
import java.util.List;
import se.medel.ledger.Account;

/**
 * How a round looked when it was closed (Y6).
 *
 * @param sha256 of the figures as they are stored, in small hexadecimal digits
 */
public record RoundClosing(String roundId, Figures figures, String sha256, String closedBy, Instant closedAt) {

    /** The accounts and the settlements that they came from. */
    public record Figures(List<Account> accounts, List<SettlementView> settlements) {}
}
