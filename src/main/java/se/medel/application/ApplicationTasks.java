package se.medel.application;

import static se.medel.application.rules.ApplicationState.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Completeness;
import se.medel.delegation.DelegationService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.rules.DecisionKind;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.money.Kronor;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.ComponentKind;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** What applications there are to write, sign, prepare and decide. */
@ApplicationScoped
class ApplicationTasks implements TaskSource {

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    DelegationService delegation;

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
            case OFFICER -> toPrepare(me);
            case DIRECTOR -> toDecide(me);
            default -> List.of();
        };
    }

    private List<Task> ofDistrict(Me me) {
        ApplicationMsg msg = words().msg();
        List<ApplicationLine> lines = applications.ofOwnDistrict(me.actor());
        List<Task> tasks = new ArrayList<>();
        for (ApplicationLine line : toComplete(lines)) {
            tasks.add(new Task(msg.taskComplete(what(line)), address(line), due(line)));
        }
        if (me.is(Role.DISTRICT_DIRECTOR)) {
            lines.stream()
                    .filter(line -> line.signedBy() == null && (line.state() == SUBMITTED || line.state() == PREPARED))
                    .forEach(line ->
                            tasks.add(new Task(msg.taskSign(what(line)), address(line), msg.taskAsked(asked(line)))));
        }
        for (ApplicationLine line : in(lines, DRAFT)) {
            tasks.add(new Task(msg.taskDraft(what(line)), address(line), round(line)));
        }
        String district = me.district().orElseThrow();
        for (RoundView round : rounds.all()) {
            if (round.state() == RoundState.OPEN && mayApply(round, district, lines)) {
                tasks.add(new Task(
                        msg.taskApply(round.name()),
                        "/applications",
                        msg.taskApplyUntil(Formats.longDay(round.applicationDeadline(), language.now()))));
            }
        }
        return tasks;
    }

    /** What a district can complete still: nothing is decided in a closed round. */
    private List<ApplicationLine> toComplete(List<ApplicationLine> lines) {
        Set<String> closed = rounds.all().stream()
                .filter(round -> round.state() == RoundState.CLOSED)
                .map(RoundView::id)
                .collect(Collectors.toSet());
        return in(lines, COMPLETION_REQUESTED).stream()
                .filter(line -> !closed.contains(line.roundId()))
                .toList();
    }

    private boolean mayApply(RoundView round, String district, List<ApplicationLine> lines) {
        AllocationModel model =
                rounds.modelInForce(round.id()).map(ModelView::model).orElse(null);
        return model != null
                && model.components().stream()
                        .map(component -> component.kind())
                        .filter(kind -> kind != ComponentKind.CLIENT_COMPENSATION)
                        .filter(kind ->
                                Completeness.mostFor(kind, district, model).isPositive())
                        .anyMatch(kind -> lines.stream()
                                .noneMatch(line -> line.roundId().equals(round.id())
                                        && line.component() == kind
                                        && line.state().isLive()));
    }

    private List<Task> toPrepare(Me me) {
        ApplicationMsg msg = words().msg();
        LocalDate today = LocalDate.now(clock);
        DelegationService.Desk desk = delegation.desk(me.actor());
        List<ApplicationLine> lines = applications.inStates(me.actor(), SUBMITTED, COMPLETION_REQUESTED).stream()
                .filter(line -> desk.takesPart(subjects(line)))
                .toList();
        List<Task> tasks = new ArrayList<>();
        toComplete(lines).stream()
                .filter(line -> line.completionDue().isBefore(today))
                .sorted(Comparator.comparing(ApplicationLine::completionDue))
                .forEach(line -> tasks.add(new Task(msg.taskOverdue(district(line)), address(line), due(line))));
        for (ApplicationLine line : in(lines, SUBMITTED)) {
            tasks.add(task(msg.taskPrepare(district(line)), line, address(line), ""));
        }
        return tasks;
    }

    private List<Task> toDecide(Me me) {
        ApplicationMsg msg = words().msg();
        DelegationService.Desk desk = delegation.desk(me.actor());
        List<Task> tasks = new ArrayList<>();
        applications.inStates(me.actor(), PREPARED).stream()
                .filter(line -> desk.decides(subjects(line), kinds(line)))
                .forEach(line -> tasks.add(
                        task(msg.taskDecide(district(line)), line, address(line), note(desk, line, kinds(line)))));
        preparations.waitingAnew(me.actor()).stream()
                .filter(line -> desk.decides(subjects(line), DecisionKind.REPLACEMENT))
                .forEach(line -> tasks.add(task(
                        msg.taskReplace(district(line)),
                        line,
                        address(line) + "/replace",
                        note(desk, line, DecisionKind.REPLACEMENT))));
        return tasks;
    }

    private Task task(String text, ApplicationLine line, String address, String note) {
        return new Task(
                text,
                address,
                words().name(line.component()) + ", " + words().msg().taskAsked(asked(line)) + note);
    }

    private String note(DelegationService.Desk desk, ApplicationLine line, DecisionKind... kinds) {
        return DelegationWords.note(desk, language.now(), subjects(line), kinds);
    }

    private static List<String> subjects(ApplicationLine line) {
        return List.of("application/" + line.id());
    }

    /** The ways in which it can be decided. */
    private static DecisionKind[] kinds(ApplicationLine line) {
        return new DecisionKind[] {DecisionKind.granting(line.component()), DecisionKind.REFUSAL};
    }

    private String what(ApplicationLine line) {
        String name = words().name(line.component());
        return name.substring(0, 1).toLowerCase(language.now()) + name.substring(1);
    }

    private String round(ApplicationLine line) {
        return rounds.round(line.roundId()).map(RoundView::name).orElse(line.roundId());
    }

    private String due(ApplicationLine line) {
        return words().msg().taskDue(Formats.longDay(line.completionDue(), language.now()));
    }

    private String district(ApplicationLine line) {
        return districts.bySlug(line.district()).map(DistrictView::name).orElse(line.district());
    }

    private ApplicationWords words() {
        return ApplicationWords.in(language.now());
    }

    private static List<ApplicationLine> in(List<ApplicationLine> lines, ApplicationState state) {
        return lines.stream().filter(line -> line.state() == state).toList();
    }

    private String asked(ApplicationLine line) {
        return Texts.in(language.now()).sum(new Kronor(line.askedKronor()), line.clientsAsked());
    }

    private static String address(ApplicationLine line) {
        return "/applications/" + line.id();
    }
}
