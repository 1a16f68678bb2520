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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import se.medel.committee.DispatchService.Sending;
import se.medel.document.PdfAnswer;
import se.medel.round.RoundPages;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The letters about the committee's decision to the district committees (D3), for programs. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
@Tag(name = "committee", description = "The committee's meetings and decisions, the dispatch and the instructions")
public class DispatchResource {

    /** More than the districts of any city. */
    private static final int MOST = 500;

    /**
     * Letters that were sent.
     *
     * @param ids of the letters; left out for all that aren't sent yet
     */
    @Schema(
            name = "DispatchSending",
            requiredProperties = {"sentOn", "channel"})
    public record Wanted(
            @Schema(type = SchemaType.ARRAY, implementation = Long.class) List<Long> ids,
            LocalDate sentOn,
            DispatchChannel channel) {}

    @Inject
    DispatchService dispatches;

    @Inject
    MeetingDocuments documents;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Path("/{round}/dispatches")
    @Operation(summary = "The letters about the committee's decisions, newest decision first; districts see their own")
    @APIResponse(responseCode = "200", description = "The letters, with when and how those that are sent were")
    public List<DispatchView> all(@RestPath("round") String round) {
        known(round);
        return dispatches.ofRound(me.actor(), round);
    }

    @POST
    @Path("/{round}/dispatches")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(summary = "Marks letters as sent, some or all; what is marked doesn't change any more")
    @APIResponse(
            responseCode = "200",
            description = "The letters that were marked",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DispatchView.class)))
    public Response send(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) Wanted wanted) {
        known(round);
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        List<Long> ids = input.values(wanted.ids(), "ids", MOST);
        refusals.orRefuse(input);
        Sending sending = new Sending(wanted.ids() == null ? null : Set.copyOf(ids), wanted.sentOn(), wanted.channel());
        return idempotency.once(key, wanted, () -> dispatches
                .send(me.actor(), round, sending)
                .map(sent -> new Done(200, sent, null, null)));
    }

    @GET
    @Path("/{round}/dispatches/{id}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "A letter to a district committee, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response document(
            @RestPath("round") String round,
            @RestPath("id") long id,
            @Context Request request,
            RoutingContext context) {
        known(round);
        DispatchView dispatch = dispatches
                .find(me.actor(), round, id)
                .orElseThrow(() -> refusals.refuse(MeetingRefusal.DISPATCH_NOT_FOUND));
        return PdfAnswer.of(documents.dispatch(dispatch).document(), request, context);
    }

    /** A round that a district doesn't see yet is to it as if it weren't there. */
    private void known(String round) {
        if (rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }
}
