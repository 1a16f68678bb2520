package se.medel.costreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import se.medel.costreport.rules.ReportState;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;

/** What cost reports there are to write, sign and look through. */
@ApplicationScoped
class CostReportTasks implements TaskSource {

    @Inject
    CostReportService reports;

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
        return switch (me.role()) {
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR -> ofDistrict(me);
            case OFFICER -> toReview(me);
            default -> List.of();
        };
    }

    private List<Task> ofDistrict(Me me) {
        return reports.ofOwnDistrict(me.actor()).stream()
                .filter(report -> report.state().isEditable())
                .filter(report -> round(report).state() == RoundState.REPORTING)
                .sorted(Comparator.comparing(CostReportView::dueNow))
                .map(report -> new Task(what(me, report), "/cost-reports/" + report.id(), note(report)))
                .toList();
    }

    private String what(Me me, CostReportView report) {
        CostReportMsg msg = words().msg();
        String due = Formats.longDay(report.dueNow(), language.now());
        if (report.state() == ReportState.RETURNED) {
            return msg.todoComplete(due);
        }
        return me.is(Role.DISTRICT_DIRECTOR) && reports.check(report).isEmpty()
                ? msg.todoSign(due)
                : msg.todoWrite(due);
    }

    private String note(CostReportView report) {
        long days = report.daysLate(LocalDate.now(clock));
        CostReportMsg msg = words().msg();
        String round = round(report).name();
        return days == 0 ? round : round + ", " + (days == 1 ? msg.lateOne() : msg.lateMany(Formats.number(days)));
    }

    private List<Task> toReview(Me me) {
        Set<Long> barred = reports.barredFrom(me.actor());
        List<Task> tasks = new ArrayList<>();
        rounds.all().stream()
                .filter(round -> round.state() == RoundState.REPORTING)
                .forEach(round -> reports.ofRound(me.actor(), round.id()).stream()
                        .filter(report -> report.state() == ReportState.SUBMITTED && !barred.contains(report.id()))
                        .sorted(Comparator.comparing(CostReportView::submittedAt))
                        .forEach(report -> tasks.add(new Task(
                                words().msg().todoReview(district(report)),
                                "/cost-reports/" + report.id(),
                                round.name()))));
        return tasks;
    }

    private String district(CostReportView report) {
        return districts.bySlug(report.district()).map(DistrictView::name).orElse(report.district());
    }

    private RoundView round(CostReportView report) {
        return rounds.round(report.roundId()).orElseThrow();
    }

    private ReportWords words() {
        return ReportWords.in(language.now());
    }
}
