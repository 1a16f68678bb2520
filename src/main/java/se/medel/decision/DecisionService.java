package se.medel.decision;

import static se.medel.decision.DecisionRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.medel.application.ApplicationRefusal;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.PreparationView;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Overlap;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.claim.Claims;
import se.medel.delegation.DelegationService;
import se.medel.delegation.Mandate;
import se.medel.delegation.rules.DecisionKind;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Outcome;
import se.medel.round.rules.Recommendation;
import se.medel.round.rules.Step;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.UserService;
import se.medel.user.UserView;

/**
 * The director's decisions on delegation (D2). A decision is one transaction that takes the room under every cap at once, or
 * leaves everything as it was.
 */
@ApplicationScoped
@Transactional
public class DecisionService {

    @Inject
    Decisions decisions;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    Claims claims;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    DelegationService delegation;

    @Inject
    UserService users;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * What the director says.
     *
     * @param grants false for a refusal
     * @param amount whole kronor to grant; null for what the officer recommends
     * @param clients clients to compensate; null for what the officer recommends
     * @param refusedBy the criterion or rule that a refusal names, such as {@code C1a} or {@code M5}
     * @param reasons in the director's own words; null to take over the officer's, where the officer's recommendation is
     *     followed
     */
    public record Ruling(boolean grants, Kronor amount, Long clients, String refusedBy, String reasons) {}

    public Answer<DecisionView> find(Actor actor, long id) {
        Decision decision = decisions.findById(id);
        if (decision == null || applications.find(actor, decision.applicationId).isRefused()) {
            return Answer.refused(DECISION_NOT_FOUND);
        }
        return Answer.of(decision.view());
    }

    /**
     * A decision on a claim, for who reads its clients by their codes: the claim's own district, who has tried it, and the
     * auditor (P1). That it is read is kept in the trail.
     */
    public Answer<DecisionView> readClients(Actor actor, long id) {
        return find(actor, id).then(decision -> {
            if (decision.facts().clients() == null) {
                return Answer.refused(DECISION_NOT_FOUND);
            }
            if (!ApplicationService.readsRows(actor.role())) {
                return Answer.refused(ApplicationRefusal.APPLICATION_NOT_FOR_ROLE);
            }
            audit.record(
                    actor,
                    "APPENDIX_READ",
                    new Subject(
                            "decision/" + id,
                            decision.roundId(),
                            decision.facts().district()),
                    null,
                    null);
            return Answer.of(decision);
        });
    }

    /** The decision that holds for an application; empty before it is decided. */
    public Optional<DecisionView> inForce(long applicationId) {
        return decisions.inForce(applicationId).map(Decision::view);
    }

    /** Every decision on an application, the first one first. */
    public List<DecisionView> ofApplication(long applicationId) {
        return decisions.ofApplication(applicationId).stream()
                .map(Decision::view)
                .toList();
    }

    /** The round's decisions that the user may see, by number. */
    public List<DecisionView> ofRound(Actor actor, String roundId) {
        return decisions.ofRound(roundId).stream()
                .map(Decision::view)
                .filter(decision -> actor.sees(decision.facts().district()))
                .toList();
    }

    /**
     * Decides a prepared application. The amount is granted whole or not at all: where a cap no longer leaves it, the decision
     * is refused with the rule and what is left.
     *
     * @param ifVersion the version of the application that the director has read; null to skip
     */
    public Answer<DecisionView> decide(Actor actor, String roundId, long applicationId, Long ifVersion, Ruling ruling) {
        return make(actor, roundId, applicationId, ifVersion, ruling, false);
    }

    /**
     * Replaces the decision that holds by a new one. What the old one promised is released in the same transaction. A claim that
     * is prepared again is dealt with anew by what is found about its clients now.
     */
    public Answer<DecisionView> replace(
            Actor actor, String roundId, long applicationId, Long ifVersion, Ruling ruling) {
        return make(actor, roundId, applicationId, ifVersion, ruling, true);
    }

    /**
     * What deciding would give, and what it would leave under the caps that districts share.
     *
     * @param clients how a claim's clients would come out; null for other applications
     */
    public record Preview(Outcome outcome, Balance after, DecisionFacts.Clients clients) {}

