package se.medel.round;

import static se.medel.round.RoundRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.Sha256;
import se.medel.time.LongAgo;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Rounds and their models: set up by an officer, approved by the committee's registered decision, opened for applications.
 * Each public method that changes something is one transaction.
 */
@ApplicationScoped
@Transactional
public class RoundService {

    // What a round and a model can hold, for pages and programs alike: what one of them saved the other must be able to
    // save.

    /** Of a programme, a round or a group. */
    public static final int LONGEST_NAME = 200;

    /** Of a case number or a paragraph, as a registry writes them. */
    public static final int LONGEST_NUMBER = 60;

    /** Of the sentence that a figure comes from. */
    static final int LONGEST_SOURCE = FreeText.LONGEST;

    static final int MOST_CLIENTS = 1_000_000;
    static final int MOST_YEARS = 120;
    static final int MOST_QUIET_MONTHS = 1_200;

    /** A rule's id, such as M4b. */
    static final Pattern RULE = Pattern.compile("[A-ZÅÄÖ][0-9]{1,2}[a-z]?");

    @Inject
    FundingRounds rounds;

    @Inject
    ModelVersions models;

    @Inject
    Districts districts;

    @Inject
    Deadlines deadlines;

    @Inject
    Ledger ledger;

    @Inject
    Event<RoundEntered> entered;

    @Inject
    Event<ModelApproved> approved;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** How this registry writes case numbers: they differ even between the committees of one city. */
    @ConfigProperty(name = "medel.case-number.pattern")
    String caseNumberPattern;

    @ConfigProperty(name = "medel.case-number.example")
    String caseNumberExample;

    /** What a new round is called and when. Its model is copied. */
    public record NewRound(
            String id, String programme, String name, Integer year, String caseNumber, LocalDate applicationDeadline) {}

    /** All rounds, newest first. */
    public List<RoundView> all() {
        return rounds.newestFirst().stream().map(FundingRound::view).toList();
    }

    public Optional<RoundView> round(String id) {
        return rounds.findByIdOptional(id).map(FundingRound::view);
    }

    /**
     * The round's state as the database has it now, whatever was read before. Asked once all that is waited for is held: somebody
     * else may have closed the round meanwhile.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RoundState stateNow(String id) {
        FundingRound round = rounds.findById(id);
        rounds.getEntityManager().refresh(round);
        return round.state;
    }

    /** Every version of the round's model, newest first. */
    public List<ModelView> models(String roundId) {
        return models.ofRound(roundId).stream().map(ModelVersion::view).toList();
    }

    /** The version that decisions are made under: the newest that the committee has approved. */
    public Optional<ModelView> modelInForce(String roundId) {
        return models.inForce(roundId).map(ModelVersion::view);
    }

    /** The SHA-256 of a version of a model as its text is stored; the same for ever once it is approved (A9). */
    public String modelSha256(long modelId) {
        return Sha256.of(models.findById(modelId).model);
    }

    /** The version that is on its way to the committee. */
    public Optional<ModelView> pendingModel(String roundId) {
        return models.pending(roundId).map(ModelVersion::view);
    }

    /** Every round's version that is on its way to the committee. */
    public List<ModelView> pendingModels() {
        return models.pending().stream().map(ModelVersion::view).toList();
    }

    /** The districts of the round's year. */
    public List<DistrictView> districtsOf(RoundView round) {
        return districts.on(LocalDate.of(round.year(), 1, 1));
    }

    /** What the round has left, measured against the model in force; empty before a model is approved. */
    public Optional<Balance> balance(String roundId) {
        return modelInForce(roundId).map(model -> Balance.of(model.model(), ledger.committed(roundId)));
    }

    /** What is committed in the round to each application that got anything, by the application's id. */
    public Map<Long, Commitments.Committed> committedByApplication(String roundId) {
        return ledger.committedByApplication(roundId);
    }

    /** What is committed in the round. */
    public Commitments committed(String roundId) {
        return ledger.committed(roundId);
    }

