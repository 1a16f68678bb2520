package se.medel.costreport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Refusals;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The cost reports of a round. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cost reports")
public class RoundReportResource {

    @Inject
    CostReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Path("/{round}/cost-reports")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    @Operation(summary = "The round's cost reports, by district", description = "Districts see their own.")
    public List<CostReportJson.Line> list(@RestPath("round") String round) {
        mustExist(round);
        return lines(reports.ofRound(me.actor(), round));
    }

    @POST
    @Path("/{round}/cost-reports")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Opens reports for what was granted after reporting was opened",
            description = "A new report where a district has none, new lines in those that can be written in.")
    @APIResponse(
            responseCode = "200",
            description = "The reports that were opened or added to",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CostReportJson.Line.class)))
    public Response open(@RestPath("round") String round, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        mustExist(round);
        return idempotency.once(
                key, "", () -> reports.open(me.actor(), round).map(opened -> new Done(200, lines(opened), null, null)));
    }

    private List<CostReportJson.Line> lines(List<CostReportView> some) {
        LocalDate today = LocalDate.now(clock);
        return some.stream()
                .map(report -> CostReportJson.Line.of(report, today))
                .toList();
    }

    private void mustExist(String round) {
        boolean shown = rounds.round(round)
                .filter(found -> !me.role().ofDistrict() || found.state().hasApprovedModel())
                .isPresent();
        if (!shown) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }
}
