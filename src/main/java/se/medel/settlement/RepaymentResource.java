package se.medel.settlement;

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
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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
import se.medel.document.PdfAnswer;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/** Repayments, for programs: heard, decided, paid or written off (Y2, Y5). */
@Path("/api/repayments")
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
@Tag(name = "repayments", description = "What is flagged, heard, decided and paid back")
public class RepaymentResource {

    /** @param replyDue until when the district may answer; after today */
    @Schema(name = "HearingRequest")
    public record Hearing(LocalDate replyDue) {}

    @Schema(name = "ReplyRequest")
    public record Reply(@Schema(maxLength = 10_000) String text) {}

    /**
     * @param amount whole kronor, at most what is flagged; zero dismisses the proposal. Without a sign also for a correction in
     *     the district's favour
     */
    @Schema(name = "RepaymentDecisionRequest")
    public record Decision(
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999") Figure amount,
            @Schema(maxLength = 10_000) String reasons) {}

    /**
     * @param date when it was booked; not after today
     * @param reference the ledger's voucher
     */
    @Schema(name = "ReceiptRequest")
    public record Money(
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure amount,
            LocalDate date,
            @Schema(maxLength = 60) String reference) {}

    @Schema(name = "WriteOffRequest")
    public record WriteOff(@Schema(maxLength = 10_000) String reason) {}

    /** @param kronor whole kronor; below zero for what went back */
    @Schema(name = "Receipt")
    public record ReceiptJson(
            ReceiptBook.Kind kind, Kronor kronor, LocalDate bookedOn, String reference, String registeredBy) {}

    @Inject
    RepaymentService repayments;

    @Inject
    SettlementDocuments documents;

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
    @Operation(summary = "What waits for somebody in every round: flagged, and decided but not paid")
    @APIResponse(responseCode = "200", description = "The repayments that the user may see, by district")
    public List<RepaymentJson> open() {
        return repayments.open(me.actor()).stream()
                .map(view -> RepaymentJson.of(view, language.now()))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One repayment")
    @APIResponse(
            responseCode = "200",
            description = "The repayment, with its version as the entity tag",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response get(@RestPath long id) {
        RepaymentView view = seen(id);
        return Response.ok(RepaymentJson.of(view, language.now()))
                .header("ETag", Versions.tag(view.version()))
                .build();
    }

    @GET
    @Path("/{id}/receipts")
    @Operation(summary = "The money that has come in on a repayment, or gone back")
    @APIResponse(responseCode = "200", description = "In the order it was registered")
    public List<ReceiptJson> receipts(@RestPath long id) {
        seen(id);
        return repayments.receipts(id).stream()
                .map(receipt -> new ReceiptJson(
                        receipt.kind(),
                        receipt.kronor(),
                        receipt.bookedOn(),
                        receipt.reference(),
                        receipt.registeredBy()))
                .toList();
    }

    @POST
    @Path("/{id}/hearing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Asks the district what it says about the proposal (Y5)")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response hear(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Hearing sent) {
        LocalDate due = sent == null ? null : sent.replyDue();
        return once(key, sent, id, ifMatch, version -> repayments.hear(me.actor(), id, version, due));
    }

    @POST
    @Path("/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "The district's answer, in writing; it can be given until the director has decided")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response reply(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Reply sent) {
        String text = sent == null ? null : sent.text();
        return once(key, sent, id, ifMatch, version -> repayments.reply(me.actor(), id, version, text));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DIRECTOR)
    @Operation(
            summary = "Decides, when the district has answered or let its day pass",
            description = "Never by one who has prepared the case.")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response decide(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Decision sent) {
        Kronor size = sent == null ? null : whole(sent.amount());
        boolean refund = seen(id).flagged().isNegative();
        Kronor amount = size != null && refund ? Kronor.ZERO.minus(size) : size;
        String reasons = sent == null ? null : sent.reasons();
        return once(key, sent, id, ifMatch, version -> repayments.decide(me.actor(), id, version, amount, reasons));
    }

    @POST
    @Path("/{id}/receipts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(summary = "Registers money that the district has paid back, in full or in part")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response receive(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Money sent) {
        Money money = sent == null ? new Money(null, null, null) : sent;
        Kronor amount = whole(money.amount());
        return once(
                key,
                sent,
                id,
                ifMatch,
                version -> repayments.receive(me.actor(), id, version, amount, money.date(), money.reference()));
    }

    @POST
    @Path("/{id}/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(summary = "Registers money given back, where a correction found that too much was paid back")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response refund(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Money sent) {
        Money money = sent == null ? new Money(null, null, null) : sent;
        Kronor amount = whole(money.amount());
        return once(
                key,
                sent,
                id,
                ifMatch,
                version -> repayments.refund(me.actor(), id, version, amount, money.date(), money.reference()));
    }

    @POST
    @Path("/{id}/write-off")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DIRECTOR)
    @Operation(summary = "Gives up what is left of a demand, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The repayment",
            content = @Content(schema = @Schema(implementation = RepaymentJson.class)))
    public Response writeOff(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) WriteOff sent) {
        String reason = sent == null ? null : sent.reason();
        return once(key, sent, id, ifMatch, version -> repayments.writeOff(me.actor(), id, version, reason));
    }

    @GET
    @Path("/{id}/hearing/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "The letter in which the district is heard, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response hearing(@RestPath long id, @Context Request request, RoutingContext context) {
        return RepaymentPages.pdf(documents.hearing(seen(id)), request, context);
    }

    @GET
    @Path("/{id}/decision/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "The decision on a repayment, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response decision(@RestPath long id, @Context Request request, RoutingContext context) {
        return RepaymentPages.pdf(documents.decision(seen(id)), request, context);
    }

    private Kronor whole(Figure figure) {
        Input input = new Input();
        Kronor amount = input.wholeKronor(figure, "amount", "A2");
        refusals.orRefuse(input);
        return amount;
    }

    private Response once(
            String key, Object sent, long id, String ifMatch, Function<Long, Answer<RepaymentView>> work) {
        Long version = versions.wanted(ifMatch, seen(id).version());
        return idempotency.once(key, sent == null ? "" : sent, () -> work.apply(version)
                .map(view ->
                        new Done(200, RepaymentJson.of(view, language.now()), null, Versions.tag(view.version()))));
    }

    private RepaymentView seen(long id) {
        return refusals.given(repayments.find(me.actor(), id));
    }
}
