package se.medel.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;

/** The decisions that the secretary has to report to the committee, and the reports to register. */
@ApplicationScoped
class DelegationListTasks implements TaskSource {

    @Inject
    DelegationListService lists;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.is(Role.SECRETARY)) {
            return List.of();
        }
        DelegationListMsg msg = DelegationListTexts.in(language.now());
        List<Task> tasks = new ArrayList<>();
        lists.unreported()
                .forEach(list -> tasks.add(new Task(msg.taskReport(list.number()), page(list.number()), null)));
        DelegationListView open = lists.open();
        tasks.add(
                open.decisions() == 0
                        ? new Task(msg.listsTitle(), "/delegation-lists", null)
                        : new Task(
                                open.decisions() == 1
                                        ? msg.taskWaitingOne()
                                        : msg.taskWaiting(Formats.number(open.decisions())),
                                page(open.number()),
                                null));
        return tasks;
    }

    private static String page(int number) {
        return "/delegation-lists/" + number;
    }
}
