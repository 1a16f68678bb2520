package se.medel.whatif;

import static se.medel.whatif.TrialRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Ask;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.whatif.rules.Expected;
import se.medel.whatif.rules.Sequence;

/**
 * Trials of a round's model. Officers, directors and controllers try, and work in each other's trials; who made one deletes
 * it. Nothing that is tried binds anybody until a trial is made the round's draft, which goes the committee's way.
 */
@ApplicationScoped
@Transactional
public class TrialService {

    static final int MOST_IN_ROUND = 200;
    static final int MOST_COMPARED = 4;
    static final int FEWEST_COMPARED = 2;

    @Inject
    ModelTrials trials;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A trial to be made.
     *
     * @param from the trial that is copied, or null for the round's newest model
     * @param filling the uptake, or null for that of the trial that is copied
     */
    public record Wanted(String name, Long from, Filling filling, AllocationOrder order, Sequence sequence) {}

    /** What a trial is changed to; null leaves a part as it is. */
    public record Change(
            String name, AllocationOrder order, Sequence sequence, AllocationModel model, Expected expected) {

        static Change of(AllocationModel model) {
            return new Change(null, null, null, model, null);
        }

        static Change of(Expected expected) {
            return new Change(null, null, null, null, expected);
        }

        static Change of(String name, AllocationOrder order, Sequence sequence) {
            return new Change(name, order, sequence, null, null);
        }
    }

    /** The round's trials, those changed last first. */
    public List<TrialView> ofRound(String roundId) {
        return trials.ofRound(roundId).stream().map(ModelTrial::view).toList();
    }

    public Answer<TrialView> find(String roundId, long id) {
        return found(roundId, id).map(ModelTrial::view);
    }

    /** Several to stand side by side, in the order they are asked for: two to four, each once. */
    public Answer<List<TrialView>> compared(String roundId, List<Long> ids) {
        List<Long> each = ids.stream().distinct().toList();
        if (each.size() < FEWEST_COMPARED || each.size() > MOST_COMPARED) {
            return Answer.refused(
                    Refusal.of(TRIAL_COMPARE, FEWEST_COMPARED, MOST_COMPARED).at("trial"));
        }
        List<TrialView> views = each.stream()
                .flatMap(id -> trials.find(roundId, id).stream())
                .map(ModelTrial::view)
                .toList();
        return views.size() < each.size() ? Answer.refused(TRIAL_NOT_FOUND) : Answer.of(views);
    }

