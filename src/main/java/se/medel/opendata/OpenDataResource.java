package se.medel.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Problem;
import se.medel.round.RoundView;
import se.medel.web.Csv;

/** The open data as files. Strangers get them only where {@code medel.open-data.public} says so; see {@link OpenDataDoor}. */
@Path("/api/open-data")
@Tag(
        name = "open data",
        description = "What is decided, paid and paid back, without anything that tells of a client (P13)")
@PermitAll
public class OpenDataResource {

    private static final String TURTLE = "text/turtle; charset=utf-8";

    @Inject
    OpenDataService service;

    @Inject
    OpenDataText text;

    @Inject
    OpenDataDoor door;

    @GET
    @Path("/catalogue.ttl")
    @Produces({TURTLE, Problem.MEDIA_TYPE})
    @Operation(summary = "The description of the data set, as DCAT-AP-SE in Turtle")
    @APIResponse(
            responseCode = "200",
            description = "The description",
            content = @Content(mediaType = TURTLE, schema = @Schema(type = SchemaType.STRING)))
    public String catalogue() {
        door.check();
        return text.catalogue();
    }

    @GET
    @Path("/{round}.csv")
    @Produces({Csv.TYPE, Problem.MEDIA_TYPE})
    @Operation(
            summary = "A round's grants as CSV",
            description =
                    "Every district's compensation stands there; one that is hidden can be of few clients, of none, or"
                            + " hidden for the sake of another.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@RestPath String round) {
        RoundView found = found(round);
        return Response.ok(text.csv(found), Csv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"bidrag-" + found.id() + ".csv\"")
                .build();
    }

    @GET
    @Path("/{round}.json")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary = "A round's grants as JSON in the shape of 360Giving",
            description = "Grants whose amount is hidden are left out.")
    public GivingJson json(@RestPath String round) {
        return text.json(found(round));
    }

    private RoundView found(String round) {
        door.check();
        return service.published(round).orElseThrow(NotFoundException::new);
    }
}
