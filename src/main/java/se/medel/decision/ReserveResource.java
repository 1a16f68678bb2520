package se.medel.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Refusals;
import se.medel.round.ExplainedStep;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/**
 * The clients of a round who wait in reserve, as a program reads them.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
public class ReserveResource {

    /**
     * A claim with clients in reserve, in counts.
     *
     * @param application the id of the claim
     * @param reserve how many of its clients are in reserve
     * @param fitting how many of them there is room for now
     * @param clients how many clients a decision that takes them up would compensate in all
     * @param decision the id of the decision that it would replace
     * @param explanation what the rules leave for the clients in reserve if the claim were alone in line (A8)
     */
    @Schema(name = "Reserve")
    public record Waiting(
            long application,
            String district,
            long reserve,
            long fitting,
            long clients,
            long decision,
            List<ExplainedStep> explanation) {}

    @Inject
    ReserveService reserves;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/reserve")
    @Operation(
            summary = "The claims with clients in reserve, those first that there is room for",
            description = "A proposal is followed by replacing the claim's decision by one for so many clients.")
    @APIResponse(responseCode = "200", description = "The claims; empty where nobody waits")
    public List<Waiting> reserve(@RestPath("round") String round) {
        if (rounds.round(round).isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
        return reserves.waiting(me.actor(), round).stream()
                .map(claim -> new Waiting(
                        claim.application().id(),
                        claim.application().district(),
                        claim.reserve(),
                        claim.fitting(),
                        claim.clients(),
                        claim.inForce().id(),
                        ExplainedStep.of(
                                reserves.assess(claim).explanation(),
                                claim.application().component(),
                                language.now())))
                .toList();
    }
}
