package se.medel.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
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
import se.medel.api.Problem;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.application.rules.ApplicationContent;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.round.ExplainedStep;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/**
 * Applications, as a district's and the social administration's programs handle them.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applications", description = "Applications, from draft to recommendation")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class ApplicationResource {

    /** @param component what is applied for */
    @Schema(requiredProperties = "component")
    public record NewApplication(ComponentKind component) {}

    /** @param completionAnswer what the district answers to a request for completion */
    public record Submission(@Schema(maxLength = FreeText.LONGEST) String completionAnswer) {}

    @Schema(requiredProperties = "reason")
    public record Withdrawal(@Schema(maxLength = FreeText.LONGEST) String reason) {}

    /** @param due the day it should be answered, from today on */
    @Schema(requiredProperties = {"request", "due"})
    public record CompletionRequest(@Schema(maxLength = FreeText.LONGEST) String request, LocalDate due) {}

    /** Everything that the application lacks before it can be submitted; empty when it can. */
    @Schema(requiredProperties = "missing")
    public record Missing(List<Problem.Fault> missing) {}

    /**
     * What the rules leave for the application right now.
     *
     * @param granted whole kronor that fit
     * @param binding the rules that take something away
     */
    @Schema(
            name = "Assessment",
            requiredProperties = {"asked", "granted", "binding", "explanation"})
    public record Assessed(
            Kronor asked,
            Kronor granted,
            Long clientsAsked,
            Long clientsGranted,
            List<String> binding,
            List<ExplainedStep> explanation) {}

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    RoundService rounds;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Language language;

    @Inject
    Me me;

    // The district's side

    @GET
    @Path("/{round}/applications")
    @Operation(
            summary = "The round's applications in the order they came",
            description = "Districts see their own; drafts are seen by nobody else.")
    public List<ApplicationJson.Line> list(@RestPath("round") String round) {
        mustExist(round);
        return applications.ofRound(me.actor(), round).stream()
                .map(ApplicationJson.Line::of)
                .toList();
    }

    @POST
    @Path("/{round}/applications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Starts a draft for the user's own district")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response start(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) NewApplication wanted) {
        mustExist(round);
        needed(wanted);
        Input input = new Input();
        input.required(wanted.component(), "component");
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> applications
                .start(me.actor(), round, wanted.component())
                .map(application -> new Done(
                        201,
                        ApplicationJson.of(application),
                        "/api/rounds/" + round + "/applications/" + application.id(),
                        Versions.tag(application.version()))));
    }

    @GET
    @Path("/{round}/applications/{id}")
    @Operation(summary = "An application")
    @APIResponse(
            responseCode = "200",
            description = "The application; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response get(@RestPath("round") String round, @RestPath long id) {
        return answer(found(round, id));
    }

    @PUT
    @Path("/{round}/applications/{id}/content")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(
            summary = "Keeps what the district has written",
            description = "A draft is kept also where it isn't complete or asks for too much; what is missing tells.")
    @APIResponse(
            responseCode = "200",
            description = "The application with its new ETag",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response save(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ContentJson text) {
        long ifVersion = versions.demanded(ifMatch, found(round, id).version());
        needed(text);
        Input input = new Input();
        ApplicationContent content = text.read(input);
        refusals.orRefuse(input);
        return answer(refusals.given(applications.save(me.actor(), id, ifVersion, content)));
    }

    @GET
    @Path("/{round}/applications/{id}/missing")
    @Operation(summary = "What the application still lacks before it can be submitted")
    public Missing missing(@RestPath("round") String round, @RestPath long id) {
        return new Missing(refusals.faults(applications.missing(found(round, id))));
    }

    @POST
    @Path("/{round}/applications/{id}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Submits the draft or the completion; a director's submission is signed with it")
    @APIResponse(
            responseCode = "200",
            description = "The submitted application with its receipt",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response submit(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = false) Submission submission) {
        Submission sent = submission == null ? new Submission(null) : submission;
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        return once(key, sent, () -> applications.submit(me.actor(), id, ifVersion, sent.completionAnswer()));
    }

    @POST
    @Path("/{round}/applications/{id}/signature")
    @RolesAllowed(Roles.DISTRICT_DIRECTOR)
    @Operation(summary = "The district's director signs what an officer has submitted")
    @APIResponse(
            responseCode = "200",
            description = "The signed application",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response sign(
            @RestPath("round") String round, @RestPath long id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        found(round, id);
        return once(key, "", () -> applications.sign(me.actor(), id));
    }

    @POST
    @Path("/{round}/applications/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Takes the application back; possible until it is decided")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn application",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response withdraw(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Withdrawal withdrawal) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        needed(withdrawal);
        return once(key, withdrawal, () -> applications.withdraw(me.actor(), id, ifVersion, withdrawal.reason()));
    }

    // The social administration's side

    @POST
    @Path("/{round}/applications/{id}/completion-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Asks the district to complete the application")
    @APIResponse(
            responseCode = "200",
            description = "The application, which the district can write in again",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response requestCompletion(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) CompletionRequest request) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        needed(request);
        return once(
                key,
                request,
                () -> applications.requestCompletion(me.actor(), id, ifVersion, request.request(), request.due()));
    }

    @GET
    @Path("/{round}/applications/{id}/assessment")
    @Operation(summary = "What the rules leave for the application right now, with the chain (A8)")
    @APIResponse(responseCode = "200", description = "The assessment")
    @APIResponse(responseCode = "409", description = "No amount is written yet")
    public Assessed assess(@RestPath("round") String round, @RestPath long id) {
        Outcome outcome = applications
                .assess(found(round, id))
                .orElseThrow(() -> refusals.refuse(ApplicationRefusal.NOTHING_ASKED));
        boolean clients = outcome.ask().component() == ComponentKind.CLIENT_COMPENSATION;
        return new Assessed(
                outcome.asked(),
                outcome.granted(),
                clients ? outcome.ask().clients() : null,
                clients ? outcome.clientsGranted() : null,
                outcome.binding(),
                ExplainedStep.of(outcome.explanation(), outcome.ask().component(), language.now()));
    }

    @GET
    @Path("/{round}/applications/{id}/preparation")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
    @Operation(summary = "The officer's judgement and recommendation; working material that districts don't see")
    public PreparationJson preparation(@RestPath("round") String round, @RestPath long id) {
        ApplicationView application = found(round, id);
        return preparations
                .of(id)
                .map(preparation -> json(preparation, application))
                .orElseThrow(() -> refusals.refuse(ApplicationRefusal.PREPARATION_NOT_FOUND));
    }

    @PUT
    @Path("/{round}/applications/{id}/preparation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Judges the criteria and recommends; less than the rules leave is possible, never more",
            description =
                    "A claim for clients can be prepared again once it is decided, until it is settled. What is found"
                            + " then counts from the decision that replaces the one in force.")
    @APIResponse(
            responseCode = "200",
            description = "The preparation; the ETag is the application's",
            content = @Content(schema = @Schema(implementation = PreparationJson.class)))
    public Response prepare(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) PreparationJson.Work work) {
        long ifVersion = versions.demanded(ifMatch, found(round, id).version());
        needed(work);
        Input input = new Input();
        PreparationService.Work read = work.read(input);
        refusals.orRefuse(input);
        Answer<PreparationView> prepared = preparations.prepare(me.actor(), id, ifVersion, read);
        if (prepared.isRefused()) {
            return refusals.answer(work.atFindings(prepared.refusals()));
        }
        ApplicationView application = found(round, id);
        return Response.ok(json(prepared.get(), application))
                .header("ETag", Versions.tag(application.version()))
                .build();
    }

    private PreparationJson json(PreparationView preparation, ApplicationView application) {
        return PreparationJson.of(
                preparation,
                application.isClaim() ? preparations.asFound(application).notEligible() : null,
                application.isClaim() && ApplicationService.readsRows(me.role())
                        ? refusals.given(preparations.findings(me.actor(), application.id()))
                        : null);
    }

    private Response once(String key, Object body, Supplier<Answer<ApplicationView>> work) {
        return idempotency.once(key, body, () -> work.get()
                .map(application ->
                        new Done(200, ApplicationJson.of(application), null, Versions.tag(application.version()))));
    }

    private ApplicationView found(String round, long id) {
        ApplicationView application = refusals.given(applications.find(me.actor(), id));
        if (!application.roundId().equals(round)) {
            throw refusals.refuse(ApplicationRefusal.APPLICATION_NOT_FOUND);
        }
        return application;
    }

    private void mustExist(String round) {
        boolean shown = rounds.round(round)
                .filter(found -> !me.role().ofDistrict() || found.state().hasApprovedModel())
                .isPresent();
        if (!shown) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }

    private void needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
    }

    private static Response answer(ApplicationView application) {
        return Response.ok(ApplicationJson.of(application))
                .header("ETag", Versions.tag(application.version()))
                .build();
    }
}
