package se.medel.application;

import static se.medel.application.ApplicationRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.ClaimRow;
import se.medel.claim.ClaimUploads;
import se.medel.claim.Claims;
import se.medel.claim.RowState;
import se.medel.claim.rules.ClaimedClient;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.storage.Sha256;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The district's side of an application, and the completion that an officer asks for. One transaction per method. */
@ApplicationScoped
@Transactional
public class ApplicationService {

    @Inject
    Applications applications;

    @Inject
    RoundService rounds;

    @Inject
    Claims claims;

    @Inject
    ClaimUploads uploads;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The application, for someone who may see it. Another district's is not found, and the attempt is kept in the trail. */
    public Answer<ApplicationView> find(Actor actor, long id) {
        return seen(actor, id).map(Application::view);
    }

    /** The SHA-256 of what an application's district has written, as its text is stored. */
    public String contentSha256(long id) {
        return Sha256.of(applications.findById(id).content);
    }

    /** The round's applications that the user may see, in the order they came. */
    public List<ApplicationLine> ofRound(Actor actor, String roundId) {
        return visible(actor, applications.ofRound(roundId));
    }

    /** All applications of the user's own district, newest round last. */
    public List<ApplicationLine> ofOwnDistrict(Actor actor) {
        return actor.district() == null ? List.of() : applications.ofDistrict(actor.district());
    }

    /** All applications in these states that the user may see. */
    public List<ApplicationLine> inStates(Actor actor, ApplicationState... states) {
        return visible(actor, applications.inStates(List.of(states)));
    }

    /** The decided claims that are prepared again; only what the user may see. */
    List<ApplicationLine> preparedAnew(Actor actor) {
        return visible(actor, applications.preparedAnew());
    }

    /** The ids of the same in a round. */
    Set<Long> preparedAnew(String roundId) {
        return applications.preparedAnew(roundId);
    }

    /** What the round's applications in these states ask for, in the order they came; only what the user may see. */
    public List<Ask> asksInStates(Actor actor, String roundId, ApplicationState... states) {
        return applications.ofRound(roundId, List.of(states)).stream()
                .filter(application -> actor.sees(application.district))
                .map(application -> application.view().ask())
                .toList();
    }

    /**
     * Everything that has been submitted in these rounds and isn't taken back, by district; only what the user may see.
     *
     * @param district one district's only; null for all
     */
    public List<ApplicationView> submittedIn(Actor actor, Collection<String> roundIds, String district) {
        return roundIds.isEmpty()
                ? List.of()
                : applications.submitted(roundIds, district).stream()
                        .filter(application -> actor.sees(application.district))
                        .map(Application::view)
                        .toList();
    }

    private static List<ApplicationLine> visible(Actor actor, List<ApplicationLine> lines) {
        return lines.stream()
                .filter(line -> actor.sees(line.district()))
                // A draft is the district's own until it is submitted.
                .filter(line -> line.submittedAt() != null || actor.actsFor(line.district()))
                .toList();
    }

    /** Starts a draft. A fixed grant starts with the named sum as the amount. */
    public Answer<ApplicationView> start(Actor actor, String roundId, ComponentKind component) {
        if (!actor.role().ofDistrict()) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        Optional<RoundView> round = rounds.round(roundId);
        Optional<ModelView> model = rounds.modelInForce(roundId);
        if (round.isEmpty() || round.get().state() != RoundState.OPEN || model.isEmpty()) {
            return Answer.refused(ROUND_NOT_OPEN);
        }
        Optional<Component> inModel = model.get().model().component(component);
        if (inModel.isEmpty()) {
            return Answer.refused(Refusal.of(COMPONENT_NOT_IN_MODEL).at("component"));
        }
        // Every district may claim for its clients, several times a year (M3).
        boolean claimed = component == ComponentKind.CLIENT_COMPENSATION;
        Kronor most = claimed
                ? null
                : Completeness.mostFor(component, actor.district(), model.get().model());
        if (!claimed && !most.isPositive()) {
            return Answer.refused(Refusal.of(DISTRICT_NOT_ELIGIBLE)
                    .at("component")
                    .by(inModel.get().basis().rule()));
        }
        Optional<Application> live =
                claimed ? Optional.empty() : applications.live(roundId, actor.district(), component);
        if (live.isPresent()) {
            return Answer.refused(ALREADY_APPLIED, live.get().id);
        }
        Application application = new Application();
        application.roundId = roundId;
        application.district = actor.district();
        application.component = component;
        application.state = ApplicationState.DRAFT;
        application.startedBy = actor.username();
        application.startedAt = clock.instant();
        application.write(
                component == ComponentKind.FIXED_GRANT
                        ? ApplicationContent.EMPTY.withAmount(most)
                        : ApplicationContent.EMPTY);
        applications.persistAndFlush(application);
        if (claimed) {
            uploads.inherit(application.id);
        }
        audit.record(actor, "APPLICATION_STARTED", subject(application), null, application.view());
        return Answer.of(application.view());
    }

