package se.medel.start;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.user.Me;

/** The start page, which is the user's to-do list, and the accessibility statement. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class StartPages {

    @CheckedTemplate(basePath = "start", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Start(List<Task> tasks) implements TemplateInstance {}

    @CheckedTemplate(basePath = "start", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Accessibility() implements TemplateInstance {}

    @Inject
    Me me;

    @All
    @Inject
    List<TaskSource> sources;

    @GET
    @Authenticated
    public TemplateInstance start() {
        return new Start(inOrder(
                sources.stream().flatMap(source -> source.tasksFor(me).stream()).toList()));
    }

    /** What is late comes first, the latest on top, and doesn't stand a second time as if it weren't late. */
    private static List<Task> inOrder(List<Task> tasks) {
        Set<String> late = tasks.stream()
                .filter(task -> task.daysLate() > 0)
                .map(Task::href)
                .collect(Collectors.toSet());
        return tasks.stream()
                .filter(task -> task.daysLate() > 0 || !late.contains(task.href()))
                .sorted(Comparator.comparingLong(Task::daysLate).reversed())
                .toList();
    }

    @GET
    @Path("/tillganglighet")
    @PermitAll
    public TemplateInstance accessibility() {
        return new Accessibility();
    }
}
