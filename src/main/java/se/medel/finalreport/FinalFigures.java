package se.medel.finalreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Results;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.finalreport.rules.Compensation;
import se.medel.finalreport.rules.DistrictMoney;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.finalreport.rules.Stopped;
import se.medel.finalreport.rules.Sums;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Cap;
import se.medel.settlement.ClosingService;
import se.medel.settlement.RoundClosing;
import se.medel.settlement.SettlementService.Grant;
import se.medel.settlement.SettlementView;
import se.medel.settlement.rules.RepaymentReason;
import se.medel.settlement.rules.SettlementStep;
import se.medel.settlement.rules.Stage;

/** Puts the figures of the final report together. Who may see them is the caller's to know. */
@ApplicationScoped
@Transactional
class FinalFigures {

    @Inject
    ToldMoney told;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Accounts accounts;

    @Inject
    ClosingService closings;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    /** The round as it stands, or as it was closed. */
    RoundFigures of(RoundView round, List<Grant> grants, List<DecisionView> decided) {
        Optional<RoundClosing> closing = closings.closing(round.id());
        List<Account> standing = told.standing(round.id());
        List<DistrictMoney> money = told.money(round.id(), standing);
        MoneyTable table = told.table(round.id(), money);
        List<CostReportView> approved = approved(reports.all(round.id()));
        return new RoundFigures(
                round.id(),
                round.name(),
                round.programme(),
                round.year(),
                round.caseNumber(),
                closing.isPresent(),
                closing.map(RoundClosing::sha256).orElse(null),
                byName(table),
                table.together(),
                table.withheld(),
                table.total(),
                caps(rounds.balance(round.id()).orElseThrow(), money, freed(standing), table),
                approved.size(),
                results(approved),
                funding(approved),
                cuts(standing, inForce(closing, grants)),
                Stopped.of(inForce(decided).stream()
                        .map(FinalFigures::ruling)
                        .filter(ruling -> !table.withheld() || ruling.clientsAsked() == 0)
                        .toList()));
    }

    private List<RoundFigures.OfDistrict> byName(MoneyTable table) {
        Map<String, MoneyTable.Line> lines =
                table.lines().stream().collect(Collectors.toMap(MoneyTable.Line::district, line -> line));
        return districts.everyone().stream()
                .filter(district -> lines.containsKey(district.slug()))
                .map(district -> {
                    MoneyTable.Line line = lines.get(district.slug());
                    return new RoundFigures.OfDistrict(
                            district.slug(), district.name(), line.sums(), line.clients(), line.apart());
                })
                .toList();
    }

    private static List<RoundFigures.OfCap> caps(
            Balance balance, List<DistrictMoney> money, Kronor freed, MoneyTable table) {
        return balance.caps().stream()
                .map(line -> new RoundFigures.OfCap(
                        line.cap().rule(),
                        line.cap().kind(),
                        line.cap().name(),
                        line.cap().limit().longValueExact(),
                        isTold(line, money, freed, table)
                                ? (Long) line.committed().longValueExact()
                                : null))
                .toList();
    }

