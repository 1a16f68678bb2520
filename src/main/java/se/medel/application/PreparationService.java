package se.medel.application;

import static se.medel.application.ApplicationRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.application.rules.Overlap;
import se.medel.audit.AuditTrail;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.Claims.Finding;
import se.medel.claim.RowState;
import se.medel.delegation.ConflictService;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Outcome;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;

/** The officer's work on an application: criteria one by one, and a recommendation that the rules have room for. */
@ApplicationScoped
@Transactional
public class PreparationService {

    @Inject
    EntityManager database;

    @Inject
    ApplicationService applications;

    @Inject
    Claims claims;

    @Inject
    ConflictService conflicts;

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * What an officer writes.
     *
     * @param judgements one for each criterion
     * @param overlapAnswer demanded where other money overlaps (K3)
     * @param recommendedKronor whole kronor; ignored where a refusal is recommended or clients are counted
     * @param recommendedClients for client compensation
     * @param order the order of A7 that the amount follows from, or null
     * @param findings the clients of a claim that aren't eligible, each with the rule that it fails; the others are
     */
    public record Work(
            List<Judgement> judgements,
            String overlapAnswer,
            boolean recommendsGrant,
            Kronor recommendedKronor,
            Long recommendedClients,
            AllocationOrder order,
            String reasons,
            List<Finding> findings) {

        /** For an application that isn't a claim. */
        public Work(
                List<Judgement> judgements,
                String overlapAnswer,
                boolean recommendsGrant,
                Kronor recommendedKronor,
                Long recommendedClients,
                AllocationOrder order,
                String reasons) {
            this(
                    judgements,
                    overlapAnswer,
                    recommendsGrant,
                    recommendedKronor,
                    recommendedClients,
                    order,
                    reasons,
                    List.of());
        }
    }

    public Optional<PreparationView> of(long applicationId) {
        return Optional.ofNullable(database.find(Preparation.class, applicationId))
                .map(Preparation::view);
    }

    /**
     * Why the application can't be prepared as it stands; empty where it can. A claim can also once it is decided, until it is
     * settled or the round is closed: what is found then waits for a decision that replaces the one in force.
     */
    public Optional<Refusal> barred(ApplicationView application) {
        if (application.state().mayBecome(ApplicationState.PREPARED)) {
            return Optional.empty();
        }
        if (!application.isClaim() || !application.state().isDecided()) {
            return Optional.of(Refusal.of(APPLICATION_STATE, application.state()));
        }
        if (rounds.round(application.roundId()).orElseThrow().state() == RoundState.CLOSED) {
            return Optional.of(Refusal.of(ROUND_CLOSED));
        }
        return accounts.of(application.id()).filter(Account::settled).map(settled -> Refusal.of(SETTLED));
    }

    /** The decided claims that are prepared again and wait for another decision; only what the user may see. */
    public List<ApplicationLine> waitingAnew(Actor actor) {
        return applications.preparedAnew(actor).stream()
                .filter(line ->
                        barred(applications.find(actor, line.id()).get()).isEmpty())
                .toList();
    }

    /** The application with what is found about its clients now, decided upon or not. */
    public ApplicationView asFound(ApplicationView application) {
        return of(application.id())
                .map(preparation -> preparation.asFound(application))
                .orElse(application);
    }

    /** The same as the database has it now, whatever was read before; for a decision that holds the round's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ApplicationView refreshed(long applicationId) {
        Optional.ofNullable(database.find(Preparation.class, applicationId)).ifPresent(database::refresh);
        return asFound(applications.refreshed(applicationId));
    }

    /** What is found about the clients of a decided claim and waits for a decision; empty where nothing does. */
    public Optional<List<Finding>> foundAnew(long applicationId) {
        return Optional.ofNullable(database.find(Preparation.class, applicationId))
                .flatMap(Preparation::foundAnew);
    }

    /** The claims of a round whose decision is to be replaced for what is found anew, by the application's id. */
    public Set<Long> foundAnewIn(String roundId) {
        return applications.preparedAnew(roundId);
    }

    /** What is found about a claim's clients now, for who may read their codes; that it is read is kept in the trail (P1). */
    public Answer<List<Finding>> findings(Actor actor, long applicationId) {
        return applications.rows(actor, applicationId).map(rows -> foundAnew(applicationId)
                .orElseGet(() -> rows.stream()
                        .filter(row -> !row.isEligible())
                        .map(row -> new Finding(row.id(), row.failsRule(), row.failsReason()))
                        .toList()));
    }

