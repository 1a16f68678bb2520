package se.medel.planchange;

import static se.medel.planchange.PlanChangeRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.rules.PlanLine;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.delegation.ConflictService;
import se.medel.delegation.DelegationService;
import se.medel.delegation.Mandate;
import se.medel.delegation.rules.DecisionKind;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.planchange.rules.PlanChangeCheck;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Changes of granted plans: they count from the day they are approved, by somebody else than who asked or prepared. */
@ApplicationScoped
@Transactional
public class PlanChangeService {

    @ApplicationScoped
    static class Changes implements PanacheRepository<PlanChange> {

        List<PlanChange> approved(long applicationId) {
            return list(
                    "applicationId = ?1 and state = ?2 order by decidedAt desc, id desc",
                    applicationId,
                    PlanChangeState.APPROVED);
        }

        boolean hasOpen(long applicationId) {
            return count(
                            "applicationId = ?1 and state in (?2, ?3)",
                            applicationId,
                            PlanChangeState.ASKED,
                            PlanChangeState.PREPARED)
                    > 0;
        }
    }

    @Inject
    Changes changes;

    @Inject
    ApplicationService applications;

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    DelegationService delegation;

    @Inject
    ConflictService conflicts;

    @Inject
    Event<PlanChanged> changed;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The plan that counts now: the application's, or the last change of it that was approved. */
    public List<PlanLine> inForce(ApplicationView application) {
        return changes.approved(application.id()).stream()
                .findFirst()
                .map(PlanChange::plan)
                .orElse(application.content().plan());
    }

    /** The changes that the user may see, the newest first. */
    public List<PlanChangeView> all(Actor actor) {
        return changes.list("order by id desc").stream()
                .filter(change -> actor.sees(change.district))
                .map(change -> change.view().shownTo(actor.role()))
                .toList();
    }

    /** The same of one round. */
    public List<PlanChangeView> ofRound(Actor actor, String roundId) {
        return changes.list("roundId = ?1 order by id desc", roundId).stream()
                .filter(change -> actor.sees(change.district))
                .map(change -> change.view().shownTo(actor.role()))
                .toList();
    }

    /** A change that the user may see; another district's is not found, and the attempt is kept in the trail. */
    public Answer<PlanChangeView> find(Actor actor, long id) {
        return seen(actor, id).map(change -> change.view().shownTo(actor.role()));
    }

    /** The application whose plan the user can ask to change now, or why not. */
    public Answer<ApplicationView> changeable(Actor actor, long applicationId) {
        return applications.find(actor, applicationId).then(application -> {
            if (!actor.role().ofDistrict() || !actor.actsFor(application.district())) {
                return Answer.refused(PLAN_CHANGE_NOT_FOR_ROLE);
            }
            boolean granted = accounts.of(applicationId)
                    .filter(account -> account.granted().isPositive())
                    .isPresent();
            if (application.isClaim() || !granted) {
                return Answer.refused(PLAN_CHANGE_NOT_GRANTED);
            }
            RoundState round = rounds.round(application.roundId()).orElseThrow().state();
            if (round != RoundState.OPEN && round != RoundState.REPORTING) {
                return Answer.refused(PLAN_CHANGE_ROUND_STATE, round);
            }
            return changes.hasOpen(applicationId) ? Answer.refused(PLAN_CHANGE_OPEN) : Answer.of(application);
        });
    }

    /**
     * The district asks.
     *
     * @param plan the whole plan as it is to be; refused at its fields, see {@link PlanChangeCheck}
     */
    public Answer<PlanChangeView> ask(Actor actor, long applicationId, List<PlanLine> plan, String reason) {
        return changeable(actor, applicationId).then(application -> {
            List<PlanLine> before = inForce(application);
            List<Refusal> faults = PlanChangeCheck.of(before, plan, reason);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            PlanChange change = new PlanChange();
            change.applicationId = applicationId;
            change.roundId = application.roundId();
            change.district = application.district();
            change.state = PlanChangeState.ASKED;
            change.plans(
                    before,
                    plan.stream()
                            .map(line -> new PlanLine(
                                    line.category(), line.amount(), line.text().strip()))
                            .toList());
            change.reason = reason.strip();
            change.askedBy = actor.username();
            change.askedAt = clock.instant();
            changes.persistAndFlush(change);
            audit.record(actor, "PLAN_CHANGE_ASKED", subject(change), null, change.view());
            return Answer.of(change.view());
        });
    }

    /** The district takes it back; possible until it is decided. */
    public Answer<PlanChangeView> withdraw(Actor actor, long id, Long ifVersion) {
        return open(actor, id, ifVersion, PlanChangeState.ASKED, PlanChangeState.PREPARED)
                .then(change -> actor.role().ofDistrict()
                        ? Answer.of(moved(
                                actor, change, "PLAN_CHANGE_WITHDRAWN", now -> now.state = PlanChangeState.WITHDRAWN))
                        : Answer.refused(PLAN_CHANGE_NOT_FOR_ROLE));
    }