    /**
     * Keeps what the district has written, whether it is right yet or not. Refused as a whole only where keeping it would do
     * harm: a personal number, or texts and lists beyond all bounds.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     */
    public Answer<ApplicationView> save(Actor actor, long id, long ifVersion, ApplicationContent content) {
        Answer<Application> own = editable(actor, id, ifVersion);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        if (own.get().isClaim()) {
            return Answer.refused(Refusal.of(COMPONENT_IS_CLAIMED).by("M3"));
        }
        List<Refusal> harmful = harmful(content);
        if (!harmful.isEmpty()) {
            return Answer.refused(harmful);
        }
        Application application = own.get();
        ApplicationContent before = application.content();
        application.write(content);
        applications.flush();
        audit.record(actor, "APPLICATION_SAVED", subject(application), before, content);
        return Answer.of(application.view());
    }

    /** The rows of a claim that the user may see; codes are for its own district and for those who try the claim (P1). */
    public Answer<List<ClaimRow>> rows(Actor actor, long id) {
        return read(actor, id).map(application -> claims.rows(id));
    }

    /** The same rows, each with what is wrong with it now; for a claim that is being prepared. */
    public Answer<List<Claims.Tried>> triedRows(Actor actor, long id) {
        return read(actor, id).map(application -> claims.tried(claim(application)));
    }

    /** How many of a claim's rows stand in each state; for everybody who sees the claim. */
    public Map<RowState, Long> rowCounts(ApplicationView claim) {
        return claims.counts(claim.id());
    }

    /** Whether this role may read the codes of a claim that it sees (P1). */
    public static boolean readsRows(Role role) {
        return switch (role) {
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR, OFFICER, DIRECTOR, AUDITOR -> true;
            default -> false;
        };
    }

    private Answer<Application> read(Actor actor, long id) {
        return claim(seen(actor, id)).then(application -> {
            if (!readsRows(actor.role())) {
                return Answer.refused(APPLICATION_NOT_FOR_ROLE);
            }
            audit.record(actor, "CLAIM_READ", subject(application), null, null);
            return Answer.of(application);
        });
    }

    /** Adds clients to a claim in draft: all, or none where any of them is wrong. */
    public Answer<ApplicationView> addRows(Actor actor, long id, Long ifVersion, List<ClaimedClient> clients) {
        return changeRows(
                actor, id, ifVersion, "CLAIM_ROWS_ADDED", application -> claims.add(claim(application), clients));
    }

    /** Takes a client out of a claim in draft. */
    public Answer<ApplicationView> removeRow(Actor actor, long id, Long ifVersion, long rowId) {
        return changeRows(actor, id, ifVersion, "CLAIM_ROW_REMOVED", application -> claims.remove(id, rowId));
    }

    /** Clients of a claim in draft, tried without being saved. */
    public Answer<List<Claims.Judged>> judgeRows(Actor actor, long id, List<ClaimedClient> clients) {
        return claim(editable(actor, id, null)).map(application -> claims.judge(claim(application), clients, 1));
    }

    /** The participants that a claim in draft can be made for. */
    public Answer<List<Claims.Candidate>> candidates(Actor actor, long id) {
        return claim(editable(actor, id, null)).map(application -> {
            audit.record(actor, "REGISTER_READ", subject(application), null, null);
            return claims.candidates(claim(application));
        });
    }

    /** Whether the application's district keeps its register here, so that clients can be picked from it. */
    public boolean keepsRegister(ApplicationView application) {
        return claims.keepsRegister(application.district());
    }

    /** What the model gives for one client of a claim. */
    public Kronor rate(ApplicationView application) {
        return claim(application).model().rate();
    }