    /** What deciding now would give, without deciding; refused as the decision itself would be. */
    public Answer<Preview> preview(Actor actor, long applicationId, Long ifVersion, Ruling ruling, boolean replacing) {
        Answer<ApplicationView> found = applications.find(actor, applicationId);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        if (actor.role() != Role.DIRECTOR) {
            return Answer.refused(DECISION_NOT_FOR_ROLE);
        }
        ApplicationView application = preparations.asFound(found.get());
        List<Refusal> faults = faults(application, ruling, replacing);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        Optional<Decision> before = decisions.inForce(applicationId);
        Answer<PreparationView> prepared = decidable(actor, application, before, ifVersion, replacing);
        if (prepared.isRefused()) {
            return Answer.refused(prepared.refusals());
        }
        AllocationModel model =
                rounds.modelInForce(application.roundId()).orElseThrow().model();
        Commitments committed = withoutReplaced(rounds.committed(application.roundId()), application, before);
        Optional<Refusal> paidAlready = below(applicationId, Kronor.ZERO);
        if (!ruling.grants() && paidAlready.isPresent()) {
            return Answer.refused(paidAlready.get());
        }
        if (!ruling.grants()) {
            Outcome asked = Assessment.of(model, committed, application.ask());
            return mandate(actor, application, ruling, asked, before)
                    .map(mandate -> new Preview(asked, Balance.of(model, committed), clients(application, 0)));
        }
        return grant(application, prepared.get(), model, committed, ruling)
                .then(outcome ->
                        mandate(actor, application, ruling, outcome, before).map(mandate -> outcome))
                .then(outcome -> below(applicationId, outcome.granted())
                        .map(Answer::<Outcome>refused)
                        .orElse(Answer.of(outcome)))
                .map(outcome -> new Preview(
                        outcome,
                        Balance.of(model, outcome.addTo(committed)),
                        clients(application, outcome.clientsGranted())));
    }

    /** The commitments as they would be without the decision that is to be replaced. */
    private static Commitments withoutReplaced(
            Commitments committed, ApplicationView application, Optional<Decision> replaced) {
        return replaced.filter(decision -> decision.outcome != DecisionOutcome.REFUSED)
                .map(decision -> committed.plus(
                        application.ask().cell(),
                        Kronor.ZERO.minus(new Kronor(decision.grantedKronor)),
                        -decision.grantedClients))
                .orElse(committed);
    }

    private Answer<DecisionView> make(
            Actor actor, String roundId, long applicationId, Long ifVersion, Ruling ruling, boolean replacing) {
        Answer<ApplicationView> found = applications.find(actor, applicationId);
        if (found.isRefused()) {
            return Answer.refused(found.refusals());
        }
        if (actor.role() != Role.DIRECTOR) {
            return Answer.refused(DECISION_NOT_FOR_ROLE);
        }
        if (!found.get().roundId().equals(roundId)) {
            return Answer.refused(WRONG_ROUND);
        }
        List<Refusal> faults = faults(preparations.asFound(found.get()), ruling, replacing);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }

        // From here nobody else can decide in this round; what was read before is read again.
        Commitments locked = ledger.lock(roundId);
        // Nor order or settle what is decided on.
        accounts.lock(applicationId);
        ApplicationView application = preparations.refreshed(applicationId);
        Optional<Decision> before = decisions.inForce(applicationId);
        Answer<PreparationView> prepared = decidable(actor, application, before, ifVersion, replacing);
        if (prepared.isRefused()) {
            return Answer.refused(prepared.refusals());
        }
        PreparationView preparation = prepared.get();
        RoundView round = rounds.round(roundId).orElseThrow();
        ModelView model = rounds.modelInForce(roundId).orElseThrow();
        Commitments committed = withoutReplaced(locked, application, before);

        Optional<Long> rival = ruling.grants() ? applications.rival(application) : Optional.empty();
        if (rival.isPresent()) {
            return Answer.refused(ApplicationRefusal.ALREADY_APPLIED, rival.get());
        }
        Outcome outcome;
        if (ruling.grants()) {
            Answer<Outcome> granted = grant(application, preparation, model.model(), committed, ruling);
            if (granted.isRefused()) {
                return Answer.refused(granted.refusals());
            }
            outcome = granted.get();
        } else if (mayRestOn(ruling.refusedBy(), model.model(), application)) {
            outcome = Assessment.of(model.model(), committed, application.ask());
        } else {
            return Answer.refused(
                    Refusal.of(REFUSAL_NAMES_UNKNOWN_RULE).at("refusedBy").by(ruling.refusedBy()));
        }

