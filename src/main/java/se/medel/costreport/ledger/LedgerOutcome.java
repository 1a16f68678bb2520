package se.medel.costreport.ledger;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.sie.CostSums;
import se.medel.costreport.sie.Header;
import se.medel.costreport.sie.LeftOut;
import se.medel.money.Kronor;

/**
 * What a choice takes from a ledger and what it leaves out; together they are every line of the file.
 *
 * @param taken by account, in the order of the accounts
 * @param leftOut by reason, in the order of the reasons; those without lines aren't there
 * @param unmapped the accounts that the chart lacks, which are part of what is left out
 */
public record LedgerOutcome(List<AccountSum> taken, List<ReasonSum> leftOut, List<AccountSum> unmapped) {

    /** @param category null where the account is left out */
    public record AccountSum(String account, String name, CostCategory category, Kronor amount, long lines) {}

    public record ReasonSum(LeftOut reason, Kronor amount, long lines) {}

    public record Total(Kronor amount, long lines) {

        Total plus(Kronor more, long moreLines) {
            return new Total(amount.plus(more), lines + moreLines);
        }
    }

    private static final Total NOTHING = new Total(Kronor.ZERO, 0);

    static LedgerOutcome of(CostSums.Outcome outcome, Header header) {
        return new LedgerOutcome(
                outcome.taken().stream().map(sum -> account(sum, header)).toList(),
                outcome.leftOut().entrySet().stream()
                        .map(left -> new ReasonSum(
                                left.getKey(),
                                left.getValue().amount(),
                                left.getValue().lines()))
                        .sorted(Comparator.comparing(ReasonSum::reason))
                        .toList(),
                outcome.unmapped().stream().map(sum -> account(sum, header)).toList());
    }

    private static AccountSum account(CostSums.AccountSum sum, Header header) {
        return new AccountSum(
                sum.account(),
                header.accounts().getOrDefault(sum.account(), ""),
                sum.category().isEmpty() ? null : CostCategory.valueOf(sum.category()),
                sum.sum().amount(),
                sum.sum().lines());
    }

    public Map<CostCategory, Kronor> takenByCategory() {
        Map<CostCategory, Kronor> categories = new EnumMap<>(CostCategory.class);
        taken.forEach(sum -> categories.merge(sum.category(), sum.amount(), Kronor::plus));
        return categories;
    }

    public Total totalTaken() {
        Total total = NOTHING;
        for (AccountSum sum : taken) {
            total = total.plus(sum.amount(), sum.lines());
        }
        return total;
    }

    public Total totalLeftOut() {
        Total total = NOTHING;
        for (ReasonSum sum : leftOut) {
            total = total.plus(sum.amount(), sum.lines());
        }
        return total;
    }

    /** The whole file. */
    public Total total() {
        Total left = totalLeftOut();
        return totalTaken().plus(left.amount(), left.lines());
    }
}