    /** Changes the rows of a claim in draft; the trail gets their number before and after. */
    Answer<ApplicationView> changeRows(
            Actor actor, long id, Long ifVersion, String action, Function<Application, Answer<List<ClaimRow>>> change) {
        return claim(heldEditable(actor, id, ifVersion))
                .then(application -> change.apply(application).map(rows -> {
                    int before = application.rows;
                    application.rows = rows.size();
                    applications.flush();
                    // Counts only: the trail is read by others than the group (P1).
                    audit.record(actor, action, subject(application), before, application.rows);
                    return application.view();
                }));
    }

    static Answer<Application> claim(Answer<Application> found) {
        return found.then(application -> application.isClaim() ? Answer.of(application) : Answer.refused(NOT_A_CLAIM));
    }

    Claims.Claim claim(Application application) {
        return claim(application.view());
    }

    private Claims.Claim claim(ApplicationView application) {
        return new Claims.Claim(
                application.id(),
                application.district(),
                rounds.round(application.roundId()).orElseThrow().year(),
                rounds.modelInForce(application.roundId())
                        .orElseThrow()
                        .model()
                        .clientCompensation()
                        .orElseThrow());
    }

    /** What the application still lacks before it can be submitted. */
    public List<Refusal> missing(ApplicationView application) {
        if (application.component() == ComponentKind.CLIENT_COMPENSATION) {
            return claims.missing(claim(application));
        }
        return rounds.modelInForce(application.roundId())
                .map(model -> Completeness.of(
                        application.content(), application.component(), application.district(), model.model()))
                .orElse(List.of());
    }

    /**
     * Submits the draft, or the completion that was asked for. A director's submission is signed with it.
     *
     * @param answer what the district answers to a request for completion; null for a first submission
     */
    public Answer<ApplicationView> submit(Actor actor, long id, Long ifVersion, String answer) {
        Answer<Application> own = heldEditable(actor, id, ifVersion);
        if (own.isRefused()) {
            return Answer.refused(own.refusals());
        }
        Application application = own.get();
        boolean completing = application.state == ApplicationState.COMPLETION_REQUESTED;
        RoundState round = rounds.round(application.roundId).orElseThrow().state();
        // What came in time can be completed also when the year is over: it is still to be decided.
        if (round != RoundState.OPEN && !(completing && round == RoundState.REPORTING)) {
            return Answer.refused(ROUND_NOT_OPEN);
        }
        List<Refusal> faults = new ArrayList<>();
        if (completing) {
            if (answer == null || answer.isBlank()) {
                faults.add(Refusal.of(COMPLETION_ANSWER_MISSING).at("completionAnswer"));
            } else {
                FreeText.check(faults, "completionAnswer", answer);
                checkCodes(faults, "completionAnswer", answer, application);
            }
        }
        faults.addAll(missing(application.view()));
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        if (application.isClaim()) {
            Answer<Long> claimed = claims.claim(claim(application));
            if (claimed.isRefused()) {
                return Answer.refused(claimed.refusals());
            }
            application.clientsAsked = claimed.get();
            application.notEligible = "{}";
            application.askedKronor = claim(application)
                    .model()
                    .rate()
                    .times(claimed.get())
                    .amount()
                    .setScale(0);
        }
        ApplicationState before = application.state;
        application.state = ApplicationState.SUBMITTED;
        application.submittedBy = actor.username();
        if (application.submittedAt == null) {
            // The place in the order of A7 is where it first came; a completion doesn't lose it.
            application.submittedAt = clock.instant();
            application.receipt = (application.roundId + "-" + application.id).toUpperCase(Locale.ROOT);
        }
        if (completing) {
            application.completionAnswer = answer.strip();
        }
        application.signedBy = null;
        application.signedAt = null;
        if (actor.role() == Role.DISTRICT_DIRECTOR) {
            application.signedBy = actor.username();
            application.signedAt = clock.instant();
        }
        applications.flush();
        audit.record(actor, "APPLICATION_SUBMITTED", subject(application), before, application.view());
        return Answer.of(application.view());
    }

