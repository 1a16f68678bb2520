package se.medel.deadline;

import java.util.List;

/** What a feature waits for: each has a bean of this kind, and the reminders and to-do lists ask them all. */
public interface DueSource {

    /** All that isn't done, with its last day; what is done is left out, and what has no last day yet. */
    List<Due> open();
}
