package se.medel.finalreport.rules;

import java.math.BigDecimal;
import java.util.List;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;

/**
 * Compensation for clients (M3): its money, and for how many clients it was granted.
 *
 * @param clients that were granted compensation
 */
public record Compensation(Sums sums, long clients) {

    public static final Compensation NONE = new Compensation(Sums.NOTHING, 0);

    public Compensation plus(Compensation more) {
        return new Compensation(sums.plus(more.sums), clients + more.clients);
    }

    public static Compensation sum(List<Compensation> parts) {
        return parts.stream().reduce(NONE, Compensation::plus);
    }

    /**
     * Whether the count and all the money may be told (P13). An amount is as good as a count, since the rate is public: no sum
     * may be that of one to four clients.
     */
    public boolean isTellable() {
        return clients >= ProtectedTable.LEAST && sums.all().stream().allMatch(this::tells);
    }

    /** Whether a part of the money is nothing, or the rate of five clients at least. */
    public boolean tells(Kronor sum) {
        BigDecimal size = sum.amount().abs();
        BigDecimal least = sums.granted().amount().multiply(BigDecimal.valueOf(ProtectedTable.LEAST));
        return size.signum() == 0 || size.multiply(BigDecimal.valueOf(clients)).compareTo(least) >= 0;
    }
}
