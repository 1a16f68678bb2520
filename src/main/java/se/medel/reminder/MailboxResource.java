package se.medel.reminder;

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

/** The mailboxes that reminders are sent to, as a program sees them. */
@Path("/api/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mailboxes", description = "The functional mailboxes that reminders are sent to")
@RolesAllowed(Roles.ADMINISTRATOR)
public class MailboxResource {

    /** @param address null or empty for none */
    @Schema(name = "MailboxAddress")
    public record Wanted(@Schema(maxLength = MailboxService.LONGEST) String address) {}

    @Inject
    MailboxService mailboxes;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Operation(summary = "Every mailbox, set or not")
    public List<MailboxView> list() {
        return mailboxes.all();
    }

    @GET
    @Path("/{owner}")
    @Operation(summary = "The mailbox of a district, or of the administration")
    @APIResponse(
            responseCode = "200",
            description = "The mailbox; its ETag is needed to change it",
            content = @Content(schema = @Schema(implementation = MailboxView.class)))
    public Response get(@RestPath String owner) {
        return answer(found(owner));
    }

    @PUT
    @Path("/{owner}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets where reminders are sent, or takes it away again")
    @APIResponse(
            responseCode = "200",
            description = "The changed mailbox",
            content = @Content(schema = @Schema(implementation = MailboxView.class)))
    public Response set(
            @RestPath String owner,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Wanted wanted) {
        long ifVersion = versions.demanded(ifMatch, found(owner).version());
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        return answer(refusals.given(mailboxes.set(me.actor(), owner, ifVersion, wanted.address())));
    }

    private MailboxView found(String owner) {
        return mailboxes.of(owner).orElseThrow(() -> refusals.refuse(MailboxRefusal.MAILBOX_NOT_FOUND));
    }

    private static Response answer(MailboxView mailbox) {
        return Response.ok(mailbox)
                .header("ETag", Versions.tag(mailbox.version()))
                .build();
    }
}
