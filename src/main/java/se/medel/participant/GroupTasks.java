package se.medel.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** Districts find their register from the start page, the social administration the groups. */
@ApplicationScoped
class GroupTasks implements TaskSource {

    @Inject
    GroupService groups;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        ParticipantMsg msg = RegisterDesk.words(language);
        if (me.role().ofDistrict()) {
            String names = groups.all(me.actor()).stream().map(GroupView::name).collect(Collectors.joining(", "));
            return List.of(new Task(msg.registerTask(), "/register", RegisterDesk.orNull(names)));
        }
        return me.is(Role.OFFICER) || me.is(Role.DIRECTOR) || me.is(Role.AUDITOR)
                ? List.of(new Task(msg.groupsTask(), "/groups", null))
                : List.of();
    }
}
