package se.medel.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundMsg;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** What each role has to do with rounds, and where it finds their figures. */
@ApplicationScoped
class RoundTasks implements TaskSource {

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        RoundMsg msg = RoundTexts.in(language.now());
        if (me.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        List<RoundView> all = rounds.all().stream()
                .filter(round -> RoundPages.seesRound(me.role(), round))
                .toList();
        List<Task> tasks = new ArrayList<>();
        if (me.is(Role.OFFICER) || me.is(Role.DIRECTOR) || me.is(Role.SECRETARY)) {
            Map<String, ModelView> pending =
                    rounds.pendingModels().stream().collect(Collectors.toMap(ModelView::roundId, Function.identity()));
            all.forEach(round -> tasks.addAll(steps(me, round, pending.get(round.id()), msg)));
        }
        for (RoundView round : all) {
            String at = "/rounds/" + round.id();
            if (me.is(Role.CONTROLLER) || me.is(Role.SECRETARY)) {
                tasks.add(new Task(msg.taskDecisions(), at + "/decisions", round.name()));
            }
            if (me.is(Role.CONTROLLER)) {
                tasks.add(new Task(msg.ledgerTitle(), at + "/ledger", round.name()));
            }
            if (me.is(Role.EVALUATOR)) {
                tasks.add(new Task(msg.taskFigures(), at, round.name()));
            }
        }
        if (me.is(Role.AUDITOR)) {
            tasks.add(new Task(msg.taskAudit(), "/audit", null));
        }
        tasks.add(new Task(msg.taskRounds(), "/rounds", null));
        return tasks;
    }

    private static List<Task> steps(Me me, RoundView round, ModelView pending, RoundMsg msg) {
        List<Task> steps = new ArrayList<>();
        String at = "/rounds/" + round.id();
        boolean prepares = me.is(Role.OFFICER) || me.is(Role.DIRECTOR);
        if (pending != null && pending.state() == ModelState.PROPOSED && me.is(Role.SECRETARY)) {
            steps.add(new Task(msg.taskRegister(), at + "/committee-decision", round.name()));
        }
        if (pending != null && pending.state() == ModelState.DRAFT && prepares) {
            steps.add(new Task(msg.taskEdit(), at + "/model/edit", round.name()));
        }
        if (round.state() == RoundState.APPROVED && prepares) {
            steps.add(new Task(msg.taskOpen(), at + "/open", round.name()));
        }
        return steps;
    }
}
