package se.medel.application;

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
import se.medel.claim.ClaimUploads;
import se.medel.claim.Claims;
import se.medel.claim.WrittenRow;
import se.medel.claim.rules.ClaimedClient;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The clients of a claim, as a district's programs handle them. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Claims for clients, client by client")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class ClaimResource {

    private static final String CSV = "text/csv";

    private static final List<MediaType> FILES =
            List.of(MediaType.valueOf(CSV), MediaType.valueOf(ClaimTemplateResource.WORKBOOK));

    @Inject
    ApplicationService applications;

    @Inject
    ClaimUploadService uploads;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Path("/{round}/applications/{id}/clients")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(summary = "A claim's clients in their order; none for another kind of application")
    public List<ClaimJson.Row> list(@RestPath("round") String round, @RestPath long id) {
        ApplicationView application = found(round, id);
        if (!application.isClaim()) {
            return List.of();
        }
        boolean findings = !me.role().ofDistrict() || application.state().isDecided();
        return refusals.given(applications.rows(me.actor(), id)).stream()
                .map(row -> ClaimJson.Row.of(row, findings))
                .toList();
    }

    @POST
    @Path("/{round}/applications/{id}/clients")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds clients to a claim that the district writes in: all of them, or none where any is wrong")
    @APIResponse(
            responseCode = "200",
            description = "The claim with its new ETag",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response add(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) ClaimJson.Clients clients) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        List<ClaimedClient> read = read(clients);
        return idempotency.once(key, clients, () -> applications
                .addRows(me.actor(), id, ifVersion, read)
                .map(ClaimResource::done));
    }

    @DELETE
    @Path("/{round}/applications/{id}/clients/{row: [0-9]+}")
    @Operation(summary = "Takes a client out of a claim that the district writes in")
    @APIResponse(
            responseCode = "200",
            description = "The claim with its new ETag",
            content = @Content(schema = @Schema(implementation = ApplicationJson.class)))
    public Response remove(
            @RestPath("round") String round,
            @RestPath long id,
            @RestPath long row,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        Long ifVersion = versions.wanted(ifMatch, found(round, id).version());
        return idempotency.once(key, "", () -> applications
                .removeRow(me.actor(), id, ifVersion, row)
                .map(ClaimResource::done));
    }

    @POST
    @Path("/{round}/applications/{id}/clients/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tries clients for a claim and saves nothing")
    public ClaimJson.Checked check(
            @RestPath("round") String round,
            @RestPath long id,
            @RequestBody(required = true) ClaimJson.Clients clients) {
        found(round, id);
        List<Claims.Judged> judged = refusals.given(applications.judgeRows(me.actor(), id, read(clients)));
        List<ClaimJson.Wrong> wrong = judged.stream()
                .filter(row -> !row.isRight())
                .map(row -> wrong(row.row(), "clients[" + (row.row() - 1) + "].", row.faults()))
                .toList();
        return new ClaimJson.Checked(judged.size(), judged.size() - wrong.size(), wrong, List.of());
    }

    @POST
    @Path("/{round}/applications/{id}/clients/file")
    // Every type comes here, so that a stranger learns first that nobody is logged in.
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Tries a file of clients for a claim, CSV or .xlsx as the template, and saves nothing",
            description = "Which of the two it is shows in the file. At most 20 MB and 10 000 rows.")
    public ClaimJson.Checked checkFile(
            @RestPath("round") String round,
            @RestPath long id,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = ClaimTemplateResource.WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file)
            throws IOException {
        SentFile.requireType(headers, FILES);
        found(round, id);
        return SentFile.use(file, kept -> {
            ClaimUploads.Checked checked = refusals.given(uploads.check(me.actor(), id, kept, null));
            return new ClaimJson.Checked(
                    checked.rows(),
                    checked.right(),
                    checked.wrong().stream()
                            .map(row -> wrong(row.row().number(), "", row.faults()))
                            .toList(),
                    checked.ignored());
        });
    }

    // The rows of a file, which wait beside the claim until they are right and taken in

    @POST
    @Path("/{round}/applications/{id}/clients/uploads")
    // Every type comes here, so that a stranger learns first that nobody is logged in.
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Keeps the rows of a file beside a claim that the district writes in, in place of those that wait there",
            description = "CSV or .xlsx as the template; which of the two it is shows in the file. At most 20 MB and"
                    + " 10 000 rows.")
    @APIResponse(
            responseCode = "200",
            description = "What has been kept",
            content = @Content(schema = @Schema(implementation = ClaimJson.Kept.class)))
    public Response upload(
            @RestPath("round") String round,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = ClaimTemplateResource.WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file)
            throws IOException {
        SentFile.requireType(headers, FILES);
        found(round, id);
        return SentFile.use(
                file,
                kept -> idempotency.once(key, SentFile.hash(kept), () -> uploads.upload(me.actor(), id, kept, null)
                        .map(summary ->
                                new Done(200, new ClaimJson.Kept(summary.lines(), summary.ignored()), null, null))));
    }

    @GET
    @Path("/{round}/applications/{id}/clients/uploads")
    @Operation(
            summary = "The rows of a file that wait beside a claim, each tried as things are now",
            description = "Also when the claim has been submitted without them.")
    public List<ClaimJson.Waiting> waiting(@RestPath("round") String round, @RestPath long id) {
        found(round, id);
        return refusals.given(uploads.rows(me.actor(), id)).stream()
                .map(row -> ClaimJson.Waiting.of(row.row(), refusals.faults(row.faults())))
                .toList();
    }

    @PUT
    @Path("/{round}/applications/{id}/clients/uploads/{row: [0-9]+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a row that waits right; refused with every fault while it isn't")
    @APIResponse(
            responseCode = "200",
            description = "The row",
            content = @Content(schema = @Schema(implementation = ClaimJson.Waiting.class)))
    public Response correct(
            @RestPath("round") String round,
            @RestPath long id,
            @RestPath int row,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) ClaimJson.Client client) {
        found(round, id);
        Input input = new Input();
        ClaimedClient read = input.required(client, "") == null ? null : client.read(input, "");
        refusals.orRefuse(input);
        return idempotency.once(key, client, () -> uploads.correct(me.actor(), id, WrittenRow.of(row, read))
                .map(judged -> new Done(
                        200, ClaimJson.Waiting.of(judged.row(), refusals.faults(judged.faults())), null, null)));
    }

    @DELETE
    @Path("/{round}/applications/{id}/clients/uploads/{row: [0-9]+}")
    @Operation(summary = "Throws away a row that waits")
    @APIResponse(
            responseCode = "200",
            description = "How many rows don't wait any more: none where this one didn't",
            content = @Content(schema = @Schema(implementation = ClaimJson.Discarded.class)))
    public Response drop(
            @RestPath("round") String round,
            @RestPath long id,
            @RestPath int row,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        found(round, id);
        return idempotency.once(key, "", () -> uploads.drop(me.actor(), id, row).map(ClaimResource::discarded));
    }

    @DELETE
    @Path("/{round}/applications/{id}/clients/uploads")
    @Operation(summary = "Throws away all rows that wait beside a claim")
    @APIResponse(
            responseCode = "200",
            description = "How many rows don't wait any more",
            content = @Content(schema = @Schema(implementation = ClaimJson.Discarded.class)))
    public Response discard(
            @RestPath("round") String round, @RestPath long id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        found(round, id);
        return idempotency.once(key, "", () -> uploads.discard(me.actor(), id).map(ClaimResource::discarded));
    }

    private static Done discarded(int rows) {
        return new Done(200, new ClaimJson.Discarded(rows), null, null);
    }

    @POST
    @Path("/{round}/applications/{id}/clients/uploads/intake")
    @Operation(
            summary = "Takes the rows that are right into the claim; the wrong ones wait on",
            description = "Where the claim can't be changed any more, they go into the district's draft in the same"
                    + " round, which is started if there is none.")
    @APIResponse(
            responseCode = "200",
            description = "How many were taken in, and into which claim",
            content = @Content(schema = @Schema(implementation = ClaimJson.Taken.class)))
    public Response takeIn(
            @RestPath("round") String round, @RestPath long id, @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key) {
        found(round, id);
        return idempotency.once(key, "", () -> uploads.takeIn(me.actor(), id).map(this::taken));
    }

    private Done taken(ClaimUploadService.Taken taken) {
        int left = uploads.waiting(taken.waitingAt());
        return new Done(200, new ClaimJson.Taken(taken.clients(), taken.claim(), left, taken.waitingAt()), null, null);
    }

    @GET
    @Path("/{round}/applications/{id}/clients/candidates")
    @Operation(
            summary = "The participants of the district's register that a claim can be made for",
            description = "Admitted during the round's year and claimed by nobody; why one still can't be claimed"
                    + " stands in its faults.")
    public List<ClaimJson.Candidate> candidates(@RestPath("round") String round, @RestPath long id) {
        found(round, id);
        return refusals.given(applications.candidates(me.actor(), id)).stream()
                .map(one -> new ClaimJson.Candidate(
                        one.code(), one.birthYear(), one.admittedOn(), refusals.faults(one.faults())))
                .toList();
    }

    private ClaimJson.Wrong wrong(int row, String at, List<Refusal> faults) {
        return new ClaimJson.Wrong(
                row,
                refusals.faults(faults.stream()
                        .map(fault -> fault.at(at + fault.field()))
                        .toList()));
    }

    private List<ClaimedClient> read(ClaimJson.Clients clients) {
        Input input = new Input();
        if (input.required(clients, "") == null) {
            refusals.orRefuse(input);
        }
        List<ClaimedClient> read = clients.read(input);
        refusals.orRefuse(input);
        return read;
    }

    private static Done done(ApplicationView claim) {
        return new Done(200, ApplicationJson.of(claim), null, Versions.tag(claim.version()));
    }

    private ApplicationView found(String round, long id) {
        ApplicationView application = refusals.given(applications.find(me.actor(), id));
        if (!application.roundId().equals(round)) {
            throw refusals.refuse(ApplicationRefusal.APPLICATION_NOT_FOUND);
        }
        return application;
    }
}
