package se.medel.round;

import static se.medel.round.DeadlineRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * By when things are due in a round, and more time for one district. A day that has passed is never moved; only an extension
 * with a reason gives a district another one. One transaction per method.
 */
@ApplicationScoped
@Transactional
public class Deadlines {

    private static final String DISTRICT = "district";

    @Inject
    FundingRounds rounds;

    @Inject
    RoundService service;

    @Inject
    Session database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Dates as they are to be set, all of them.
     *
     * @param applicationsClose the last day to apply
     * @param reportDue the last day of the cost reports
     * @param answerDays 1 to {@value DatesView#MOST_DAYS}, as the other days
     */
    public record Wanted(
            LocalDate applicationsClose,
            LocalDate reportDue,
            Integer answerDays,
            Integer reviewDays,
            Integer replyDays,
            Integer payDays) {}

    /** The dates of a round as they are now. A round that isn't there is a bug. */
    public DatesView of(String roundId) {
        return of(round(roundId), Instant.MAX);
    }

    /**
     * The dates of a round as they were at a moment: what came in then is due by them, whatever was set later. The last day
     * to apply is always today's.
     */
    public DatesView of(String roundId, Instant at) {
        return of(round(roundId), at);
    }

    /** The day a district's cost report is due when it opens: the round's, or a later one by an extension. */
    public LocalDate reportDue(String roundId, String district) {
        return extensions(roundId).stream()
                .filter(extension -> extension.district().equals(district))
                .map(ExtensionView::dueOn)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> of(roundId).reportDue());
    }

    /** Every extension in the round, oldest first. */
    public List<ExtensionView> extensions(String roundId) {
        return database.createQuery("from ReportExtension where roundId = :round order by id", ReportExtension.class)
                .setParameter("round", roundId)
                .getResultStream()
                .map(ReportExtension::view)
                .toList();
    }

    /** Gives a round that opens its first dates, unless an officer has set them already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void setAtFirst(Actor actor, FundingRound round) {
        if (newest(round.id, Instant.MAX).isEmpty()) {
            add(actor, round, 1, DatesView.atFirst(round.year, round.applicationDeadline));
        }
    }

    /**
     * Sets the round's dates.
     *
     * @param ifNumber the number of the dates that the change was made from; a stale one is refused
     */
    public Answer<DatesView> set(Actor actor, String roundId, int ifNumber, Wanted wanted) {
        return toSet(actor, roundId).then(round -> {
            DatesView before = of(round, Instant.MAX);
            if (before.number() != ifNumber) {
                return Answer.refused(DATES_STALE);
            }
            List<Refusal> faults = faults(round, before, wanted);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            round.applicationDeadline = wanted.applicationsClose();
            DatesView after = add(
                    actor,
                    round,
                    ifNumber + 1,
                    new DatesView(
                            ifNumber + 1,
                            wanted.applicationsClose(),
                            wanted.reportDue(),
                            wanted.answerDays(),
                            wanted.reviewDays(),
                            wanted.replyDays(),
                            wanted.payDays()));
            audit.record(actor, "DATES_SET", subject(round, null), before, after);
            return Answer.of(after);
        });
    }

