package se.medel.control;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.ApiDocument;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.SentFile;
import se.medel.api.Versions;
import se.medel.control.ControlService.Written;
import se.medel.control.rules.ControlQuestion;
import se.medel.costreport.file.ReportFileJson;
import se.medel.costreport.file.ReportFileService;
import se.medel.refusal.Answer;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * The control of a round's reports, as a program sees it.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "control", description = "Control of cost reports: checklist, sample and vouchers")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
public class ControlResource {

    @Inject
    ControlService controls;

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

    @GET
    @Path("/{round}/control")
    @Operation(
            summary = "The round's sample, and the control of each report",
            description = "The sample can be drawn again by any tool from what is told of it.")
    public ControlJson.OfRound ofRound(@RestPath("round") String round) {
        return ControlJson.OfRound.of(refusals.given(controls.ofRound(me.actor(), round)), texts());
    }

    @POST
    @Path("/{round}/control/sample")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Draws the round's sample, once, from all its reports")
    @APIResponse(
            responseCode = "201",
            description = "The sample",
            content = @Content(schema = @Schema(implementation = ControlJson.Sample.class)))
    public Response draw(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) ControlJson.Size size) {
        needed(size);
        return idempotency.once(key, size, () -> controls.draw(me.actor(), round, size.number(), size.percent())
                .map(draw -> new Done(201, ControlJson.Sample.of(draw), "/api/rounds/" + round + "/control", null)));
    }

    @PUT
    @Path("/{round}/control/reports/{report}/checklist")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Keeps the answers to the checklist of a report")
    @APIResponse(
            responseCode = "200",
            description = "The report's control with its new ETag",
            content = @Content(schema = @Schema(implementation = ControlJson.OfReport.class)))
    public Response check(
            @RestPath("round") String round,
            @RestPath long report,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ControlJson.WrittenChecklist checklist) {
        long ifVersion = versions.demanded(ifMatch, found(round, report).version());
        needed(checklist);
        Input input = new Input();
        Map<ControlQuestion, Written> written = checklist.read(input);
        refusals.orRefuse(input);
        Answer<ControlView> checked = controls.check(me.actor(), report, ifVersion, written);
        if (checked.isRefused()) {
            return refusals.answer(checked.refusals().stream()
                    .map(refusal -> refusal.field() == null ? refusal : refusal.at(checklist.pointer(refusal.field())))
                    .toList());
        }
        return Response.ok(ControlJson.OfReport.of(checked.get(), texts()))
                .header("ETag", Versions.tag(checked.get().version()))
                .build();
    }

    @POST
    @Path("/{round}/control/reports/{report}/voucher-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Asks the district for vouchers of a report in deeper control")
    @APIResponse(
            responseCode = "201",
            description = "The request, which the district sees",
            content = @Content(schema = @Schema(implementation = ControlJson.Asked.class)))
    public Response ask(
            @RestPath("round") String round,
            @RestPath long report,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) ControlJson.NewRequest request) {
        found(round, report);
        needed(request);
        return idempotency.once(key, request, () -> controls.ask(me.actor(), report, request.asked(), request.dueOn())
                .map(asked -> new Done(
                        201, ControlJson.Asked.of(asked), "/api/rounds/" + round + "/voucher-requests", null)));
    }

    @POST
    @Path("/{round}/control/reports/{report}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Closes the deeper control of a report, which can be approved from then on")
    @APIResponse(
            responseCode = "200",
            description = "The report's control",
            content = @Content(schema = @Schema(implementation = ControlJson.OfReport.class)))
    public Response close(
            @RestPath("round") String round,
            @RestPath long report,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ControlJson.NewFinding finding) {
        Long ifVersion = versions.wanted(ifMatch, found(round, report).version());
        needed(finding);
        return idempotency.once(key, finding, () -> controls.close(me.actor(), report, ifVersion, finding.finding())
                .map(view ->
                        new Done(200, ControlJson.OfReport.of(view, texts()), null, Versions.tag(view.version()))));
    }

    @GET
    @Path("/{round}/voucher-requests")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "The vouchers that districts are asked for; a district sees its own")
    public List<ControlJson.Asked> requests(@RestPath("round") String round) {
        // A round that a district doesn't see yet is to it as if it weren't there.
        if (rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .isEmpty()) {
            throw refusals.refuse(ControlRefusal.CONTROL_NOT_FOUND);
        }
        return controls.requestsOfRound(me.actor(), round).stream()
                .map(ControlJson.Asked::of)
                .toList();
    }

    @POST
    @Path("/{round}/voucher-requests/{request}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Answers a request for vouchers, once")
    @APIResponse(
            responseCode = "200",
            description = "The answered request",
            content = @Content(schema = @Schema(implementation = ControlJson.Asked.class)))
    public Response answer(
            @RestPath("round") String round,
            @RestPath long request,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) ControlJson.NewAnswer answer) {
        needed(answer);
        return idempotency.once(key, answer, () -> controls.answer(me.actor(), round, request, answer.answer())
                .map(answered -> new Done(200, ControlJson.Asked.of(answered), null, null)));
    }

    @POST
    @Path("/{round}/voucher-requests/{request}/files/upload")
    // Every type comes here, so that a stranger learns first that nobody is logged in.
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(
            summary = "Hands in a voucher, a PDF of at most 10 MB, before the request is answered",
            description = "It stands among the files of the report and can't be taken away again.")
    @APIResponse(
            responseCode = "201",
            description = "The kept file",
            content = @Content(schema = @Schema(implementation = ReportFileJson.class)))
    public Response handIn(
            @RestPath("round") String round,
            @RestPath long request,
            @RestQuery String name,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/pdf",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream file)
            throws IOException {
        return SentFile.use(
                file,
                kept -> idempotency.once(key, ReportFileService.sha256(kept), () -> controls.handIn(
                                me.actor(), round, request, kept, name)
                        .map(voucher ->
                                new Done(201, ReportFileJson.of(voucher), ReportFileJson.address(voucher), null))));
    }

    private ControlView found(String round, long report) {
        ControlView view = refusals.given(controls.of(me.actor(), report));
        if (!view.report().roundId().equals(round)) {
            throw refusals.refuse(ControlRefusal.CONTROL_NOT_FOUND);
        }
        return view;
    }

    private void needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
    }

    private Texts texts() {
        return Texts.in(language.now());
    }
}