    /** Sets up a round whose model is a copy of another round's newest version, so that a new year needs no programmer. */
    public Answer<RoundView> copy(Actor actor, String fromRoundId, NewRound wanted) {
        if (!maySetUp(actor)) {
            return Answer.refused(ROUND_NOT_FOR_ROLE);
        }
        List<ModelVersion> source = models.ofRound(fromRoundId);
        if (source.isEmpty()) {
            return Answer.refused(ROUND_NOT_FOUND);
        }
        return create(actor, wanted, source.get(0).view().model());
    }

    /** Sets up a round with this model as its first draft. */
    public Answer<RoundView> create(Actor actor, NewRound wanted, AllocationModel model) {
        if (!maySetUp(actor)) {
            return Answer.refused(ROUND_NOT_FOR_ROLE);
        }
        List<Refusal> faults = check(wanted);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        FundingRound round = new FundingRound();
        round.id = wanted.id();
        round.programme = wanted.programme().strip();
        round.name = wanted.name().strip();
        round.year = wanted.year();
        round.caseNumber = wanted.caseNumber().strip();
        round.applicationDeadline = wanted.applicationDeadline();
        round.state = RoundState.DRAFT;
        rounds.persistAndFlush(round);
        addVersion(actor, round, 1, model);
        audit.record(actor, "ROUND_CREATED", subject(round), null, round.view());
        return Answer.of(round.view());
    }

