package se.medel.whatif;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.round.ModelView;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundResource;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/** Trials of a round's model, as a program sees them. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "trials",
        description = "What-if on the model itself: other figures, an expected uptake, and where rules bite")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class TrialResource {

    @Inject
    TrialService trials;

    @Inject
    RoundService rounds;

    @Inject
    Me me;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Language language;

    @GET
    @Path("/{round}/trials")
    @Operation(summary = "The round's trials, those changed last first")
    public List<TrialJson.Summary> list(@RestPath String round) {
        TrialWords words = words(round);
        return trials.ofRound(round).stream()
                .map(trial -> TrialJson.Summary.of(trial, words))
                .toList();
    }

    @POST
    @Path("/{round}/trials")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    @Operation(summary = "Makes a trial, as a copy of the round's newest model or of another trial")
    @APIResponse(
            responseCode = "201",
            description = "The trial, with its ETag",
            content = @Content(schema = @Schema(implementation = TrialJson.class)))
    public Response make(
            @RestPath String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) TrialJson.New wanted) {
        TrialWords words = words(round);
        refusals.orRefuse(needed(wanted));
        Input input = new Input();
        TrialService.Wanted read = wanted.read(input);
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> trials.make(me.actor(), round, read)
                .map(made -> new Done(
                        201,
                        TrialJson.of(made, words),
                        "/api/rounds/" + round + "/trials/" + made.id(),
                        Versions.tag(made.version()))));
    }

    @GET
    @Path("/{round}/trials/{trial: [0-9]+}")
    @Operation(summary = "A trial with what the rules make of it")
    @APIResponse(
            responseCode = "200",
            description = "The trial; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = TrialJson.class)))
    public Response get(@RestPath String round, @RestPath long trial) {
        return answer(found(round, trial), words(round));
    }

    @PUT
    @Path("/{round}/trials/{trial: [0-9]+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    @Operation(summary = "Changes a trial; what is left out stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The changed trial with its new ETag",
            content = @Content(schema = @Schema(implementation = TrialJson.class)))
    public Response change(
            @RestPath String round,
            @RestPath long trial,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) TrialJson.Changed changed) {
        long ifVersion = versions.demanded(ifMatch, found(round, trial).version());
        refusals.orRefuse(needed(changed));
        Input input = new Input();
        TrialService.Change change = changed.read(input);
        refusals.orRefuse(input);
        Answer<TrialView> answer = trials.change(me.actor(), round, trial, ifVersion, change);
        return answer(
                refusals.given(
                        answer.isRefused()
                                ? Answer.refused(answer.refusals().stream()
                                        .map(TrialJson::atItsPlace)
                                        .toList())
                                : answer),
                words(round));
    }

    @DELETE
    @Path("/{round}/trials/{trial: [0-9]+}")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER})
    @Operation(summary = "Deletes one's own trial; with If-Match only as it was seen")
    @APIResponse(
            responseCode = "200",
            description = "The trial as it was",
            content = @Content(schema = @Schema(implementation = TrialJson.class)))
    public Response delete(
            @RestPath String round, @RestPath long trial, @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        TrialWords words = words(round);
        Long ifVersion = versions.wanted(ifMatch, found(round, trial).version());
        TrialView gone = refusals.given(trials.delete(me.actor(), round, trial, ifVersion));
        return Response.ok(TrialJson.of(gone, words)).build();
    }

    @POST
    @Path("/{round}/trials/{trial: [0-9]+}/proposal")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Makes the trial's model the round's draft",
            description =
                    "The draft that there is gets the trial's figures; without one a new version of the model is started."
                            + " Needs the trial's ETag in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The draft, with the ETag that is needed to change it",
            content = @Content(schema = @Schema(implementation = RoundResource.ShownModel.class)))
    public Response propose(
            @RestPath String round,
            @RestPath long trial,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        long ifVersion = versions.demanded(ifMatch, found(round, trial).version());
        Long draft = rounds.pendingModel(round).map(ModelView::version).orElse(null);
        return idempotency.once(key, "", () -> trials.propose(me.actor(), round, trial, ifVersion, draft)
                .map(model -> new Done(200, RoundResource.ShownModel.of(model), null, Versions.tag(model.version()))));
    }

    private static Response answer(TrialView trial, TrialWords words) {
        return Response.ok(TrialJson.of(trial, words))
                .header("ETag", Versions.tag(trial.version()))
                .build();
    }

    private static Input needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        return input;
    }

    private TrialView found(String round, long trial) {
        round(round);
        return refusals.given(trials.find(round, trial));
    }

    private RoundView round(String id) {
        return rounds.round(id).orElseThrow(() -> refusals.refuse(RoundRefusal.ROUND_NOT_FOUND));
    }

    private TrialWords words(String round) {
        Map<String, String> names = rounds.districtsOf(round(round)).stream()
                .collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        return TrialWords.in(language.now(), names);
    }
}
