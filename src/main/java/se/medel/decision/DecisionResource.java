package se.medel.decision;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import se.medel.api.InputRefusal;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.PreparationView;
import se.medel.application.rules.Criterion;
import se.medel.decision.DecisionService.Ruling;
import se.medel.money.Kronor;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/**
 * The decision on an application, as a program makes and reads it.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions", description = "Decisions on delegation, and what they rest on")
public class DecisionResource {

    /** What can be decided; whether a grant is partial follows from its amount. */
    public enum Wish {
        GRANTED,
        REFUSED
    }

    /**
     * What the director says. Everything can be left out: then the officer's recommendation is followed.
     *
     * @param amount whole kronor to grant; for client compensation it follows from the clients
     * @param clients clients to compensate
     * @param refusedBy the criterion or rule that a refusal names
     * @param reasons demanded for a refusal, a replacement, and another amount than the recommended one
     */
    @Schema(name = "DecisionRequest")
    public record Wanted(
            Wish outcome,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure amount,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000") Figure clients,
            @Schema(pattern = "^[A-Z][0-9]{1,2}[a-z]?$", example = "C1a") String refusedBy,
            @Schema(maxLength = 10_000) String reasons) {}

    private static final Wanted AS_RECOMMENDED = new Wanted(null, null, null, null, null);

    @Inject
    DecisionService decisions;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/applications/{id}/decision")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    @Operation(summary = "The decision that holds for the application")
    public DecisionJson get(@RestPath("round") String round, @RestPath long id) {
        ApplicationView application = refusals.given(applications.find(me.actor(), id));
        if (!application.roundId().equals(round)) {
            throw refusals.refuse(DecisionRefusal.WRONG_ROUND);
        }
        return decisions
                .inForce(id)
                .map(decision -> DecisionJson.of(decision, language.now()))
                .orElseThrow(() -> refusals.refuse(DecisionRefusal.DECISION_NOT_FOUND));
    }

    @POST
    @Path("/{round}/applications/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DIRECTOR)
    @Operation(
            summary = "Decides a prepared application",
            description = "Takes the room under every cap at once. Where a cap no longer leaves the amount, nothing is"
                    + " decided, and the problem tells the rule and what remains in the rule's unit.")
    @APIResponse(
            responseCode = "201",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response decide(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = false) Wanted wanted) {
        Wanted said = wanted == null ? AS_RECOMMENDED : wanted;
        Asked asked = read(said, id, ifMatch);
        return idempotency.once(key, said, () -> decisions
                .decide(me.actor(), round, id, asked.ifVersion(), asked.ruling())
                .map(this::done));
    }

    @POST
    @Path("/{round}/applications/{id}/decision/replacement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DIRECTOR)
    @Operation(
            summary = "Replaces the decision that holds by a new one",
            description = "What the old one promised is released in the same transaction.")
    @APIResponse(
            responseCode = "201",
            description = "The new decision",
            content = @Content(schema = @Schema(implementation = DecisionJson.class)))
    public Response replace(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = false) Wanted wanted) {
        Wanted said = wanted == null ? AS_RECOMMENDED : wanted;
        Asked asked = read(said, id, ifMatch);
        return idempotency.once(key, said, () -> decisions
                .replace(me.actor(), round, id, asked.ifVersion(), asked.ruling())
                .map(this::done));
    }

    private record Asked(Ruling ruling, Long ifVersion) {}

    /**
     * Fills in what was left out. Read before the decision's own transaction, which must see the recommendation as it is once
     * the round is locked, and not as this has read it.
     */
    private Asked read(Wanted wanted, long id, String ifMatch) {
        ApplicationView application = refusals.given(applications.find(me.actor(), id));
        Optional<PreparationView> preparation = preparations.of(id);
        Input input = new Input();
        Kronor amount = input.wholeKronor(wanted.amount(), "amount", "A2");
        Long clients = input.count(wanted.clients(), "clients", "A2", Input.MOST_CLIENTS);
        boolean grants = wanted.outcome() == null
                ? preparation.map(PreparationView::recommendsGrant).orElse(true)
                : wanted.outcome() == Wish.GRANTED;
        if (!grants && wanted.amount() != null) {
            input.fault("amount", InputRefusal.VALUE_NOT_WANTED);
        }
        if (!grants && wanted.clients() != null) {
            input.fault("clients", InputRefusal.VALUE_NOT_WANTED);
        }
        if (grants && wanted.refusedBy() != null) {
            input.fault("refusedBy", InputRefusal.VALUE_NOT_WANTED);
        }
        refusals.orRefuse(input);
        String refusedBy = grants || wanted.refusedBy() != null
                ? wanted.refusedBy()
                : preparation
                        .flatMap(made -> made.notMet().stream().findFirst())
                        .map(Criterion::rule)
                        .orElse(null);
        return new Asked(
                new Ruling(grants, amount, clients, refusedBy, wanted.reasons()),
                versions.wanted(ifMatch, application.version()));
    }

    private Done done(DecisionView decision) {
        return new Done(201, DecisionJson.of(decision, language.now()), "/api/decisions/" + decision.id(), null);
    }
}
