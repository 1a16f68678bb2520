package se.medel.costreport;

import static se.medel.costreport.CostReportRefusal.*;
import static se.medel.costreport.rules.ReportFault.FINDING_NOTE_MISSING;
import static se.medel.costreport.rules.ReportFault.FINDING_UNKNOWN_CLIENT;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.ClaimRow;
import se.medel.claim.ClientFindings;
import se.medel.claim.RowState;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Results;
import se.medel.costreport.rules.Review;
import se.medel.delegation.ConflictService;
import se.medel.followup.FollowUpService;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.planchange.PlanChangeService;
import se.medel.planchange.PlanChangeView;
import se.medel.planchange.PlanChanged;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.Deadlines;
import se.medel.round.RoundEntered;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Cost reports: opened by the round, written and signed by the district, approved line by line (Y1, Y3). */
@ApplicationScoped
@Transactional
public class CostReportService {

    @Inject
    CostReports reports;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PlanChangeService plans;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    FollowUpService followUp;

    @Inject
    ConflictService conflicts;

    @Inject
    ClientFindings findings;

    @Inject
    @All
    List<ApprovalCheck> checks;

    @Inject
    Event<ReportApproved> approved;

    @Inject
    AuditTrail audit;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    void open(@Observes RoundEntered entered) {
        if (entered.state() == RoundState.REPORTING) {
            open(entered.actor(), entered.round());
        }
    }

    /** The changed plan counts in what isn't handed in yet; what is, keeps the plan that it was signed with. */
    void follow(@Observes PlanChanged changed) {
        PlanChangeView change = changed.change();
        reports.lockOf(change.roundId(), change.district())
                .filter(report -> report.state.isEditable())
                .ifPresent(report -> {
                    ReportContent before = report.content();
                    report.write(before.withPlan(change.applicationId(), change.plan()));
                    reports.flush();
                    audit.record(changed.actor(), "REPORT_PLAN_CHANGED", subject(report), before, report.content());
                });
    }

    /** The report, for someone who may see it. Another district's is not found, and the attempt is kept in the trail. */
    public Answer<CostReportView> find(Actor actor, long id) {
        return seen(actor, id, reports.findByIdOptional(id)).map(report -> shown(actor, report));
    }

    /** The round's reports that the user may see, by district. What isn't handed in is the district's own: its content is empty. */
    public List<CostReportView> ofRound(Actor actor, String roundId) {
        return reports.ofRound(roundId).stream()
                .filter(report -> actor.sees(report.district))
                .map(report -> shown(actor, report))
                .toList();
    }

    /** Whether a role has to do with the files that a report rests on; the secretary to the committee hasn't. */
    public static boolean readsFiles(Role role) {
        return role != Role.SECRETARY;
    }

    /** What isn't handed in is the district's own; also what is written anew in a report that was sent back. */
    private static CostReportView shown(Actor actor, CostReport report) {
        CostReportView view = report.view();
        return !view.state().isEditable() || actor.actsFor(view.district()) ? view : view.withoutContent();
    }

    /** All reports of the user's own district, the first due first. */
    public List<CostReportView> ofOwnDistrict(Actor actor) {
        return actor.district() == null
                ? List.of()
                : reports.ofDistrict(actor.district()).stream()
                        .map(CostReport::view)
                        .toList();
    }

    /** Every report of the round with all it holds, by district; who may see what is the caller's to know. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CostReportView> all(String roundId) {
        return reports.ofRound(roundId).stream().map(CostReport::view).toList();
    }

    /** One district's report with all it holds; who may see it is the caller's to know. */
    public Optional<CostReportView> of(String roundId, String district) {
        return reports.of(roundId, district).map(CostReport::view);
    }

