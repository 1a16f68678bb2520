package se.medel.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** The administrator has no cases, only the users to look after. */
@ApplicationScoped
class AdministratorTasks implements TaskSource {

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        return me.is(Role.ADMINISTRATOR)
                ? List.of(new Task(language.msg().userListTitle(), "/admin/users", null))
                : List.of();
    }
}
