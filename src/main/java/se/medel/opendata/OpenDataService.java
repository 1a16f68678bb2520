package se.medel.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.ReportState;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.district.DistrictView;
import se.medel.finalreport.ToldMoney;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.ComponentKind;
import se.medel.time.ClockProducer;

/** The open data, made of the ledger when somebody asks for it: never a client, and no amount that tells of fewer than five. */
@ApplicationScoped
@Transactional
public class OpenDataService {

    @Inject
    RoundService rounds;

    @Inject
    ToldMoney told;

    @Inject
    Accounts accounts;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    /** The rounds that there is open data of: those that decisions can have been made in. */
    public List<RoundView> published() {
        return rounds.all().stream().filter(OpenDataService::isPublished).toList();
    }

    /** One of these; empty for all others. */
    public Optional<RoundView> published(String roundId) {
        return rounds.round(roundId).filter(OpenDataService::isPublished);
    }

    private static boolean isPublished(RoundView round) {
        return switch (round.state()) {
            case OPEN, REPORTING, CLOSED -> true;
            default -> false;
        };
    }

    /** The round's grants by kind and district; for compensation every district of the round, whether it has any or not. */
    public List<OpenGrant> grants(RoundView round) {
        Map<ComponentKind, Map<String, List<Account>>> granted = accounts.ofRound(round.id()).stream()
                .filter(account -> account.granted().isPositive())
                .collect(Collectors.groupingBy(
                        Account::component,
                        TreeMap::new,
                        Collectors.groupingBy(Account::district, TreeMap::new, Collectors.toList())));
        List<OpenGrant> grants = new ArrayList<>();
        for (ComponentKind kind : List.of(ComponentKind.FIXED_GRANT, ComponentKind.CO_FINANCING)) {
            granted.getOrDefault(kind, Map.of())
                    .forEach((district, all) -> grants.add(plain(round, district, kind, all)));
        }
        rounds.modelInForce(round.id())
                .flatMap(model -> model.model().clientCompensation())
                .ifPresent(model -> grants.addAll(
                        compensation(round, granted.getOrDefault(ComponentKind.CLIENT_COMPENSATION, Map.of()))));
        return grants;
    }

    private OpenGrant plain(RoundView round, String district, ComponentKind kind, List<Account> all) {
        return new OpenGrant(
                round.id(),
                district,
                kind,
                awarded(all),
                sum(all, Account::granted),
                null,
                sum(all, Account::paid),
                reported(round.id(), district, all),
                sum(all, Account::repaid),
                false);
    }

    private List<OpenGrant> compensation(RoundView round, Map<String, List<Account>> granted) {
        Set<String> shown = shown(round, granted.keySet());
        Set<String> districts = new TreeSet<>(granted.keySet());
        rounds.districtsOf(round).stream().map(DistrictView::slug).forEach(districts::add);
        return districts.stream()
                .map(district -> shown.contains(district)
                        ? compensation(round, district, granted.get(district))
                        : hidden(round, district))
                .toList();
    }

    /**
     * Those whose compensation the final report tells by district, too. While decisions are still made none is: who keeps two
     * days' files could see what one decision was.
     */
    private Set<String> shown(RoundView round, Set<String> granted) {
        if (round.state() == RoundState.OPEN) {
            return Set.of();
        }
        MoneyTable table = told.table(round.id());
        return granted.stream().filter(district -> !table.isApart(district)).collect(Collectors.toSet());
    }

    private OpenGrant compensation(RoundView round, String district, List<Account> all) {
        return new OpenGrant(
                round.id(),
                district,
                ComponentKind.CLIENT_COMPENSATION,
                awarded(all),
                sum(all, Account::granted),
                inForce(all).mapToLong(DecisionView::grantedClients).sum(),
                sum(all, Account::paid),
                null,
                sum(all, Account::repaid),
                false);
    }

    private static OpenGrant hidden(RoundView round, String district) {
        return new OpenGrant(
                round.id(), district, ComponentKind.CLIENT_COMPENSATION, null, null, null, null, null, null, true);
    }

    private Stream<DecisionView> inForce(List<Account> all) {
        return all.stream().flatMap(account -> decisions.inForce(account.applicationId()).stream());
    }

    private LocalDate awarded(List<Account> all) {
        return inForce(all)
                .map(decision ->
                        decision.decidedAt().atZone(ClockProducer.STOCKHOLM).toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private BigDecimal reported(String round, String district, List<Account> all) {
        Set<Long> applications = all.stream().map(Account::applicationId).collect(Collectors.toSet());
        return reports.of(round, district)
                .filter(report -> report.state() == ReportState.APPROVED)
                .map(report -> cost(report, applications))
                .orElse(null);
    }

    private static BigDecimal cost(CostReportView report, Set<Long> applications) {
        return plain(report.content().lines().stream()
                .filter(line -> applications.contains(line.applicationId()) && line.actual() != null)
                .map(line -> line.actual())
                .reduce(Kronor.ZERO, Kronor::plus));
    }

    private static BigDecimal sum(List<Account> all, Function<Account, Kronor> figure) {
        return plain(all.stream().map(figure).reduce(Kronor.ZERO, Kronor::plus));
    }

    /** Without decimals where it is whole. */
    private static BigDecimal plain(Kronor kronor) {
        BigDecimal stripped = kronor.amount().stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
