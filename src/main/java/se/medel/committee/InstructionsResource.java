package se.medel.committee;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.round.RoundPages;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;

/** A round's instructions for the follow-up and the year's account, for programs. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
@Tag(name = "committee", description = "The committee's meetings and decisions, the dispatch and the instructions")
public class InstructionsResource {

    /** @param parts all of them, each with its text; a blank line starts a new paragraph */
    @Schema(name = "InstructionsRequest", requiredProperties = "parts")
    public record Wanted(List<InstructionsView.Text> parts) {}

    @Inject
    InstructionsService instructions;

    @Inject
    MeetingDocuments documents;

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
    @Path("/{round}/instructions")
    @Operation(summary = "The versions of the round's instructions, newest first; districts see the fixed ones")
    @APIResponse(responseCode = "200", description = "The versions; the newest that is fixed is in force")
    public List<InstructionsView> all(@RestPath("round") String round) {
        known(round);
        return instructions.versions(me.actor(), round);
    }

    @GET
    @Path("/{round}/instructions/{version}")
    @Operation(summary = "A version of the round's instructions")
    @APIResponse(
            responseCode = "200",
            description = "The version; the ETag of the draft is needed to change it",
            content = @Content(schema = @Schema(implementation = InstructionsView.class)))
    public Response version(@RestPath("round") String round, @RestPath("version") int version) {
        known(round);
        return answer(shown(round, version));
    }

    @PUT
    @Path("/{round}/instructions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Writes the draft of the round's next instructions")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = InstructionsView.class)))
    public Response save(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted wanted) {
        long ifVersion = versions.demanded(ifMatch, draft(round).version());
        return answer(refusals.given(placed(instructions.save(me.actor(), round, ifVersion, read(wanted)))));
    }

    @POST
    @Path("/{round}/instructions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Fixes the draft with this text; from then it is in force and doesn't change")
    @APIResponse(
            responseCode = "201",
            description = "The fixed version",
            content = @Content(schema = @Schema(implementation = InstructionsView.class)))
    public Response fix(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) Wanted wanted) {
        known(round);
        Map<InstructionsPart, String> texts = read(wanted);
        return idempotency.once(key, wanted, () -> placed(instructions
                        .draft(me.actor(), round)
                        .then(draft -> instructions.fix(me.actor(), round, draft.version(), texts)))
                .map(fixed -> new Done(
                        201,
                        fixed,
                        "/api/rounds/" + round + "/instructions/" + fixed.number(),
                        Versions.tag(fixed.version()))));
    }

    @GET
    @Path("/{round}/instructions/{version}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "A fixed version of the instructions, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response document(
            @RestPath("round") String round,
            @RestPath("version") int version,
            @Context Request request,
            RoutingContext context) {
        known(round);
        InstructionsView shown = shown(round, version);
        if (!shown.isFixed()) {
            throw refusals.refuse(InstructionsRefusal.INSTRUCTIONS_NOT_FOUND);
        }
        return PdfAnswer.of(documents.instructions(shown).document(), request, context);
    }

    private Map<InstructionsPart, String> read(Wanted wanted) {
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        List<InstructionsView.Text> parts = input.values(wanted.parts(), "parts", InstructionsPart.values().length);
        for (int i = 0; i < parts.size(); i++) {
            input.required(parts.get(i).part(), "parts[" + i + "].part");
        }
        refusals.orRefuse(input);
        Map<InstructionsPart, String> texts = new EnumMap<>(InstructionsPart.class);
        parts.forEach(part -> texts.put(part.part(), part.text()));
        return texts;
    }

    /** A part at fault is named by its name; here it is one of many in a list, so the list is at fault. */
    private static Answer<InstructionsView> placed(Answer<InstructionsView> answer) {
        return answer.isRefused()
                ? Answer.refused(answer.refusals().stream()
                        .map(refusal -> refusal.field() == null ? refusal : refusal.at("parts"))
                        .toList())
                : answer;
    }

    private InstructionsView draft(String round) {
        known(round);
        return refusals.given(instructions.draft(me.actor(), round));
    }

    private InstructionsView shown(String round, int version) {
        return instructions
                .version(me.actor(), round, version)
                .orElseThrow(() -> refusals.refuse(InstructionsRefusal.INSTRUCTIONS_NOT_FOUND));
    }

    private static Response answer(InstructionsView view) {
        return Response.ok(view).header("ETag", Versions.tag(view.version())).build();
    }

    private void known(String round) {
        if (rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }
}