    /** The district's director signs what an officer has submitted. */
    public Answer<ApplicationView> sign(Actor actor, long id) {
        Answer<Application> found = seen(actor, id);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Application application = found.get();
        if (actor.role() != Role.DISTRICT_DIRECTOR) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        if (application.state != ApplicationState.SUBMITTED && application.state != ApplicationState.PREPARED) {
            return Answer.refused(APPLICATION_STATE, application.state);
        }
        if (application.signedBy != null) {
            return Answer.refused(ALREADY_SIGNED);
        }
        application.signedBy = actor.username();
        application.signedAt = clock.instant();
        applications.flush();
        audit.record(actor, "APPLICATION_SIGNED", subject(application), null, actor.username());
        return Answer.of(application.view());
    }

    /** Takes the application back. Possible until it is decided. */
    public Answer<ApplicationView> withdraw(Actor actor, long id, Long ifVersion, String reason) {
        Answer<Application> found = held(actor, id);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Application application = found.get();
        if (!actor.role().ofDistrict()) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        if (ifVersion != null && application.version != ifVersion) {
            return Answer.refused(APPLICATION_STALE);
        }
        if (!application.state.mayBecome(ApplicationState.WITHDRAWN)) {
            return Answer.refused(APPLICATION_STATE, application.state);
        }
        List<Refusal> faults = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            faults.add(Refusal.of(WITHDRAWAL_REASON_MISSING).at("reason"));
        } else {
            FreeText.check(faults, "reason", reason);
            checkCodes(faults, "reason", reason, application);
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        ApplicationState before = application.state;
        application.state = ApplicationState.WITHDRAWN;
        application.withdrawnReason = reason.strip();
        if (application.isClaim()) {
            claims.withdraw(id);
        }
        applications.flush();
        audit.record(actor, "APPLICATION_WITHDRAWN", subject(application), before, application.view());
        return Answer.of(application.view());
    }

