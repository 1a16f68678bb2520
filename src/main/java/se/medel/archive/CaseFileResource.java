package se.medel.archive;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Problem;
import se.medel.api.Refusals;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * The file of a round or of one case, for programs and for the links on the page.
 *
 * <p>The class has the same path as the other resources of rounds, see {@link se.medel.decision.DecisionDocumentResource}.
 */
@Path("/api/rounds")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.SECRETARY, Roles.AUDITOR})
@Tag(name = "archive", description = "The register, case files and how long things are kept")
public class CaseFileResource {

    @Inject
    CaseFileService files;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    @GET
    @Path("/{round}/case-file")
    @Produces({CaseFileAnswer.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Operation(
            summary = "The whole file of a round as a package for the archive",
            description = "A zip with an E-ARK SIP 2.1: an index, every document, what was received, what is stored as"
                    + " JSON, the audit trail and checksums. What the role may not read is left out and the index says"
                    + " so. It is written while it is read; one that breaks off is no whole zip.")
    @APIResponse(responseCode = "200", description = "The package")
    @APIResponse(
            responseCode = "409",
            description = "As many as may be are being taken out; later",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response caseFile(@RestPath String round, RoutingContext context) {
        return CaseFileAnswer.of(refusals.given(files.ofRound(me.actor(), round)), context);
    }

    @GET
    @Path("/{round}/applications/{id}/case-file")
    @Produces({CaseFileAnswer.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Operation(
            summary = "The whole file of an application and what has come of it",
            description = "As the round's, with what is about this case and its district's report.")
    @APIResponse(responseCode = "200", description = "The package")
    @APIResponse(
            responseCode = "409",
            description = "As many as may be are being taken out; later",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response caseFile(@RestPath String round, @RestPath long id, RoutingContext context) {
        return CaseFileAnswer.of(refusals.given(files.ofApplication(me.actor(), round, id)), context);
    }
}
