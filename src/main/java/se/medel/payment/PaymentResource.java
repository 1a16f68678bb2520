package se.medel.payment;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.SentFile;
import se.medel.api.Versions;
import se.medel.payment.PaymentService.Wanted;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * The payments of a round, for programs.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
@Tag(name = "payments", description = "Payments of what is granted, and how they are booked")
public class PaymentResource {

    private static final String CSV = "text/csv";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<MediaType> FILES =
            List.of(MediaType.valueOf(CSV), MediaType.valueOf(WORKBOOK), MediaType.APPLICATION_OCTET_STREAM_TYPE);

    @Inject
    PaymentService payments;

    @Inject
    BookingService bookings;

    @Inject
    ConfirmationService confirmations;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Path("/{round}/accounts")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "Where the money of each grant stands; districts see their own")
    public List<PaymentJson.AccountJson> accounts(@RestPath("round") String round) {
        return refusals.given(payments.accounts(me.actor(), round)).stream()
                .map(PaymentJson.AccountJson::of)
                .toList();
    }

    @GET
    @Path("/{round}/payments")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "The round's payments, the newest order's first; districts see their own")
    public List<PaymentJson.PaymentLine> payments(@RestPath("round") String round) {
        return refusals.given(payments.payments(me.actor(), round)).stream()
                .map(PaymentJson.PaymentLine::of)
                .toList();
    }

    @GET
    @Path("/{round}/payment-orders")
    @Operation(summary = "The round's payment orders, the newest first")
    public List<PaymentJson.Order> orders(@RestPath("round") String round) {
        return refusals.given(payments.orders(me.actor(), round)).stream()
                .map(PaymentJson.Order::of)
                .toList();
    }

    @POST
    @Path("/{round}/payment-orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(
            summary = "Orders payments: of every grant all that is left, or the amounts that are sent",
            description =
                    "All of them or none. What is ordered never comes to more than what is granted; the problem tells"
                            + " what is left.")
    @APIResponse(
            responseCode = "201",
            description = "The order",
            content = @Content(schema = @Schema(implementation = PaymentJson.Order.class)))
    public Response order(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) PaymentJson.OrderWanted wanted) {
        Input input = new Input();
        Wanted read = input.required(wanted, "") == null ? null : wanted.read(input);
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> payments.order(me.actor(), round, read)
                .map(order -> PaymentOrderResource.done(201, order)));
    }

    @POST
    @Path("/{round}/payments/confirmations")
    // Every type comes here, so that a stranger learns first that nobody is logged in.
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(
            summary = "Marks payments as paid by a file from the ledger",
            description =
                    "A table (CSV or .xlsx) with the columns Betalning, Belopp, Datum and Verifikation, or a SIE 4 file"
                            + " whose vouchers carry the payments' references in their texts. Every row is tried before any is"
                            + " marked. At most 20 MB and 10 000 rows.")
    @APIResponse(
            responseCode = "200",
            description = "Row by row what was marked, and why the others weren't",
            content = @Content(schema = @Schema(implementation = PaymentJson.Confirmed.class)))
    public Response confirm(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file)
            throws IOException {
        SentFile.requireType(headers, FILES);
        return SentFile.use(
                file,
                kept -> idempotency.once(key, SentFile.hash(kept), () -> confirmations
                        .confirm(me.actor(), round, kept, null)
                        .map(confirmed -> new Done(
                                200,
                                new PaymentJson.Confirmed(
                                        confirmed.marked(),
                                        confirmed.rows().stream()
                                                .map(row ->
                                                        PaymentJson.ConfirmedRow.of(row, refusals.faults(row.faults())))
                                                .toList()),
                                null,
                                null))));
    }

    @GET
    @Path("/{round}/booking-settings")
    @Operation(summary = "How the round's payments are booked; the ETag is what a change must name")
    @APIResponse(
            responseCode = "200",
            description = "The settings, empty until they are set",
            content = @Content(schema = @Schema(implementation = PaymentJson.Settings.class)))
    public Response settings(@RestPath("round") String round) {
        BookingService.Kept kept = refusals.given(bookings.find(me.actor(), round));
        return Response.ok(PaymentJson.Settings.of(kept.settings()))
                .header(HttpHeaders.ETAG, Versions.tag(kept.version()))
                .build();
    }

    @PUT
    @Path("/{round}/booking-settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(summary = "Sets how the round's payments are booked from now on")
    @APIResponse(
            responseCode = "200",
            description = "The settings with their new ETag",
            content = @Content(schema = @Schema(implementation = PaymentJson.Settings.class)))
    public Response set(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) PaymentJson.Settings wanted) {
        long version = versions.demanded(
                ifMatch, refusals.given(bookings.find(me.actor(), round)).version());
        Input input = new Input();
        BookingSettings read = input.required(wanted, "") == null ? null : wanted.read(input);
        refusals.orRefuse(input);
        BookingService.Kept kept = refusals.given(bookings.save(me.actor(), round, version, read));
        return Response.ok(PaymentJson.Settings.of(kept.settings()))
                .header(HttpHeaders.ETAG, Versions.tag(kept.version()))
                .build();
    }
}
