package se.medel.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.medel.control.ControlService.RoundControl;
import se.medel.costreport.CostReportService;
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

/** The sample to draw and the reports to control, and for a district the vouchers that it is asked for. */
@ApplicationScoped
class ControlTasks implements TaskSource {

    @Inject
    ControlService controls;

    @Inject
    CostReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.loggedIn()) {
            return List.of();
        }
        if (me.role().ofDistrict()) {
            return controls.toAnswer(me.actor()).stream().map(this::vouchers).toList();
        }
        if (!me.is(Role.OFFICER)) {
            return List.of();
        }
        Set<Long> barred = reports.barredFrom(me.actor());
        return rounds.all().stream()
                .filter(round -> round.state() == RoundState.REPORTING)
                .flatMap(round ->
                        ofRound(controls.ofRound(me.actor(), round.id()).get(), barred).stream())
                .toList();
    }

    private List<Task> ofRound(RoundControl control, Set<Long> barred) {
        RoundView round = control.round();
        ControlMsg msg = ControlPages.msg(language);
        if (control.reports().isEmpty()) {
            return List.of();
        }
        if (control.draw().isEmpty()) {
            return List.of(new Task(msg.taskDraw(round.name()), "/rounds/" + round.id() + "/control", null));
        }
        List<Task> tasks = new ArrayList<>();
        for (ControlView view : control.reports()) {
            boolean waiting = view.requests().stream().anyMatch(request -> !request.isAnswered());
            if (barred.contains(view.report().id())) {
                continue;
            }
            if (view.bars() && !view.report().state().isEditable() && !waiting) {
                String district = districts
                        .bySlug(view.report().district())
                        .map(DistrictView::name)
                        .orElse(view.report().district());
                tasks.add(new Task(
                        view.requests().isEmpty() ? msg.taskControl(district) : msg.taskAnswered(district),
                        ControlPages.address(view.report()),
                        round.name()));
            }
        }
        return tasks;
    }

    private Task vouchers(VoucherRequestView request) {
        ControlMsg msg = ControlPages.msg(language);
        return new Task(
                msg.taskVouchers(),
                "/rounds/" + request.roundId() + "/vouchers",
                msg.vouchersUntil(Formats.longDay(request.dueOn(), language.now())));
    }
}
