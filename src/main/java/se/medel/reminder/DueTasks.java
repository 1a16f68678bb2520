package se.medel.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.costreport.CostReportService;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.delegation.ConflictService;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.settlement.RepaymentService;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Actor;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * What is late, for the one who has to do it and, where it is a district, for the officer who has to ask for it. A draft
 * stands on the district's list anyway, and is nobody else's.
 */
@ApplicationScoped
class DueTasks implements TaskSource {

    @Inject
    ReminderService reminders;

    @Inject
    ConflictService conflicts;

    @Inject
    CostReportService reports;

    @Inject
    RepaymentService repayments;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.loggedIn()) {
            return List.of();
        }
        ReminderMsg msg = ReminderWords.in(language.now()).msg();
        if (me.is(Role.ADMINISTRATOR)) {
            return List.of(new Task(msg.taskMailboxes(), "/admin/mailboxes", null));
        }
        List<Task> tasks = new ArrayList<>(late(me));
        if (!me.is(Role.EVALUATOR)) {
            tasks.add(new Task(msg.taskReminders(), "/reminders", null));
        }
        return tasks;
    }

    private List<Task> late(Me me) {
        Set<String> barred = barred(me.actor());
        List<Due> late = reminders.overdueOnTheListOf(me.actor()).stream()
                .filter(due -> due.kind() != DueKind.APPLICATION && !barred.contains(due.subject()))
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        Map<String, String> roundNames =
                rounds.all().stream().collect(Collectors.toMap(RoundView::id, RoundView::name));
        Map<String, String> districtNames =
                districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return late.stream()
                .map(due -> task(due, roundNames.get(due.roundId()), districtNames.get(due.district()), me))
                .toList();
    }

    /** The subjects that the user has no more part in, having declared a conflict of interest in them or in the grant. */
    private Set<String> barred(Actor actor) {
        Set<String> declared = conflicts.declaredBy(actor);
        if (declared.isEmpty()) {
            return declared;
        }
        Set<String> barred = new HashSet<>(declared);
        reports.barredFrom(actor).forEach(report -> barred.add("cost-report/" + report));
        repayments.open(actor).stream()
                .filter(repayment -> !Collections.disjoint(declared, repayment.subjects()))
                .forEach(repayment -> barred.addAll(repayment.subjects()));
        return barred;
    }

    /** @param district null where it is several districts' */
    private Task task(Due due, String round, String district, Me me) {
        ReminderWords words = ReminderWords.in(language.now());
        String what = Texts.in(language.now()).name(due.kind());
        long daysLate = due.daysLate(LocalDate.now(clock));
        return new Task(
                district == null || me.role().ofDistrict() ? what : words.msg().taskWho(what, district),
                due.href(),
                words.msg().taskNote(round, Formats.day(due.dueOn()), words.time(daysLate)),
                daysLate);
    }
}
