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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The committee report on a round's model, for programs. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "committee-report", description = "The administration's proposal to the committee")
@RolesAllowed({
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR,
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR
})
public class CommitteeReportResource {

    /** @param on whether it is in the report */
    @Schema(name = "CommitteeReportChapter")
    public record ChapterPlace(Chapter chapter, Boolean on) {}

    /** What stands in the way of fixing the report, at its chapter. */
    @Schema(name = "CommitteeReportRemark")
    public record Remark(String chapter, String reason, String text) {}

    /**
     * @param replaces the number of the report that this one replaces, null for the first
     * @param texts marked text by chapter
     * @param aside figures in the texts that are said not to be the model's
     * @param figures what can be written in braces, with what it becomes
     */
    @Schema(name = "CommitteeReport")
    public record Report(
            String round,
            int number,
            Integer replaces,
            boolean draft,
            Instant fixedAt,
            Integer modelVersion,
            List<ChapterPlace> outline,
            Map<String, String> texts,
            Set<String> aside,
            Map<String, String> figures,
            List<Remark> remarks) {}

    /** @param text marked text; empty to take it away */
    @Schema(name = "CommitteeReportText")
    public record Text(@Schema(maxLength = CommitteeReportService.LONGEST) String text) {}

    /** @param chapters every chapter once, in the order of the report */
    @Schema(name = "CommitteeReportOutline")
    public record Arranged(@Schema(maxItems = 30) List<ChapterPlace> chapters) {}

    /** @param figures as they are typed */
    @Schema(name = "CommitteeReportAside")
    public record Figures(@Schema(maxItems = 1000) List<String> figures) {}

    private static final int MOST_FIGURES = 1_000;

    @Inject
    CommitteeReportService reports;

    @Inject
    CommitteeReportDocuments documents;

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
    @Path("/{round}/committee-report")
    @Operation(summary = "The round's newest committee report; a draft is for the administration only")
    @APIResponse(
            responseCode = "200",
            description = "The report; its ETag can be demanded where it is changed",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response get(@RestPath("round") String round) {
        CommitteeReportView report = refusals.given(reports.find(me.actor(), round));
        return Response.ok(json(report))
                .header("ETag", Versions.tag(report.version()))
                .build();
    }

    @GET
    @Path("/{round}/committee-report/{number}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "A fixed committee report, as PDF/A-3a and PDF/UA-1 with the model attached")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response document(
            @RestPath("round") String round, @RestPath int number, @Context Request request, RoutingContext context) {
        CommitteeReportView report = refusals.given(reports.find(me.actor(), round, number));
        if (report.isDraft()) {
            throw refusals.refuse(CommitteeReportRefusal.REPORT_PAPER_NOT_FOUND);
        }
        return PdfAnswer.of(documents.kept(report).document(), request, context);
    }

    @POST
    @Path("/{round}/committee-report")
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Starts a report with the texts of the one before")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response start(@RestPath("round") String round, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> reports.start(me.actor(), round).map(report -> done(201, report)));
    }

    @PUT
    @Path("/{round}/committee-report/chapters/{chapter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Writes a chapter of the draft")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response write(
            @RestPath("round") String round,
            @RestPath String chapter,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Text text) {
        Chapter known = Chapter.ofWireName(chapter)
                .filter(Chapter::isWritten)
                .orElseThrow(() -> refusals.refuse(CommitteeReportRefusal.REPORT_PAPER_NOT_FOUND));
        Input input = new Input();
        if (input.required(text, "") != null) {
            input.required(text.text, "text");
        }
        return once(
                round,
                key,
                ifMatch,
                List.of(known, text),
                input,
                ifVersion -> reports.write(me.actor(), round, ifVersion, known, text.text));
    }

    @PUT
    @Path("/{round}/committee-report/outline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Turns chapters on and off and puts them in order: a new version of the template")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response arrange(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Arranged arranged) {
        Input input = new Input();
        List<Outline.Slot> slots = new ArrayList<>();
        if (input.required(arranged, "") != null && input.required(arranged.chapters, "chapters") != null) {
            for (ChapterPlace place : input.values(arranged.chapters, "chapters", 30)) {
                slots.add(new Outline.Slot(place.chapter(), Boolean.TRUE.equals(place.on())));
            }
            boolean whole = slots.size() == Chapter.values().length
                    && slots.stream().map(Outline.Slot::chapter).distinct().count() == slots.size()
                    && slots.stream().noneMatch(slot -> slot.chapter() == null);
            if (!whole && !input.isFaulty()) {
                input.fault(
                        Refusal.of(CommitteeReportRefusal.REPORT_PAPER_OUTLINE).at("chapters"));
            }
        }
        return once(
                round,
                key,
                ifMatch,
                arranged,
                input,
                ifVersion -> reports.arrange(me.actor(), round, ifVersion, new Outline(slots)));
    }

    @PUT
    @Path("/{round}/committee-report/aside")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Says which figures in the texts aren't the model's")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response setAside(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Figures figures) {
        Input input = new Input();
        List<String> typed = input.required(figures, "") == null
                ? List.of()
                : input.values(input.required(figures.figures, "figures"), "figures", MOST_FIGURES);
        return once(
                round,
                key,
                ifMatch,
                figures,
                input,
                ifVersion -> reports.setAside(me.actor(), round, ifVersion, new HashSet<>(typed)));
    }

    @POST
    @Path("/{round}/committee-report/fixing")
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Fixes the report for good and hands the model to the committee")
    @APIResponse(
            responseCode = "200",
            description = "The fixed report",
            content = @Content(schema = @Schema(implementation = Report.class)))
    public Response fix(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        return once(round, key, ifMatch, "", new Input(), ifVersion -> reports.fix(me.actor(), round, ifVersion));
    }

    private interface Move {
        Answer<CommitteeReportView> on(Long ifVersion);
    }

    private Response once(String round, String key, String ifMatch, Object body, Input input, Move move) {
        CommitteeReportView report = refusals.given(reports.find(me.actor(), round));
        Long ifVersion = versions.wanted(ifMatch, report.version());
        refusals.orRefuse(input);
        Supplier<Answer<Done>> work = () -> move.on(ifVersion).map(now -> done(200, now));
        return idempotency.once(key, body, work);
    }

    private Done done(int status, CommitteeReportView report) {
        return new Done(
                status,
                json(report),
                status == 201 ? "/api/rounds/" + report.roundId() + "/committee-report" : null,
                Versions.tag(report.version()));
    }

    private Report json(CommitteeReportView report) {
        Texts texts = Texts.in(language.now());
        return new Report(
                report.roundId(),
                report.number(),
                report.number() == 1 ? null : report.number() - 1,
                report.isDraft(),
                report.fixedAt(),
                report.modelVersion(),
                report.outline().slots().stream()
                        .map(slot -> new ChapterPlace(slot.chapter(), slot.on()))
                        .toList(),
                report.texts().entrySet().stream()
                        .collect(Collectors.toMap(text -> text.getKey().wireName(), Map.Entry::getValue)),
                report.aside(),
                reports.modelOf(report)
                        .map(model -> ReportFigures.of(
                                        rounds.round(report.roundId()).orElseThrow(), model)
                                .all())
                        .orElse(Map.of()),
                report.isDraft()
                        ? reports.check(report).stream()
                                .map(fault -> remark(fault, texts))
                                .toList()
                        : List.of());
    }

    private static Remark remark(Refusal fault, Texts texts) {
        return new Remark(fault.field(), fault.reason().toString(), texts.refusal(fault));
    }
}