    /** The compensation that is back under the caps (A1). */
    private static Kronor freed(List<Account> standing) {
        return standing.stream().filter(ToldMoney::isClaim).map(Account::freed).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What is back under a cap (A1) isn't granted from it any more: the difference, too, is a count of clients. */
    private static boolean isTold(Balance.Line line, List<DistrictMoney> money, Kronor freed, MoneyTable table) {
        if (table.withheld()) {
            return false;
        }
        Cap cap = line.cap();
        List<Compensation> claims = money.stream()
                .filter(DistrictMoney::claims)
                .filter(district -> cap.districts() == null
                        || cap.unit() == Cap.Unit.KRONOR
                        || cap.districts().contains(district.district()))
                .map(DistrictMoney::compensation)
                .toList();
        Compensation all = Compensation.sum(claims);
        if (cap.unit() == Cap.Unit.KRONOR) {
            return freed.equals(Kronor.ZERO) || table.outcomeTold() && all.tells(freed);
        }
        long counted = line.committed().longValueExact();
        return (cap.kind() != Cap.Kind.GROUP || table.groupsTold())
                && counted >= ProtectedTable.LEAST
                && (all.clients() == counted
                        || table.outcomeTold() && Math.abs(all.clients() - counted) >= ProtectedTable.LEAST);
    }

    private static List<CostReportView> approved(Collection<CostReportView> all) {
        return all.stream()
                .filter(report -> report.state() == ReportState.APPROVED)
                .toList();
    }

    private static List<RoundFigures.Result> results(List<CostReportView> approved) {
        return Results.NAMES.stream()
                .map(name -> {
                    List<Long> told = approved.stream()
                            .map(report -> report.content().results().get(name))
                            .filter(FinalFigures::isTold)
                            .toList();
                    return new RoundFigures.Result(
                            name, told.stream().mapToLong(Long::longValue).sum(), told.size());
                })
                .filter(result -> result.districts() > 0)
                .toList();
    }

    private static boolean isTold(Long count) {
        return count != null && count >= ProtectedTable.LEAST;
    }

    /** By source, whoever wrote its name with capitals or without; the largest first. */
    private static List<RoundFigures.Funding> funding(List<CostReportView> approved) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Kronor> amounts = new LinkedHashMap<>();
        Map<String, Set<String>> receivers = new HashMap<>();
        for (CostReportView report : approved) {
            for (OtherIncome income : report.content().otherIncome()) {
                if (income.source() == null || income.amount() == null) {
                    continue;
                }
                String key = income.source().strip().toLowerCase(Locale.ROOT);
                names.putIfAbsent(key, income.source().strip());
                amounts.merge(key, income.amount(), Kronor::plus);
                receivers.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(report.district());
            }
        }
        return amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Kronor>comparingByValue().reversed())
                .map(entry -> new RoundFigures.Funding(
                        names.get(entry.getKey()),
                        entry.getValue(),
                        receivers.get(entry.getKey()).size()))
                .toList();
    }

    private static List<SettlementView> inForce(Optional<RoundClosing> closing, List<Grant> grants) {
        return closing.map(kept -> kept.figures().settlements()).orElseGet(() -> grants.stream()
                .flatMap(grant -> grant.inForce().stream())
                .toList());
    }

    /** Of costs only: what was taken for clients would tell how few they were. */
    private static List<RoundFigures.Cut> cuts(List<Account> standing, List<SettlementView> settlements) {
        Set<Long> claims = standing.stream()
                .filter(ToldMoney::isClaim)
                .map(Account::applicationId)
                .collect(Collectors.toSet());
        Map<RepaymentReason, Kronor> cuts = new EnumMap<>(RepaymentReason.class);
        settlements.stream()
                .filter(settlement -> !claims.contains(settlement.applicationId()))
                .flatMap(settlement -> settlement.result().steps().stream())
                .filter(SettlementStep::isBinding)
                .forEach(step -> cuts.merge(step.reason(), step.before().minus(step.after()), Kronor::plus));
        return cuts.entrySet().stream()
                .map(cut -> new RoundFigures.Cut(cut.getKey(), cut.getValue()))
                .toList();
    }

    /** The last decision on each application. */
    private static List<DecisionView> inForce(List<DecisionView> decided) {
        Map<Long, DecisionView> last = new LinkedHashMap<>();
        decided.forEach(decision ->
                last.merge(decision.applicationId(), decision, (one, other) -> one.id() > other.id() ? one : other));
        return List.copyOf(last.values());
    }

    private static Stopped.Ruling ruling(DecisionView decision) {
        return new Stopped.Ruling(
                decision.asked(),
                decision.granted(),
                decision.clientsAsked(),
                decision.grantedClients(),
                decision.facts().explanation());
    }

    /** One district's own account. What the report and the open data don't tell of it isn't told here either. */
    DistrictFigures of(RoundView round, DistrictView district, List<Grant> grants) {
        List<Account> standing = grants.stream().map(Grant::account).toList();
        Map<Long, DecisionView> decided = new HashMap<>();
        standing.forEach(account -> decisions
                .inForce(account.applicationId())
                .ifPresent(decision -> decided.put(account.applicationId(), decision)));
        boolean claimed = standing.stream().anyMatch(ToldMoney::isClaim);
        boolean apart = claimed && told.table(round.id()).isApart(district.slug());
        List<Account> shown = standing.stream()
                .filter(account -> !apart || !ToldMoney.isClaim(account))
                .toList();
        boolean none = shown.isEmpty();
        Optional<CostReportView> own = reports.of(round.id(), district.slug());
        List<CostReportView> approved = approved(own.stream().toList());
        return new DistrictFigures(
                round.id(),
                round.name(),
                round.year(),
                round.caseNumber(),
                district.slug(),
                district.name(),
                district.committeeName(),
                grants.stream().allMatch(grant -> grant.stage() == Stage.DONE)
                        && own.stream().allMatch(one -> one.state() == ReportState.APPROVED),
                none ? null : asked(shown, decided),
                none ? null : sum(shown),
                byComponent(shown, decided),
                claimed,
                claimed && !apart ? (Long) clients(decided.values(), DecisionView::grantedClients) : null,
                approved.stream()
                        .flatMap(report -> report.content().results().entrySet().stream())
                        .filter(count -> isTold(count.getValue()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)),
                approved.stream()
                        .map(report -> report.content().resultsText())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                funding(approved),
                standing.stream()
                        .flatMap(account -> accounts.entries(account.applicationId()).stream())
                        .map(Accounts.Entry::bookedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** By component: what a single claim got may be few where the district's is not. */
    private static List<DistrictFigures.Grant> byComponent(List<Account> shown, Map<Long, DecisionView> decided) {
        return shown.stream()
                .collect(Collectors.groupingBy(Account::component, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(of -> new DistrictFigures.Grant(of.getKey(), asked(of.getValue(), decided), sum(of.getValue())))
                .toList();
    }

    private static Sums sum(List<Account> accounts) {
        return Sums.sum(accounts.stream().map(ToldMoney::sums).toList());
    }

    private static long clients(Collection<DecisionView> decided, ToLongFunction<DecisionView> count) {
        return decided.stream().mapToLong(count).sum();
    }

    /**
     * Null with compensation among it: how many clients a district was refused could be taken from what the report tells that the
     * rules stopped, and the others' few would be left (P13).
     */
    private static Kronor asked(List<Account> standing, Map<Long, DecisionView> decided) {
        if (standing.stream().anyMatch(ToldMoney::isClaim)) {
            return null;
        }
        return standing.stream()
                .map(account -> decided.get(account.applicationId()))
                .filter(Objects::nonNull)
                .map(DecisionView::asked)
                .reduce(Kronor.ZERO, Kronor::plus);
    }
}
