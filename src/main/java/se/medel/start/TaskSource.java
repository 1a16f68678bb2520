package se.medel.start;

import java.util.List;
import se.medel.user.Me;

/** What a feature puts on the start pages: each feature has a bean of this kind, and the page asks them all. */
public interface TaskSource {

    /** What this user has to do, most urgent first; empty for roles that the feature has nothing for. */
    List<Task> tasksFor(Me me);
}