    /** Everything that stands in the way of a new round. Changes nothing. */
    public List<Refusal> check(NewRound wanted) {
        List<Refusal> faults = new ArrayList<>();
        if (isBlank(wanted.id())) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("id"));
        } else if (wanted.id().length() > 60 || !wanted.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(Refusal.of(ROUND_ID_MALFORMED).at("id"));
        } else if (rounds.findByIdOptional(wanted.id()).isPresent()) {
            faults.add(Refusal.of(ROUND_ID_TAKEN, wanted.id()).at("id"));
        }
        if (isBlank(wanted.programme())) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("programme"));
        }
        if (isBlank(wanted.name())) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("name"));
        }
        if (isBlank(wanted.caseNumber())) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("caseNumber"));
        } else if (!wanted.caseNumber().strip().matches(caseNumberPattern)) {
            faults.add(
                    Refusal.of(ROUND_CASE_NUMBER_MALFORMED, caseNumberExample).at("caseNumber"));
        }
        if (wanted.year() == null) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("year"));
        } else if (wanted.year() < 2007 || wanted.year() > 2100) {
            faults.add(Refusal.of(ROUND_YEAR_OUT_OF_RANGE).at("year"));
        }
        if (wanted.applicationDeadline() == null) {
            faults.add(Refusal.of(ROUND_FIELD_MISSING).at("applicationDeadline"));
        }
        FreeText.check(faults, "id", wanted.id());
        FreeText.check(faults, "programme", wanted.programme(), LONGEST_NAME);
        FreeText.check(faults, "name", wanted.name(), LONGEST_NAME);
        FreeText.check(faults, "caseNumber", wanted.caseNumber(), LONGEST_NUMBER);
        return faults;
    }

    /** Starts a new version of an approved model, as a copy of the one in force. It needs a committee decision of its own. */
    public Answer<ModelView> startNewVersion(Actor actor, String roundId) {
        return toSetUp(actor, roundId).then(round -> {
            if (models.pending(roundId).isPresent()) {
                return Answer.refused(MODEL_ALREADY_PENDING);
            }
            if (round.state == RoundState.CLOSED) {
                return Answer.refused(ROUND_STATE, round.state);
            }
            ModelVersion newest = models.ofRound(roundId).get(0);
            return Answer.of(addVersion(
                    actor, round, newest.versionNumber + 1, newest.view().model()));
        });
    }

    private ModelView addVersion(Actor actor, FundingRound round, int number, AllocationModel model) {
        ModelVersion version = new ModelVersion();
        version.roundId = round.id;
        version.versionNumber = number;
        version.state = ModelState.DRAFT;
        version.madeBy = actor.username();
        version.set(model);
        models.persistAndFlush(version);
        audit.record(actor, "MODEL_DRAFTED", subject(round), null, version.view());
        return version.view();
    }

    /**
     * Changes the draft of the model.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     */
    public Answer<ModelView> editModel(Actor actor, String roundId, long ifVersion, AllocationModel changed) {
        return toModel(actor, roundId).then(round -> {
            ModelVersion pending = models.pending(roundId).orElse(null);
            if (pending == null || pending.state != ModelState.DRAFT) {
                return Answer.refused(MODEL_APPROVED);
            }
            if (pending.version != ifVersion) {
                return Answer.refused(ROUND_STALE);
            }
            List<Refusal> faults = faults(round, changed);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            ModelView before = pending.view();
            pending.set(changed);
            models.flush();
            audit.record(actor, "MODEL_CHANGED", subject(round), before, pending.view());
            return Answer.of(pending.view());
        });
    }

    /** Everything in a model that can't be right, at the field where it stands. Changes nothing. */
    public List<Refusal> check(String roundId, AllocationModel model) {
        return faults(rounds.findById(roundId), model);
    }

    /** Hands the model to the committee: from here the officer doesn't change it. */
    public Answer<ModelView> propose(Actor actor, String roundId) {
        return toModel(actor, roundId).then(round -> {
            ModelVersion pending = models.pending(roundId).orElse(null);
            if (pending == null || pending.state != ModelState.DRAFT) {
                return Answer.refused(MODEL_NONE_PENDING);
            }
            List<Refusal> faults = faults(round, pending.view().model());
            faults.addAll(undercuts(roundId, pending.view().model()));
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            pending.state = ModelState.PROPOSED;
            move(actor, round, RoundState.PROPOSED);
            models.flush();
            audit.record(actor, "MODEL_PROPOSED", subject(round), null, pending.view());
            return Answer.of(pending.view());
        });
    }

    /** Takes a proposed model back to be changed, before the committee has decided. */
    public Answer<ModelView> takeBack(Actor actor, String roundId) {
        return toModel(actor, roundId)
                .then(round -> proposed(roundId, null).then(proposed -> back(actor, round, proposed)));
    }

    private Answer<ModelView> back(Actor actor, FundingRound round, ModelVersion proposed) {
        proposed.state = ModelState.DRAFT;
        move(actor, round, RoundState.DRAFT);
        models.flush();
        audit.record(actor, "MODEL_TAKEN_BACK", subject(round), null, proposed.view());
        return Answer.of(proposed.view());
    }

    /**
     * What the committee has decided about a proposed model (D1, D2).
     *
     * @param paragraph of the minutes, such as {@code § 12}
     * @param amended the model with the figures that the committee decided instead; null where it approved what was proposed
     * @param delegates whether the director has got the task to distribute by the model (D2)
     * @param ifVersion of the proposal that the secretary has read; a stale one is refused, null to skip
     */
    public record Approval(
            LocalDate date, String paragraph, AllocationModel amended, boolean delegates, Long ifVersion) {}

    /**
     * Registers that the committee approved the model as proposed, with all three of its points (D1–D3), and tells whoever
     * keeps its meetings. Refused as {@link #approve}.
     *
     * @param paragraph of the minutes, such as {@code § 12}
     */
    public Answer<ModelView> registerCommitteeDecision(Actor actor, String roundId, LocalDate date, String paragraph) {
        return approve(actor, roundId, new Approval(date, paragraph, null, true, null))
                .map(model -> {
                    approved.fire(new ModelApproved(model, actor));
                    return model;
                });
    }

    /** Everything that stands in the way of a decision of this day under this paragraph. Changes nothing. */
    public List<Refusal> checkCommittee(LocalDate date, String paragraph) {
        List<Refusal> faults = new ArrayList<>();
        if (date == null || LongAgo.is(date)) {
            faults.add(Refusal.of(COMMITTEE_DATE_MISSING).at("date"));
        } else if (date.isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of(COMMITTEE_DATE_IN_FUTURE).at("date"));
        }
        if (isBlank(paragraph)) {
            faults.add(Refusal.of(COMMITTEE_PARAGRAPH_MISSING).at("paragraph"));
        }
        FreeText.check(faults, "paragraph", paragraph, LONGEST_NUMBER);
        return faults;
    }

    /**
     * Approves the model by the committee's decision (D1). From here the version is in force and can't be edited; one that
     * would put a cap below what is committed is refused (A9). Amended figures become a version of their own, checked like
     * one that an officer writes; the proposed one stays as it was, not adopted.
     */
    public Answer<ModelView> approve(Actor actor, String roundId, Approval approval) {
        return toDecide(actor, roundId).then(round -> {
            List<Refusal> faults = checkCommittee(approval.date(), approval.paragraph());
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            return proposed(roundId, approval.ifVersion()).then(proposed -> approve(actor, round, proposed, approval));
        });
    }

    private Answer<ModelView> approve(Actor actor, FundingRound round, ModelVersion proposed, Approval approval) {
        boolean asProposed = approval.amended() == null;
        AllocationModel model = asProposed ? proposed.view().model() : approval.amended();
        List<Refusal> faults = asProposed ? new ArrayList<>() : faults(round, model);
        // Locked before the check, so that nothing more is committed between it and the new caps.
        ledger.lock(round.id);
        faults.addAll(undercuts(round.id, model));
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        ModelVersion version = asProposed ? proposed : amended(actor, round, proposed, model);
        version.state = ModelState.APPROVED;
        version.committeeDate = approval.date();
        version.committeeParagraph = approval.paragraph().strip();
        version.delegated = approval.delegates();
        version.approvedAt = clock.instant();
        version.registeredBy = actor.username();
        move(actor, round, RoundState.APPROVED);
        models.flush();
        ledger.setCaps(round.id, model, slugsOf(round));
        audit.record(actor, "MODEL_APPROVED", subject(round), null, version.view());
        return Answer.of(version.view());
    }

    private ModelVersion amended(Actor actor, FundingRound round, ModelVersion proposed, AllocationModel model) {
        proposed.state = ModelState.NOT_ADOPTED;
        models.flush();
        audit.record(actor, "MODEL_NOT_ADOPTED", subject(round), null, proposed.view());
        long added = addVersion(actor, round, proposed.versionNumber + 1, model).id();
        return models.findById(added);
    }

    /** The committee didn't approve the model (D1): it goes back to the officer, to be changed and proposed again. */
    public Answer<ModelView> sendBack(Actor actor, String roundId, Long ifVersion) {
        return toDecide(actor, roundId)
                .then(round -> proposed(roundId, ifVersion).then(proposed -> back(actor, round, proposed)));
    }

    /** The round, for someone who may register what the committee has decided about it. */
    private Answer<FundingRound> toDecide(Actor actor, String roundId) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(ROUND_NOT_FOR_ROLE);
        }
        FundingRound round = rounds.findById(roundId);
        if (round == null) {
            return Answer.refused(ROUND_NOT_FOUND);
        }
        return round.state == RoundState.CLOSED ? Answer.refused(ROUND_STATE, round.state) : Answer.of(round);
    }

    private Answer<ModelVersion> proposed(String roundId, Long ifVersion) {
        ModelVersion pending = models.pending(roundId).orElse(null);
        if (pending == null || pending.state != ModelState.PROPOSED) {
            return Answer.refused(MODEL_NONE_PENDING);
        }
        return ifVersion != null && pending.version != ifVersion ? Answer.refused(ROUND_STALE) : Answer.of(pending);
    }

    /** Opens the round for applications. */
    public Answer<RoundView> open(Actor actor, String roundId) {
        return toSetUp(actor, roundId).then(round -> enter(actor, round, RoundState.OPEN));
    }

    /** The year is over: the districts report what the money went to (Y1). Whoever opens reports is told. */
    public Answer<RoundView> startReporting(Actor actor, String roundId) {
        return toSetUp(actor, roundId).then(round -> enter(actor, round, RoundState.REPORTING));
    }

    /** Ends the round for ever. Whether everybody is settled is the caller's to know (Y6). */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<RoundView> close(Actor actor, String roundId) {
        return toSetUp(actor, roundId).then(round -> enter(actor, round, RoundState.CLOSED));
    }

    private Answer<RoundView> enter(Actor actor, FundingRound round, RoundState state) {
        if (!round.state.mayBecome(state)) {
            return Answer.refused(ROUND_STATE, round.state);
        }
        move(actor, round, state);
        if (state == RoundState.OPEN) {
            deadlines.setAtFirst(actor, round);
        }
        rounds.flush();
        entered.fire(new RoundEntered(round.view(), state, actor));
        return Answer.of(round.view());
    }

    /** A later version of the model doesn't take an open round back to an earlier state. */
    private void move(Actor actor, FundingRound round, RoundState next) {
        if (round.state.mayBecome(next)) {
            RoundState before = round.state;
            round.state = next;
            audit.record(actor, "ROUND_" + next, subject(round), before, next);
        }
    }

    private List<Refusal> undercuts(String roundId, AllocationModel model) {
        Commitments committed = ledger.committed(roundId);
        List<Refusal> faults = new ArrayList<>();
        model.undercutBy(committed)
                .forEach(cap -> faults.add(
                        Refusal.of(MODEL_UNDERCUTS, cap.rule(), cap.unit(), cap.limit(), committed.under(cap))
                                .by(cap.rule())));
        Set<ComponentKind> dropped = new TreeSet<>(model.droppedFrom(committed));
        models.componentsAppliedFor(roundId).stream()
                .filter(kind -> model.component(kind).isEmpty())
                .forEach(dropped::add);
        dropped.forEach(kind -> faults.add(Refusal.of(MODEL_DROPS_COMPONENT, kind)));
        return faults;
    }

    /** Everything in a model that can't be right, at the field where it stands. */
    private List<Refusal> faults(FundingRound round, AllocationModel model) {
        List<Refusal> faults = new ArrayList<>();
        Set<String> known = slugsOf(round);
        if (model.components().isEmpty()) {
            faults.add(Refusal.of(MODEL_NO_COMPONENT));
        }
        checkBasis(faults, "ceiling", model.ceiling().basis());
        model.fixedGrant().ifPresent(grant -> {
            checkBasis(faults, "fixedGrant", grant.basis());
            if (grant.amounts().isEmpty()) {
                faults.add(Refusal.of(MODEL_NO_RECIPIENT).at("fixedGrant"));
            }
        });
        model.coFinancing().ifPresent(component -> {
            checkBasis(faults, "coFinancing", component.basis());
            checkBasis(faults, "coFinancing.partFinancing", component.partFinancing());
            if (component.recipients().isEmpty()) {
                faults.add(Refusal.of(MODEL_NO_RECIPIENT).at("coFinancing.recipients"));
            }
        });
        model.clientCompensation().ifPresent(compensation -> {
            checkBasis(faults, "clientCompensation", compensation.basis());
            checkBasis(faults, "clientCompensation.total", compensation.total().basis());
            checkBasis(faults, "clientCompensation.ages", compensation.ages().basis());
        });
        checkAmount(
                faults,
                "ceiling.amount",
                model.ceiling().basis().rule(),
                model.ceiling().amount());
        model.fixedGrant().ifPresent(grant -> grant.amounts().forEach((district, amount) -> {
            checkAmount(faults, "fixedGrant." + district, grant.basis().rule(), amount);
            checkDistrict(faults, "fixedGrant." + district, known, district);
        }));
        model.coFinancing().ifPresent(component -> {
            checkAmount(faults, "coFinancing.maximum", component.basis().rule(), component.maximum());
            component
                    .recipients()
                    .forEach(district -> checkDistrict(faults, "coFinancing.recipients", known, district));
        });
        model.clientCompensation().ifPresent(compensation -> {
            checkAmount(faults, "clientCompensation.rate", compensation.basis().rule(), compensation.rate());
            checkClients(
                    faults, "clientCompensation.total", compensation.total().clients());
            checkMost(faults, "clientCompensation.youngest", compensation.ages().youngest(), MOST_YEARS);
            checkMost(faults, "clientCompensation.oldest", compensation.ages().oldest(), MOST_YEARS);
            if (compensation.quietMonths() != null) {
                checkMost(faults, "clientCompensation.quietMonths", compensation.quietMonths(), MOST_QUIET_MONTHS);
            }
            if (compensation.ages().youngest() > compensation.ages().oldest()) {
                faults.add(Refusal.of(MODEL_AGES_REVERSED).at("clientCompensation.ages"));
            }
            for (int i = 0; i < compensation.groups().size(); i++) {
                Component.GroupCap group = compensation.groups().get(i);
                String field = "clientCompensation.groups[" + i + "]";
                checkClients(faults, field + ".clients", group.clients());
                if (group.clients() > compensation.total().clients()) {
                    faults.add(Refusal.of(
                                    MODEL_GROUP_ABOVE_TOTAL,
                                    compensation.total().clients())
                            .at(field + ".clients"));
                }
                if (group.districts().isEmpty() || isBlank(group.name())) {
                    faults.add(
                            Refusal.of(MODEL_GROUP_EMPTY).at(field + (isBlank(group.name()) ? ".name" : ".districts")));
                }
                FreeText.check(faults, field + ".name", group.name(), LONGEST_NAME);
                checkBasis(faults, field, group.basis());
                group.districts().forEach(district -> checkDistrict(faults, field + ".districts", known, district));
            }
        });
        return faults;
    }

    /** A figure without its rule and its sentence couldn't explain itself (A8). */
    private static void checkBasis(List<Refusal> faults, String field, Basis basis) {
        if (isBlank(basis.rule()) || !RULE.matcher(basis.rule()).matches()) {
            faults.add(Refusal.of(MODEL_RULE_MISSING).at(field + ".rule"));
        }
        if (isBlank(basis.source())) {
            faults.add(Refusal.of(MODEL_SOURCE_MISSING).at(field + ".source"));
        }
        FreeText.check(faults, field + ".source", basis.source(), LONGEST_SOURCE);
    }

    private static void checkAmount(List<Refusal> faults, String field, String rule, Kronor amount) {
        if (amount == null || !amount.isPositive()) {
            faults.add(Refusal.of(MODEL_AMOUNT_NOT_POSITIVE).at(field).by(rule));
        } else if (!amount.isWhole()) {
            faults.add(Refusal.of(MODEL_AMOUNT_NOT_WHOLE).at(field).by(rule));
        } else if (amount.amount().compareTo(BigDecimal.valueOf(999_999_999_999L)) > 0) {
            faults.add(Refusal.of(MODEL_AMOUNT_NOT_WHOLE).at(field).by(rule));
        }
    }

    private static void checkClients(List<Refusal> faults, String field, long clients) {
        if (clients < 1) {
            faults.add(Refusal.of(MODEL_AMOUNT_NOT_POSITIVE).at(field));
        }
        checkMost(faults, field, clients, MOST_CLIENTS);
    }

    private static void checkMost(List<Refusal> faults, String field, long number, int most) {
        if (number > most) {
            faults.add(Refusal.of(MODEL_NUMBER_TOO_LARGE, most).at(field));
        }
    }

    private static void checkDistrict(List<Refusal> faults, String field, Set<String> known, String district) {
        if (!known.contains(district)) {
            faults.add(Refusal.of(MODEL_UNKNOWN_DISTRICT, district).at(field));
        }
    }

    private Set<String> slugsOf(FundingRound round) {
        return districtsOf(round.view()).stream()
                .map(DistrictView::slug)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The round, for someone who may set rounds up. */
    private Answer<FundingRound> toSetUp(Actor actor, String roundId) {
        if (!maySetUp(actor)) {
            return Answer.refused(ROUND_NOT_FOR_ROLE);
        }
        FundingRound round = rounds.findById(roundId);
        return round == null ? Answer.refused(ROUND_NOT_FOUND) : Answer.of(round);
    }

    /** The same for a round whose model can still change: a closed round reads the same for ever. */
    private Answer<FundingRound> toModel(Actor actor, String roundId) {
        return toSetUp(actor, roundId)
                .then(round ->
                        round.state == RoundState.CLOSED ? Answer.refused(ROUND_STATE, round.state) : Answer.of(round));
    }

    private static boolean maySetUp(Actor actor) {
        return actor.role() == Role.OFFICER || actor.role() == Role.DIRECTOR;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Subject subject(FundingRound round) {
        return new Subject("round/" + round.id, round.id, null);
    }
}