    /**
     * Opens a report for each district that was granted anything and has none yet. Can be done again after late decisions: what
     * they grant is added to the reports that can still be written in. Gives those that were opened or added to.
     */
    public Answer<List<CostReportView>> open(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER && actor.role() != Role.DIRECTOR) {
            return Answer.refused(REPORT_NOT_FOR_ROLE);
        }
        RoundView round = rounds.round(roundId).orElse(null);
        if (round == null) {
            return Answer.refused(REPORT_NOT_FOUND);
        }
        if (round.state() != RoundState.REPORTING) {
            return Answer.refused(REPORT_ROUND_STATE, round.state());
        }
        return Answer.of(open(actor, round));
    }

    private List<CostReportView> open(Actor actor, RoundView round) {
        ledger.lock(round.id());
        Map<String, List<Account>> granted = accounts.ofRound(round.id()).stream()
                .filter(account -> account.granted().isPositive())
                .collect(Collectors.groupingBy(Account::district, TreeMap::new, Collectors.toList()));
        List<CostReportView> opened = new ArrayList<>();
        for (CostReport report : reports.lockRound(round.id())) {
            List<Account> theirs = granted.remove(report.district);
            if (theirs != null && report.state.isEditable() && addLate(actor, report, theirs)) {
                opened.add(report.view());
            }
        }
        granted.forEach((district, theirs) -> opened.add(open(actor, round, district, theirs)));
        return opened;
    }

    private CostReportView open(Actor actor, RoundView round, String district, List<Account> granted) {
        CostReport report = new CostReport();
        report.roundId = round.id();
        report.district = district;
        report.state = ReportState.DUE;
        report.dueOn = deadlines.reportDue(round.id(), district);
        report.openedAt = clock.instant();
        report.write(ReportContent.EMPTY.withLines(planned(actor, granted)));
        reports.persistAndFlush(report);
        audit.record(actor, "REPORT_OPENED", subject(report), null, report.view());
        return report.view();
    }

    /** Adds the plans of what was granted after the report was opened; whether there were any. */
    private boolean addLate(Actor actor, CostReport report, List<Account> granted) {
        Set<Long> there =
                report.content().planned().stream().map(CostLine::applicationId).collect(Collectors.toSet());
        List<CostLine> late = planned(
                actor,
                granted.stream()
                        .filter(account -> !there.contains(account.applicationId()))
                        .toList());
        if (late.isEmpty()) {
            return false;
        }
        ReportContent before = report.content();
        report.write(before.withPlans(late));
        reports.flush();
        audit.record(actor, "REPORT_PLANS_ADDED", subject(report), before, report.content());
        return true;
    }

    private List<CostLine> planned(Actor actor, List<Account> granted) {
        List<CostLine> lines = new ArrayList<>();
        for (Account account : granted) {
            if (account.component() == ComponentKind.CLIENT_COMPENSATION) {
                continue;
            }
            ApplicationView application =
                    applications.find(actor, account.applicationId()).get();
            List<PlanLine> plan = plans.inForce(application);
            for (int i = 0; i < plan.size(); i++) {
                lines.add(CostLine.planned(application.id(), i + 1, plan.get(i)));
            }
        }
        return lines;
    }

    /**
     * Keeps what the district has written.
     *
     * @param ifVersion the version that it was written from; a stale one is refused
     */
    public Answer<CostReportView> save(Actor actor, long id, long ifVersion, ReportContent content) {
        return toWrite(actor, id, ifVersion).then(report -> {
            ReportContent before = report.content();
            ReportContent kept = content.withResults(Results.told(content.results(), counted(report.view())));
            List<Refusal> faults = new ArrayList<>(ReportCheck.toFit(before, kept, grantIds(report.view())));
            faults.addAll(ReportCheck.toKeep(kept));
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            report.write(kept);
            if (report.state == ReportState.DUE) {
                report.state = ReportState.DRAFT;
            }
            reports.flush();
            audit.record(actor, "REPORT_SAVED", subject(report), before, kept);
            return Answer.of(report.view());
        });
    }

    /** The district's grants in the round that a report is about, by component. */
    public List<Account> grants(CostReportView report) {
        return accounts.ofRound(report.roundId()).stream()
                .filter(account -> account.district().equals(report.district()))
                .filter(account -> account.granted().isPositive())
                .toList();
    }

    /** What keeps a user from looking a report through: a conflict of interest that he or she declared in one of its grants. */
    public Optional<Refusal> conflict(Actor actor, CostReportView report) {
        return conflicts.bars(
                actor,
                grants(report).stream()
                        .map(grant -> "application/" + grant.applicationId())
                        .toList());
    }

    /** The ids of the reports that a user may not look through: about a grant with a conflict of interest that he or she declared. */
    public Set<Long> barredFrom(Actor actor) {
        Set<String> declared = conflicts.declaredBy(actor);
        return declared.isEmpty() ? Set.of() : reports.about(declared);
    }

    private Set<Long> grantIds(CostReportView report) {
        return grants(report).stream().map(Account::applicationId).collect(Collectors.toSet());
    }

    /** Whether something was granted whose plan isn't in the report: the report is about other grants than there are. */
    private List<Refusal> lacksPlans(CostReport report) {
        Set<Long> there =
                report.content().planned().stream().map(CostLine::applicationId).collect(Collectors.toSet());
        return grants(report.view()).stream()
                        .filter(account -> account.component() != ComponentKind.CLIENT_COMPENSATION)
                        .allMatch(account -> there.contains(account.applicationId()))
                ? List.of()
                : List.of(Refusal.of(REPORT_LACKS_GRANT).by("Y1"));
    }

    /**
     * What the district's groups counted in the round's year, as it may be told outside them (C3, P13); empty where the district
     * keeps no register here or the year isn't over.
     */
    public Map<String, Long> counted(CostReportView report) {
        int year = rounds.round(report.roundId()).orElseThrow().year();
        List<Map<String, Long>> groups = followUp.toldOf(report.district(), year).stream()
                .map(group -> Results.of(group.figures()))
                .toList();
        return groups.isEmpty() ? Map.of() : Results.sum(groups);
    }

    /** What is missing before it can be signed; empty where nothing is. */
    public List<Refusal> check(CostReportView report) {
        return ReportCheck.toSubmit(report.content());
    }

    /**
     * The district's director signs and hands in.
     *
     * @param ifVersion the version that is signed; null for the one that there is
     */
    public Answer<CostReportView> submit(Actor actor, long id, Long ifVersion) {
        return toWrite(actor, id, ifVersion).then(report -> {
            if (actor.role() != Role.DISTRICT_DIRECTOR) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
            // What was granted meanwhile is reported too; then there is something to fill in.
            addLate(actor, report, grants(report.view()));
            List<Refusal> faults = ReportCheck.toSubmit(report.content());
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            ReportState before = report.state;
            report.state = ReportState.SUBMITTED;
            report.submittedBy = actor.username();
            report.submittedAt = clock.instant();
            report.signedBy = actor.username();
            report.signedAt = clock.instant();
            report.receipt = String.format(Locale.ROOT, "R%06d", report.id);
            reports.flush();
            audit.record(actor, "REPORT_SUBMITTED", subject(report), before, report.view());
            return Answer.of(report.view());
        });
    }

    /** Sends a report back to be completed; an approved one too, where it has to be corrected. */
    public Answer<CostReportView> giveBack(Actor actor, long id, Long ifVersion, String remarks, LocalDate answerDue) {
        return toReview(actor, id, ifVersion, ReportState.SUBMITTED, ReportState.APPROVED)
                .then(report -> {
                    List<Refusal> faults = new ArrayList<>();
                    if (remarks == null || remarks.isBlank()) {
                        faults.add(Refusal.of(REPORT_REMARKS_MISSING).at("remarks"));
                    }
                    FreeText.check(faults, "remarks", remarks);
                    if (answerDue == null
                            || answerDue.isBefore(LocalDate.now(clock))
                            || answerDue.isAfter(LocalDate.now(clock).plusYears(1))) {
                        faults.add(Refusal.of(REPORT_ANSWER_DUE_PAST).at("answerDue"));
                    }
                    if (!faults.isEmpty()) {
                        return Answer.refused(faults);
                    }
                    ReportState before = report.state;
                    if (before == ReportState.SUBMITTED) {
                        // What was approved stays as it was; the database sees to that too.
                        report.write(withPlansInForce(actor, report.content()));
                    }
                    report.state = ReportState.RETURNED;
                    report.remarks = remarks.strip();
                    report.answerDue = answerDue;
                    report.returnedBy = actor.username();
                    report.returnedAt = clock.instant();
                    report.approvedBy = null;
                    report.approvedAt = null;
                    reports.flush();
                    if (before == ReportState.APPROVED) {
                        // No longer approved, it follows the plan in force like any other.
                        report.write(withPlansInForce(actor, report.content()));
                        reports.flush();
                    }
                    audit.record(actor, "REPORT_RETURNED", subject(report), before, report.view());
                    return Answer.of(report.view());
                });
    }

    private ReportContent withPlansInForce(Actor actor, ReportContent content) {
        ReportContent now = content;
        List<Long> grants = content.lines().stream()
                .filter(CostLine::inPlan)
                .map(CostLine::applicationId)
                .distinct()
                .toList();
        for (Long grant : grants) {
            now = now.withPlan(
                    grant, plans.inForce(applications.find(actor, grant).get()));
        }
        return now;
    }

    /**
     * One compensated client of the district's claims.
     *
     * @param finding what is found against the compensation; null for nothing
     */
    public record Client(ClaimRow row, ClientFindings.Finding finding) {}

    /** The district's compensated clients with what is found about them; refused to who may not read codes (P1). */
    public Answer<List<Client>> clients(Actor actor, long id) {
        return seen(actor, id, reports.findByIdOptional(id)).then(report -> {
            boolean early = actor.role().ofDistrict() && report.state != ReportState.APPROVED;
            if (early || !ApplicationService.readsRows(actor.role())) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
            List<Client> clients = new ArrayList<>();
            for (Account claim : claims(report)) {
                Map<Long, ClientFindings.Finding> found = findings.of(claim.applicationId()).stream()
                        .collect(Collectors.toMap(ClientFindings.Finding::row, Function.identity()));
                applications.rows(actor, claim.applicationId()).get().stream()
                        .filter(row -> row.state() == RowState.COMPENSATED)
                        .forEach(row -> clients.add(new Client(row, found.get(row.id()))));
            }
            return Answer.of(clients);
        });
    }

    /** How many of the district's compensated clients something is found against. */
    public ClientFindings.Count findingsCount(CostReportView report) {
        ClientFindings.Count all = new ClientFindings.Count(0, 0);
        for (Account grant : grants(report)) {
            ClientFindings.Count of = findings.count(grant.applicationId());
            all = new ClientFindings.Count(all.notEligible() + of.notEligible(), all.fundedTwice() + of.fundedTwice());
        }
        return all;
    }

    private List<Account> claims(CostReport report) {
        return claims(report.view());
    }

    private List<Account> claims(CostReportView report) {
        return grants(report).stream()
                .filter(account -> account.component() == ComponentKind.CLIENT_COMPENSATION)
                .toList();
    }

    /**
     * Keeps what the officer has found so far, without approving.
     *
     * @param found what is found against compensated clients, in place of what was found before; null leaves that as it is
     */
    public Answer<CostReportView> review(
            Actor actor, long id, Long ifVersion, Review review, List<ClientFindings.Finding> found) {
        return toReview(actor, id, ifVersion, ReportState.SUBMITTED).then(report -> {
            List<Refusal> faults = new ArrayList<>(ReportCheck.toKeep(report.content(), review));
            faults.addAll(check(actor, report, found));
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            Review before = report.review();
            keep(actor, report, review, found);
            // Also where only clients are found something against: who has read the report before has read something
            // else.
            reports.getEntityManager().lock(report, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            reports.flush();
            audit.record(actor, "REPORT_REVIEWED", subject(report), before, review);
            return Answer.of(report.view());
        });
    }

    /** The same, with what is found against clients left as it is. */
    public Answer<CostReportView> review(Actor actor, long id, Long ifVersion, Review review) {
        return review(actor, id, ifVersion, review, null);
    }

    /** What is wrong in what is found so far, if it is to approve the report; and what others have against that. */
    public List<Refusal> checkReview(CostReportView report) {
        List<Refusal> faults = new ArrayList<>(ReportCheck.toApprove(report.content(), report.review()));
        faults.addAll(obstacles(report));
        return faults;
    }

    /** What stands in the way of approving the report now, whatever is found in it. */
    public List<Refusal> obstacles(CostReportView report) {
        return obstacles(report, null);
    }

    /** @param found in place of what was found before; null where that is what counts */
    private List<Refusal> obstacles(CostReportView report, List<ClientFindings.Finding> found) {
        Map<Long, ClientFindings.Count> counts = claims(report).stream()
                .map(Account::applicationId)
                .collect(Collectors.toMap(
                        Function.identity(),
                        claim -> found == null ? findings.count(claim) : findings.count(claim, found)));
        return checks.stream()
                .flatMap(check -> check.obstacles(report, counts).stream())
                .toList();
    }

    /**
     * Approves the report, line by line; in the same transaction every grant of the district is settled by it (Y4).
     *
     * @param found what is found against compensated clients, in place of what was found before; null leaves that as it is
     */
    public Answer<CostReportView> approve(
            Actor actor, long id, Long ifVersion, Review review, List<ClientFindings.Finding> found) {
        return toReview(actor, id, ifVersion, ReportState.SUBMITTED).then(report -> {
            List<Refusal> faults = new ArrayList<>(lacksPlans(report));
            faults.addAll(ReportCheck.toApprove(report.content(), review));
            faults.addAll(check(actor, report, found));
            if (faults.isEmpty()) {
                faults.addAll(obstacles(report.view().reviewed(review), found));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            keep(actor, report, review, found);
            report.state = ReportState.APPROVED;
            report.approvedBy = actor.username();
            report.approvedAt = clock.instant();
            reports.flush();
            audit.record(actor, "REPORT_APPROVED", subject(report), null, report.view());
            approved.fire(new ReportApproved(report.view(), actor));
            return Answer.of(report.view());
        });
    }

    /** The report as it stands, for who may write in it now; refused as {@link #save} would be. */
    public Answer<CostReportView> writable(Actor actor, long id, Long ifVersion) {
        return toWrite(actor, id, ifVersion).map(CostReport::view);
    }

    /** The same, with what is found against clients left as it is. */
    public Answer<CostReportView> approve(Actor actor, long id, Long ifVersion, Review review) {
        return approve(actor, id, ifVersion, review, null);
    }

    private List<Refusal> check(Actor actor, CostReport report, List<ClientFindings.Finding> found) {
        if (found == null || found.isEmpty()) {
            return List.of();
        }
        Set<Long> open = new HashSet<>();
        for (Account claim : claims(report)) {
            applications.rows(actor, claim.applicationId()).get().stream()
                    .filter(row -> row.state() == RowState.COMPENSATED)
                    .forEach(row -> open.add(row.id()));
        }
        List<Refusal> faults = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String note = "findings[" + i + "].note";
            if (!open.remove(found.get(i).row())) {
                faults.add(Refusal.of(FINDING_UNKNOWN_CLIENT).at("findings[" + i + "].row"));
            }
            if (found.get(i).note() == null || found.get(i).note().isBlank()) {
                faults.add(Refusal.of(FINDING_NOTE_MISSING).at(note));
            }
            FreeText.check(faults, note, found.get(i).note(), ReportCheck.LONGEST_NAME);
        }
        return faults;
    }

    private void keep(Actor actor, CostReport report, Review review, List<ClientFindings.Finding> found) {
        report.review = StoredJson.write(review);
        if (found != null) {
            claims(report).forEach(claim -> findings.keep(claim.applicationId(), found, actor.username()));
        }
    }

    private Answer<CostReport> toWrite(Actor actor, long id, Long ifVersion) {
        return seen(actor, id, reports.lock(id)).then(report -> {
            if (!actor.actsFor(report.district)) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
            return inState(report, ifVersion, ReportState.DUE, ReportState.DRAFT, ReportState.RETURNED);
        });
    }

    private Answer<CostReport> toReview(Actor actor, long id, Long ifVersion, ReportState... states) {
        return seen(actor, id, reports.lock(id)).then(report -> {
            if (actor.role() != Role.OFFICER) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
            if (actor.username().equals(report.submittedBy)) {
                return Answer.refused(REPORT_FOUR_EYES);
            }
            Optional<Refusal> conflict = conflict(actor, report.view());
            if (conflict.isPresent()) {
                return Answer.refused(conflict.get());
            }
            return inState(report, ifVersion, states);
        });
    }

    private Answer<CostReport> inState(CostReport report, Long ifVersion, ReportState... states) {
        RoundState round = rounds.round(report.roundId).orElseThrow().state();
        if (round != RoundState.REPORTING) {
            return Answer.refused(REPORT_ROUND_STATE, round);
        }
        if (!List.of(states).contains(report.state)) {
            return Answer.refused(REPORT_STATE, report.state);
        }
        if (ifVersion != null && report.version != ifVersion) {
            return Answer.refused(REPORT_STALE);
        }
        return Answer.of(report);
    }

    private Answer<CostReport> seen(Actor actor, long id, Optional<CostReport> report) {
        if (report.isPresent() && actor.sees(report.get().district)) {
            return Answer.of(report.get());
        }
        report.ifPresent(other -> audit.recordRefusedAccess(actor, subject(other)));
        return Answer.refused(REPORT_NOT_FOUND);
    }

    static Subject subject(CostReport report) {
        return new Subject("cost-report/" + report.id, report.roundId, report.district);
    }
}
