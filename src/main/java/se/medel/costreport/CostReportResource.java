package se.medel.costreport;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
import se.medel.api.Problem;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.claim.ClientFindings;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.Review;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;

/** A cost report, as a district's and the social administration's programs handle it. */
@Path("/api/cost-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cost reports", description = "The districts' accounts of the year, from opened to approved")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class CostReportResource {

    /** @param answerDue the day it should be answered, from today on */
    @Schema(
            name = "CostReportReturn",
            requiredProperties = {"remarks", "answerDue"})
    public record Return(@Schema(maxLength = FreeText.LONGEST) String remarks, LocalDate answerDue) {}

    /** @param admitted kronor with öre */
    @Schema(name = "CostReportReviewLine")
    public record ReviewLine(
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure admitted,
            @Schema(maxLength = FreeText.LONGEST) String reason) {}

    /** Something found against a client's compensation. */
    @Schema(
            name = "ClientFinding",
            requiredProperties = {"row", "reason", "note"})
    public record FindingJson(
            Long row, ClientFindings.Reason reason, @Schema(maxLength = ReportCheck.LONGEST_NAME) String note) {}

    /**
     * What the officer finds.
     *
     * @param lines in the order of the report's lines
     * @param findings about compensated clients, in place of those before; left out they stay as they are
     */
    @Schema(name = "CostReportReview", requiredProperties = "lines")
    public record ReviewJson(
            @Schema(maxItems = ReportContentJson.MOST_LINES) List<ReviewLine> lines,
            @Schema(maxLength = FreeText.LONGEST) String note,
            @Schema(maxItems = ReviewJson.MOST_FINDINGS) List<FindingJson> findings) {

        static final int MOST_FINDINGS = 10_000;

        Review read(Input input) {
            List<Review.Line> read = new ArrayList<>();
            List<ReviewLine> sent = input.list(lines, "lines", ReportContentJson.MOST_LINES);
            for (int i = 0; i < sent.size(); i++) {
                ReviewLine line = input.required(sent.get(i), "lines[" + i + "]");
                if (line != null) {
                    read.add(new Review.Line(
                            input.kronor(line.admitted, "lines[" + i + "].admitted", "Y4"), orNull(line.reason)));
                }
            }
            return new Review(read, orNull(note));
        }

        List<ClientFindings.Finding> found(Input input) {
            if (findings == null) {
                return null;
            }
            List<ClientFindings.Finding> found = new ArrayList<>();
            List<FindingJson> sent = input.list(findings, "findings", MOST_FINDINGS);
            for (int i = 0; i < sent.size(); i++) {
                String at = "findings[" + i + "]";
                FindingJson finding = input.required(sent.get(i), at);
                if (finding != null) {
                    Long row = input.required(finding.row, at + ".row");
                    ClientFindings.Reason reason = input.required(finding.reason, at + ".reason");
                    found.add(new ClientFindings.Finding(row == null ? 0 : row, reason, finding.note));
                }
            }
            return found;
        }

        private static String orNull(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** Everything that the report lacks before it can be handed in; empty when it can. */
    @Schema(name = "CostReportMissing", requiredProperties = "missing")
    public record Missing(List<Problem.Fault> missing) {}

    @Inject
    CostReportService reports;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary =
                    "The reports of the user's own district; none for the social administration, which lists a round's")
    public List<CostReportJson.Line> own() {
        LocalDate today = LocalDate.now(clock);
        return reports.ofOwnDistrict(me.actor()).stream()
                .map(report -> CostReportJson.Line.of(report, today))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A cost report")
    @APIResponse(
            responseCode = "200",
            description = "The report; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    public Response get(@RestPath long id) {
        return answer(found(id));
    }

    @PUT
    @Path("/{id}/content")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(
            summary = "Keeps what the district has written",
            description =
                    "A draft is kept also where it isn't complete. A count under five is kept as one that isn't told.")
    @APIResponse(
            responseCode = "200",
            description = "The report with its new ETag",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    public Response save(
            @RestPath long id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ReportContentJson text) {
        CostReportView before = found(id);
        long ifVersion = versions.demanded(ifMatch, before.version());
        needed(text);
        Input input = new Input();
        ReportContent content = text.read(before.content(), input);
        refusals.orRefuse(input);
        return answer(refusals.given(reports.save(me.actor(), id, ifVersion, content)));
    }

    @GET
    @Path("/{id}/missing")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "What the report still lacks before the district's director can sign it")
    public Missing missing(@RestPath long id) {
        return new Missing(refusals.faults(reports.check(found(id))));
    }

    @GET
    @Path("/{id}/counted-results")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(
            summary =
                    "What the district's groups counted in the round's year, as it may be told outside them (C3, P13)",
            description = "Empty where the district keeps no register here or the year isn't over.")
    public CostReportJson.Counted counted(@RestPath long id) {
        return new CostReportJson.Counted(reports.counted(found(id)));
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed(Roles.DISTRICT_DIRECTOR)
    @Operation(summary = "The district's director signs the report and hands it in")
    @APIResponse(
            responseCode = "200",
            description = "The report with its receipt",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    public Response submit(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long ifVersion = versions.wanted(ifMatch, found(id).version());
        return once(key, "", () -> reports.submit(me.actor(), id, ifVersion));
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Sends the report back to be completed, or an approved one to be corrected")
    @APIResponse(
            responseCode = "200",
            description = "The report, which the district can write in again",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    public Response giveBack(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Return wanted) {
        Long ifVersion = versions.wanted(ifMatch, found(id).version());
        needed(wanted);
        return once(
                key, wanted, () -> reports.giveBack(me.actor(), id, ifVersion, wanted.remarks(), wanted.answerDue()));
    }

    @GET
    @Path("/{id}/clients")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(
            summary = "The district's compensated clients with what is found about them",
            description = "The district itself sees them when the report is approved.")
    public List<CostReportJson.Client> clients(@RestPath long id) {
        return refusals.given(reports.clients(me.actor(), id)).stream()
                .map(CostReportJson.Client::of)
                .toList();
    }

    @PUT
    @Path("/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Keeps what the officer has found so far, without approving")
    @APIResponse(
            responseCode = "200",
            description = "The report with its new ETag",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    public Response review(
            @RestPath long id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ReviewJson work) {
        long ifVersion = versions.demanded(ifMatch, found(id).version());
        needed(work);
        Input input = new Input();
        Review review = work.read(input);
        List<ClientFindings.Finding> found = work.found(input);
        refusals.orRefuse(input);
        return answer(refusals.given(reports.review(me.actor(), id, ifVersion, review, found)));
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Approves the report, line by line; every grant of the district is settled by it (Y4)")
    @APIResponse(
            responseCode = "200",
            description = "The approved report",
            content = @Content(schema = @Schema(implementation = CostReportJson.class)))
    @APIResponse(responseCode = "409", description = "It isn't handed in, or a payment to the district is under way")
    public Response approve(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ReviewJson work) {
        Long ifVersion = versions.wanted(ifMatch, found(id).version());
        needed(work);
        Input input = new Input();
        Review review = work.read(input);
        List<ClientFindings.Finding> found = work.found(input);
        refusals.orRefuse(input);
        return once(key, work, () -> reports.approve(me.actor(), id, ifVersion, review, found));
    }

    private Response once(String key, Object body, Supplier<Answer<CostReportView>> work) {
        return idempotency.once(key, body, () -> work.get()
                .map(report -> new Done(200, json(report), null, Versions.tag(report.version()))));
    }

    private CostReportView found(long id) {
        return refusals.given(reports.find(me.actor(), id));
    }

    private void needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
    }

    private CostReportJson json(CostReportView report) {
        return CostReportJson.of(report, !me.role().ofDistrict());
    }

    private Response answer(CostReportView report) {
        return Response.ok(json(report))
                .header("ETag", Versions.tag(report.version()))
                .build();
    }
}
