package se.medel.costreport.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.user.Me;
import se.medel.user.Roles;

/** What is expected of each district's ledger, as a program reads and sets it. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers")
@RolesAllowed({Roles.OFFICER, Roles.CONTROLLER})
public class LedgerSettingResource {

    /** @param objects the district's own, such as {@code 6:SIG14} */
    @Schema(name = "LedgerSetting")
    public record Setting(String district, String organisationNumber, List<String> objects) {
        static Setting of(LedgerSettingView setting) {
            return new Setting(
                    setting.district(),
                    setting.organisationNumber(),
                    setting.objects().stream().map(LedgerSettingView::text).toList());
        }
    }

    /** @param organisationNumber left out for the city's own */
    @Schema(name = "LedgerSettingChange")
    public record Change(
            String organisationNumber, @Schema(maxItems = LedgerSettingService.MOST_OBJECTS) List<String> objects) {}

    @Inject
    LedgerSettingService settings;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Path("/{round}/ledger-settings")
    @RolesAllowed({Roles.OFFICER, Roles.CONTROLLER, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(summary = "Which organisation number and which objects are expected of each district")
    public List<Setting> list(@RestPath("round") String round) {
        return refusals.given(settings.ofRound(me.actor(), round)).stream()
                .map(Setting::of)
                .toList();
    }

    @PUT
    @Path("/{round}/ledger-settings/{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sets what is expected of a district's ledger",
            description = "If-Match: * for what nobody has set yet.")
    @APIResponse(
            responseCode = "200",
            description = "The setting with its new ETag",
            content = @Content(schema = @Schema(implementation = Setting.class)))
    public Response set(
            @RestPath("round") String round,
            @RestPath String slug,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Change change) {
        long ifVersion = versions.demanded(ifMatch, settings.of(round, slug).version());
        Input input = new Input();
        List<String> objects = input.required(change, "") == null
                ? List.of()
                : input.values(change.objects, "objects", LedgerSettingService.MOST_OBJECTS);
        refusals.orRefuse(input);
        LedgerSettingView set = refusals.given(settings.set(
                me.actor(),
                round,
                slug,
                ifVersion,
                new LedgerSettingService.Wanted(change.organisationNumber(), objects)));
        return Response.ok(Setting.of(set))
                .header("ETag", Versions.tag(set.version()))
                .build();
    }
}
