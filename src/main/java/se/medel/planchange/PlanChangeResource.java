package se.medel.planchange;

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
import java.time.Instant;
import java.util.ArrayList;
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
import se.medel.api.Figure;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;

/** Plan changes, as programs handle them. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plan-changes", description = "Changes of granted plans during the year")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR
})
public class PlanChangeResource {

    /** @param amount kronor with öre; zero for a line that isn't to be used */
    @Schema(name = "ChangedPlanLine")
    public record Line(CostCategory category, Figure amount, String text) {
        static List<Line> of(List<PlanLine> plan) {
            return plan.stream()
                    .map(line -> new Line(line.category(), Figure.of(line.amount()), line.text()))
                    .toList();
        }
    }

    @Schema(name = "PlanChange")
    public record Change(
            long id,
            long application,
            String district,
            PlanChangeState state,
            List<Line> before,
            List<Line> plan,
            String reason,
            Instant askedAt,
            Boolean recommends,
            String note,
            Instant preparedAt,
            Instant decidedAt,
            String reasons) {
        static Change of(PlanChangeView change) {
            return new Change(
                    change.id(),
                    change.applicationId(),
                    change.district(),
                    change.state(),
                    Line.of(change.before()),
                    Line.of(change.plan()),
                    change.reason(),
                    change.askedAt(),
                    change.recommends(),
                    change.note(),
                    change.preparedAt(),
                    change.decidedAt(),
                    change.reasons());
        }
    }

    /** @param plan the whole plan as it is to be; lines keep their numbers */
    @Schema(name = "PlanChangeRequest")
    public record Asked(@Schema(maxItems = Completeness.MOST_LINES) List<Line> plan, String reason) {}

    @Schema(name = "PlanChangePreparation")
    public record Prepared(Boolean recommends, String note) {}

    /** @param reasons needed for a refusal */
    @Schema(name = "PlanChangeDecision")
    public record Decided(Boolean approved, String reasons) {}

    @Inject
    PlanChangeService changes;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Path("/{round}/plan-changes")
    @Operation(summary = "The plan changes of a round that the user may see, the newest first")
    public List<Change> list(@RestPath("round") String round) {
        return changes.ofRound(me.actor(), round).stream().map(Change::of).toList();
    }

    @GET
    @Path("/{round}/plan-changes/{id}")
    @Operation(summary = "A plan change")
    @APIResponse(
            responseCode = "200",
            description = "The change; its ETag can be demanded where it goes on",
            content = @Content(schema = @Schema(implementation = Change.class)))
    public Response get(@RestPath("round") String round, @RestPath long id) {
        PlanChangeView change = found(round, id);
        return Response.ok(Change.of(change))
                .header("ETag", Versions.tag(change.version()))
                .build();
    }

    private PlanChangeView found(String round, long id) {
        PlanChangeView change = refusals.given(changes.find(me.actor(), id));
        if (!change.roundId().equals(round)) {
            throw refusals.refuse(PlanChangeRefusal.PLAN_CHANGE_NOT_FOUND);
        }
        return change;
    }

    @POST
    @Path("/{round}/applications/{id}/plan-changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Asks for a changed plan; it counts when it is approved")
    @APIResponse(
            responseCode = "201",
            description = "The change that was asked for",
            content = @Content(schema = @Schema(implementation = Change.class)))
    public Response ask(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) Asked asked) {
        Input input = new Input();
        List<PlanLine> plan = new ArrayList<>();
        if (input.required(asked, "") != null) {
            List<Line> sent = input.values(asked.plan, "plan", Completeness.MOST_LINES);
            for (int i = 0; i < sent.size(); i++) {
                Line line = sent.get(i);
                plan.add(new PlanLine(
                        line.category, input.kronor(line.amount, "plan[" + i + "].amount", "C1a"), line.text));
            }
        }
        refusals.orRefuse(input);
        return idempotency.once(key, asked, () -> changes.changeable(me.actor(), id)
                .then(application -> application.roundId().equals(round)
                        ? changes.ask(me.actor(), id, plan, asked.reason())
                        : Answer.<PlanChangeView>refused(PlanChangeRefusal.PLAN_CHANGE_NOT_FOUND))
                .map(change -> done(201, change)));
    }

    private static Done done(int status, PlanChangeView change) {
        return new Done(
                status,
                Change.of(change),
                status == 201 ? "/api/rounds/" + change.roundId() + "/plan-changes/" + change.id() : null,
                Versions.tag(change.version()));
    }

    @POST
    @Path("/{round}/plan-changes/{id}/withdrawal")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "The district takes its request back; possible until it is decided")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn change",
            content = @Content(schema = @Schema(implementation = Change.class)))
    public Response withdraw(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        return once(key, "", () -> changes.withdraw(me.actor(), id, ifVersion));
    }

    @POST
    @Path("/{round}/plan-changes/{id}/preparation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "An officer says what is recommended")
    @APIResponse(
            responseCode = "200",
            description = "The prepared change",
            content = @Content(schema = @Schema(implementation = Change.class)))
    public Response prepare(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Prepared prepared) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        needed(prepared);
        return once(
                key,
                prepared,
                () -> changes.prepare(me.actor(), id, ifVersion, prepared.recommends(), prepared.note()));
    }

    @POST
    @Path("/{round}/plan-changes/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DIRECTOR)
    @Operation(summary = "The director decides; an approved plan counts from now")
    @APIResponse(
            responseCode = "200",
            description = "The decided change",
            content = @Content(schema = @Schema(implementation = Change.class)))
    public Response decide(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Decided decided) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        needed(decided);
        Input input = new Input();
        input.required(decided.approved(), "approved");
        refusals.orRefuse(input);
        return once(
                key,
                decided,
                () -> decided.approved()
                        ? changes.approve(me.actor(), id, ifVersion, decided.reasons())
                        : changes.refuse(me.actor(), id, ifVersion, decided.reasons()));
    }

    private void needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
    }

    private Response once(String key, Object body, Supplier<Answer<PlanChangeView>> move) {
        return idempotency.once(key, body, () -> move.get().map(change -> done(200, change)));
    }
}
