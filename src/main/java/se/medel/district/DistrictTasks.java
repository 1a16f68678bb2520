package se.medel.district;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** The administrator finds the districts from the start page. */
@ApplicationScoped
class DistrictTasks implements TaskSource {

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        DistrictMsg msg = MessageBundles.get(
                DistrictMsg.class, Localized.Literal.of(language.now().getLanguage()));
        return me.is(Role.ADMINISTRATOR) ? List.of(new Task(msg.task(), "/admin/districts", null)) : List.of();
    }
}
