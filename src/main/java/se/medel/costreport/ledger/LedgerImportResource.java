package se.medel.costreport.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.ReportFileJson;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportFileView;
import se.medel.money.Kronor;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The files of a report and what is taken from its ledger, as programs handle them. */
@Path("/api/cost-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers", description = "Files of cost reports, and costs taken from the district's ledger")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class LedgerImportResource {

    private static final String AT = "/{id}";

    @Inject
    LedgerImportService imports;

    @Inject
    ReportFileService files;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    private CostReportView found(long id) {
        return refusals.given(files.read(me.actor(), id));
    }

    @GET
    @Path(AT + "/files")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "The files of a report; a draft's are its own district's")
    public List<ReportFileJson> list(@RestPath long id) {
        found(id);
        return refusals.given(files.of(me.actor(), id)).stream()
                .map(ReportFileJson::of)
                .toList();
    }

    @POST
    @Path(AT + "/files/upload")
    // Every type comes here, so that a stranger learns first that nobody is logged in.
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Adds an attachment, a PDF of at most 10 MB; it can't be taken away again")
    @APIResponse(
            responseCode = "201",
            description = "The kept file",
            content = @Content(schema = @Schema(implementation = ReportFileJson.class)))
    public Response attach(
            @RestPath long id,
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
        found(id);
        return SentFile.use(
                file,
                kept -> idempotency.once(
                        key, ReportFileService.sha256(kept), () -> files.attach(me.actor(), id, kept, name)
                                .map(added -> created(added, ReportFileJson.of(added)))));
    }

    @GET
    @Path(AT + "/files/{file: [0-9]+}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(
            summary = "A file as it came",
            description =
                    "The original of a ledger is handed out only to its own district and the auditor: it names others"
                            + " than it is about.")
    @APIResponse(
            responseCode = "200",
            description = "The original bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(@RestPath long id, @RestPath long file) {
        found(id);
        ReportFileView kept = refusals.given(files.find(me.actor(), id, file));
        return ReportFileService.answer(kept, refusals.given(files.download(me.actor(), id, file)));
    }

    @POST
    @Path(AT + "/ledger/upload")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Keeps a ledger file, SIE type 4, and says what it holds",
            description =
                    "What can't be read, is of another year or another organisation, holds what seems to be a personal"
                            + " number, or is there already, is refused.")
    @APIResponse(
            responseCode = "201",
            description = "The kept file",
            content = @Content(schema = @Schema(implementation = LedgerJson.Facts.class)))
    public Response upload(
            @RestPath long id,
            @RestQuery String name,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream file)
            throws IOException {
        found(id);
        return SentFile.use(
                file,
                kept -> idempotency.onceAtLength(
                        key, ReportFileService.sha256(kept), () -> imports.upload(me.actor(), id, kept, name)
                                .map(read -> created(read.file(), LedgerJson.Facts.of(read)))));
    }

    private static Done created(ReportFileView file, Object body) {
        return new Done(201, body, ReportFileJson.address(file), null);
    }

    @GET
    @Path(AT + "/ledger/{file: [0-9]+}")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "What a ledger file holds, and what each project and cost centre in it would give")
    public LedgerJson.Facts facts(@RestPath long id, @RestPath long file) {
        found(id);
        return LedgerJson.Facts.of(refusals.given(imports.file(me.actor(), id, file)));
    }

    @POST
    @Path(AT + "/ledger/{file: [0-9]+}/imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tries a choice: what it takes and what it leaves out; nothing is written in the report")
    @APIResponse(
            responseCode = "201",
            description = "What it takes",
            content = @Content(schema = @Schema(implementation = LedgerJson.Import.class)))
    public Response preview(
            @RestPath long id,
            @RestPath long file,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) LedgerJson.Choice choice) {
        found(id);
        Input input = new Input();
        LedgerChoice read = input.required(choice, "") == null ? null : choice.read(input);
        refusals.orRefuse(input);
        return idempotency.onceAtLength(key, choice, () -> imports.preview(me.actor(), id, file, read)
                .map(made -> new Done(
                        201, LedgerJson.Import.of(made), "/api/cost-reports/" + id + "/imports/" + made.id(), null)));
    }

    @GET
    @Path(AT + "/imports")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    @Operation(summary = "What was taken from ledgers; the district sees what it has tried too")
    public List<LedgerJson.Import> imports(@RestPath long id) {
        found(id);
        return refusals.given(imports.ofReport(me.actor(), id)).stream()
                .map(LedgerJson.Import::of)
                .toList();
    }

    @POST
    @Path(AT + "/imports/{made: [0-9]+}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes what was tried into the report",
            description = "In place of what an earlier ledger gave the same grant.")
    @APIResponse(
            responseCode = "200",
            description = "The import; the ETag is the report's",
            content = @Content(schema = @Schema(implementation = LedgerJson.Import.class)))
    public Response confirm(
            @RestPath long id,
            @RestPath long made,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) LedgerJson.Confirmation confirmation) {
        Long ifVersion = versions.wanted(ifMatch, found(id).version());
        Input input = new Input();
        Map<Integer, Kronor> division = input.required(confirmation, "") == null ? Map.of() : confirmation.read(input);
        refusals.orRefuse(input);
        return idempotency.once(key, confirmation, () -> imports.confirm(
                        me.actor(), id, made, ifVersion, division, confirmation.replaceTyped())
                .then(report -> imports.find(me.actor(), id, made)
                        .map(written ->
                                new Done(200, LedgerJson.Import.of(written), null, Versions.tag(report.version())))));
    }
}