        Kronor grantedKronor = ruling.grants() ? outcome.granted() : Kronor.ZERO;
        Optional<Refusal> paidAlready = below(applicationId, grantedKronor);
        if (paidAlready.isPresent()) {
            return Answer.refused(paidAlready.get());
        }
        Answer<Mandate> mandate = mandate(actor, application, ruling, outcome, before);
        if (mandate.isRefused()) {
            return Answer.refused(mandate.refusals());
        }
        if (ruling.grants() && application.isClaim()) {
            Answer<Boolean> held = hold(applicationId);
            if (held.isRefused()) {
                return Answer.refused(held.refusals());
            }
        }
        long grantedClients = ruling.grants() ? outcome.clientsGranted() : 0;
        Commitments after = grantedKronor.isPositive()
                ? committed.plus(application.ask().cell(), grantedKronor, grantedClients)
                : committed;

        Decision decision = new Decision();
        decision.roundId = roundId;
        decision.number = decisions.nextNumber(roundId);
        decision.applicationId = applicationId;
        decision.modelId = model.id();
        decision.outcome = DecisionOutcome.of(outcome.asked(), grantedKronor);
        decision.askedKronor = outcome.asked().amount().setScale(0);
        decision.grantedKronor = grantedKronor.amount().setScale(0);
        decision.grantedClients = grantedClients;
        decision.refusedBy = ruling.grants() ? null : ruling.refusedBy();
        decision.reasons = isBlank(ruling.reasons())
                ? preparation.reasons()
                : ruling.reasons().strip();
        decision.facts = StoredJson.write(facts(
                round,
                model,
                application,
                preparation,
                outcome,
                grantedClients,
                Balance.of(model.model(), after),
                before,
                actor,
                mandate.get()));
        decision.preparedBy = preparation.preparedBy();
        decision.decidedBy = actor.username();
        decision.decidedAt = clock.instant();
        decision.replaces = before.map(replaced -> replaced.id).orElse(null);
        decisions.persistAndFlush(decision);

