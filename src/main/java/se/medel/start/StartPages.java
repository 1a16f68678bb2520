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
import java.util.List;
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
        return new Start(
                sources.stream().flatMap(source -> source.tasksFor(me).stream()).toList());
    }

    @GET
    @Path("/tillganglighet")
    @PermitAll
    public TemplateInstance accessibility() {
        return new Accessibility();
    }
}
