package se.medel.finalreport;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.document.PdfAnswer;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * The final report of a round and districts' accounts, for programs.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
@Tag(name = "final report", description = "Where a round's money went (Y6), and each district's account of its own")
public class FinalReportResource {

    /** @param conclusions plain text; an empty line parts two paragraphs */
    @Schema(name = "ConclusionsRequest")
    public record Conclusions(@Schema(maxLength = 10_000) String conclusions) {}

    /**
     * A final report as it stands.
     *
     * @param number of the version that isn't fixed yet
     * @param fixed the versions that are, the first one first
     */
    @Schema(name = "FinalReport")
    public record ReportJson(int number, String conclusions, RoundFigures figures, List<VersionJson> fixed) {}

    /** @param sha256 of the figures as they are stored */
    @Schema(name = "FinalReportVersion")
    public record VersionJson(
            int number, String conclusions, RoundFigures figures, String sha256, String fixedBy, Instant fixedAt) {

        static VersionJson of(FixedView fixed) {
            return new VersionJson(
                    fixed.number(),
                    fixed.conclusions(),
                    fixed.figures(),
                    fixed.sha256(),
                    fixed.fixedBy(),
                    fixed.fixedAt());
        }
    }

    @Inject
    FinalReportService reports;

    @Inject
    FinalDocuments documents;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Path("/{round}/final-report")
    @Operation(
            summary = "The round's figures as they stand, what is written, and what is fixed",
            description = "Counts under five, and what they could be worked out from, are not in it (P13).")
    @APIResponse(
            responseCode = "200",
            description = "The report, with the version of its text as the entity tag",
            content = @Content(schema = @Schema(implementation = ReportJson.class)))
    public Response report(@RestPath("round") String round) {
        DraftView draft = draft(round);
        return Response.ok(json(round, draft))
                .header("ETag", Versions.tag(draft.version()))
                .build();
    }

    @POST
    @Path("/{round}/final-report/conclusions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Writes the conclusions of the version that isn't fixed yet")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportJson.class)))
    public Response write(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Conclusions sent) {
        Conclusions wanted = sent == null ? new Conclusions(null) : sent;
        Long version = versions.wanted(ifMatch, draft(round).version());
        return idempotency.once(key, wanted, () -> reports.write(me.actor(), round, version, wanted.conclusions())
                .map(draft -> new Done(200, json(round, draft), null, Versions.tag(draft.version()))));
    }

    @POST
    @Path("/{round}/final-report/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            summary = "Fixes the report of a closed round for ever",
            description = "A correction is a new version that names the one before.")
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content = @Content(schema = @Schema(implementation = VersionJson.class)))
    public Response fix(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long version = versions.wanted(ifMatch, draft(round).version());
        return idempotency.once(key, "", () -> reports.fix(me.actor(), round, version)
                .map(fixed -> new Done(
                        201,
                        VersionJson.of(fixed),
                        "/api/rounds/" + round + "/final-report/versions/" + fixed.number() + "/document",
                        null)));
    }

    @GET
    @Path("/{round}/final-report/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "The report as it stands, marked as a draft, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The draft; it changes")
    public Response draftDocument(@RestPath("round") String round) {
        return documents.drawn(documents.draft(refusals.given(reports.figures(me.actor(), round)), draft(round)));
    }

    @GET
    @Path("/{round}/final-report/versions/{number}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "A fixed version of the report, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response document(
            @RestPath("round") String round,
            @RestPath("number") int number,
            @Context Request request,
            RoutingContext context) {
        FixedView fixed = refusals.given(reports.fixed(me.actor(), round, number));
        return PdfAnswer.of(documents.fixed(fixed).document(), request, context);
    }

    @GET
    @Path("/{round}/settlements/{district}/account")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    @Operation(summary = "What a district's own committee is told of its money in the round")
    @APIResponse(responseCode = "200", description = "The account as it stands")
    public DistrictFigures account(@RestPath("round") String round, @RestPath("district") String district) {
        return refusals.given(reports.ofDistrict(me.actor(), round, district));
    }

    @GET
    @Path("/{round}/settlements/{district}/account/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    @Operation(summary = "The account on one page, a draft until all is settled, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document; a correction gives a new one")
    public Response accountDocument(@RestPath("round") String round, @RestPath("district") String district) {
        return documents.answer(account(round, district));
    }

    private DraftView draft(String round) {
        return refusals.given(reports.draft(me.actor(), round));
    }

    private ReportJson json(String round, DraftView draft) {
        return new ReportJson(
                draft.number(),
                draft.conclusions(),
                refusals.given(reports.figures(me.actor(), round)),
                refusals.given(reports.fixed(me.actor(), round)).stream()
                        .map(VersionJson::of)
                        .toList());
    }
}
