package se.medel.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** Whoever sees cases of all districts finds the matrix from the start page; a district finds it on the round. */
@ApplicationScoped
class MatrixTasks implements TaskSource {

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        boolean reads =
                me.loggedIn() && !me.role().ofDistrict() && !me.is(Role.EVALUATOR) && !me.is(Role.ADMINISTRATOR);
        return reads ? List.of(new Task(MatrixWords.in(language.now()).msg().task(), "/funding", null)) : List.of();
    }
}
