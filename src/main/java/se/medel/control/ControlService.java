package se.medel.control;

import static se.medel.control.ControlRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.control.ControlView.Checked;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.Draw;
import se.medel.control.rules.Risk;
import se.medel.control.rules.Risks;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.FileKind;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportFileView;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.storage.StoredJson;
import se.medel.time.ClockProducer;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Control of cost reports (ours): a checklist for each, and deeper control with vouchers for a sample and for what stands out.
 * Flags count from when the sample is drawn. A district is told what it is asked for, and nothing else.
 */
@ApplicationScoped
@Transactional
public class ControlService {

    private static final int SEED_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Inject
    ControlDraws draws;

    @Inject
    ReportControls controls;

    @Inject
    VoucherRequests requests;

    @Inject
    CostReportService reports;

    @Inject
    ReportFileService files;

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** How a question is answered. @param note null for none */
    public record Written(CheckAnswer answer, String note) {}

    /** A round's control. @param draw empty until the sample is drawn */
    public record RoundControl(RoundView round, Optional<DrawView> draw, List<ControlView> reports) {}

    /** Why a report was in deeper control, as it is kept when that is closed. */
    record Reasons(boolean drawn, List<Risk> risks) {}

    /** What a round's reports are judged against, read once for all of them. */
    private record Context(
            Optional<DrawView> draw, Map<String, Map<Long, Kronor>> granted, Set<String> before, int year) {}

    /** Whether this role may see the control: its flags are nothing for a district, and single cases nothing for others. */
    public static boolean sees(Role role) {
        return role == Role.OFFICER || role == Role.DIRECTOR || role == Role.CONTROLLER || role == Role.AUDITOR;
    }

    /** The round's reports with their control, by district. */
    public Answer<RoundControl> ofRound(Actor actor, String roundId) {
        return seen(actor, roundId).map(round -> {
            Context context = context(round);
            Map<Long, ReportControl> written =
                    controls.ofRound(roundId).stream().collect(Collectors.toMap(one -> one.reportId, one -> one));
            Map<Long, List<VoucherRequestView>> asked = requests.ofRound(roundId).stream()
                    .map(VoucherRequest::view)
                    .collect(Collectors.groupingBy(VoucherRequestView::reportId));
            return new RoundControl(
                    round,
                    context.draw(),
                    reports.ofRound(actor, roundId).stream()
                            .map(report -> view(
                                    report,
                                    context,
                                    written.get(report.id()),
                                    asked.getOrDefault(report.id(), List.of())))
                            .toList());
        });
    }

    /** One report's control. */
    public Answer<ControlView> of(Actor actor, long reportId) {
        return reports.find(actor, reportId)
                .then(report -> seen(actor, report.roundId()).map(round -> view(report, context(round))));
    }

    /** Whether the report waits for its deeper control to be closed. */
    boolean bars(CostReportView report) {
        return view(report, context(rounds.round(report.roundId()).orElseThrow()))
                .bars();
    }

    /**
     * Draws the round's sample, once. What it was drawn from and the seed are kept, so that anybody can draw it again.
     *
     * @param number how many reports, null where {@code percent} is given
     * @param percent how many of a hundred, rounded up to whole reports; null where {@code number} is given
     */
    public Answer<DrawView> draw(Actor actor, String roundId, Integer number, Integer percent) {
        return toControl(actor, roundId).then(round -> {
            Optional<Refusal> closed = lock(roundId);
            if (closed.isPresent()) {
                return Answer.refused(closed.get());
            }
            if (draws.findById(roundId) != null) {
                return Answer.refused(SAMPLE_DRAWN);
            }
            List<Long> all = reports.all(roundId).stream()
                    .map(CostReportView::id)
                    .sorted()
                    .toList();
            if (all.isEmpty()) {
                return Answer.refused(SAMPLE_NO_REPORTS);
            }
            Optional<Refusal> fault = sizeFault(number, percent, all.size());
            if (fault.isPresent()) {
                return Answer.refused(fault.get());
            }
            byte[] seed = new byte[SEED_BYTES];
            random.nextBytes(seed);
            ControlDraw draw = new ControlDraw();
            draw.roundId = roundId;
            draw.algorithm = Draw.ALGORITHM;
            draw.seed = HexFormat.of().formatHex(seed);
            draw.percent = percent;
            draw.size = number == null ? Draw.size(percent, all.size()) : number;
            draw.drawnFrom = ControlDraw.written(all);
            draw.drawn = ControlDraw.written(Draw.of(draw.seed, all, draw.size));
            draw.drawnBy = actor.username();
            draw.drawnAt = clock.instant();
            draws.persistAndFlush(draw);
            audit.record(actor, "SAMPLE_DRAWN", new Subject("control/" + roundId, roundId, null), null, draw.view());
            return Answer.of(draw.view());
        });
    }

