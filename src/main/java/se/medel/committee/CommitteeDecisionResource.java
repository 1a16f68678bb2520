package se.medel.committee;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.committee.MeetingService.Minutes;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelJson;
import se.medel.round.ModelView;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundResource.ShownModel;
import se.medel.round.RoundService;
import se.medel.round.rules.AllocationModel;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * What the committee decided about a round's models, for programs.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
@Tag(name = "committee", description = "The committee's meetings and decisions, the dispatch and the instructions")
public class CommitteeDecisionResource {

    /**
     * A point as decided.
     *
     * @param outcome as proposed where it isn't said
     * @param text what was changed; demanded of an amended D2 or D3
     */
    @Schema(name = "CommitteeDecisionPoint")
    public record Point(MeetingOutcome outcome, @Schema(maxLength = FreeText.LONGEST) String text) {

        private static MeetingPoint read(Point point) {
            return point == null ? MeetingPoint.AS_PROPOSED : MeetingPoint.of(point.outcome, point.text);
        }
    }

    /**
     * The committee's decision on the proposed model. A point that is left out was decided as proposed.
     *
     * @param paragraph of the minutes, such as § 12
     * @param d1 approves the model
     * @param d2 gives the director the task to distribute by it
     * @param d3 hands the matter to the district committees for information
     * @param model with the figures as decided, where D1 is amended
     */
    @Schema(
            name = "CommitteeDecision",
            requiredProperties = {"date", "paragraph"})
    public record Wanted(
            LocalDate date, @Schema(maxLength = 60) String paragraph, Point d1, Point d2, Point d3, ModelJson model) {}

    @Inject
    MeetingService meetings;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Path("/{round}/committee-decisions")
    @Operation(summary = "What the committee has decided about the round's models, newest first")
    @APIResponse(responseCode = "200", description = "The decisions, point by point")
    public List<CommitteeDecisionView> all(@RestPath("round") String round) {
        known(round);
        return meetings.ofRound(round);
    }

    @POST
    @Path("/{round}/committee-decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            summary = "Registers the committee's decision, point by point (D1, D2, D3)",
            description = "An approved model is in force and locked. Amended figures become a version of their own; a"
                    + " model that isn't adopted is a draft again. Without D2 nothing can be decided under the model.")
    @APIResponse(
            responseCode = "200",
            description = "The version that was approved, or the draft",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response register(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted wanted) {
        known(round);
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        AllocationModel amended = wanted.model() == null ? null : wanted.model().read(input);
        if (input.isFaulty()) {
            refusals.given(Answer.refused(input.faults().stream()
                    .map(CommitteeDecisionResource::inModel)
                    .toList()));
        }
        Long ifVersion = rounds.pendingModel(round)
                .map(model -> versions.wanted(ifMatch, model.version()))
                .orElse(null);
        return idempotency.once(key, wanted, () -> atTheirPlaces(meetings.register(
                        me.actor(),
                        round,
                        new Minutes(
                                wanted.date(),
                                wanted.paragraph(),
                                Point.read(wanted.d1()),
                                Point.read(wanted.d2()),
                                Point.read(wanted.d3()),
                                amended,
                                ifVersion)))
                .map(model -> new Done(200, ShownModel.of(model), null, Versions.tag(model.version()))));
    }

    /** The refusals where their fields stand in what was sent. */
    private static Answer<ModelView> atTheirPlaces(Answer<ModelView> answer) {
        return answer.isRefused()
                ? Answer.refused(answer.refusals().stream()
                        .map(CommitteeDecisionResource::atItsPlace)
                        .toList())
                : answer;
    }

    private static Refusal atItsPlace(Refusal refusal) {
        String field = refusal.field();
        if (field == null || field.equals("date") || field.equals("paragraph")) {
            return refusal;
        }
        return field.matches("d[123](Text)?")
                ? refusal.at(field.replace("Text", ".text"))
                : inModel(ModelJson.atItsPlace(refusal));
    }

    private static Refusal inModel(Refusal refusal) {
        return refusal.field() == null ? refusal : refusal.at("model." + refusal.field());
    }

    private void known(String round) {
        if (rounds.round(round).isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }
}
