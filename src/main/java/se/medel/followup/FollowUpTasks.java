package se.medel.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** Who may read the figures finds them from the start page; a district only if it has a group. */
@ApplicationScoped
class FollowUpTasks implements TaskSource {

    @Inject
    FollowUpService service;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        boolean reads = me.role().ofDistrict()
                ? !service.groupsFor(me.actor()).isEmpty()
                : !me.is(Role.SECRETARY) && !me.is(Role.ADMINISTRATOR);
        return reads ? List.of(new Task(Sheet.msg(language.now()).task(), "/follow-up", null)) : List.of();
    }
}