    /** Makes a trial as a copy of the round's newest model or of another trial. */
    public Answer<TrialView> make(Actor actor, String roundId, Wanted wanted) {
        return toTry(actor, roundId).then(round -> {
            List<Refusal> faults = checkName(roundId, wanted.name(), null);
            Optional<TrialView> source = Optional.ofNullable(wanted.from())
                    .flatMap(id -> trials.find(roundId, id))
                    .map(ModelTrial::view);
            if (wanted.from() != null && source.isEmpty()) {
                faults.add(Refusal.of(TRIAL_SOURCE_UNKNOWN).at("from"));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            if (trials.count("roundId", roundId) >= MOST_IN_ROUND) {
                return Answer.refused(TRIAL_TOO_MANY, MOST_IN_ROUND);
            }
            AllocationModel model = source.map(TrialView::model).orElseGet(() -> newest(roundId));
            Answer<Expected> expected = wanted.filling() == null && source.isPresent()
                    ? Answer.of(source.get().expected())
                    : filled(
                            actor,
                            round,
                            model,
                            Optional.ofNullable(wanted.filling()).orElse(Filling.MOST));
            return expected.map(uptake -> made(actor, roundId, wanted, source, model, uptake));
        });
    }

    private TrialView made(
            Actor actor,
            String roundId,
            Wanted wanted,
            Optional<TrialView> source,
            AllocationModel model,
            Expected expected) {
        ModelTrial trial = new ModelTrial();
        trial.roundId = roundId;
        trial.name = wanted.name().strip();
        trial.owner = actor.username();
        trial.order = Optional.ofNullable(wanted.order())
                .or(() -> source.map(TrialView::order))
                .orElse(AllocationOrder.RECEIVED);
        trial.sequence = Optional.ofNullable(wanted.sequence())
                .or(() -> source.map(TrialView::sequence))
                .orElse(Sequence.DISTRICT_BY_DISTRICT);
        trial.set(model);
        trial.set(expected);
        stamp(actor, trial);
        trials.persistAndFlush(trial);
        audit.record(actor, "TRIAL_MADE", subject(trial), null, trial.view());
        return trial.view();
    }

    /** The model that a trial starts from: the round's newest version, whatever its state. */
    private AllocationModel newest(String roundId) {
        return rounds.models(roundId).get(0).model();
    }

    /** An expected uptake, filled in quickly. Changes nothing. Last year's is refused where no round was before this one. */
    public Answer<Expected> filled(Actor actor, RoundView round, AllocationModel model, Filling filling) {
        List<String> districts = districts(round);
        return switch (filling) {
            case MOST -> Answer.of(Expected.most(model, districts));
            case APPLIED -> Answer.of(Expected.of(applied(actor, round.id()), districts));
            case LAST_YEAR ->
                roundBefore(round)
                        .map(before -> Answer.of(Expected.of(applied(actor, before.id()), districts)))
                        .orElseGet(() -> Answer.refused(TRIAL_NO_EARLIER_ROUND));
            case NOTHING -> Answer.of(Expected.nothing(districts));
        };
    }

    /** The last round of an earlier year in which anything can have been applied for. */
    public Optional<RoundView> roundBefore(RoundView round) {
        return rounds.all().stream()
                .filter(other -> other.year() < round.year() && other.state().hasApprovedModel())
                .max(Comparator.comparing(RoundView::year));
    }

    /** What stands applied for, in the order it came: what was refused or taken back isn't expected again. */
    private List<Ask> applied(Actor actor, String roundId) {
        return applications.submittedIn(actor, List.of(roundId), null).stream()
                .filter(application -> application.state().isLive())
                .filter(application -> application.isClaim() || application.asked() != null)
                .sorted(Comparator.comparing(ApplicationView::submittedAt))
                .map(ApplicationView::ask)
                .toList();
    }

    /**
     * Changes a trial.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     */
    public Answer<TrialView> change(Actor actor, String roundId, long id, long ifVersion, Change change) {
        return toTry(actor, roundId).then(round -> found(roundId, id).then(trial -> {
            if (trial.version != ifVersion) {
                return Answer.refused(TRIAL_STALE);
            }
            List<Refusal> faults = check(round, id, change);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            TrialView before = trial.view();
            Optional.ofNullable(change.name()).ifPresent(name -> trial.name = name.strip());
            Optional.ofNullable(change.order()).ifPresent(order -> trial.order = order);
            Optional.ofNullable(change.sequence()).ifPresent(sequence -> trial.sequence = sequence);
            Optional.ofNullable(change.model()).ifPresent(trial::set);
            Optional.ofNullable(change.expected()).ifPresent(trial::set);
            stamp(actor, trial);
            trials.flush();
            audit.record(actor, "TRIAL_CHANGED", subject(trial), before, trial.view());
            return Answer.of(trial.view());
        }));
    }

    /** Everything that can't be right, at the field where it stands; a model's fields are those that the round's service names. */
    private List<Refusal> check(RoundView round, long id, Change change) {
        List<Refusal> faults = new ArrayList<>();
        if (change.name() != null) {
            faults.addAll(checkName(round.id(), change.name(), id));
        }
        if (change.model() != null) {
            faults.addAll(rounds.check(round.id(), change.model()));
        }
        if (change.expected() != null) {
            faults.addAll(checkDistricts(change.expected(), new HashSet<>(districts(round))));
        }
        return faults;
    }

    private static List<Refusal> checkDistricts(Expected expected, Set<String> known) {
        List<Refusal> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < expected.rows().size(); i++) {
            String district = expected.rows().get(i).district();
            String field = "uptake[" + i + "].district";
            if (!known.contains(district)) {
                faults.add(Refusal.of(RoundRefusal.MODEL_UNKNOWN_DISTRICT, district)
                        .at(field));
            } else if (!seen.add(district)) {
                faults.add(Refusal.of(TRIAL_DISTRICT_TWICE).at(field));
            }
        }
        return faults;
    }

