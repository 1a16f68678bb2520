package se.medel.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** The secretary's draft that waits for the committee, and the administrator's way to absences. */
@ApplicationScoped
class DelegationTasks implements TaskSource {

    @Inject
    OrderService orders;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        DelegationMsg msg = DelegationWords.in(language.now());
        if (me.is(Role.ADMINISTRATOR)) {
            return List.of(new Task(msg.standIns(), "/delegation/stand-ins", null));
        }
        return me.is(Role.SECRETARY)
                ? orders.all().stream()
                        .filter(order -> order.state() == OrderState.DRAFT)
                        .map(order -> new Task(
                                msg.taskDraft(Integer.toString(order.number())), "/delegation/" + order.number(), null))
                        .toList()
                : List.of();
    }
}