    private static Optional<Refusal> sizeFault(Integer number, Integer percent, int reports) {
        if ((number == null) == (percent == null)) {
            return Optional.of(Refusal.of(SAMPLE_SIZE_MISSING).at("number"));
        }
        int size = number == null ? percent : number;
        int most = number == null ? 100 : reports;
        return size >= 1 && size <= most
                ? Optional.empty()
                : Optional.of(Refusal.of(SAMPLE_SIZE, most).at(number == null ? "percent" : "number"));
    }

    /**
     * Keeps the answers to the checklist. An answer that is as it was keeps who gave it and when.
     *
     * @param ifVersion the version that was read, null for whichever it is
     * @param written the answers; a question that is left out is unanswered
     */
    public Answer<ControlView> check(
            Actor actor, long reportId, Long ifVersion, Map<ControlQuestion, Written> written) {
        return toWrite(actor, reportId, ifVersion).then(before -> {
            List<Refusal> faults = new ArrayList<>();
            written.forEach((question, one) -> {
                FreeText.check(faults, question.name() + ".note", one.note());
                if (one.answer() == CheckAnswer.NO && isBlank(one.note())) {
                    faults.add(Refusal.of(CHECK_NOTE_MISSING).at(question.name() + ".note"));
                }
            });
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            Map<ControlQuestion, Checked> answers = new TreeMap<>();
            written.forEach((question, one) ->
                    answers.put(question, checked(actor, before.checklist().get(question), one)));
            ReportControl control = control(before.report());
            control.write(answers);
            return kept(actor, "REPORT_CHECKED", control, before.checklist(), answers, before.report());
        });
    }

    private Checked checked(Actor actor, Checked before, Written now) {
        String note = isBlank(now.note()) ? null : now.note().strip();
        boolean same = before != null
                && before.answer() == now.answer()
                && (note == null ? before.note() == null : note.equals(before.note()));
        return same ? before : new Checked(now.answer(), note, actor.username(), clock.instant());
    }

