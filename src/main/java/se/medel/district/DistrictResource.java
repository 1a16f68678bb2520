package se.medel.district;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.district.DistrictService.End;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The city's districts. Everyone who is logged in sees them: that a district exists is no secret. */
@Path("/api/districts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "districts", description = "The city's districts with the time in which they exist")
@Authenticated
public class DistrictResource {

    @Inject
    Districts districts;

    @Inject
    DistrictService service;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Operation(summary = "All districts, also those that no longer exist")
    public List<DistrictView> list() {
        return districts.everyone();
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "A district")
    @APIResponse(
            responseCode = "200",
            description = "The district; its version is the ETag",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    public Response get(@RestPath String slug) {
        return answer(found(slug));
    }

    @PUT
    @Path("/{slug}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Sets a district's last day and who takes over, or takes both away again",
            description = "What is left out is taken away.")
    @APIResponse(
            responseCode = "200",
            description = "The changed district",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    public Response setEnd(
            @RestPath String slug,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) End end) {
        long ifVersion = versions.demanded(ifMatch, found(slug).version());
        Input input = new Input();
        input.required(end, "");
        refusals.orRefuse(input);
        return answer(refusals.given(service.setEnd(me.actor(), slug, ifVersion, end)));
    }

    private DistrictView found(String slug) {
        return districts.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    private static Response answer(DistrictView district) {
        return Response.ok(district)
                .header("ETag", Versions.tag(district.version()))
                .build();
    }
}
