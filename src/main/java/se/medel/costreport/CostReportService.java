package se.medel.costreport;

import static se.medel.costreport.CostReportRefusal.*;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundEntered;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
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
    Accounts accounts;

    @Inject
    Event<ReportApproved> approved;

    @Inject
    @All
    List<ApprovalCheck> checks;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    void open(@Observes RoundEntered entered) {
        if (entered.state() == RoundState.REPORTING) {
            open(entered.actor(), entered.round());
        }
    }

    /** The report, for someone who may see it. Another district's is not found, and the attempt is kept in the trail. */
    public Answer<CostReportView> find(Actor actor, long id) {
        return seen(actor, id).map(report -> shown(actor, report));
    }

    /** The round's reports that the user may see, by district. What isn't handed in is the district's own: its content is empty. */
    public List<CostReportView> ofRound(Actor actor, String roundId) {
        return reports.ofRound(roundId).stream()
                .filter(report -> actor.sees(report.district))
                .map(report -> shown(actor, report))
                .toList();
    }

    /** What isn't handed in is the district's own. */
    private static CostReportView shown(Actor actor, CostReport report) {
        CostReportView view = report.view();
        return view.submittedAt() != null || actor.actsFor(view.district()) ? view : view.withoutContent();
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

    /** Opens a report for each district that was granted anything and has none yet; can be done again after late decisions. */
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
        Map<String, List<Account>> granted = accounts.ofRound(round.id()).stream()
                .filter(account -> account.granted().isPositive())
                .collect(Collectors.groupingBy(Account::district));
        reports.ofRound(round.id()).forEach(report -> granted.remove(report.district));
        List<CostReportView> opened = new ArrayList<>();
        granted.forEach((district, theirs) -> {
            CostReport report = new CostReport();
            report.roundId = round.id();
            report.district = district;
            report.state = ReportState.DUE;
            report.dueOn = LocalDate.of(round.year() + 1, 1, 31);
            report.openedAt = clock.instant();
            report.write(ReportContent.EMPTY.withLines(planned(actor, theirs)));
            reports.persistAndFlush(report);
            audit.record(actor, "REPORT_OPENED", subject(report), null, report.view());
            opened.add(report.view());
        });
        return opened;
    }

    private List<CostLine> planned(Actor actor, List<Account> granted) {
        List<CostLine> lines = new ArrayList<>();
        for (Account account : granted) {
            ApplicationView application =
                    applications.find(actor, account.applicationId()).get();
            if (application.isClaim()) {
                continue;
            }
            List<PlanLine> plan = application.content().plan();
            for (int i = 0; i < plan.size(); i++) {
                PlanLine line = plan.get(i);
                lines.add(new CostLine(
                        application.id(),
                        i + 1,
                        line.category(),
                        line.text(),
                        line.amount(),
                        null,
                        null,
                        CostLine.Source.TYPED));
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
            List<Refusal> faults = ReportCheck.toKeep(content);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            ReportContent before = report.content();
            report.write(content);
            if (report.state == ReportState.DUE) {
                report.state = ReportState.DRAFT;
            }
            reports.flush();
            audit.record(actor, "REPORT_SAVED", subject(report), before, content);
            return Answer.of(report.view());
        });
    }

    /** What is missing before it can be signed; empty where nothing is. */
    public List<Refusal> check(CostReportView report) {
        return ReportCheck.toSubmit(report.content());
    }

    /** The district's director signs and hands in. */
    public Answer<CostReportView> submit(Actor actor, long id, long ifVersion) {
        return toWrite(actor, id, ifVersion).then(report -> {
            if (actor.role() != Role.DISTRICT_DIRECTOR) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
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
                    if (answerDue == null || answerDue.isBefore(LocalDate.now(clock))) {
                        faults.add(Refusal.of(REPORT_ANSWER_DUE_PAST).at("answerDue"));
                    }
                    if (!faults.isEmpty()) {
                        return Answer.refused(faults);
                    }
                    ReportState before = report.state;
                    report.state = ReportState.RETURNED;
                    report.remarks = remarks.strip();
                    report.answerDue = answerDue;
                    report.returnedBy = actor.username();
                    report.returnedAt = clock.instant();
                    report.approvedBy = null;
                    report.approvedAt = null;
                    reports.flush();
                    audit.record(actor, "REPORT_RETURNED", subject(report), before, report.view());
                    return Answer.of(report.view());
                });
    }

    /** Keeps what the officer has found so far, without approving. */
    public Answer<CostReportView> review(Actor actor, long id, Long ifVersion, Review review) {
        return toReview(actor, id, ifVersion, ReportState.SUBMITTED).then(report -> {
            List<Refusal> faults = new ArrayList<>();
            FreeText.check(faults, "note", review.note());
            for (int i = 0; i < review.lines().size(); i++) {
                FreeText.check(
                        faults, "lines[" + i + "].reason", review.lines().get(i).reason());
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            Review before = report.review();
            report.review = StoredJson.write(review);
            reports.flush();
            audit.record(actor, "REPORT_REVIEWED", subject(report), before, review);
            return Answer.of(report.view());
        });
    }

    /** Approves the report, line by line; in the same transaction every grant of the district is settled by it (Y4). */
    public Answer<CostReportView> approve(Actor actor, long id, Long ifVersion, Review review) {
        return toReview(actor, id, ifVersion, ReportState.SUBMITTED).then(report -> {
            List<Refusal> faults = ReportCheck.toApprove(report.content(), review);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            List<Refusal> obstacles = checks.stream()
                    .flatMap(check -> check.obstacles(report.view()).stream())
                    .toList();
            if (!obstacles.isEmpty()) {
                return Answer.refused(obstacles);
            }
            report.review = StoredJson.write(review);
            report.state = ReportState.APPROVED;
            report.approvedBy = actor.username();
            report.approvedAt = clock.instant();
            reports.flush();
            audit.record(actor, "REPORT_APPROVED", subject(report), null, report.view());
            approved.fire(new ReportApproved(report.view(), actor));
            return Answer.of(report.view());
        });
    }

    private Answer<CostReport> toWrite(Actor actor, long id, Long ifVersion) {
        return seen(actor, id).then(report -> {
            if (!actor.actsFor(report.district)) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
            }
            return inState(report, ifVersion, report.state.isEditable() ? report.state : ReportState.DRAFT);
        });
    }

    private Answer<CostReport> toReview(Actor actor, long id, Long ifVersion, ReportState... states) {
        return seen(actor, id).then(report -> {
            if (actor.role() != Role.OFFICER) {
                return Answer.refused(REPORT_NOT_FOR_ROLE);
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

    private Answer<CostReport> seen(Actor actor, long id) {
        CostReport report = reports.findById(id);
        if (report != null && actor.sees(report.district)) {
            return Answer.of(report);
        }
        if (report != null) {
            audit.recordRefusedAccess(actor, subject(report));
        }
        return Answer.refused(REPORT_NOT_FOUND);
    }

    static Subject subject(CostReport report) {
        return new Subject("cost-report/" + report.id, report.roundId, report.district);
    }
}