    private List<Refusal> checkName(String roundId, String name, Long except) {
        List<Refusal> faults = new ArrayList<>();
        if (name == null || name.isBlank()) {
            faults.add(Refusal.of(TRIAL_NAME_MISSING).at("name"));
            return faults;
        }
        FreeText.check(faults, "name", name.strip(), RoundService.LONGEST_NAME);
        if (faults.isEmpty() && trials.isTaken(roundId, name.strip(), except)) {
            faults.add(Refusal.of(TRIAL_NAME_TAKEN).at("name"));
        }
        return faults;
    }

    /** Deletes one's own trial. The audit trail keeps what it was. */
    public Answer<TrialView> delete(Actor actor, String roundId, long id, Long ifVersion) {
        return toTry(actor, roundId).then(round -> found(roundId, id).then(trial -> {
            if (!trial.owner.equals(actor.username())) {
                return Answer.refused(TRIAL_NOT_YOURS);
            }
            if (ifVersion != null && trial.version != ifVersion) {
                return Answer.refused(TRIAL_STALE);
            }
            TrialView gone = trial.view();
            trials.delete(trial);
            trials.flush();
            audit.record(actor, "TRIAL_DELETED", subject(trial), gone, null);
            return Answer.of(gone);
        }));
    }

    /**
     * Makes the trial's model the round's draft: the one there is, or a new version of an approved model. The committee's own
     * way begins there. Officers and directors only, as all drafts (A9).
     *
     * @param ifVersion the trial's version that was looked at
     * @param ifDraft the draft's version that was looked at, null where there was none
     */
    public Answer<ModelView> propose(Actor actor, String roundId, long id, long ifVersion, Long ifDraft) {
        return toTry(actor, roundId).then(round -> found(roundId, id).then(trial -> {
            if (trial.version != ifVersion) {
                return Answer.refused(TRIAL_STALE);
            }
            AllocationModel model = trial.view().model();
            // Checked before anything is changed: a refusal rolls nothing back.
            List<Refusal> faults = rounds.check(roundId, model);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            return draft(actor, roundId, ifDraft)
                    .then(draft -> rounds.editModel(actor, roundId, draft.version(), model))
                    .map(draft -> {
                        audit.record(actor, "TRIAL_PROPOSED", subject(trial), null, trial.view());
                        return draft;
                    });
        }));
    }

    private Answer<ModelView> draft(Actor actor, String roundId, Long ifDraft) {
        Optional<ModelView> pending = rounds.pendingModel(roundId);
        if (!pending.map(ModelView::version).equals(Optional.ofNullable(ifDraft))) {
            return Answer.refused(RoundRefusal.ROUND_STALE);
        }
        if (pending.isEmpty()) {
            return rounds.startNewVersion(actor, roundId);
        }
        return pending.get().state() == ModelState.DRAFT
                ? Answer.of(pending.get())
                : Answer.refused(RoundRefusal.MODEL_APPROVED);
    }

    private Answer<RoundView> toTry(Actor actor, String roundId) {
        if (!mayTry(actor.role())) {
            return Answer.refused(TRIAL_NOT_FOR_ROLE);
        }
        return rounds.round(roundId).map(Answer::of).orElseGet(() -> Answer.refused(RoundRefusal.ROUND_NOT_FOUND));
    }

    static boolean mayTry(Role role) {
        return role == Role.OFFICER || role == Role.DIRECTOR || role == Role.CONTROLLER;
    }

    private Answer<ModelTrial> found(String roundId, long id) {
        return trials.find(roundId, id).map(Answer::of).orElseGet(() -> Answer.refused(TRIAL_NOT_FOUND));
    }

    private List<String> districts(RoundView round) {
        return rounds.districtsOf(round).stream().map(DistrictView::slug).toList();
    }

    private void stamp(Actor actor, ModelTrial trial) {
        trial.changedAt = clock.instant();
        trial.changedBy = actor.username();
    }

    private static Subject subject(ModelTrial trial) {
        return new Subject("trial/" + trial.id, trial.roundId, null);
    }
}
