package se.medel.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
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
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.user.Me;
import se.medel.user.Roles;

/** How long things are kept, for programs. */
@Path("/api/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "archive")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class RetentionResource {

    /**
     * What is to hold.
     *
     * @param years after the year that a document was made; left out for ever
     * @param ground the legal ground, in words
     * @param validFrom the first day that it holds
     */
    @Schema(name = "RetentionRequest")
    public record Wanted(
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + RetentionService.MOST_YEARS) Figure years,
            @Schema(maxLength = RetentionService.LONGEST_GROUND) String ground,
            LocalDate validFrom) {}

    @Inject
    RetentionService retention;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Operation(
            summary = "How long documents are kept, by class",
            description = "Every rule there is and has been. Nothing is removed by them.")
    public List<RetentionRule> rules() {
        return retention.rules();
    }

    @GET
    @Path("/{class}")
    @Operation(summary = "How long documents of a class are kept, and were to be kept before")
    @APIResponse(
            responseCode = "200",
            description = "The class's rules, the newest first; their ETag is needed to set another",
            content = @Content(schema = @Schema(implementation = RetentionRules.class)))
    public Response rules(@RestPath("class") String recordClass) {
        RetentionRules rules = found(recordClass);
        return Response.ok(rules).header("ETag", Versions.tag(rules.version())).build();
    }

    @PUT
    @Path("/{class}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SECRETARY, Roles.ADMINISTRATOR})
    @Operation(
            summary = "Sets how long documents of a class are kept from a day on",
            description = "What held before stays to be read. Nothing is removed by it.")
    @APIResponse(
            responseCode = "200",
            description = "The class's rules",
            content = @Content(schema = @Schema(implementation = RetentionRules.class)))
    public Response set(
            @RestPath("class") String recordClass,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted sent) {
        RetentionRules before = found(recordClass);
        RetentionService.Wanted wanted = read(before.recordClass(), sent);
        long ifVersion = versions.demanded(ifMatch, before.version());
        return idempotency.once(key, List.of(recordClass, sent), () -> retention
                .set(me.actor(), ifVersion, wanted)
                .map(rule -> done(before.recordClass())));
    }

    private Done done(RecordClass recordClass) {
        RetentionRules rules = retention.rules(recordClass);
        return new Done(200, rules, null, Versions.tag(rules.version()));
    }

    private RetentionService.Wanted read(RecordClass recordClass, Wanted sent) {
        Input input = new Input();
        input.required(sent, "");
        refusals.orRefuse(input);
        Long years = input.count(sent.years(), "years", null, RetentionService.MOST_YEARS);
        refusals.orRefuse(input);
        return new RetentionService.Wanted(
                recordClass.name(), years == null ? null : years.intValue(), sent.ground(), sent.validFrom());
    }

    private RetentionRules found(String recordClass) {
        return RecordClass.ofWireName(recordClass)
                .map(retention::rules)
                .orElseThrow(() -> refusals.refuse(ArchiveRefusal.RETENTION_NOT_FOUND));
    }
}
