package se.medel.decision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/** Decisions that have been made, by their own addresses. */
@Path("/api/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class DecisionListResource {

    @Inject
    DecisionService decisions;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Operation(summary = "A round's decisions by number, also the replaced ones; districts see their own")
    public List<DecisionJson> list(
            @Parameter(required = true, description = "The round's id") @RestQuery String round) {
        Input input = new Input();
        input.required(round, "round");
        refusals.orRefuse(input);
        if (rounds.round(round)
                .filter(known -> known.state().hasApprovedModel())
                .isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
        return decisions.ofRound(me.actor(), round).stream()
                .map(decision -> DecisionJson.of(decision, language.now()))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A decision with its chain from what was asked to what was granted")
    public DecisionJson get(@RestPath long id) {
        return DecisionJson.of(refusals.given(decisions.find(me.actor(), id)), language.now());
    }
}
