package se.medel.payment;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import se.medel.payment.PaymentService.Paid;
import se.medel.user.Me;
import se.medel.user.Roles;

/** One payment order, for programs. */
@Path("/api/payment-orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
@Tag(name = "payments")
public class PaymentOrderResource {

    @Inject
    PaymentService payments;

    @Inject
    PaymentDocuments documents;

    @Inject
    PaymentFiles files;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Path("/{id}")
    @Operation(summary = "A payment order with its payments")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = PaymentJson.Order.class)))
    public Response get(@RestPath long id) {
        OrderView order = found(id);
        return Response.ok(PaymentJson.Order.of(order))
                .header(HttpHeaders.ETAG, Versions.tag(order.version()))
                .build();
    }

    @POST
    @Path("/{id}/export")
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(
            summary = "Sends the order to the ledger: from now on its vouchers and its document can be fetched",
            description = "With the booking settings as they are now. Done once.")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = PaymentJson.Order.class)))
    public Response export(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long version = versions.wanted(ifMatch, found(id).version());
        return idempotency.once(key, "export " + id, () -> payments.export(me.actor(), id, version)
                .map(order -> done(200, order)));
    }

    @POST
    @Path("/{id}/paid")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(
            summary = "Marks payments of the order as paid, all of them or none",
            description = "One that is paid or cancelled already is refused.")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = PaymentJson.Order.class)))
    public Response pay(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) PaymentJson.PaidWanted wanted) {
        Long version = versions.wanted(ifMatch, found(id).version());
        Input input = new Input();
        Paid read = input.required(wanted, "") == null ? null : wanted.read(input);
        refusals.orRefuse(input);
        return idempotency.once(
                key, wanted, () -> payments.pay(me.actor(), id, version, read).map(order -> done(200, order)));
    }

    @POST
    @Path("/{id}/payments/{payment}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(summary = "Cancels a payment that isn't paid yet, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = PaymentJson.Order.class)))
    public Response cancel(
            @RestPath long id,
            @RestPath long payment,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) PaymentJson.Cancellation wanted) {
        Long version = versions.wanted(ifMatch, found(id).version());
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> payments.cancel(me.actor(), id, payment, version, wanted.reason())
                .map(order -> done(200, order)));
    }

    @GET
    @Path("/{id}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(
            summary = "The document of an exported order, as PDF/A-3a and PDF/UA-1",
            description = "Always the same bytes. The entity tag is their SHA-256.")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "409", description = "The order isn't exported yet")
    public Response document(@RestPath long id, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(documents.of(exported(id)), request, context);
    }

    @GET
    @Path("/{id}/vouchers")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The vouchers of an exported order, one for each payment, as SIE 4I in code page 437")
    @APIResponse(responseCode = "200", description = "The file, always the same")
    @APIResponse(responseCode = "409", description = "The order isn't exported yet")
    public Response vouchers(@RestPath long id) {
        return PaymentOrderPages.file(files.vouchers(exported(id)));
    }

    @GET
    @Path("/{id}/table")
    @Produces("text/csv")
    @Operation(
            summary = "The payments of an exported order as CSV",
            description = "Its last columns are empty: filled in, the file is a confirmation.")
    @APIResponse(
            responseCode = "200",
            description = "The file, always the same",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "The order isn't exported yet")
    public Response table(@RestPath long id) {
        return PaymentOrderPages.file(files.table(exported(id)));
    }

    private OrderView exported(long id) {
        OrderView order = found(id);
        if (!order.isExported()) {
            throw refusals.refuse(PaymentRefusal.NOT_EXPORTED_YET);
        }
        return order;
    }

    private OrderView found(long id) {
        return refusals.given(payments.find(me.actor(), id));
    }

    static Done done(int status, OrderView order) {
        return new Done(
                status,
                PaymentJson.Order.of(order),
                status == 201 ? "/api/payment-orders/" + order.id() : null,
                Versions.tag(order.version()));
    }
}
