package se.medel.planchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;

/** Plan changes that wait for somebody, and the way for districts to ask for one. */
@ApplicationScoped
class PlanChangeTasks implements TaskSource {

    @Inject
    PlanChangeService changes;

    @Inject
    PlanChangeWords words;

    @Override
    public List<Task> tasksFor(Me me) {
        return switch (me.role()) {
            case OFFICER -> waiting(me, PlanChangeState.ASKED, words.msg().taskPrepare());
            case DIRECTOR -> waiting(me, PlanChangeState.PREPARED, words.msg().taskDecide());
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR ->
                Stream.of(new Task(words.msg().title(), "/plan-changes", null))
                        .filter(task -> !words.asking(me.actor()).isEmpty()
                                || !changes.all(me.actor()).isEmpty())
                        .toList();
            default -> List.of();
        };
    }

    private List<Task> waiting(Me me, PlanChangeState state, String text) {
        return changes.all(me.actor()).stream()
                .filter(change -> change.state() == state)
                .map(change -> new Task(
                        text, "/plan-changes/" + change.id(), words.caption(change.district(), change.roundId())))
                .toList();
    }
}