    /** Lets what was found anew about a claim's clients count from now on; called within the decision that deals by it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeUp(long applicationId) {
        Preparation preparation = database.find(Preparation.class, applicationId);
        preparation.foundAnew().ifPresent(findings -> {
            claims.takeUp(applicationId, findings);
            database.find(Application.class, applicationId).notEligible =
                    StoredJson.write(Claims.countByRule(findings));
            preparation.foundAnew = null;
            database.flush();
        });
    }

    /**
     * Judges and recommends. The officer may recommend less than the rules leave, never more.
     *
     * @param ifVersion the version of the application that was read; a stale one is refused; null to skip
     */
    public Answer<PreparationView> prepare(Actor actor, long applicationId, Long ifVersion, Work work) {
        Answer<Application> found = applications.seen(actor, applicationId);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        Application application = found.get();
        if (!ApplicationService.mayPrepare(actor)) {
            return Answer.refused(APPLICATION_NOT_FOR_ROLE);
        }
        Optional<Refusal> conflict = conflicts.bars(actor, application.view().subject());
        if (conflict.isPresent()) {
            return Answer.refused(conflict.get());
        }
        if (ifVersion != null && application.version != ifVersion) {
            return Answer.refused(APPLICATION_STALE);
        }
        boolean anew = application.state.isDecided();
        if (anew) {
            // What is ordered or settled meanwhile is known from here on, and that the round is closed.
            ledger.lock(application.roundId);
            accounts.lock(applicationId);
            rounds.stateNow(application.roundId);
        }
        Optional<Refusal> barred = barred(application.view());
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        if (!application.isClaim() && !work.findings().isEmpty()) {
            return Answer.refused(NOT_A_CLAIM);
        }
        List<Refusal> faults = new ArrayList<>(claims.faults(applicationId, work.findings()));
        if (!faults.isEmpty()) {
            // What the rules leave isn't known before it is known who is eligible.
            return Answer.refused(faults);
        }
        Map<String, Long> notEligible = Claims.countByRule(work.findings());
        Outcome most = applications
                .assess(application.view().withNotEligible(notEligible))
                .orElseThrow();
        Optional<Refusal> ordered = anew ? belowOrdered(application, perClient(most), work) : Optional.empty();
        if (ordered.isPresent()) {
            return Answer.refused(ordered.get());
        }
        faults.addAll(faults(application, most, work));
        if (application.isClaim()) {
            claims.checkCodes(faults, "overlapAnswer", work.overlapAnswer(), applicationId);
            claims.checkCodes(faults, "reasons", work.reasons(), applicationId);
            work.judgements()
                    .forEach(judgement -> claims.checkCodes(
                            faults,
                            "judgements." + judgement.criterion().rule() + ".reason",
                            judgement.reason(),
                            applicationId));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        Preparation preparation = database.find(Preparation.class, applicationId);
        PreparationView before = preparation == null ? null : preparation.view();
        boolean isNew = preparation == null;
        if (isNew) {
            preparation = new Preparation();
            preparation.applicationId = applicationId;
        }
        boolean clients = application.isClaim();
        preparation.judgements = StoredJson.write(work.judgements());
        preparation.overlapAnswer = work.overlapAnswer();
        preparation.recommendsGrant = work.recommendsGrant();
        preparation.recommendedClients = clients && work.recommendsGrant() ? work.recommendedClients() : 0;
        preparation.recommendedKronor = !work.recommendsGrant()
                ? BigDecimal.ZERO
                : clients
                        ? perClient(most)
                                .times(work.recommendedClients())
                                .amount()
                                .setScale(0)
                        : work.recommendedKronor().amount().setScale(0);
        if (anew) {
            preparation.foundAnew = isInForce(applicationId, work) ? null : StoredJson.write(work.findings());
        } else if (clients) {
            claims.keep(applicationId, work.findings());
            application.notEligible = StoredJson.write(notEligible);
        }
        preparation.allocationOrder = work.order();
        preparation.reasons = work.reasons().strip();
        preparation.preparedBy(actor.username());
        preparation.preparedAt = clock.instant();
        if (isNew) {
            database.persist(preparation);
        }
        if (anew || application.state == ApplicationState.PREPARED) {
            // Nothing in the application changes, but what a director has read of it has: a decision on it must notice.
            database.lock(application, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        if (!anew) {
            application.state = ApplicationState.PREPARED;
        }
        database.flush();
        audit.record(
                actor, "APPLICATION_PREPARED", ApplicationService.subject(application), before, preparation.view());
        return Answer.of(preparation.view());
    }

    /**
     * A decision never goes below what is ordered to be paid, so nothing is prepared that could only lead there; what is found
     * then is taken up when the year is accounted for (Y4).
     */
    private Optional<Refusal> belowOrdered(Application application, Kronor rate, Work work) {
        boolean met = work.judgements().stream().allMatch(judgement -> judgement.verdict() == Verdict.MET);
        Kronor most = met
                ? rate.times(application
                        .view()
                        .withNotEligible(Claims.countByRule(work.findings()))
                        .eligible())
                : Kronor.ZERO;
        return accounts.of(application.id)
                .filter(account -> most.isLessThan(account.ordered()))
                .map(account ->
                        Refusal.of(FOUND_BELOW_ORDERED, account.ordered()).by("Y4"));
    }

    /** Whether the work says what the decision in force rests on: the same findings, and as many clients. */
    private boolean isInForce(long applicationId, Work work) {
        List<ClaimRow> rows = claims.rows(applicationId);
        Set<Finding> before = rows.stream()
                .filter(row -> !row.isEligible())
                .map(row -> new Finding(row.id(), row.failsRule(), row.failsReason()))
                .collect(Collectors.toSet());
        Set<Finding> now = work.findings().stream()
                .map(found ->
                        new Finding(found.row(), found.rule(), found.reason().strip()))
                .collect(Collectors.toSet());
        long compensated =
                rows.stream().filter(row -> row.state() == RowState.COMPENSATED).count();
        return before.equals(now) && compensated == (work.recommendsGrant() ? work.recommendedClients() : 0);
    }

    private static Kronor perClient(Outcome most) {
        // The rate stands in the chain's first step (M3).
        return new Kronor(most.explanation().get(0).limit());
    }

    private static List<Refusal> faults(Application application, Outcome most, Work work) {
        List<Refusal> faults = new ArrayList<>();
        Set<Criterion> missing = EnumSet.allOf(Criterion.class);
        for (Judgement judgement : work.judgements()) {
            String rule = judgement.criterion().rule();
            missing.remove(judgement.criterion());
            if (judgement.verdict() != Verdict.MET
                    && (judgement.reason() == null || judgement.reason().isBlank())) {
                faults.add(Refusal.of(JUDGEMENT_REASON_MISSING, rule)
                        .at("judgements." + rule + ".reason")
                        .by(rule));
            }
            FreeText.check(faults, "judgements." + rule + ".reason", judgement.reason());
            if (work.recommendsGrant() && judgement.verdict() != Verdict.MET) {
                faults.add(Refusal.of(CRITERION_NOT_MET, rule)
                        .at("judgements." + rule + ".verdict")
                        .by(rule));
            }
        }
        missing.forEach(criterion -> faults.add(Refusal.of(JUDGEMENT_MISSING, criterion.rule())
                .at("judgements." + criterion.rule() + ".verdict")
                .by(criterion.rule())));
        if (!Overlap.in(application.content()).isEmpty()
                && work.recommendsGrant()
                && (work.overlapAnswer() == null || work.overlapAnswer().isBlank())) {
            faults.add(Refusal.of(OVERLAP_UNANSWERED).at("overlapAnswer").by("K3"));
        }
        FreeText.check(faults, "overlapAnswer", work.overlapAnswer());
        if (work.reasons() == null || work.reasons().isBlank()) {
            faults.add(Refusal.of(RECOMMENDATION_REASONS_MISSING).at("reasons"));
        } else {
            FreeText.check(faults, "reasons", work.reasons());
        }
        if (work.recommendsGrant()) {
            recommendation(faults, application, most, work);
        }
        return faults;
    }

    private static void recommendation(List<Refusal> faults, Application application, Outcome most, Work work) {
        String rule = most.binding().isEmpty()
                ? most.explanation().get(most.explanation().size() - 1).rule()
                : most.binding().get(most.binding().size() - 1);
        if (application.isClaim()) {
            if (work.recommendedClients() == null || work.recommendedClients() < 1) {
                faults.add(Refusal.of(RECOMMENDATION_MISSING).at("recommendedClients"));
            } else if (work.recommendedClients() > most.clientsGranted()) {
                faults.add(Refusal.of(RECOMMENDATION_TOO_HIGH, most.granted(), most.clientsGranted())
                        .at("recommendedClients")
                        .by(rule));
            }
        } else if (work.recommendedKronor() == null
                || !work.recommendedKronor().isPositive()
                || !work.recommendedKronor().isWhole()) {
            faults.add(Refusal.of(RECOMMENDATION_MISSING).at("recommendedKronor"));
        } else if (work.recommendedKronor().isMoreThan(most.granted())) {
            faults.add(Refusal.of(RECOMMENDATION_TOO_HIGH, most.granted())
                    .at("recommendedKronor")
                    .by(rule));
        }
    }
}
