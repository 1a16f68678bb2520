package se.medel.planchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.medel.delegation.DelegationService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.rules.DecisionKind;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.web.Language;

/** Plan changes that wait for somebody, and the way for districts to ask for one. */
@ApplicationScoped
class PlanChangeTasks implements TaskSource {

    @Inject
    PlanChangeService changes;

    @Inject
    PlanChangeWords words;

    @Inject
    DelegationService delegation;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        return switch (me.role()) {
            case OFFICER -> waiting(me, PlanChangeState.ASKED, words.msg().taskPrepare());
            case DIRECTOR -> toDecide(me);
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR ->
                Stream.of(new Task(words.msg().title(), "/plan-changes", null))
                        .filter(task -> !words.asking(me.actor()).isEmpty()
                                || !changes.all(me.actor()).isEmpty())
                        .toList();
            default -> List.of();
        };
    }

    private List<Task> toDecide(Me me) {
        DelegationService.Desk desk = delegation.desk(me.actor());
        return changes.all(me.actor()).stream()
                .filter(change -> change.state() == PlanChangeState.PREPARED
                        && desk.decides(change.subjects(), DecisionKind.PLAN_CHANGE))
                .map(change -> new Task(
                        words.msg().taskDecide(),
                        "/plan-changes/" + change.id(),
                        words.caption(change.district(), change.roundId())
                                + DelegationWords.note(
                                        desk, language.now(), change.subjects(), DecisionKind.PLAN_CHANGE)))
                .toList();
    }

    private List<Task> waiting(Me me, PlanChangeState state, String text) {
        DelegationService.Desk desk = delegation.desk(me.actor());
        return changes.all(me.actor()).stream()
                .filter(change -> change.state() == state && desk.takesPart(change.subjects()))
                .map(change -> new Task(
                        text, "/plan-changes/" + change.id(), words.caption(change.district(), change.roundId())))
                .toList();
    }
}
