package se.medel.finalreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.medel.decision.DecisionService;
import se.medel.finalreport.rules.Compensation;
import se.medel.finalreport.rules.DistrictMoney;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.finalreport.rules.Sums;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.round.RoundService;
import se.medel.round.rules.Component.GroupCap;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.ClosingService;

/**
 * What of a round's money may be told by district (P13): one answer for the final report, the districts' accounts and the open
 * data, so that what one of them hides can't be worked out from another.
 */
@ApplicationScoped
@Transactional
public class ToldMoney {

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    ClosingService closings;

    @Inject
    DecisionService decisions;

    /** The round's money by district; the round has an approved model. */
    public MoneyTable table(String roundId) {
        return table(roundId, money(roundId, standing(roundId)));
    }

    MoneyTable table(String roundId, List<DistrictMoney> money) {
        return MoneyTable.of(
                money,
                rounds.modelInForce(roundId).orElseThrow().model().clientCompensation().stream()
                        .flatMap(compensation -> compensation.groups().stream())
                        .map(GroupCap::districts)
                        .toList());
    }

    /** As the accounts stand, or as they stood when the round was closed. */
    List<Account> standing(String roundId) {
        return closings.closing(roundId)
                .map(kept -> kept.figures().accounts())
                .orElseGet(() -> accounts.ofRound(roundId));
    }

    /** The districts with their money; those that were granted nothing and claim nothing are none. */
    List<DistrictMoney> money(String roundId, List<Account> standing) {
        Map<Long, Long> clients = decisions.clientsInForce(roundId);
        Map<String, Sums> costs = new TreeMap<>();
        Map<String, Compensation> compensations = new HashMap<>();
        for (Account account : standing) {
            costs.putIfAbsent(account.district(), Sums.NOTHING);
            if (isClaim(account)) {
                Compensation one = new Compensation(sums(account), clients.getOrDefault(account.applicationId(), 0L));
                compensations.merge(account.district(), one, Compensation::plus);
            } else {
                costs.merge(account.district(), sums(account), Sums::plus);
            }
        }
        List<DistrictMoney> money = new ArrayList<>();
        costs.forEach((district, sums) -> money.add(new DistrictMoney(district, sums, compensations.get(district))));
        return money;
    }

    static boolean isClaim(Account account) {
        return account.component() == ComponentKind.CLIENT_COMPENSATION;
    }

    static Sums sums(Account account) {
        return Sums.of(
                account.granted(),
                account.paid(),
                account.released(),
                account.admitted(),
                account.repaid(),
                account.writtenOff());
    }
}
