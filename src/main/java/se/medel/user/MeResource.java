package se.medel.user;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is logged in, as a program sees it. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class MeResource {

    /**
     * The user of the request.
     *
     * @param role a wire name, such as district-officer
     * @param district a slug, null for users without a district
     */
    public record Self(String username, String title, String role, String district) {}

    @Inject
    Me me;

    @GET
    @Authenticated
    @Operation(summary = "Who is logged in")
    public Self me() {
        return new Self(
                me.username(), me.title(), me.role().wireName(), me.district().orElse(null));
    }
}