    /** An officer says what he or she recommends; once more until it is decided. */
    public Answer<PlanChangeView> prepare(Actor actor, long id, Long ifVersion, Boolean recommends, String note) {
        return open(actor, id, ifVersion, PlanChangeState.ASKED, PlanChangeState.PREPARED)
                .then(change -> {
                    if (actor.role() != Role.OFFICER) {
                        return Answer.refused(PLAN_CHANGE_NOT_FOR_ROLE);
                    }
                    Optional<Refusal> conflict =
                            conflicts.bars(actor, change.view().subjects());
                    if (conflict.isPresent()) {
                        return Answer.refused(conflict.get());
                    }
                    List<Refusal> faults = new ArrayList<>();
                    if (recommends == null) {
                        faults.add(
                                Refusal.of(PLAN_CHANGE_RECOMMENDATION_MISSING).at("recommends"));
                    }
                    FreeText.check(faults, "note", note);
                    if (!faults.isEmpty()) {
                        return Answer.refused(faults);
                    }
                    return Answer.of(moved(actor, change, "PLAN_CHANGE_PREPARED", now -> {
                        now.state = PlanChangeState.PREPARED;
                        now.recommends = recommends;
                        now.note = blankToNull(note);
                        now.preparedBy(actor.username());
                        now.preparedAt = clock.instant();
                    }));
                });
    }

    /** The director approves; from now on the changed plan counts. */
    public Answer<PlanChangeView> approve(Actor actor, long id, Long ifVersion, String reasons) {
        return decide(actor, id, ifVersion, PlanChangeState.APPROVED, reasons);
    }

    /** The director refuses, with reasons. */
    public Answer<PlanChangeView> refuse(Actor actor, long id, Long ifVersion, String reasons) {
        return decide(actor, id, ifVersion, PlanChangeState.REFUSED, reasons);
    }

    private Answer<PlanChangeView> decide(
            Actor actor, long id, Long ifVersion, PlanChangeState outcome, String reasons) {
        return open(actor, id, ifVersion, PlanChangeState.PREPARED).then(change -> {
            if (actor.role() != Role.DIRECTOR) {
                return Answer.refused(PLAN_CHANGE_NOT_FOR_ROLE);
            }
            if (change.isOf(actor.username())) {
                return Answer.refused(PLAN_CHANGE_FOUR_EYES);
            }
            List<Refusal> faults = new ArrayList<>();
            if (outcome == PlanChangeState.REFUSED && blankToNull(reasons) == null) {
                faults.add(Refusal.of(PLAN_CHANGE_REASONS_MISSING).at("reasons"));
            }
            FreeText.check(faults, "reasons", reasons);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            Answer<Mandate> mandate = delegation.mandate(
                    actor,
                    DecisionKind.PLAN_CHANGE,
                    change.view().moved(),
                    change.view().subjects());
            if (mandate.isRefused()) {
                return Answer.refused(mandate.refusals());
            }
            // When the reporting starts, the plans in force are read into the reports: before or after, not meanwhile.
            ledger.lock(change.roundId);
            PlanChangeView decided = moved(actor, change, "PLAN_CHANGE_" + outcome, now -> {
                now.state = outcome;
                now.reasons = blankToNull(reasons);
                now.mandate = StoredJson.write(mandate.get());
                now.decidedBy = actor.username();
                now.decidedAt = clock.instant();
            });
            if (outcome == PlanChangeState.APPROVED) {
                changed.fire(new PlanChanged(decided, actor));
            }
            return Answer.of(decided);
        });
    }

    private PlanChangeView moved(Actor actor, PlanChange change, String action, Consumer<PlanChange> move) {
        PlanChangeView before = change.view();
        move.accept(change);
        changes.flush();
        audit.record(actor, action, subject(change), before, change.view());
        return change.view().shownTo(actor.role());
    }

    private Answer<PlanChange> open(Actor actor, long id, Long ifVersion, PlanChangeState... states) {
        return seen(actor, id).then(change -> {
            RoundState round = rounds.round(change.roundId).orElseThrow().state();
            if (round == RoundState.CLOSED) {
                return Answer.refused(PLAN_CHANGE_ROUND_STATE, round);
            }
            if (!List.of(states).contains(change.state)) {
                return Answer.refused(PLAN_CHANGE_STATE, change.state);
            }
            return ifVersion != null && change.version != ifVersion
                    ? Answer.refused(PLAN_CHANGE_STALE)
                    : Answer.of(change);
        });
    }

    private Answer<PlanChange> seen(Actor actor, long id) {
        PlanChange change = changes.findById(id);
        if (change != null && actor.sees(change.district)) {
            return Answer.of(change);
        }
        if (change != null) {
            audit.recordRefusedAccess(actor, subject(change));
        }
        return Answer.refused(PLAN_CHANGE_NOT_FOUND);
    }

    private static Subject subject(PlanChange change) {
        return new Subject("plan-change/" + change.id, change.roundId, change.district);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
