package se.medel.delegation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import se.medel.delegation.rules.ConflictGround;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Nature;
import se.medel.delegation.rules.OrderLine;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The delegation order, substitutes and conflicts of interest, for programs. */
@Path("/api/delegation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "delegation", description = "Who may decide what, who stands in, and who is barred")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class DelegationResource {

    /**
     * A line of the order.
     *
     * @param point where it stands, such as {@code 3.2}
     * @param holder the user name of the one who may decide; left out for everyone with the director's role
     * @param upTo the largest amount in whole kronor; left out for no limit
     */
    @Schema(
            name = "DelegationLine",
            requiredProperties = {"point", "kind", "nature"})
    public record Line(
            String point,
            DecisionKind kind,
            Nature nature,
            String holder,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999", nullable = true) Figure upTo,
            LocalDate from,
            LocalDate to) {

        static Line of(OrderLine line) {
            return new Line(
                    line.point(),
                    line.kind(),
                    line.nature(),
                    line.holder(),
                    Figure.of(line.upTo()),
                    line.from(),
                    line.to());
        }
    }

    /**
     * A version of the order.
     *
     * @param committeeDate when the committee decided it; null for a draft, and for the first version
     * @param validFrom the first day it holds, until the next one does; null for a draft
     */
    @Schema(name = "DelegationOrder")
    public record Order(
            int number,
            OrderState state,
            LocalDate committeeDate,
            String committeeParagraph,
            LocalDate validFrom,
            List<Line> lines,
            String madeBy,
            Instant madeAt) {

        static Order of(OrderView view) {
            return new Order(
                    view.number(),
                    view.state(),
                    view.committeeDate(),
                    view.committeeParagraph(),
                    view.validFrom(),
                    view.lines().stream().map(Line::of).toList(),
                    view.madeBy(),
                    view.madeAt());
        }
    }

    /** All lines of a draft. */
    @Schema(
            name = "DelegationLines",
            requiredProperties = {"lines"})
    public record Lines(@Schema(maxItems = OrderService.MOST_LINES) List<Line> lines) {}

    /**
     * The committee's decision on a draft.
     *
     * @param from the first day it holds
     */
    @Schema(
            name = "DelegationDecided",
            requiredProperties = {"date", "paragraph", "from"})
    public record Decided(LocalDate date, @Schema(maxLength = 60) String paragraph, LocalDate from) {}

    /**
     * A conflict of interest of the user.
     *
     * @param kind application, repayment or plan-change
     * @param id of the case
     */
    @Schema(
            name = "NewConflict",
            requiredProperties = {"kind", "id", "ground"})
    public record Conflict(
            @Schema(enumeration = {"application", "repayment", "plan-change"}) String kind,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure id,
            ConflictGround ground) {}

    @Inject
    OrderService orders;

    @Inject
    StandInService standIns;

    @Inject
    ConflictService conflicts;

    @Inject
    Idempotency idempotency;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Path("/orders")
    @Operation(summary = "Every version of the delegation order, the newest first")
    public List<Order> orders() {
        return orders.all().stream().map(Order::of).toList();
    }

    @GET
    @Path("/orders/{number}")
    @Operation(summary = "One version of the delegation order")
    @APIResponse(
            responseCode = "200",
            description = "The version; its ETag is needed to change a draft",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response order(@RestPath int number) {
        return answer(found(number));
    }

    @POST
    @Path("/orders")
    @RolesAllowed(Roles.SECRETARY)
    @Operation(summary = "Starts a draft from the newest version")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response draft(@HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> orders.draft(me.actor()).map(view -> done(201, view)));
    }

    @PUT
    @Path("/orders/{number}/lines")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(summary = "Changes the lines of a draft", description = "What is left out is taken away.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response edit(
            @RestPath int number,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Lines sent) {
        long version = versions.demanded(ifMatch, found(number).version());
        Input input = new Input();
        List<OrderLine> lines = input.required(sent, "") == null ? List.of() : lines(input, sent.lines());
        refusals.orRefuse(input);
        return answer(refusals.given(orders.edit(me.actor(), number, version, lines)));
    }

    @DELETE
    @Path("/orders/{number}")
    @RolesAllowed(Roles.SECRETARY)
    @Operation(summary = "Removes a draft")
    @APIResponse(responseCode = "204", description = "It is removed")
    public Response discard(@RestPath int number, @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long version = versions.wanted(ifMatch, found(number).version());
        refusals.given(orders.discard(me.actor(), number, version));
        return Response.noContent().build();
    }

    @POST
    @Path("/orders/{number}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            summary = "Registers the committee's decision on a draft",
            description = "From then on the version can't be changed.")
    @APIResponse(
            responseCode = "200",
            description = "The version in force",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response decided(
            @RestPath int number,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Decided sent) {
        Long version = versions.wanted(ifMatch, found(number).version());
        demand(sent);
        return idempotency.once(key, sent, () -> orders.putInForce(
                        me.actor(), number, version, sent.date(), sent.paragraph(), sent.from())
                .map(view -> done(200, view)));
    }

    @GET
    @Path("/stand-ins")
    @Operation(summary = "Who stands in for whom, also in the past, the latest first")
    public List<StandInView> standIns() {
        return standIns.all();
    }

    @POST
    @Path("/stand-ins")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DIRECTOR, Roles.SECRETARY, Roles.ADMINISTRATOR})
    @Operation(summary = "Enters that somebody is away or has a conflict of interest, with who decides instead")
    @APIResponse(
            responseCode = "201",
            description = "The substitute",
            content = @Content(schema = @Schema(implementation = StandInView.class)))
    public Response enter(
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) StandInService.Wanted sent) {
        demand(sent);
        return idempotency.once(key, sent, () -> standIns.enter(me.actor(), sent)
                .map(view -> new Done(201, view, "/api/delegation/stand-ins", Versions.tag(view.version()))));
    }

    @POST
    @Path("/stand-ins/{id}/withdrawal")
    @RolesAllowed({Roles.DIRECTOR, Roles.SECRETARY, Roles.ADMINISTRATOR})
    @Operation(summary = "Takes a substitute back; what was decided stands")
    @APIResponse(
            responseCode = "200",
            description = "The substitute, withdrawn",
            content = @Content(schema = @Schema(implementation = StandInView.class)))
    public Response withdraw(
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long version =
                versions.wanted(ifMatch, refusals.given(standIns.find(id)).version());
        return idempotency.once(key, "", () -> standIns.withdraw(me.actor(), id, version)
                .map(view -> new Done(200, view, null, Versions.tag(view.version()))));
    }

    @GET
    @Path("/conflicts")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.SECRETARY, Roles.AUDITOR})
    @Operation(summary = "Every declared conflict of interest, the newest first")
    public List<ConflictService.Declared> conflicts() {
        return conflicts.all();
    }

    @POST
    @Path("/conflicts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Declares that the user has a conflict of interest in a case",
            description = "It isn't taken back. The user can neither prepare nor decide the case from then on.")
    @APIResponse(
            responseCode = "201",
            description = "The declaration",
            content = @Content(schema = @Schema(implementation = ConflictService.Declared.class)))
    public Response declare(
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key, @RequestBody(required = true) Conflict sent) {
        demand(sent);
        Input input = new Input();
        input.required(sent.kind(), "kind");
        input.required(sent.id(), "id");
        Long id = input.count(sent.id(), "id", null, Input.MOST_KRONOR);
        refusals.orRefuse(input);
        return idempotency.once(key, sent, () -> conflicts
                .declare(me.actor(), sent.kind(), id, sent.ground())
                .map(declared -> new Done(201, declared, "/api/delegation/conflicts", null)));
    }

    private static List<OrderLine> lines(Input input, List<Line> sent) {
        List<Line> lines = input.values(sent, "lines", OrderService.MOST_LINES);
        List<OrderLine> read = new ArrayList<>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            Line line = lines.get(i);
            read.add(new OrderLine(
                    line.point(),
                    line.kind(),
                    line.nature(),
                    line.holder(),
                    line.upTo() == null ? null : input.wholeKronor(line.upTo(), "lines[" + i + "].upTo", null),
                    line.from(),
                    line.to()));
        }
        return read;
    }

    private void demand(Object sent) {
        Input input = new Input();
        input.required(sent, "");
        refusals.orRefuse(input);
    }

    private OrderView found(int number) {
        return refusals.given(orders.find(number));
    }

    private static Done done(int status, OrderView view) {
        return new Done(
                status,
                Order.of(view),
                status == 201 ? "/api/delegation/orders/" + view.number() : null,
                Versions.tag(view.version()));
    }

    private static Response answer(OrderView view) {
        return Response.ok(Order.of(view))
                .header("ETag", Versions.tag(view.version()))
                .build();
    }
}
