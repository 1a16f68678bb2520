package se.medel.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Refusals;
import se.medel.followup.FollowUpService.Wanted;
import se.medel.user.Me;
import se.medel.user.Roles;

/** Follow-up of all groups, as a program sees it. */
@Path("/api/follow-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-up", description = "What the participant register counts, exact or protected by who asks")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR, Roles.EVALUATOR})
public class FollowUpResource {

    @Inject
    FollowUpService service;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    /** @param year a calendar year that is over; without it the latest round's */
    @GET
    @Operation(
            summary = "The figures of a year, of all groups together and of each",
            description = "Counts under five and those that would give them away are null, and hidden is true (P13).")
    public FiguresJson.All all(@RestQuery String year) {
        return FiguresJson.All.of(refusals.given(service.ofAll(me.actor(), new Wanted(year, null, null))));
    }
}
