package se.medel.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.medel.claim.file.ClaimTemplate;
import se.medel.user.Roles;

/** The empty file that a district fills in; the pages link to it too. */
@Path("/api/claims")
@Tag(name = "claims")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
public class ClaimTemplateResource {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    @GET
    @Path("/template.csv")
    @Produces(CSV)
    @Operation(summary = "The template for a file of clients, as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The header row, with semicolons",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv() {
        return file(ClaimTemplate.csv(), CSV, "klienter.csv");
    }

    @GET
    @Path("/template.xlsx")
    @Produces(WORKBOOK)
    @Operation(summary = "The template for a file of clients, for Excel")
    @APIResponse(responseCode = "200", description = "A sheet to fill in and one that says how")
    public Response workbook() {
        return file(ClaimTemplate.workbook(), WORKBOOK, "klienter.xlsx");
    }

    private static Response file(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
