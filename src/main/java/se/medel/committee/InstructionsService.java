package se.medel.committee;

import static se.medel.committee.InstructionsRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.Deadlines;
import se.medel.round.RoundPages;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * A round's instructions for the follow-up (C3) and the year's account (Y1–Y3). An officer writes a draft and fixes it; the
 * newest fixed version is in force, and the earlier ones stay as they were.
 */
@ApplicationScoped
@Transactional
public class InstructionsService {

    @Inject
    RoundService rounds;

    @Inject
    Deadlines deadlines;

    @Inject
    Organisation organisation;

    @Inject
    EntityManager database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The versions that the user may see, newest first: districts see the fixed ones. */
    public List<InstructionsView> versions(Actor actor, String roundId) {
        return seen(actor, roundId)
                .map(round -> Stream.concat(
                                actor.role().ofDistrict() || round.state() == RoundState.CLOSED
                                        ? Stream.empty()
                                        : Stream.of(draft(round)),
                                fixed(round))
                        .toList())
                .orElse(List.of());
    }

    /** A version that the user may see. */
    public Optional<InstructionsView> version(Actor actor, String roundId, int number) {
        return versions(actor, roundId).stream()
                .filter(view -> view.number() == number)
                .findFirst();
    }

    /** The version that holds: the newest that is fixed. */
    public Optional<InstructionsView> inForce(Actor actor, String roundId) {
        return versions(actor, roundId).stream()
                .filter(InstructionsView::isFixed)
                .findFirst();
    }

    /** The version that held on a day, as the city's clock says: of those fixed until the end of it the newest. */
    public Optional<InstructionsView> inForce(Actor actor, String roundId, LocalDate day) {
        return versions(actor, roundId).stream()
                .filter(InstructionsView::isFixed)
                .filter(view -> !view.fixedOn().isAfter(day))
                .findFirst();
    }

    /** The draft, for who writes it: what was written last, else a copy of the version in force or the usual text. */
    public Answer<InstructionsView> draft(Actor actor, String roundId) {
        return toWrite(actor, roundId).map(this::draft);
    }

    /**
     * Keeps the draft.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     */
    public Answer<InstructionsView> save(
            Actor actor, String roundId, long ifVersion, Map<InstructionsPart, String> texts) {
        return toWrite(actor, roundId)
                .then(round -> written(actor, round, ifVersion, texts))
                .map(draft -> draft.view(due(roundId)));
    }

    /** Keeps the draft and fixes it in one step: from here it is in force and doesn't change. */
    public Answer<InstructionsView> fix(
            Actor actor, String roundId, long ifVersion, Map<InstructionsPart, String> texts) {
        return toWrite(actor, roundId)
                .then(round -> round.state().hasApprovedModel()
                        ? written(actor, round, ifVersion, texts)
                        : Answer.<InstructionsVersion>refused(INSTRUCTIONS_NEED_MODEL))
                .map(draft -> {
                    draft.reportDue = due(roundId);
                    draft.fixedBy = actor.username();
                    draft.fixedAt = clock.instant();
                    database.flush();
                    InstructionsView fixed = draft.view(draft.reportDue);
                    audit.record(actor, "INSTRUCTIONS_FIXED", subject(roundId), null, fixed);
                    return fixed;
                });
    }

    private Answer<InstructionsVersion> written(
            Actor actor, RoundView round, long ifVersion, Map<InstructionsPart, String> texts) {
        List<Refusal> faults = faults(texts);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        lock(round.id());
        InstructionsView before = draft(round);
        if (before.version() != ifVersion) {
            return Answer.refused(INSTRUCTIONS_STALE);
        }
        InstructionsVersion draft = stored(round.id()).orElseGet(InstructionsVersion::new);
        draft.roundId = round.id();
        draft.number = before.number();
        draft.set(new EnumMap<>(texts));
        if (draft.id == null) {
            database.persist(draft);
        }
        database.flush();
        audit.record(
                actor,
                "INSTRUCTIONS_WRITTEN",
                subject(round.id()),
                before.version() == InstructionsView.NEW ? null : before,
                draft.view(before.reportDue()));
        return Answer.of(draft);
    }

    private static List<Refusal> faults(Map<InstructionsPart, String> texts) {
        List<Refusal> faults = new ArrayList<>();
        for (InstructionsPart part : InstructionsPart.values()) {
            String text = texts.get(part);
            if (text == null || text.isBlank()) {
                faults.add(Refusal.of(INSTRUCTIONS_TEXT_MISSING).at(part.name()));
            }
            FreeText.check(faults, part.name(), text);
        }
        return faults;
    }

    private InstructionsView draft(RoundView round) {
        LocalDate due = due(round.id());
        return stored(round.id())
                .map(draft -> draft.view(due))
                .or(() -> fixed(round).findFirst().map(last -> unwritten(round, last.number() + 1, last.parts(), due)))
                .orElseGet(() -> unwritten(
                        round,
                        1,
                        InstructionsView.parts(InstructionsLetter.usual(Office.of(organisation), round)),
                        due));
    }

    private static InstructionsView unwritten(
            RoundView round, int number, List<InstructionsView.Text> parts, LocalDate due) {
        return new InstructionsView(round.id(), number, parts, due, null, null, InstructionsView.NEW);
    }

    private Optional<InstructionsVersion> stored(String roundId) {
        return database.createQuery(
                        "from InstructionsVersion where roundId = ?1 and fixedAt is null", InstructionsVersion.class)
                .setParameter(1, roundId)
                .getResultStream()
                .findFirst();
    }

    private Stream<InstructionsView> fixed(RoundView round) {
        return database.createQuery(
                        "from InstructionsVersion where roundId = ?1 and fixedAt is not null order by number desc",
                        InstructionsVersion.class)
                .setParameter(1, round.id())
                .getResultStream()
                .map(version -> version.view(null));
    }

    /** One writer at a time; a draft that isn't there yet can't be locked itself. */
    private void lock(String roundId) {
        database.createNativeQuery("select 1 from funding_round where id = ?1 for no key update")
                .setParameter(1, roundId)
                .getSingleResult();
    }

    private LocalDate due(String roundId) {
        return deadlines.of(roundId).reportDue();
    }

    private Optional<RoundView> seen(Actor actor, String roundId) {
        return rounds.round(roundId).filter(round -> RoundPages.seesRound(actor.role(), round));
    }

    private Answer<RoundView> toWrite(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER && actor.role() != Role.DIRECTOR) {
            return Answer.refused(INSTRUCTIONS_NOT_FOR_ROLE);
        }
        Optional<RoundView> round = rounds.round(roundId);
        if (round.isEmpty()) {
            return Answer.refused(RoundRefusal.ROUND_NOT_FOUND);
        }
        return round.get().state() == RoundState.CLOSED
                ? Answer.refused(RoundRefusal.ROUND_STATE, round.get().state())
                : Answer.of(round.get());
    }

    private static Subject subject(String roundId) {
        return new Subject("round/" + roundId, roundId, null);
    }
}