        before.filter(replaced -> replaced.outcome != DecisionOutcome.REFUSED)
                .ifPresent(replaced -> book(
                        decision,
                        application,
                        Ledger.Kind.RELEASE,
                        Kronor.ZERO.minus(new Kronor(replaced.grantedKronor)),
                        -replaced.grantedClients));
        if (grantedKronor.isPositive()) {
            book(decision, application, Ledger.Kind.COMMITMENT, grantedKronor, grantedClients);
        }
        if (application.isClaim()) {
            preparations.takeUp(applicationId);
            claims.deal(applicationId, decision.id, grantedClients, application.district());
        }
        applications.decided(applicationId, decision.outcome.state());
        audit.record(
                actor,
                replacing ? "DECISION_REPLACED" : "DECIDED",
                new Subject("decision/" + decision.id, roundId, application.district()),
                before.map(Decision::view).orElse(null),
                decision.view());
        return Answer.of(decision.view());
    }

    /** Clients that a decision has let go of before, another claim may have by now (A4). */
    private Answer<Boolean> hold(long applicationId) {
        return preparations
                .foundAnew(applicationId)
                .map(findings -> claims.hold(applicationId, findings))
                .orElseGet(() -> claims.hold(applicationId));
    }

    private List<Refusal> faults(ApplicationView application, Ruling ruling, boolean replacing) {
        List<Refusal> faults = new ArrayList<>();
        if (ruling.grants()) {
            boolean clients = application.isClaim();
            if (ruling.amount() != null
                    && (clients
                            || !ruling.amount().isPositive()
                            || !ruling.amount().isWhole())) {
                faults.add(Refusal.of(AMOUNT_MISSING).at("amount").by("A2"));
            } else if (ruling.amount() != null
                    && application.asked() != null
                    && ruling.amount().isMoreThan(application.asked())) {
                faults.add(Refusal.of(AMOUNT_ABOVE_ASKED, application.asked()).at("amount"));
            }
            if (ruling.clients() != null && (!clients || ruling.clients() < 1)) {
                faults.add(Refusal.of(AMOUNT_MISSING).at("clients").by("A2"));
            } else if (ruling.clients() != null && ruling.clients() > application.eligible()) {
                faults.add(Refusal.of(CLIENTS_ABOVE_ELIGIBLE, application.eligible())
                        .at("clients"));
            }
        } else if (isBlank(ruling.refusedBy())) {
            faults.add(Refusal.of(REFUSAL_NAMES_NOTHING).at("refusedBy"));
        }
        // A refusal, and a change of what was decided, always owe a reason of their own.
        if ((!ruling.grants() || replacing) && isBlank(ruling.reasons())) {
            faults.add(Refusal.of(REASONS_MISSING).at("reasons"));
        }
        FreeText.check(faults, "reasons", ruling.reasons());
        if (application.isClaim()) {
            claims.checkCodes(faults, "reasons", ruling.reasons(), application.id());
        }
        return faults;
    }

    private Answer<PreparationView> decidable(
            Actor actor, ApplicationView application, Optional<Decision> before, Long ifVersion, boolean replacing) {
        if (replacing && before.isEmpty()) {
            return Answer.refused(NOT_DECIDED_YET);
        }
        if (!replacing && before.isPresent()) {
            return Answer.refused(ALREADY_DECIDED, before.get().number);
        }
        Optional<PreparationView> preparation = preparations.of(application.id());
        boolean prepared = replacing
                ? application.state().isDecided()
                : application.state() == se.medel.application.rules.ApplicationState.PREPARED;
        if (!prepared || preparation.isEmpty()) {
            return Answer.refused(NOT_PREPARED);
        }
        if (ifVersion != null && application.version() != ifVersion) {
            return Answer.refused(ApplicationRefusal.APPLICATION_STALE);
        }
        if (preparation.get().preparers().contains(actor.username())) {
            return Answer.refused(FOUR_EYES);
        }
        if (rounds.round(application.roundId()).orElseThrow().state() == RoundState.CLOSED) {
            return Answer.refused(ApplicationRefusal.ROUND_CLOSED);
        }
        if (accounts.of(application.id()).filter(Account::settled).isPresent()) {
            return Answer.refused(ApplicationRefusal.SETTLED);
        }
        ModelView model = rounds.modelInForce(application.roundId()).orElseThrow();
        if (!model.delegated()) {
            return Answer.refused(
                    Refusal.of(NO_DELEGATION, model.committeeParagraph()).by("D2"));
        }
        return Answer.of(preparation.get());
    }

    /** A refusal rests on a criterion, on a rule of the model that the application has to pass, or on other money (K3). */
    private static boolean mayRestOn(String rule, AllocationModel model, ApplicationView application) {
        return Criterion.ofRule(rule).isPresent()
                || application.notEligible().containsKey(rule)
                || model.basesOf(application.component()).stream()
                        .anyMatch(basis -> basis.rule().equals(rule))
                || rule.equals("K3");
    }

    private static Answer<Outcome> grant(
            ApplicationView application,
            PreparationView preparation,
            AllocationModel model,
            Commitments committed,
            Ruling ruling) {
        Optional<Criterion> notMet = preparation.notMet().stream().findFirst();
        if (notMet.isPresent()) {
            return Answer.refused(
                    Refusal.of(GRANT_WITH_CRITERION_NOT_MET, notMet.get().rule())
                            .by(notMet.get().rule()));
        }
        if (!Overlap.in(application.content()).isEmpty() && isBlank(preparation.overlapAnswer())) {
            return Answer.refused(
                    Refusal.of(ApplicationRefusal.OVERLAP_UNANSWERED).by("K3"));
        }
        boolean countsClients = application.isClaim();
        Recommendation recommended = preparation.recommendation();
        long clients = ruling.clients() == null ? recommended.clients() : ruling.clients();
        Kronor amount = countsClients
                ? model.rate().times(clients)
                : ruling.amount() == null ? recommended.amount() : ruling.amount();
        if (!amount.isPositive()) {
            return Answer.refused(Refusal.of(AMOUNT_MISSING).at(countsClients ? "clients" : "amount"));
        }
        boolean asRecommended = amount.equals(recommended.amount());
        if (!asRecommended && isBlank(ruling.reasons())) {
            return Answer.refused(Refusal.of(REASONS_MISSING).at("reasons"));
        }
        String restsOn = asRecommended ? recommended.rule() : "D2";
        Outcome outcome =
                Assessment.of(model, committed, application.ask(), new Recommendation(restsOn, amount, clients));
        if (outcome.granted().isLessThan(amount)) {
            Step lowest = outcome.explanation().stream()
                    .filter(step -> step.isBinding() && step.after().isLessThan(amount))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            boolean inClients = lowest.countsClients();
            return Answer.refused(Refusal.of(
                            ROOM_GONE,
                            lowest.rule(),
                            inClients ? lowest.left() : lowest.left().setScale(0, java.math.RoundingMode.FLOOR),
                            inClients ? Cap.Unit.CLIENTS : Cap.Unit.KRONOR)
                    .by(lowest.rule()));
        }
        return Answer.of(outcome);
    }

    private DecisionFacts facts(
            RoundView round,
            ModelView model,
            ApplicationView application,
            PreparationView preparation,
            Outcome outcome,
            long grantedClients,
            Balance after,
            Optional<Decision> replaced,
            Actor decider,
            Mandate mandate) {
        DistrictView district = districts.bySlug(application.district()).orElseThrow();
        return new DecisionFacts(
                round.programme(),
                round.name(),
                round.year(),
                round.caseNumber(),
                district.slug(),
                district.name(),
                district.committeeName(),
                application.component(),
                application.receipt(),
                application.submittedAt(),
                model.versionNumber(),
                model.committeeDate(),
                model.committeeParagraph(),
                model.model().basesOf(application.component()).stream()
                        .map(basis -> new DecisionFacts.Basis(basis.rule(), basis.source()))
                        .toList(),
                application.content().totalCost(),
                application.content().ownPart(),
                application.content().fundedByOthers(),
                preparation.judgements(),
                preparation.overlapAnswer(),
                outcome.explanation(),
                preparation.allocationOrder(),
                preparation.recommendedKronor(),
                after.caps().stream()
                        .map(line -> new DecisionFacts.Line(
                                line.cap().rule(),
                                line.cap().kind(),
                                line.cap().name(),
                                whole(line.cap().limit()),
                                whole(line.committed()),
                                whole(line.remaining())))
                        .toList(),
                replaced.map(decision -> decision.number).orElse(null),
                titleOf(preparation.preparedBy()),
                titleOf(decider.username()),
                clients(application, grantedClients),
                mandate,
                new DecisionFacts.Hashes(rounds.modelSha256(model.id()), applications.contentSha256(application.id())));
    }

    /**
     * What the director decides by. A refusal weighs as much as was asked for, a replacing decision as the larger of the two;
     * and who replaces may grant no more in that way than he or she may grant at first.
     */
    private Answer<Mandate> mandate(
            Actor actor, ApplicationView application, Ruling ruling, Outcome outcome, Optional<Decision> replaced) {
        Kronor amount = ruling.grants() ? outcome.granted() : outcome.asked();
        if (replaced.isEmpty()) {
            return delegation.mandate(actor, kind(application, ruling), amount, application.subject());
        }
        return delegation
                .mandate(
                        actor,
                        DecisionKind.REPLACEMENT,
                        amount.max(new Kronor(replaced.get().grantedKronor)),
                        application.subject())
                .then(replacing -> ruling.grants()
                        ? delegation
                                .mandate(actor, kind(application, ruling), amount, application.subject())
                                .map(granting -> replacing)
                        : Answer.of(replacing));
    }

    private static DecisionKind kind(ApplicationView application, Ruling ruling) {
        return ruling.grants() ? DecisionKind.granting(application.component()) : DecisionKind.REFUSAL;
    }

    /** How the clients come out; null where none are counted. */
    private static DecisionFacts.Clients clients(ApplicationView claim, long compensated) {
        if (!claim.isClaim()) {
            return null;
        }
        // A claim that is refused lets go of its clients; nobody waits in reserve.
        long reserve = compensated == 0 ? 0 : claim.eligible() - compensated;
        return new DecisionFacts.Clients(claim.clientsAsked(), claim.notEligible(), compensated, reserve);
    }

    private String titleOf(String username) {
        return users.byUsername(username).map(UserView::title).orElse(username);
    }

    /** A replacing decision never promises less than is ordered to be paid; that is what repayments are for (A1, Y2). */
    private Optional<Refusal> below(long applicationId, Kronor granted) {
        return accounts.of(applicationId)
                .filter(account -> granted.isLessThan(account.ordered()))
                .map(account -> Refusal.of(BELOW_ORDERED, account.ordered()).by("A1"));
    }

    /** The next number in the round's one series of decisions. Who asks holds the round ({@link Ledger#lock}). */
    @Transactional(Transactional.TxType.MANDATORY)
    public int nextNumber(String roundId) {
        return decisions.nextNumber(roundId);
    }

    /** How many clients each claim of the round is compensated for by the decision in force, by the application's id. */
    public Map<Long, Long> clientsInForce(String roundId) {
        return decisions.clientsInForce(roundId);
    }

    private static BigDecimal whole(BigDecimal figure) {
        return figure.setScale(0);
    }

    private void book(Decision decision, ApplicationView application, Ledger.Kind kind, Kronor kronor, long clients) {
        ledger.book(
                decision.roundId,
                new Ledger.Entry(
                        kind,
                        application.district(),
                        application.component(),
                        kronor,
                        clients,
                        decision.id,
                        decision.decidedAt,
                        decision.decidedBy));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
