package se.medel.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.medel.user.Roles;

/** How long things are kept, for programs. */
@Path("/api/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "archive")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class RetentionResource {

    @Inject
    RetentionService retention;

    @GET
    @Operation(
            summary = "How long documents are kept, by class",
            description = "Every rule there is and has been. Nothing is removed by them.")
    public List<RetentionRule> rules() {
        return retention.rules();
    }
}
