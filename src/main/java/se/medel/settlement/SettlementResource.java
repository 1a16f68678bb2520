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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import se.medel.application.ApplicationLine;
import se.medel.document.PdfAnswer;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.round.RoundPages;
import se.medel.round.RoundRefusal;
import se.medel.round.RoundService;
import se.medel.settlement.SettlementService.Grant;
import se.medel.settlement.SettlementService.LeftOut;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/**
 * The settlement and the closing of a round, for programs.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
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
@Tag(name = "settlement", description = "What each district may keep, what it pays back, and the closing of the round")
public class SettlementResource {

    /** @param late whether districts whose report is late are settled too: the whole sum is flagged */
    @Schema(name = "SettlingRequest")
    public record Settling(Boolean late) {}

    /** @param amount whole kronor; of compensation for clients whole clients' worth */
    @Schema(name = "FreeingRequest")
    public record Freeing(
            @Schema(type = SchemaType.INTEGER, format = "int64") Long application,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure amount) {}

    /**
     * The end of a round.
     *
     * @param left the grants that aren't done; empty once it can be closed, and so is {@code undecided}
     * @param undecided the ids of the applications that wait for a decision, also for another one
     * @param closed how it looked; null while it isn't closed
     */
    @Schema(name = "Closing")
    public record ClosingJson(List<Left> left, List<Long> undecided, Closed closed) {

        @Schema(name = "GrantLeft")
        public record Left(long application, String district, Kronor notYetPaid, Kronor owed, boolean settled) {}

        /**
         * @param sha256 of the figures as they are stored
         * @param different how many settlements no longer come to the same krona when they are worked out again
         */
        @Schema(name = "RoundClosed")
        public record Closed(String by, Instant at, String sha256, int settlements, int different) {}
    }

    @Inject
    SettlementService settlements;

    @Inject
    SettlementDocuments documents;

    @Inject
    ClosingService closings;

    @Inject
    RoundService rounds;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/settlements")
    @Operation(summary = "Every grant of the round that the user may see, with its settlement and repayments")
    @APIResponse(responseCode = "200", description = "The grants, by district and component")
    public List<GrantJson> all(@RestPath("round") String round) {
        known(round);
        return json(settlements.ofRound(me.actor(), round));
    }

    @POST
    @Path("/{round}/settlements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            summary = "Settles all that the round's reports say now",
            description =
                    "What is settled by the same facts already is left alone. Where something stands in the way of"
                            + " settling a district, it is left out and its grants tell why; refused where that is all of them.")
    @APIResponse(
            responseCode = "200",
            description = "The grants of the round",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantJson.class)))
    public Response settle(
            @RestPath("round") String round,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = false) Settling sent) {
        known(round);
        Settling wanted = sent == null ? new Settling(false) : sent;
        return idempotency.onceAtLength(key, wanted, () -> settlements
                .settleRound(me.actor(), round, Boolean.TRUE.equals(wanted.late()))
                .map(settled ->
                        new Done(200, json(settlements.ofRound(me.actor(), round), settled.leftOut()), null, null)));
    }

    @GET
    @Path("/{round}/settlements/{district}")
    @Operation(summary = "The grants of one district in the round")
    @APIResponse(responseCode = "200", description = "The grants, by component")
    public List<GrantJson> district(@RestPath("round") String round, @RestPath("district") String district) {
        return json(refusals.given(settlements.ofDistrict(me.actor(), round, district)));
    }

    @POST
    @Path("/{round}/settlements/{district}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            summary = "Settles a district whose report is late",
            description = "The whole sum is flagged. A report that comes after all gives a correction.")
    @APIResponse(
            responseCode = "200",
            description = "The district's grants",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantJson.class)))
    public Response settleLate(
            @RestPath("round") String round,
            @RestPath("district") String district,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> settlements
                .settleWithoutReport(me.actor(), round, district)
                .then(settled -> settlements.ofDistrict(me.actor(), round, district))
                .map(grants -> new Done(200, json(grants), null, null)));
    }

    @POST
    @Path("/{round}/settlements/{district}/freed")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Lets money that was released or repaid come back under the round's caps (A1)")
    @APIResponse(
            responseCode = "200",
            description = "The district's grants",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GrantJson.class)))
    public Response free(
            @RestPath("round") String round,
            @RestPath("district") String district,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) Freeing wanted) {
        Input input = new Input();
        Freeing sent = wanted == null ? new Freeing(null, null) : wanted;
        Long application = input.required(sent.application(), "application");
        Kronor amount = input.wholeKronor(input.required(sent.amount(), "amount"), "amount", "A2");
        refusals.orRefuse(input);
        if (refusals.given(settlements.ofDistrict(me.actor(), round, district)).stream()
                .noneMatch(grant -> grant.account().applicationId() == application)) {
            throw refusals.refuse(SettlementRefusal.SETTLEMENT_NOT_FOUND);
        }
        return idempotency.once(key, sent, () -> settlements
                .free(me.actor(), application, amount)
                .then(freed -> settlements.ofDistrict(me.actor(), round, district))
                .map(grants -> new Done(200, json(grants), null, null)));
    }

    @GET
    @Path("/{round}/settlements/{district}/document")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "The settlement of a district, as PDF/A-3a and PDF/UA-1")
    @APIResponse(responseCode = "200", description = "The document; a correction gives a new one")
    public Response document(
            @RestPath("round") String round,
            @RestPath("district") String district,
            @Context Request request,
            RoutingContext context) {
        refusals.given(settlements.ofDistrict(me.actor(), round, district));
        return RepaymentPages.pdf(documents.settlement(round, district), request, context);
    }

    @GET
    @Path("/{round}/settlements/{district}/call")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @Operation(summary = "The call for a district's cost report, as PDF/A-3a and PDF/UA-1 (Y1)")
    @APIResponse(responseCode = "200", description = "The document, always the same bytes")
    public Response call(
            @RestPath("round") String round,
            @RestPath("district") String district,
            @Context Request request,
            RoutingContext context) {
        refusals.given(settlements.ofDistrict(me.actor(), round, district));
        return RepaymentPages.pdf(documents.call(round, district), request, context);
    }

    @GET
    @Path("/{round}/closing")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
    @Operation(summary = "What is left before the round can be closed, or how it looked when it was")
    @APIResponse(responseCode = "200", description = "What is left, and the closing if there is one")
    public ClosingJson closing(@RestPath("round") String round) {
        known(round);
        return closed(round);
    }

    @POST
    @Path("/{round}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Closes the round for ever, when everybody is settled (Y6)")
    @APIResponse(
            responseCode = "200",
            description = "The closing",
            content = @Content(schema = @Schema(implementation = ClosingJson.class)))
    public Response close(@RestPath("round") String round, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        known(round);
        return idempotency.once(key, "", () -> closings.close(me.actor(), round)
                .map(closing -> new Done(200, closed(round), null, null)));
    }

    private ClosingJson closed(String round) {
        return new ClosingJson(
                closings.open(round).stream().map(SettlementResource::left).toList(),
                closings.undecided(me.actor(), round).stream()
                        .map(ApplicationLine::id)
                        .toList(),
                closings.closing(round)
                        .map(closing -> new ClosingJson.Closed(
                                closing.closedBy(),
                                closing.closedAt(),
                                closing.sha256(),
                                closing.figures().settlements().size(),
                                closings.differences(closing).size()))
                        .orElse(null));
    }

    private static ClosingJson.Left left(Account account) {
        return new ClosingJson.Left(
                account.applicationId(), account.district(), account.notYetPaid(), account.owed(), account.settled());
    }

    private List<GrantJson> json(List<Grant> grants) {
        return json(grants, List.of());
    }

    private List<GrantJson> json(List<Grant> grants, List<LeftOut> leftOut) {
        Map<String, Problem.Fault> obstacles = leftOut.stream()
                .collect(Collectors.toMap(LeftOut::district, left -> refusals.faults(List.of(left.why()))
                        .get(0)));
        return grants.stream()
                .map(grant -> GrantJson.of(grant, obstacles.get(grant.account().district()), language.now()))
                .toList();
    }

    /** A round that a district doesn't see yet is to it as if it weren't there. */
    private void known(String round) {
        if (rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .isEmpty()) {
            throw refusals.refuse(RoundRefusal.ROUND_NOT_FOUND);
        }
    }
}
