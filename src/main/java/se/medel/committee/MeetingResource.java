package se.medel.committee;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.committee.MeetingService.Afterwards;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The committee's meetings, for programs. */
@Path("/api/committee-meetings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
@Tag(name = "committee", description = "The committee's meetings and decisions, the dispatch and the instructions")
public class MeetingResource {

    /**
     * What came after a meeting.
     *
     * @param minutesApprovedOn left out while they aren't
     * @param noticePostedOn when the notice of the approved minutes was put up; left out while it isn't
     */
    @Schema(name = "MeetingMinutes")
    public record Wanted(LocalDate minutesApprovedOn, LocalDate noticePostedOn) {}

    @Inject
    MeetingService meetings;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Operation(summary = "The meetings at which a model was decided on, newest first")
    @APIResponse(responseCode = "200", description = "The meetings with their decisions and what is late (KL)")
    public List<MeetingView> all() {
        return meetings.all();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A meeting with its decisions")
    @APIResponse(
            responseCode = "200",
            description = "The meeting; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response meeting(@RestPath("id") long id) {
        return answer(found(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            summary = "Registers when the minutes were approved and the notice put up",
            description = "What is later than the law allows is registered and warned of.")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response follow(
            @RestPath("id") long id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted wanted) {
        long ifVersion = versions.demanded(ifMatch, found(id).version());
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        return answer(refusals.given(meetings.follow(
                me.actor(), id, ifVersion, new Afterwards(wanted.minutesApprovedOn(), wanted.noticePostedOn()))));
    }

    private MeetingView found(long id) {
        return meetings.find(id).orElseThrow(() -> refusals.refuse(MeetingRefusal.MEETING_NOT_FOUND));
    }

    private static Response answer(MeetingView meeting) {
        return Response.ok(meeting)
                .header("ETag", Versions.tag(meeting.version()))
                .build();
    }
}
