package se.medel.matrix;

import static se.medel.matrix.MatrixRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.ClientFindings;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportState;
import se.medel.district.Districts;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Funded;
import se.medel.matrix.rules.Line;
import se.medel.matrix.rules.Source;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Actor;

/**
 * Who pays for what: applications say what is planned and applied for elsewhere, decisions what is granted here, reports what
 * it cost and what really came (K1–K3). One year is read at a time, whatever the number of years.
 */
@ApplicationScoped
@Transactional
public class MatrixService {

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    Accounts accounts;

    @Inject
    CostReportService reports;

    @Inject
    ClientFindings findings;

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    /** The years that there are rounds of, the latest first. */
    public List<Integer> years() {
        return rounds.all().stream()
                .filter(round -> round.state().hasApprovedModel())
                .map(RoundView::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * The year's matrix, of the districts that the user may see.
     *
     * @param year the latest for null
     * @param source only what this source pays to; null for all
     */
    public Answer<Matrix> ofYear(Actor actor, Integer year, String source) {
        return inYear(year).map(asked -> matrix(actor, asked, actor.district(), source));
    }

    /** One district's part of it. A district that the user may not see isn't there, and the attempt is kept. */
    public Answer<Matrix> ofDistrict(Actor actor, Integer year, String district) {
        if (districts.bySlug(district).isEmpty()) {
            return Answer.refused(MATRIX_DISTRICT);
        }
        if (!actor.sees(district)) {
            audit.recordRefusedAccess(actor, new Subject("funding/" + district, null, district));
            return Answer.refused(MATRIX_DISTRICT);
        }
        return inYear(year).map(asked -> matrix(actor, asked, district, null));
    }

    private Answer<Integer> inYear(Integer year) {
        List<Integer> years = years();
        Optional<Integer> found =
                years.stream().filter(one -> year == null || one.equals(year)).findFirst();
        return found.map(Answer::of).orElseGet(() -> Answer.refused(MATRIX_YEAR));
    }

    /** @param district only this one; null for all */
    private Matrix matrix(Actor actor, int year, String district, String source) {
        List<String> ids = rounds.all().stream()
                .filter(round -> round.year() == year && round.state().hasApprovedModel())
                .map(RoundView::id)
                .toList();
        Map<Long, Account> granted = new HashMap<>();
        Map<String, CostReportView> reported = new HashMap<>();
        for (String id : ids) {
            accounts.ofRound(id).forEach(account -> granted.put(account.applicationId(), account));
            reports(actor, id, district)
                    .forEach(report -> reported.put(report.roundId() + "/" + report.district(), report));
        }
        Map<Long, Long> twice = findings.fundedTwice(ids);
        Map<String, List<GrantFunding>> byDistrict = new TreeMap<>();
        for (ApplicationView application : applications.submittedIn(actor, ids, district)) {
            Optional<CostReportView> report =
                    Optional.ofNullable(reported.get(application.roundId() + "/" + application.district()));
            byDistrict
                    .computeIfAbsent(application.district(), slug -> new ArrayList<>())
                    .add(funding(
                            application,
                            Optional.ofNullable(granted.get(application.id())),
                            report,
                            clients(actor, report, twice.getOrDefault(application.id(), 0L))));
        }
        List<DistrictFunding> all = new ArrayList<>();
        byDistrict.forEach((slug, grants) -> all.add(new DistrictFunding(
                slug,
                grants,
                Funded.across(grants.stream().map(GrantFunding::plan).toList()))));
        Map<String, String> sources = new TreeMap<>();
        all.forEach(one -> one.sources()
                .forEach(other -> sources.putIfAbsent(other.key(), other.name().strip())));
        return new Matrix(
                year,
                List.copyOf(sources.values()),
                source == null
                        ? all
                        : all.stream()
                                .filter(one -> one.sources()
                                        .anyMatch(other -> other.key().equals(Source.key(source))))
                                .toList());
    }

    /** The reports that are in: what a district is writing is its own. */
    private List<CostReportView> reports(Actor actor, String roundId, String district) {
        List<CostReportView> all = district == null
                ? reports.ofRound(actor, roundId)
                : reports.of(roundId, district).stream().toList();
        return all.stream().filter(report -> !report.state().isEditable()).toList();
    }

    /**
     * What is told of clients that are paid for twice: to the district only once its report is approved, and how many only to
     * who may read their codes (P1).
     */
    private static Optional<Doubled> clients(Actor actor, Optional<CostReportView> report, long found) {
        boolean early = actor.role().ofDistrict()
                && report.filter(one -> one.state() == ReportState.APPROVED).isEmpty();
        return found == 0 || early
                ? Optional.empty()
                : Optional.of(new Doubled(
                        Doubled.Doubling.CLIENTS_TWICE,
                        Set.of(),
                        null,
                        null,
                        null,
                        ApplicationService.readsRows(actor.role()) ? found : 0));
    }

    private static GrantFunding funding(
            ApplicationView application,
            Optional<Account> account,
            Optional<CostReportView> report,
            Optional<Doubled> clientsTwice) {
        Kronor granted = account.map(Account::granted).orElse(Kronor.ZERO);
        Kronor asked = application.asked() == null ? Kronor.ZERO : application.asked();
        Funded plan = new Funded(
                lines(application, report),
                application.state().isDecided() ? granted : asked,
                sources(application, report),
                report.isPresent());
        List<Doubled> doubled = new ArrayList<>(plan.doubled());
        clientsTwice.ifPresent(doubled::add);
        return new GrantFunding(
                application.id(),
                application.roundId(),
                application.component(),
                application.state(),
                granted,
                application.content().ownPart() == null
                        ? Kronor.ZERO
                        : application.content().ownPart(),
                plan,
                List.copyOf(doubled));
    }

    /** The plan's lines in their order, and after them the costs that the plan hasn't. */
    private static List<Line> lines(ApplicationView application, Optional<CostReportView> report) {
        List<CostLine> costs = report.stream()
                .flatMap(one -> one.content().lines().stream())
                .filter(cost -> cost.applicationId() == application.id())
                .toList();
        Map<Integer, CostLine> byLine = costs.stream()
                .filter(CostLine::inPlan)
                .collect(Collectors.toMap(CostLine::line, cost -> cost, (one, other) -> one));
        List<Line> lines = new ArrayList<>();
        List<PlanLine> plan = application.content().plan();
        for (int i = 0; i < plan.size(); i++) {
            PlanLine line = plan.get(i);
            CostLine cost = byLine.get(i + 1);
            // A plan that was changed during the year is what the report stands beside (Y3).
            lines.add(new Line(
                    i + 1,
                    cost == null ? line.category() : cost.category(),
                    cost == null ? line.text() : cost.text(),
                    cost == null ? orZero(line.amount()) : orZero(cost.planned()),
                    cost == null ? null : cost.actual()));
        }
        costs.stream()
                .filter(cost -> !byLine.containsKey(cost.line()) || cost.line() > plan.size())
                .forEach(cost -> lines.add(
                        new Line(cost.line(), cost.category(), cost.text(), orZero(cost.planned()), cost.actual())));
        return lines;
    }

    /** What the application stated, each with what came of it, and what came that nobody had stated. */
    private static List<Source> sources(ApplicationView application, Optional<CostReportView> report) {
        List<OtherIncome> came = new ArrayList<>(report.stream()
                .flatMap(one -> one.content().otherIncome().stream())
                .filter(income -> income.applicationId() == application.id())
                .toList());
        List<Source> sources = new ArrayList<>();
        for (OtherFunding stated : application.content().otherFunding()) {
            Optional<OtherIncome> of = came.stream()
                    .filter(income -> Source.key(income.source()).equals(Source.key(stated.source()))
                            && income.lines().equals(stated.lines()))
                    .findFirst();
            of.ifPresent(came::remove);
            sources.add(new Source(
                    stated.source(),
                    stated.lines(),
                    stated.amount(),
                    stated.status(),
                    of.map(OtherIncome::amount).orElse(null)));
        }
        came.forEach(income -> sources.add(new Source(income.source(), income.lines(), null, null, income.amount())));
        return sources;
    }

    private static Kronor orZero(Kronor amount) {
        return amount == null ? Kronor.ZERO : amount;
    }
}
