package se.medel.committee;

import static se.medel.committee.MeetingRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelApproved;
import se.medel.round.ModelView;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.RoundService.Approval;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * The committee's meetings and what was decided at each. Registering a decision approves the model (D1), gives the director
 * the task to distribute by it (D2) and makes the letters to the district committees (D3), all in one transaction.
 */
@ApplicationScoped
@Transactional
public class MeetingService {

    /** Names this service's locks on days among all advisory locks. */
    private static final int LOCK = 15;

    @Inject
    RoundService rounds;

    @Inject
    DispatchService dispatches;

    @Inject
    EntityManager database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A decision as the minutes have it.
     *
     * @param paragraph such as {@code § 12}
     * @param amended the model with the figures as decided, where D1 is amended; else null
     * @param ifVersion of the proposal that the secretary has read; null to skip
     */
    public record Minutes(
            LocalDate date,
            String paragraph,
            MeetingPoint d1,
            MeetingPoint d2,
            MeetingPoint d3,
            AllocationModel amended,
            Long ifVersion) {}

    /** When a meeting's minutes were approved and the notice put up; null for what hasn't happened. */
    public record Afterwards(LocalDate minutesApprovedOn, LocalDate noticePostedOn) {}

    /**
     * Registers what the committee decided about the round's proposed model. Of two who register the same paragraph of a
     * meeting one wins, and the other is told which round it is about.
     *
     * @return the model: in force, or back as a draft where D1 wasn't adopted
     */
    public Answer<ModelView> register(Actor actor, String roundId, Minutes minutes) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(MEETING_NOT_FOR_ROLE);
        }
        if (rounds.round(roundId).isEmpty()) {
            return Answer.refused(RoundRefusal.ROUND_NOT_FOUND);
        }
        List<Refusal> faults = rounds.checkCommittee(minutes.date(), minutes.paragraph());
        checkPoints(faults, minutes);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        lock(minutes.date());
        Optional<Refusal> taken = taken(minutes.date(), minutes.paragraph(), roundId);
        if (taken.isPresent()) {
            return Answer.refused(taken.get());
        }
        Optional<ModelView> proposed = rounds.pendingModel(roundId);
        if (minutes.amended() != null
                && proposed.map(ModelView::model)
                        .filter(minutes.amended()::equals)
                        .isPresent()) {
            return Answer.refused(Refusal.of(AMENDED_FIGURES_UNCHANGED).at("d1"));
        }
        return decide(actor, roundId, minutes).map(model -> {
            keep(actor, minutes, proposed.orElseThrow().versionNumber(), model, true);
            return model;
        });
    }

    private Answer<ModelView> decide(Actor actor, String roundId, Minutes minutes) {
        return minutes.d1().is(MeetingOutcome.NOT_ADOPTED)
                ? rounds.sendBack(actor, roundId, minutes.ifVersion())
                : rounds.approve(
                        actor,
                        roundId,
                        new Approval(
                                minutes.date(),
                                minutes.paragraph(),
                                minutes.amended(),
                                !minutes.d2().is(MeetingOutcome.NOT_ADOPTED),
                                minutes.ifVersion()));
    }

    private static void checkPoints(List<Refusal> faults, Minutes minutes) {
        boolean amended = minutes.d1().is(MeetingOutcome.AMENDED);
        if (amended && minutes.amended() == null) {
            faults.add(Refusal.of(AMENDED_FIGURES_MISSING).at("d1"));
        }
        if (!amended && minutes.amended() != null) {
            faults.add(Refusal.of(FIGURES_NOT_AMENDED).at("d1"));
        }
        FreeText.check(faults, "d1Text", minutes.d1().text());
        checkFollowing(faults, "d2", minutes.d1(), minutes.d2());
        checkFollowing(faults, "d3", minutes.d1(), minutes.d3());
    }

    private static void checkFollowing(List<Refusal> faults, String field, MeetingPoint d1, MeetingPoint point) {
        if (d1.is(MeetingOutcome.NOT_ADOPTED) && !point.is(MeetingOutcome.NOT_ADOPTED)) {
            faults.add(Refusal.of(POINT_NEEDS_MODEL).at(field).by("D1"));
        }
        if (point.is(MeetingOutcome.AMENDED) && point.text() == null) {
            faults.add(Refusal.of(POINT_TEXT_MISSING).at(field + "Text"));
        }
        FreeText.check(faults, field + "Text", point.text());
    }

    /** A model that was approved with nothing else known of the meeting was approved with all its points as proposed. */
    void follow(@Observes ModelApproved event) {
        ModelView model = event.model();
        keep(
                event.actor(),
                new Minutes(
                        model.committeeDate(),
                        model.committeeParagraph(),
                        MeetingPoint.AS_PROPOSED,
                        MeetingPoint.AS_PROPOSED,
                        MeetingPoint.AS_PROPOSED,
                        null,
                        null),
                model.versionNumber(),
                model,
                false);
    }

    private void keep(Actor actor, Minutes minutes, int proposedVersion, ModelView model, boolean byMinutes) {
        CommitteeDecision decision = new CommitteeDecision();
        decision.meeting = meetingOn(minutes.date());
        decision.paragraph = minutes.paragraph().strip();
        decision.roundId = model.roundId();
        decision.proposedVersion = proposedVersion;
        decision.approvedVersion = minutes.d1().is(MeetingOutcome.NOT_ADOPTED) ? null : model.versionNumber();
        decision.d1 = minutes.d1().outcome();
        decision.d1Text = minutes.d1().text();
        decision.d2 = minutes.d2().outcome();
        decision.d2Text = minutes.d2().text();
        decision.d3 = minutes.d3().outcome();
        decision.d3Text = minutes.d3().text();
        decision.byMinutes = byMinutes;
        decision.registeredBy = actor.username();
        decision.registeredAt = clock.instant();
        database.persist(decision);
        database.flush();
        audit.record(
                actor,
                "COMMITTEE_DECIDED",
                new Subject("round/" + model.roundId(), model.roundId(), null),
                null,
                decision.view());
        if (decision.d3 != MeetingOutcome.NOT_ADOPTED) {
            RoundView round = rounds.round(model.roundId()).orElseThrow();
            dispatches.make(decision, rounds.districtsOf(round));
        }
    }

    /** From here nobody else registers anything decided on that day. A meeting that isn't there yet can't be locked itself. */
    void lock(LocalDate date) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(?1, ?2)")
                .setParameter(1, LOCK)
                .setParameter(2, Math.toIntExact(date.toEpochDay()))
                .getSingleResult();
    }

    Meeting meetingOn(LocalDate date) {
        database.createNativeQuery("insert into committee_meeting (held_on) values (?1) on conflict do nothing")
                .setParameter(1, date)
                .executeUpdate();
        return database.createQuery("from Meeting where heldOn = ?1", Meeting.class)
                .setParameter(1, date)
                .getSingleResult();
    }

    /**
     * Why a paragraph of the meeting's minutes can't be registered: it is about something else already. That D1 fell, registered by
     * mistake, may be followed by what the minutes say: the round's model was only sent back.
     *
     * @param roundId the round that it is about, null for what is about none
     */
    Optional<Refusal> taken(LocalDate date, String paragraph, String roundId) {
        String wanted = spaceless(paragraph);
        return decisionsOn(date).stream()
                .filter(decision -> decision.approvedVersion != null || !decision.roundId.equals(roundId))
                .filter(decision -> spaceless(decision.paragraph).equals(wanted))
                .findFirst()
                .map(decision -> Refusal.of(
                        PARAGRAPH_TAKEN,
                        decision.paragraph,
                        date,
                        rounds.round(decision.roundId).orElseThrow().name()))
                .or(() -> listsOn(date).stream()
                        .filter(list -> spaceless(list.paragraph).equals(wanted))
                        .findFirst()
                        .map(list -> Refusal.of(
                                DelegationListRefusal.PARAGRAPH_OF_DELEGATION_LIST, list.paragraph, date, list.number)))
                .map(refusal -> refusal.at("paragraph"));
    }

    private List<CommitteeDecision> decisionsOn(LocalDate date) {
        return database.createQuery(
                        "from CommitteeDecision where meeting.heldOn = ?1 order by id desc", CommitteeDecision.class)
                .setParameter(1, date)
                .getResultList();
    }

    private List<DelegationList> listsOn(LocalDate date) {
        return database.createQuery(
                        "from DelegationList where meeting.heldOn = ?1 order by number", DelegationList.class)
                .setParameter(1, date)
                .getResultList();
    }

    /** § 9 and §9 are the same paragraph. */
    private static String spaceless(String paragraph) {
        return paragraph.replaceAll("[\\s\\u00a0]+", "");
    }

    /** The meetings at which something that is registered here was decided or reported, newest first. */
    public List<MeetingView> all() {
        LocalDate today = LocalDate.now(clock);
        Map<Long, List<CommitteeDecisionView>> decisions = database.createQuery(
                        "from CommitteeDecision order by id", CommitteeDecision.class)
                .getResultStream()
                .map(CommitteeDecision::view)
                .collect(Collectors.groupingBy(CommitteeDecisionView::meeting));
        Map<Long, List<DelegationListView>> lists = database.createQuery(
                        "from DelegationList where meeting is not null order by number", DelegationList.class)
                .getResultStream()
                .map(DelegationList::view)
                .collect(Collectors.groupingBy(DelegationListView::meeting));
        return database.createQuery("from Meeting order by heldOn desc", Meeting.class)
                .getResultStream()
                .map(meeting -> meeting.view(
                        decisions.getOrDefault(meeting.id, List.of()),
                        lists.getOrDefault(meeting.id, List.of()),
                        today))
                .toList();
    }

    public Optional<MeetingView> find(long id) {
        return Optional.ofNullable(database.find(Meeting.class, id)).map(this::view);
    }

    private MeetingView view(Meeting meeting) {
        return meeting.view(
                database.createQuery("from CommitteeDecision where meeting = ?1 order by id", CommitteeDecision.class)
                        .setParameter(1, meeting)
                        .getResultStream()
                        .map(CommitteeDecision::view)
                        .toList(),
                listsOn(meeting.heldOn).stream().map(DelegationList::view).toList(),
                LocalDate.now(clock));
    }

    /** What the committee has decided about a round's models, newest first. */
    public List<CommitteeDecisionView> ofRound(String roundId) {
        return database.createQuery(
                        "from CommitteeDecision where roundId = ?1 order by id desc", CommitteeDecision.class)
                .setParameter(1, roundId)
                .getResultStream()
                .map(CommitteeDecision::view)
                .toList();
    }

    /**
     * Registers when a meeting's minutes were approved and the notice of it put up. What is late by the law isn't refused: it
     * is shown.
     *
     * @param ifVersion the version that was read; a stale one is refused
     */
    public Answer<MeetingView> follow(Actor actor, long id, long ifVersion, Afterwards afterwards) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(MEETING_NOT_FOR_ROLE);
        }
        Meeting meeting = database.find(Meeting.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (meeting == null) {
            return Answer.refused(MEETING_NOT_FOUND);
        }
        if (meeting.version != ifVersion) {
            return Answer.refused(MEETING_STALE);
        }
        List<Refusal> faults = faults(meeting.heldOn, afterwards);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        Afterwards before = new Afterwards(meeting.minutesApprovedOn, meeting.noticePostedOn);
        meeting.minutesApprovedOn = afterwards.minutesApprovedOn();
        meeting.noticePostedOn = afterwards.noticePostedOn();
        database.flush();
        audit.record(actor, "MEETING_FOLLOWED", new Subject("meeting/" + id, null, null), before, afterwards);
        return Answer.of(view(meeting));
    }

    private List<Refusal> faults(LocalDate held, Afterwards afterwards) {
        LocalDate approved = afterwards.minutesApprovedOn();
        LocalDate posted = afterwards.noticePostedOn();
        LocalDate today = LocalDate.now(clock);
        List<Refusal> faults = new ArrayList<>();
        if (approved != null && approved.isBefore(held)) {
            faults.add(Refusal.of(MINUTES_BEFORE_MEETING).at("minutesApprovedOn"));
        } else if (approved != null && approved.isAfter(today)) {
            faults.add(Refusal.of(MEETING_DATE_IN_FUTURE).at("minutesApprovedOn"));
        }
        if (posted != null && approved == null) {
            faults.add(Refusal.of(NOTICE_WITHOUT_MINUTES).at("minutesApprovedOn"));
        } else if (posted != null && posted.isBefore(approved)) {
            faults.add(Refusal.of(NOTICE_BEFORE_MINUTES).at("noticePostedOn"));
        } else if (posted != null && posted.isAfter(today)) {
            faults.add(Refusal.of(MEETING_DATE_IN_FUTURE).at("noticePostedOn"));
        }
        return faults;
    }
}
