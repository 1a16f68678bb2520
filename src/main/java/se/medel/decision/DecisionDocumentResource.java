package se.medel.decision;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Problem;
import se.medel.document.DocumentView;
import se.medel.document.PdfAnswer;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * A decision's document, for programs.
 *
 * <p>The class has the same path as the other resource of decisions, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/decisions")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
@Tag(name = "decisions")
public class DecisionDocumentResource {

    /**
     * What a document is known by.
     *
     * @param sha256 of its bytes, in small hexadecimal digits
     * @param madeAt when it was stored
     */
    @Schema(name = "DocumentMetadata")
    public record Metadata(String sha256, String fileName, Instant madeAt) {}

    @Inject
    DecisionService decisions;

    @Inject
    DocumentService documents;

    @Inject
    Me me;

    @GET
    @Path("/{id}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(
            summary = "The document of a decision, as PDF/A-3a and PDF/UA-1",
            description =
                    "Always the same bytes. The entity tag is their SHA-256. The decision as data is attached inside,"
                            + " as /schema/decision-1.json describes it.")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(
            responseCode = "404",
            description = "No such decision, or none that the user may see",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response document(@RestPath long id, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(seen(id), request, context);
    }

    @GET
    @Path("/{id}/document/appendix")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(
            summary = "The appendix of a decision on a claim: its clients by their code numbers",
            description = "For the claim's own district and those who have tried it. Each read is kept in the trail.")
    @APIResponse(responseCode = "200", description = "The appendix, always the same bytes")
    @APIResponse(
            responseCode = "404",
            description = "No such decision, none that the user may see, or one without clients",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response appendix(@RestPath long id) {
        if (decisions.readClients(me.actor(), id).isRefused()) {
            throw new NotFoundException();
        }
        return PdfAnswer.notKept(documents.appendixOf(id));
    }

    @GET
    @Path("/{id}/document/metadata")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the document of a decision is known by")
    @APIResponse(
            responseCode = "200",
            description = "Checksum, file name and when it was made",
            content = @Content(schema = @Schema(implementation = Metadata.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such decision, or none that the user may see",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Metadata metadata(@RestPath long id) {
        DocumentView document = seen(id);
        return new Metadata(document.sha256(), document.fileName(), document.madeAt());
    }

    private DocumentView seen(long id) {
        if (decisions.find(me.actor(), id).isRefused()) {
            throw new NotFoundException();
        }
        return documents.of(id);
    }
}