    /** Gives one district more time for its cost report. The reason is kept, and nothing is ever taken back. */
    public Answer<ExtensionView> extend(Actor actor, String roundId, String district, LocalDate dueOn, String reason) {
        return toSet(actor, roundId).then(round -> {
            List<Refusal> faults = new ArrayList<>();
            boolean known = service.districtsOf(round.view()).stream()
                    .anyMatch(other -> other.slug().equals(district));
            if (!known) {
                faults.add(Refusal.of(EXTENSION_DISTRICT_UNKNOWN).at(DISTRICT));
            }
            if (reason == null || reason.isBlank()) {
                faults.add(Refusal.of(EXTENSION_REASON_MISSING).at("reason"));
            }
            FreeText.check(faults, "reason", reason);
            if (dueOn == null) {
                faults.add(Refusal.of(DATE_MISSING).at("dueOn"));
            } else if (dueOn.isBefore(LocalDate.now(clock))) {
                faults.add(Refusal.of(DATE_IN_PAST).at("dueOn"));
            } else if (dueOn.isAfter(LocalDate.now(clock).plusYears(1))) {
                // An extension is never taken back; a wrong century would keep the round open for ever.
                faults.add(Refusal.of(DATE_TOO_FAR).at("dueOn"));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            return dueNow(round.id, district).then(due -> extend(actor, round, district, due, dueOn, reason));
        });
    }

    private Answer<ExtensionView> extend(
            Actor actor, FundingRound round, String district, LocalDate due, LocalDate dueOn, String reason) {
        if (!dueOn.isAfter(due)) {
            return Answer.refused(Refusal.of(EXTENSION_NOT_LATER, due).at("dueOn"));
        }
        ReportExtension extension = new ReportExtension();
        extension.roundId = round.id;
        extension.district = district;
        extension.wasDue = due;
        extension.dueOn = dueOn;
        extension.reason = reason.strip();
        extension.grantedBy = actor.username();
        extension.grantedAt = clock.instant();
        database.persist(extension);
        database.flush();
        audit.record(actor, "REPORT_EXTENDED", subject(round, district), null, extension.view());
        return Answer.of(extension.view());
    }

    /** When the report is due as it stands, asked for once or back for completion; refused where it has come in. */
    private Answer<LocalDate> dueNow(String roundId, String district) {
        List<Tuple> reports = database.createNativeQuery(
                        "select state, due_on, answer_due from cost_report where round_id = :round"
                                + " and district = :district for no key update",
                        Tuple.class)
                .setParameter("round", roundId)
                .setParameter(DISTRICT, district)
                .getResultList();
        if (reports.isEmpty()) {
            return Answer.of(reportDue(roundId, district));
        }
        Tuple report = reports.get(0);
        LocalDate answerDue = report.get("answer_due", LocalDate.class);
        return switch (report.get("state", String.class)) {
            case "SUBMITTED", "APPROVED" -> Answer.refused(EXTENSION_REPORT_IS_IN);
            case "RETURNED" -> Answer.of(answerDue == null ? report.get("due_on", LocalDate.class) : answerDue);
            default -> Answer.of(report.get("due_on", LocalDate.class));
        };
    }

    private List<Refusal> faults(FundingRound round, DatesView before, Wanted wanted) {
        List<Refusal> faults = new ArrayList<>();
        checkDay(faults, "applicationsClose", before.applicationsClose(), wanted.applicationsClose());
        checkDay(faults, "reportDue", before.reportDue(), wanted.reportDue());
        if (wanted.reportDue() != null && !wanted.reportDue().equals(before.reportDue())) {
            LocalDate yearEnd = LocalDate.of(round.year, 12, 31);
            if (round.state.compareTo(RoundState.REPORTING) >= 0) {
                faults.add(Refusal.of(REPORT_DUE_FIXED).at("reportDue"));
            } else if (!wanted.reportDue().isAfter(yearEnd)) {
                faults.add(Refusal.of(REPORT_DUE_BEFORE_YEAR_END, yearEnd).at("reportDue"));
            }
        }
        checkDays(faults, "answerDays", wanted.answerDays());
        checkDays(faults, "reviewDays", wanted.reviewDays());
        checkDays(faults, "replyDays", wanted.replyDays());
        checkDays(faults, "payDays", wanted.payDays());
        return faults;
    }

    private void checkDay(List<Refusal> faults, String field, LocalDate before, LocalDate wanted) {
        LocalDate today = LocalDate.now(clock);
        if (wanted == null) {
            faults.add(Refusal.of(DATE_MISSING).at(field));
        } else if (!wanted.equals(before) && before.isBefore(today)) {
            faults.add(Refusal.of(DATE_HAS_PASSED, before).at(field));
        } else if (!wanted.equals(before) && wanted.isBefore(today)) {
            faults.add(Refusal.of(DATE_IN_PAST).at(field));
        }
    }

    private static void checkDays(List<Refusal> faults, String field, Integer days) {
        if (days == null || days < 1 || days > DatesView.MOST_DAYS) {
            faults.add(Refusal.of(DAYS_OUT_OF_RANGE, 1, DatesView.MOST_DAYS).at(field));
        }
    }

    private DatesView add(Actor actor, FundingRound round, int number, DatesView wanted) {
        RoundDates dates = new RoundDates();
        dates.roundId = round.id;
        dates.number = number;
        dates.reportDue = wanted.reportDue();
        dates.answerDays = wanted.answerDays();
        dates.reviewDays = wanted.reviewDays();
        dates.replyDays = wanted.replyDays();
        dates.payDays = wanted.payDays();
        dates.setBy = actor.username();
        dates.setAt = clock.instant();
        database.persist(dates);
        database.flush();
        return dates.view(round.applicationDeadline);
    }

    private DatesView of(FundingRound round, Instant at) {
        return newest(round.id, at)
                .map(dates -> dates.view(round.applicationDeadline))
                .orElseGet(() -> DatesView.atFirst(round.year, round.applicationDeadline));
    }

    private Optional<RoundDates> newest(String roundId, Instant at) {
        List<RoundDates> all = database.createQuery(
                        "from RoundDates where roundId = :round order by number", RoundDates.class)
                .setParameter("round", roundId)
                .getResultList();
        // What came in before any dates were set is due by the first ones.
        return all.stream()
                .filter(dates -> dates.number == 1 || !dates.setAt.isAfter(at))
                .reduce((earlier, later) -> later);
    }

    private FundingRound round(String roundId) {
        return rounds.findByIdOptional(roundId).orElseThrow(() -> new IllegalArgumentException("No round " + roundId));
    }

    /** The round, locked, for someone who may set its dates; a closed one reads the same for ever. */
    private Answer<FundingRound> toSet(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER && actor.role() != Role.DIRECTOR) {
            return Answer.refused(RoundRefusal.ROUND_NOT_FOR_ROLE);
        }
        FundingRound round = rounds.findById(roundId, LockModeType.PESSIMISTIC_WRITE);
        if (round == null) {
            return Answer.refused(RoundRefusal.ROUND_NOT_FOUND);
        }
        return round.state == RoundState.CLOSED
                ? Answer.refused(RoundRefusal.ROUND_STATE, round.state)
                : Answer.of(round);
    }

    private static Subject subject(FundingRound round, String district) {
        return new Subject("round/" + round.id, round.id, district);
    }
}