    /** Asks the district for vouchers of a report in deeper control. */
    public Answer<VoucherRequestView> ask(Actor actor, long reportId, String asked, LocalDate dueOn) {
        return toWrite(actor, reportId, null).then(before -> {
            List<Refusal> faults = new ArrayList<>();
            if (isBlank(asked)) {
                faults.add(Refusal.of(VOUCHERS_TEXT_MISSING).at("asked"));
            }
            FreeText.check(faults, "asked", asked);
            if (dueOn == null
                    || dueOn.isBefore(LocalDate.now(clock))
                    || dueOn.isAfter(LocalDate.now(clock).plusYears(1))) {
                faults.add(Refusal.of(VOUCHERS_DUE_PAST).at("dueOn"));
            }
            if (!before.isDeeper()) {
                faults.add(Refusal.of(NOT_IN_DEEPER_CONTROL));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            VoucherRequest request = new VoucherRequest();
            request.reportId = reportId;
            request.roundId = before.report().roundId();
            request.district = before.report().district();
            request.asked = asked.strip();
            request.dueOn = dueOn;
            request.askedBy = actor.username();
            request.askedAt = clock.instant();
            requests.persistAndFlush(request);
            audit.record(actor, "VOUCHERS_ASKED_FOR", subject(request), null, request.view());
            return Answer.of(request.view());
        });
    }

    /** The vouchers that were asked for in a report that the user may see. */
    public Answer<List<VoucherRequestView>> requests(Actor actor, long reportId) {
        return reports.find(actor, reportId).map(report -> requests.ofReport(reportId).stream()
                .map(VoucherRequest::view)
                .toList());
    }

    /** The vouchers that were asked for in the round, by district; a district sees its own. */
    public List<VoucherRequestView> requestsOfRound(Actor actor, String roundId) {
        return requests.ofRound(roundId).stream()
                .filter(request -> actor.sees(request.district))
                .map(VoucherRequest::view)
                .toList();
    }

    /** What the user's own district is asked for and hasn't answered, the first due first. */
    public List<VoucherRequestView> toAnswer(Actor actor) {
        return actor.district() == null
                ? List.of()
                : requests.openOf(actor.district()).stream()
                        .map(VoucherRequest::view)
                        .toList();
    }

    /** The district answers, once; also after the day, since a late answer is better than none. */
    public Answer<VoucherRequestView> answer(Actor actor, String roundId, long requestId, String text) {
        return held(actor, roundId, requestId).then(request -> {
            List<Refusal> faults = new ArrayList<>();
            if (isBlank(text)) {
                faults.add(Refusal.of(VOUCHERS_ANSWER_MISSING).at("answer"));
            }
            FreeText.check(faults, "answer", text);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            request.answer = text.strip();
            request.answeredBy = actor.username();
            request.answeredAt = clock.instant();
            requests.flush();
            audit.record(actor, "VOUCHERS_ANSWERED", subject(request), null, request.view());
            return Answer.of(request.view());
        });
    }

    /**
     * Keeps a voucher, a PDF, with the report; before the request is answered, since the answer says that all is there.
     * Refused at {@link ReportFileService#FIELD} as in {@link ReportFileService#keep}.
     */
    public Answer<ReportFileView> handIn(Actor actor, String roundId, long requestId, Path file, String name) {
        return open(actor, roundId, requestId)
                .then(request -> reports.find(actor, request.reportId))
                .then(report -> files.keep(actor, report, FileKind.VOUCHER, file, name, null));
    }

    /** The vouchers that have been handed in to a report, for who may see what it is asked for. */
    public Answer<List<ReportFileView>> vouchers(Actor actor, long reportId) {
        return files.of(actor, reportId).map(all -> all.stream()
                .filter(file -> file.kind() == FileKind.VOUCHER)
                .toList());
    }

    /** A request of the user's own district that waits for its answer. */
    Answer<VoucherRequestView> toBeAnswered(Actor actor, String roundId, long requestId) {
        return open(actor, roundId, requestId).map(VoucherRequest::view);
    }

    private Answer<VoucherRequest> open(Actor actor, String roundId, long requestId) {
        VoucherRequest request = requests.findById(requestId);
        boolean there = request != null && request.roundId.equals(roundId);
        if (!there || !actor.sees(request.district)) {
            if (there) {
                audit.recordRefusedAccess(actor, subject(request));
            }
            return Answer.refused(CONTROL_NOT_FOUND);
        }
        if (!actor.actsFor(request.district)) {
            return Answer.refused(CONTROL_NOT_FOR_ROLE);
        }
        return waiting(request, rounds.round(roundId).orElseThrow().state());
    }

    private static Answer<VoucherRequest> waiting(VoucherRequest request, RoundState state) {
        Optional<Refusal> closed = notReporting(state);
        if (closed.isPresent()) {
            return Answer.refused(closed.get());
        }
        return request.answeredAt == null ? Answer.of(request) : Answer.refused(VOUCHERS_ANSWERED);
    }

    /** The same, taken until the transaction ends: of two who answer at once the second is told. */
    private Answer<VoucherRequest> held(Actor actor, String roundId, long requestId) {
        return open(actor, roundId, requestId).then(request -> {
            ledger.lock(roundId);
            requests.getEntityManager().refresh(request);
            return waiting(request, rounds.stateNow(roundId));
        });
    }

    /**
     * Closes the deeper control of a report with what was found. Vouchers are waited for until their day is over; a district
     * that never answers can't keep its report from being settled.
     */
    public Answer<ControlView> close(Actor actor, long reportId, Long ifVersion, String finding) {
        return toWrite(actor, reportId, ifVersion).then(before -> {
            List<Refusal> faults = new ArrayList<>();
            if (isBlank(finding)) {
                faults.add(Refusal.of(FINDING_MISSING).at("finding"));
            }
            FreeText.check(faults, "finding", finding);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            if (!before.isDeeper()) {
                return Answer.refused(NOT_IN_DEEPER_CONTROL);
            }
            if (!before.isChecked()) {
                return Answer.refused(CHECKLIST_INCOMPLETE);
            }
            LocalDate today = LocalDate.now(clock);
            Optional<VoucherRequestView> awaited = before.requests().stream()
                    .filter(request -> request.isAwaited(today))
                    .findFirst();
            if (awaited.isPresent()) {
                return Answer.refused(VOUCHERS_AWAITED, awaited.get().dueOn());
            }
            ReportControl control = control(before.report());
            String earlier = control.finding;
            control.reasons = StoredJson.write(new Reasons(before.drawn(), before.risks()));
            control.finding = finding.strip();
            control.closedBy = actor.username();
            control.closedAt = clock.instant();
            return kept(actor, "DEEPER_CONTROL_CLOSED", control, earlier, control.finding, before.report());
        });
    }

    private Answer<ControlView> kept(
            Actor actor, String action, ReportControl control, Object before, Object after, CostReportView report) {
        controls.persistAndFlush(control);
        audit.record(actor, action, subject(control), before, after);
        return of(actor, report.id());
    }

    private ReportControl control(CostReportView report) {
        ReportControl control = controls.findById(report.id());
        if (control == null) {
            control = new ReportControl();
            control.reportId = report.id();
            control.roundId = report.roundId();
            control.district = report.district();
        }
        return control;
    }

    private Answer<RoundView> seen(Actor actor, String roundId) {
        if (!sees(actor.role())) {
            return Answer.refused(CONTROL_NOT_FOR_ROLE);
        }
        return rounds.round(roundId).map(Answer::of).orElseGet(() -> Answer.refused(CONTROL_NOT_FOUND));
    }

    /** Takes the round; refused where it has been closed while it was waited for. */
    private Optional<Refusal> lock(String roundId) {
        ledger.lock(roundId);
        return notReporting(rounds.stateNow(roundId));
    }

    private static Optional<Refusal> notReporting(RoundState state) {
        return state == RoundState.REPORTING ? Optional.empty() : Optional.of(Refusal.of(CONTROL_ROUND_STATE, state));
    }

    private Answer<RoundView> toControl(Actor actor, String roundId) {
        return seen(actor, roundId).then(round -> {
            if (actor.role() != Role.OFFICER) {
                return Answer.refused(CONTROL_NOT_FOR_ROLE);
            }
            return notReporting(round.state()).map(Answer::<RoundView>refused).orElse(Answer.of(round));
        });
    }

    private Answer<ControlView> toWrite(Actor actor, long reportId, Long ifVersion) {
        Answer<RoundView> open = reports.find(actor, reportId).then(report -> toControl(actor, report.roundId()));
        if (open.isRefused()) {
            return Answer.refused(open.refusals());
        }
        // Two officers who answer the same checklist at once come one after the other, and the second is stale.
        Optional<Refusal> closed = lock(open.get().id());
        if (closed.isPresent()) {
            return Answer.refused(closed.get());
        }
        return of(actor, reportId).then(view -> {
            if (view.report().state().isEditable()) {
                return Answer.refused(CONTROL_REPORT_NOT_IN);
            }
            Optional<Refusal> conflict = reports.conflict(actor, view.report());
            if (conflict.isPresent()) {
                return Answer.refused(conflict.get());
            }
            return ifVersion == null || ifVersion == view.version() ? Answer.of(view) : Answer.refused(CONTROL_STALE);
        });
    }

    private Context context(RoundView round) {
        return new Context(
                draws.findByIdOptional(round.id()).map(ControlDraw::view),
                accounts.ofRound(round.id()).stream()
                        .collect(Collectors.groupingBy(
                                Account::district, Collectors.toMap(Account::applicationId, Account::granted))),
                accounts.recipientsBefore(round.programme(), round.year()),
                round.year());
    }

    private ControlView view(CostReportView report, Context context) {
        return view(
                report,
                context,
                controls.findById(report.id()),
                requests.ofReport(report.id()).stream()
                        .map(VoucherRequest::view)
                        .toList());
    }

    /** @param written null where nothing is */
    private static ControlView view(
            CostReportView report, Context context, ReportControl written, List<VoucherRequestView> asked) {
        return new ControlView(
                report,
                context.draw().map(draw -> draw.drawn().contains(report.id())).orElse(false),
                report.state().isEditable() ? List.of() : risks(report, context),
                context.draw().isPresent(),
                written == null ? Map.of() : written.answers(),
                asked,
                written == null ? null : written.finding,
                written == null ? null : written.closedBy,
                written == null ? null : written.closedAt,
                written == null ? 0 : written.version + 1);
    }

    private static List<Risk> risks(CostReportView report, Context context) {
        boolean firstTime = !context.before().isEmpty() && !context.before().contains(report.district());
        return Risks.of(new Risks.Facts(
                report.content(),
                context.granted().getOrDefault(report.district(), Map.of()),
                // What was returned in time and came back in time isn't late.
                report.returnedAt() == null ? report.dueOn() : report.answerDue(),
                report.submittedAt().atZone(ClockProducer.STOCKHOLM).toLocalDate(),
                firstTime ? context.year() : null));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Subject subject(ReportControl control) {
        return new Subject("control/" + control.reportId, control.roundId, control.district);
    }

    private static Subject subject(VoucherRequest request) {
        return new Subject("voucher-request/" + request.id, request.roundId, request.district);
    }
}
