package se.medel.round;

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
import java.util.List;
import java.util.Set;
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
import se.medel.api.InputRefusal;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.district.DistrictView;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder.Allocation;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/** Rounds, their models and what they have left, as a program sees them. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rounds", description = "Rounds, their allocation models and what is left under every cap")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class RoundResource {

    /**
     * A round.
     *
     * @param id its name in addresses
     * @param deadline the last day to apply
     */
    @Schema(name = "Round")
    public record Shown(
            String id,
            String programme,
            String name,
            int year,
            RoundState state,
            String caseNumber,
            LocalDate deadline) {

        static Shown of(RoundView round) {
            return new Shown(
                    round.id(),
                    round.programme(),
                    round.name(),
                    round.year(),
                    round.state(),
                    round.caseNumber(),
                    round.applicationDeadline());
        }
    }

    /**
     * A round to be set up.
     *
     * @param copyOf the round whose newest model is copied
     */
    @Schema(
            name = "NewRound",
            requiredProperties = {"copyOf", "id", "programme", "name", "year", "caseNumber", "applicationDeadline"})
    public record Wanted(
            @Schema(maxLength = 60) String copyOf,
            @Schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength = 60) String id,
            @Schema(maxLength = RoundService.LONGEST_NAME) String programme,
            @Schema(maxLength = RoundService.LONGEST_NAME) String name,
            @Schema(type = SchemaType.INTEGER, minimum = "2007", maximum = "2100") Figure year,
            @Schema(maxLength = RoundService.LONGEST_NUMBER) String caseNumber,
            LocalDate applicationDeadline) {}

    /**
     * A version of a round's model.
     *
     * @param version 1, 2, … in the round
     * @param committeeDate the day of the committee's decision, null until it is approved
     * @param committeeParagraph the paragraph of the minutes, null until it is approved
     * @param delegated whether the director has the task to distribute by it (D2); true until it is decided
     */
    @Schema(name = "ModelVersion")
    public record ShownModel(
            int version,
            ModelState state,
            ModelJson model,
            String madeBy,
            LocalDate committeeDate,
            String committeeParagraph,
            boolean delegated) {

        public static ShownModel of(ModelView model) {
            return new ShownModel(
                    model.versionNumber(),
                    model.state(),
                    ModelJson.of(model.model()),
                    model.madeBy(),
                    model.committeeDate(),
                    model.committeeParagraph(),
                    model.delegated());
        }
    }

    /**
     * One entry of the ledger of commitments.
     *
     * @param kronor whole kronor, negative for a release
     * @param decision the id of the decision that it rests on
     */
    @Schema(name = "LedgerEntry")
    public record Entry(
            Ledger.Kind kind,
            String district,
            ComponentKind component,
            Kronor kronor,
            long clients,
            long decision,
            Instant bookedAt,
            String bookedBy) {

        static Entry of(Ledger.Entry entry) {
            return new Entry(
                    entry.kind(),
                    entry.district(),
                    entry.component(),
                    entry.kronor(),
                    entry.clients(),
                    entry.decisionId(),
                    entry.bookedAt(),
                    entry.bookedBy());
        }
    }

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    @Inject
    Me me;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Language language;

    @GET
    @Operation(summary = "All rounds, newest first; districts see those whose model is approved")
    public List<Shown> list() {
        return rounds.all().stream().filter(this::isShown).map(Shown::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Sets up a round with a copy of another round's newest model")
    @APIResponse(
            responseCode = "201",
            description = "The round, in draft",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response create(
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key, @RequestBody(required = true) Wanted wanted) {
        Input input = new Input();
        NewRound round = read(input, wanted);
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> rounds.copy(me.actor(), wanted.copyOf(), round)
                .map(made -> new Done(201, Shown.of(made), "/api/rounds/" + made.id(), Versions.tag(made.version()))));
    }

    private NewRound read(Input input, Wanted wanted) {
        refusals.orRefuse(needed(wanted));
        if (wanted.copyOf() == null) {
            input.fault("copyOf", InputRefusal.VALUE_MISSING);
        } else if (rounds.round(wanted.copyOf()).isEmpty()) {
            input.fault(
                    "copyOf",
                    InputRefusal.UNKNOWN_VALUE,
                    rounds.all().stream().map(RoundView::id).collect(Collectors.joining(", ")));
        }
        Long year = input.count(wanted.year(), "year", null, 9999);
        return new NewRound(
                wanted.id(),
                input.text(wanted.programme(), "programme", RoundService.LONGEST_NAME),
                input.text(wanted.name(), "name", RoundService.LONGEST_NAME),
                input.required(year, "year") == null ? null : year.intValue(),
                input.text(wanted.caseNumber(), "caseNumber", RoundService.LONGEST_NUMBER),
                wanted.applicationDeadline());
    }

    private static Input needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        return input;
    }

    @GET
    @Path("/{round}")
    @Operation(summary = "A round")
    @APIResponse(
            responseCode = "200",
            description = "The round; its version is the ETag",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response get(@RestPath("round") String id) {
        RoundView round = shown(id);
        return Response.ok(Shown.of(round))
                .header("ETag", Versions.tag(round.version()))
                .build();
    }

    @GET
    @Path("/{round}/districts")
    @Operation(summary = "The districts of the round's year")
    public List<DistrictView> districts(@RestPath("round") String id) {
        return rounds.districtsOf(shown(id));
    }

    @GET
    @Path("/{round}/models")
    @Operation(summary = "Every version of the round's model, newest first; districts see the approved ones")
    public List<ShownModel> models(@RestPath("round") String id) {
        shown(id);
        return rounds.models(id).stream()
                .filter(model -> !me.role().ofDistrict() || model.state() == ModelState.APPROVED)
                .map(ShownModel::of)
                .toList();
    }

    @POST
    @Path("/{round}/models")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Starts a new version of an approved model, as a copy of the newest one")
    @APIResponse(
            responseCode = "201",
            description = "The new version, in draft",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response startVersion(@RestPath("round") String id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(
                key, "", () -> rounds.startNewVersion(me.actor(), id).map(model -> done(201, model)));
    }

    @GET
    @Path("/{round}/models/{version}")
    @Operation(summary = "A version of the round's model")
    @APIResponse(
            responseCode = "200",
            description = "The version; its ETag is needed to change a draft",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response model(@RestPath("round") String id, @RestPath int version) {
        shown(id);
        ModelView model = version(id, version);
        if (me.role().ofDistrict() && model.state() != ModelState.APPROVED) {
            throw refusals.refuse(RoundRefusal.MODEL_NOT_FOUND);
        }
        return answer(model);
    }

    @PUT
    @Path("/{round}/models/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Changes a draft of the round's model")
    @APIResponse(
            responseCode = "200",
            description = "The changed version",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response edit(
            @RestPath("round") String id,
            @RestPath int version,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ModelJson text) {
        shown(id);
        ModelView model = version(id, version);
        long ifVersion = versions.demanded(ifMatch, model.version());
        refusals.orRefuse(needed(text));
        Input input = new Input();
        AllocationModel changed = text.read(input);
        refusals.orRefuse(input);
        if (model.state() != ModelState.DRAFT) {
            throw refusals.refuse(RoundRefusal.MODEL_APPROVED);
        }
        Answer<ModelView> edited = rounds.editModel(me.actor(), id, ifVersion, changed);
        return answer(refusals.given(
                edited.isRefused()
                        ? Answer.refused(edited.refusals().stream()
                                .map(ModelJson::atItsPlace)
                                .toList())
                        : edited));
    }

    @POST
    @Path("/{round}/proposal")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Hands the draft of the model to the committee")
    @APIResponse(
            responseCode = "200",
            description = "The proposed version",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response propose(@RestPath("round") String id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> rounds.propose(me.actor(), id).map(model -> done(200, model)));
    }

    @DELETE
    @Path("/{round}/proposal")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Takes a proposed model back to be changed")
    @APIResponse(
            responseCode = "200",
            description = "The version, in draft again",
            content = @Content(schema = @Schema(implementation = ShownModel.class)))
    public Response takeBack(@RestPath("round") String id) {
        return answer(refusals.given(rounds.takeBack(me.actor(), id)));
    }

    @POST
    @Path("/{round}/opening")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Opens the round for applications")
    @APIResponse(
            responseCode = "200",
            description = "The open round",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response open(@RestPath("round") String id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> rounds.open(me.actor(), id)
                .map(round -> new Done(200, Shown.of(round), null, Versions.tag(round.version()))));
    }

    @POST
    @Path("/{round}/reporting")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(summary = "Ends the year: a cost report is opened for each district that was granted anything (Y1)")
    @APIResponse(
            responseCode = "200",
            description = "The round, whose districts report",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response startReporting(@RestPath("round") String id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        return idempotency.once(key, "", () -> rounds.startReporting(me.actor(), id)
                .map(round -> new Done(200, Shown.of(round), null, Versions.tag(round.version()))));
    }

    @GET
    @Path("/{round}/balance")
    @Operation(
            summary = "What is committed and what is left",
            description = "Decided grants are public, so districts see each other's here; drafts and asks aren't.")
    @APIResponse(responseCode = "200", description = "The balance")
    @APIResponse(responseCode = "409", description = "No model is approved yet")
    public BalanceSheet balance(@RestPath("round") String id) {
        RoundView round = shown(id);
        return BalanceSheet.of(id, inForce(id), rounds.committed(id), rounds.districtsOf(round));
    }

    @POST
    @Path("/{round}/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
    @Operation(summary = "What an order would give (A7); changes nothing")
    public WhatIf.Result whatIf(@RestPath("round") String id, @RequestBody(required = true) WhatIf asked) {
        RoundView round = shown(id);
        AllocationModel model = inForce(id);
        refusals.orRefuse(needed(asked));
        List<DistrictView> districts = rounds.districtsOf(round);
        Set<String> slugs = districts.stream().map(DistrictView::slug).collect(Collectors.toSet());
        Input input = new Input();
        WhatIf.Question question = asked.read(input, model, slugs);
        refusals.orRefuse(input);
        Commitments start = question.start() == WhatIf.Start.EMPTY ? Commitments.none() : rounds.committed(id);
        Allocation allocation = question.order().allocate(model, start, question.asks());
        return new WhatIf.Result(
                allocation.outcomes().stream()
                        .map(outcome -> WhatIf.Given.of(outcome, language.now()))
                        .toList(),
                BalanceSheet.of(id, model, allocation.committed(), districts));
    }

    @GET
    @Path("/{round}/ledger")
    @Operation(summary = "The entries of the ledger, in the order they were booked; districts see their own")
    public List<Entry> ledger(@RestPath("round") String id) {
        shown(id);
        return ledger.entries(id).stream()
                .filter(entry -> me.actor().sees(entry.district()))
                .map(Entry::of)
                .toList();
    }

    /** What the administration is still working on isn't for the districts yet. */
    private boolean isShown(RoundView round) {
        return !me.role().ofDistrict() || round.state().hasApprovedModel();
    }

    private RoundView shown(String id) {
        return rounds.round(id).filter(this::isShown).orElseThrow(() -> refusals.refuse(RoundRefusal.ROUND_NOT_FOUND));
    }

    private AllocationModel inForce(String id) {
        return rounds.modelInForce(id)
                .orElseThrow(() -> refusals.refuse(RoundRefusal.MODEL_NOT_APPROVED))
                .model();
    }

    private ModelView version(String id, int number) {
        return rounds.models(id).stream()
                .filter(model -> model.versionNumber() == number)
                .findFirst()
                .orElseThrow(() -> refusals.refuse(RoundRefusal.MODEL_NOT_FOUND));
    }

    private static Done done(int status, ModelView model) {
        return new Done(
                status,
                ShownModel.of(model),
                status == 201 ? "/api/rounds/" + model.roundId() + "/models/" + model.versionNumber() : null,
                Versions.tag(model.version()));
    }

    private static Response answer(ModelView model) {
        return Response.ok(ShownModel.of(model))
                .header("ETag", Versions.tag(model.version()))
                .build();
    }
}
