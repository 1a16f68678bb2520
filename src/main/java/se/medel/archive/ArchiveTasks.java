package se.medel.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** Where the register and the rules of keeping are, for those whose work they are. */
@ApplicationScoped
class ArchiveTasks implements TaskSource {

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        ArchiveMsg msg = ArchiveWords.msg(language.now());
        List<Task> tasks = new ArrayList<>();
        if (me.is(Role.SECRETARY) || me.is(Role.AUDITOR)) {
            tasks.add(new Task(msg.taskJournal(), "/journal", null));
        }
        if (RetentionService.sets(me.role())) {
            tasks.add(new Task(msg.taskRetention(), "/retention", null));
        }
        return tasks;
    }
}
