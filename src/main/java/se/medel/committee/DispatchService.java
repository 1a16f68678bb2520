package se.medel.committee;

import static se.medel.committee.MeetingRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The letters by which the district committees are told what the committee decided (D3), and which of them are sent. */
@ApplicationScoped
@Transactional
public class DispatchService {

    @Inject
    Districts districts;

    @Inject
    EntityManager database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * How and when letters were sent.
     *
     * @param ids of the letters; null for all of the round that aren't sent yet
     */
    public record Sending(Set<Long> ids, LocalDate on, DispatchChannel channel) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void make(CommitteeDecision decision, List<DistrictView> districts) {
        for (DistrictView district : districts) {
            DispatchTask task = new DispatchTask();
            task.decision = decision;
            task.district = district.slug();
            database.persist(task);
        }
    }

    /** The round's letters that the user may see: those of the newest decision first, then as the districts come. */
    public List<DispatchView> ofRound(Actor actor, String roundId) {
        return tasks(roundId, LockModeType.NONE).stream()
                .map(DispatchTask::view)
                .filter(dispatch -> actor.sees(dispatch.district()))
                .toList();
    }

    /** A letter, for those who may see it. */
    public Optional<DispatchView> find(Actor actor, String roundId, long id) {
        return Optional.ofNullable(database.find(DispatchTask.class, id))
                .map(DispatchTask::view)
                .filter(dispatch -> dispatch.decision().round().equals(roundId) && actor.sees(dispatch.district()));
    }

    /** How many letters of each round are still to be sent, for whoever sends them. */
    public Map<String, Long> open() {
        Map<String, Long> open = new LinkedHashMap<>();
        database.createQuery(
                        "select t.decision.roundId as round, count(*) as letters from DispatchTask t"
                                + " where t.sentOn is null group by t.decision.roundId order by t.decision.roundId",
                        Tuple.class)
                .getResultList()
                .forEach(line -> open.put(line.get("round", String.class), line.get("letters", Long.class)));
        return open;
    }

    /** Marks letters as sent, all or none of them. One that is sent already is refused, so that nobody's date is lost. */
    public Answer<List<DispatchView>> send(Actor actor, String roundId, Sending sending) {
        if (actor.role() != Role.SECRETARY) {
            return Answer.refused(MEETING_NOT_FOR_ROLE);
        }
        List<DispatchTask> chosen = tasks(roundId, LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(task -> sending.ids() == null
                        ? task.sentOn == null
                        : sending.ids().contains(task.id))
                .toList();
        if (sending.ids() != null && chosen.size() != sending.ids().size()) {
            return Answer.refused(DISPATCH_NOT_FOUND);
        }
        List<Refusal> faults = faults(chosen, sending);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        for (DispatchTask task : chosen) {
            task.sentOn = sending.on();
            task.channel = sending.channel();
            task.sentBy = actor.username();
            task.recordedAt = clock.instant();
            audit.record(
                    actor,
                    "DISPATCH_SENT",
                    new Subject("dispatch/" + task.id, roundId, task.district),
                    null,
                    task.view());
        }
        database.flush();
        return Answer.of(chosen.stream().map(DispatchTask::view).toList());
    }

    private List<Refusal> faults(List<DispatchTask> chosen, Sending sending) {
        List<Refusal> faults = new ArrayList<>();
        if (chosen.isEmpty()) {
            faults.add(Refusal.of(DISPATCH_NOTHING_CHOSEN).at("ids"));
        }
        chosen.stream()
                .filter(task -> task.sentOn != null)
                .findFirst()
                .ifPresent(task -> faults.add(
                        Refusal.of(DISPATCH_SENT_ALREADY, name(task.district)).at("ids")));
        if (sending.on() == null) {
            faults.add(Refusal.of(DISPATCH_DATE_MISSING).at("sentOn"));
        } else if (sending.on().isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of(DISPATCH_DATE_IN_FUTURE).at("sentOn"));
        } else {
            chosen.stream()
                    .map(task -> task.decision.meeting.heldOn)
                    .filter(sending.on()::isBefore)
                    .findFirst()
                    .ifPresent(held ->
                            faults.add(Refusal.of(DISPATCH_BEFORE_MEETING, held).at("sentOn")));
        }
        if (sending.channel() == null) {
            faults.add(Refusal.of(DISPATCH_CHANNEL_MISSING).at("channel"));
        }
        return faults;
    }

    private String name(String district) {
        return districts.bySlug(district).map(DistrictView::name).orElse(district);
    }

    private List<DispatchTask> tasks(String roundId, LockModeType lock) {
        return database.createQuery(
                        "from DispatchTask where decision.roundId = ?1 order by decision.id desc, id",
                        DispatchTask.class)
                .setParameter(1, roundId)
                .setLockMode(lock)
                .getResultList();
    }
}