    /**
     * Asks the district to complete the application.
     *
     * @param due the day it should be answered
     */
    public Answer<ApplicationView> requestCompletion(
            Actor actor, long id, Long ifVersion, String request, LocalDate due) {
        Answer<Application> found = seen(actor, id);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Application application = found.get();
        if (!mayPrepare(actor)) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        if (ifVersion != null && application.version != ifVersion) {
            return Answer.refused(APPLICATION_STALE);
        }
        if (!application.state.mayBecome(ApplicationState.COMPLETION_REQUESTED)) {
            return Answer.refused(APPLICATION_STATE, application.state);
        }
        List<Refusal> faults = new ArrayList<>();
        if (request == null || request.isBlank()) {
            faults.add(Refusal.of(COMPLETION_TEXT_MISSING).at("request"));
        } else {
            FreeText.check(faults, "request", request);
            checkCodes(faults, "request", request, application);
        }
        if (due == null || due.isBefore(LocalDate.now(clock))) {
            faults.add(Refusal.of(COMPLETION_DUE_PAST).at("due"));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        ApplicationState before = application.state;
        application.state = ApplicationState.COMPLETION_REQUESTED;
        application.completionRequest = request.strip();
        application.completionDue = due;
        application.completionAnswer = null;
        applications.flush();
        audit.record(actor, "COMPLETION_REQUESTED", subject(application), before, application.view());
        return Answer.of(application.view());
    }

    /**
     * What the rules leave for this application right now, with the chain (A8). Of a claim that is decided and not settled, as
     * if it weren't decided.
     */
    public Optional<Outcome> assess(ApplicationView application) {
        Ask ask = application.asked() == null && !application.isClaim() ? null : application.ask();
        return ask == null
                ? Optional.empty()
                : rounds.modelInForce(application.roundId())
                        .filter(model ->
                                model.model().component(application.component()).isPresent())
                        .map(model -> Assessment.of(model.model(), committedToOthers(application), ask));
    }

    private Commitments committedToOthers(ApplicationView application) {
        Commitments all = rounds.committed(application.roundId());
        return accounts.of(application.id())
                .filter(own -> application.isClaim() && !own.settled())
                .map(own -> all.plus(
                        application.ask().cell(),
                        Kronor.ZERO.minus(own.granted()),
                        -claims.counts(application.id()).getOrDefault(RowState.COMPENSATED, 0L)))
                .orElse(all);
    }

    /** The application as the database has it now, whatever was read before; for a decision that holds the round's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ApplicationView refreshed(long id) {
        Application application = applications.findById(id);
        applications.getEntityManager().refresh(application);
        return application.view();
    }

    /** Another application of the district that stands in the way of granting this one; a district is granted one. */
    public Optional<Long> rival(ApplicationView application) {
        return application.component() == ComponentKind.CLIENT_COMPENSATION
                ? Optional.empty()
                : applications
                        .live(application.roundId(), application.district(), application.component())
                        .map(live -> live.id)
                        .filter(id -> id != application.id());
    }

    /** Where the application stands after a decision; called within the decision's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(long id, ApplicationState outcome) {
        Application application = applications.findById(id);
        if (!application.state.mayBecome(outcome)) {
            throw new IllegalStateException(application.state + " can't become " + outcome);
        }
        application.state = outcome;
        // A decision that replaces one with the same outcome is a change too: who hasn't seen it mustn't replace it in
        // turn.
        applications.getEntityManager().lock(application, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        applications.flush();
    }

    /** Texts about a claim are read by more than may see its clients' codes (P1). */
    private void checkCodes(List<Refusal> faults, String field, String text, Application application) {
        if (application.isClaim()) {
            claims.checkCodes(faults, field, text, application.id);
        }
    }

    static boolean mayPrepare(Actor actor) {
        return actor.role() == Role.OFFICER || actor.role() == Role.DIRECTOR;
    }

    /** The application, if this user may see it. */
    Answer<Application> seen(Actor actor, long id) {
        Application application = applications.findById(id);
        if (application != null
                && actor.sees(application.district)
                // Also one that was withdrawn before it was ever submitted.
                && (application.submittedAt != null || actor.actsFor(application.district))) {
            return Answer.of(application);
        }
        if (application != null) {
            audit.recordRefusedAccess(actor, subject(application));
        }
        return Answer.refused(APPLICATION_NOT_FOUND);
    }

    /** The application, if this user may change it now. */
    Answer<Application> editable(Actor actor, long id, Long ifVersion) {
        return seen(actor, id).then(application -> editable(actor, application, ifVersion));
    }

    /** The same, held as by {@link #held}. */
    Answer<Application> heldEditable(Actor actor, long id, Long ifVersion) {
        return held(actor, id).then(application -> editable(actor, application, ifVersion));
    }

    /**
     * The application, if this user may see it, held until the transaction ends and as the database has it then: of two
     * colleagues who write at once the second waits, and goes on from what the first one did. Everything that changes a claim's
     * rows holds it first, so that nobody waits for rows while another waits for the claim.
     */
    Answer<Application> held(Actor actor, long id) {
        return seen(actor, id).map(application -> {
            applications.getEntityManager().refresh(application, LockModeType.PESSIMISTIC_WRITE);
            return application;
        });
    }

    private static Answer<Application> editable(Actor actor, Application application, Long ifVersion) {
        if (!actor.role().ofDistrict()) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        if (!application.state.isEditable()) {
            return Answer.refused(APPLICATION_STATE, application.state);
        }
        if (ifVersion != null && application.version != ifVersion) {
            return Answer.refused(APPLICATION_STALE);
        }
        return Answer.of(application);
    }

    private static List<Refusal> harmful(ApplicationContent content) {
        List<Refusal> faults = new ArrayList<>();
        if (content.plan().size() > Completeness.MOST_LINES) {
            faults.add(Refusal.of(TOO_MANY_LINES, Completeness.MOST_LINES).at("plan"));
        }
        if (content.otherFunding().size() > Completeness.MOST_LINES) {
            faults.add(Refusal.of(TOO_MANY_LINES, Completeness.MOST_LINES).at("otherFunding"));
        }
        for (int i = 0; i < content.plan().size(); i++) {
            PlanLine line = content.plan().get(i);
            FreeText.check(faults, "plan[" + i + "].text", line.text());
        }
        for (int i = 0; i < content.otherFunding().size(); i++) {
            OtherFunding funding = content.otherFunding().get(i);
            FreeText.check(faults, "otherFunding[" + i + "].source", funding.source());
        }
        FreeText.check(faults, "ownFinancing", content.ownFinancing());
        FreeText.check(faults, "budgetLine", content.budgetLine());
        FreeText.check(faults, "mapping", content.mapping());
        FreeText.check(faults, "coordination", content.coordination());
        FreeText.check(faults, "cooperation", content.cooperation());
        content.unreadable().forEach((field, typed) -> FreeText.check(faults, field, typed));
        return faults;
    }

    static Subject subject(Application application) {
        return new Subject("application/" + application.id, application.roundId, application.district);
    }
}
