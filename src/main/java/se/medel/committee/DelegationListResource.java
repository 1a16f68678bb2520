package se.medel.committee;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.document.PdfAnswer;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The lists of decisions made on delegation, for programs. */
@Path("/api/delegation-lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
@Tag(name = "committee", description = "The committee's meetings and decisions, the dispatch and the instructions")
public class DelegationListResource {

    /**
     * Where a list was reported.
     *
     * @param date of the meeting
     * @param paragraph of the minutes, such as § 12
     */
    @Schema(
            name = "DelegationListReport",
            requiredProperties = {"date", "paragraph"})
    public record Wanted(LocalDate date, @Schema(maxLength = 60) String paragraph) {}

    @Inject
    DelegationListService lists;

    @Inject
    DelegationListDocuments documents;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Operation(
            summary =
                    "The lists of decisions made on delegation: the open one, and those that are closed, newest first")
    @APIResponse(responseCode = "200", description = "The lists without their decisions")
    public List<DelegationListView> all() {
        return lists.all();
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "A list with its decisions, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The list as it was closed, or as the open one is now",
            content = @Content(schema = @Schema(implementation = DelegationListContent.class)))
    public Response list(@RestPath("number") int number) {
        DelegationListContent content = found(number);
        return Response.ok(content)
                .header("ETag", Versions.tag(content.list().version()))
                .build();
    }

    @POST
    @Path("/{number}/close")
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            summary = "Closes the open list, which then stays as it is",
            description =
                    "With If-Match a list that has grown since it was read is refused. What is decided later is in the"
                            + " next list.")
    @APIResponse(
            responseCode = "200",
            description = "The closed list",
            content = @Content(schema = @Schema(implementation = DelegationListView.class)))
    public Response close(
            @RestPath("number") int number,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long ifVersion = versions.wanted(ifMatch, found(number).list().version());
        Response answer = idempotency.once(key, "close " + number, () -> lists.close(me.actor(), number, ifVersion)
                .map(this::done));
        documents.kept(number);
        return answer;
    }

    @POST
    @Path("/{number}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            summary = "Registers at which meeting, and in which paragraph of its minutes, a closed list was reported")
    @APIResponse(
            responseCode = "200",
            description = "The reported list",
            content = @Content(schema = @Schema(implementation = DelegationListView.class)))
    public Response report(
            @RestPath("number") int number,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted wanted) {
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        Long ifVersion = versions.wanted(ifMatch, found(number).list().version());
        return idempotency.once(
                key, wanted, () -> lists.report(me.actor(), number, ifVersion, wanted.date(), wanted.paragraph())
                        .map(this::done));
    }

    @GET
    @Path("/{number}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "A closed list as it is reported, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response document(@RestPath("number") int number, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(
                documents
                        .kept(number)
                        .orElseThrow(() -> refusals.refuse(DelegationListRefusal.DELEGATION_LIST_NOT_FOUND))
                        .document(),
                request,
                context);
    }

    private Done done(DelegationListView list) {
        return new Done(200, list, null, Versions.tag(list.version()));
    }

    private DelegationListContent found(int number) {
        return lists.find(number).orElseThrow(() -> refusals.refuse(DelegationListRefusal.DELEGATION_LIST_NOT_FOUND));
    }
}
