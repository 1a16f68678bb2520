package se.medel.district;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The city's districts. Everyone who is logged in sees them: that a district exists is no secret. */
@Path("/api/districts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "districts", description = "The city's districts with the time in which they exist")
@Authenticated
public class DistrictResource {

    @Inject
    Districts districts;

    @GET
    @Operation(summary = "All districts, also those that no longer exist")
    public List<DistrictView> list() {
        return districts.everyone();
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "A district")
    public DistrictView get(@RestPath String slug) {
        return districts.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
