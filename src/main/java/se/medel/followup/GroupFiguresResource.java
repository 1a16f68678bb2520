package se.medel.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Refusals;
import se.medel.followup.FollowUpService.Wanted;
import se.medel.user.Me;
import se.medel.user.Roles;

/** Follow-up of one group, as a program sees it. */
@Path("/api/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-up", description = "What the participant register counts, exact or protected by who asks")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR,
    Roles.EVALUATOR
})
public class GroupFiguresResource {

    @Inject
    FollowUpService service;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    @GET
    @Path("/{group}/figures")
    @Operation(
            summary = "The figures of a group",
            description =
                    "Exact for the group's own districts, of a year or of any days; for others of a calendar year that"
                            + " is over, where counts under five and those that would give them away are null and hidden is true"
                            + " (P13). Without a period the latest round's year.")
    public FiguresJson ofGroup(
            @RestPath String group, @RestQuery String year, @RestQuery String from, @RestQuery String to) {
        return FiguresJson.of(refusals.given(service.ofGroup(me.actor(), group, new Wanted(year, from, to))));
    }
}
