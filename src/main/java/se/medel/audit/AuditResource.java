package se.medel.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.api.Refusals;
import se.medel.user.Roles;

/** The audit trail, for the auditor. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "Who did what, when, and what it was before and after")
@RolesAllowed(Roles.AUDITOR)
public class AuditResource {

    private static final int MOST = 500;

    /**
     * One line of the trail.
     *
     * @param action such as DECIDED or ACCESS_REFUSED
     * @param subject a kind and an id, such as application/17
     * @param before what it was, as it was stored then; null for something new
     * @param after what it became, as it was stored then; null where nothing came of it
     */
    @Schema(
            name = "AuditLine",
            requiredProperties = {"id", "at", "username", "role", "action", "subject"})
    public record Shown(
            long id,
            Instant at,
            String username,
            String role,
            String action,
            String subject,
            String round,
            String district,
            @JsonRawValue @Schema(ref = "#/components/schemas/AnyValue") String before,
            @JsonRawValue @Schema(ref = "#/components/schemas/AnyValue") String after) {

        static Shown of(AuditTrail.Line line) {
            return new Shown(
                    line.id(),
                    line.at(),
                    line.username(),
                    line.role(),
                    line.action(),
                    line.subject(),
                    line.roundId(),
                    line.district(),
                    line.before(),
                    line.after());
        }
    }

    /** @param next to be sent as {@code before} for the lines that come after these; null where there are no more */
    @Schema(name = "AuditPage", requiredProperties = "lines")
    public record Page(List<Shown> lines, Long next) {}

    @Inject
    AuditTrail trail;

    @Inject
    Refusals refusals;

    @GET
    @Operation(summary = "The trail, newest first, page by page")
    public Page read(
            @Parameter(
                            description = "Only what is older than the line with this id",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @RestQuery
                    String before,
            @Parameter(description = "Only what is about this, such as application/17") @RestQuery String subject,
            @Parameter(
                            description = "The most lines",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "100"))
                    @RestQuery
                    String limit) {
        Input input = new Input();
        Long from = number(input, before, "before", Long.MAX_VALUE);
        Long most = number(input, limit, "limit", MOST);
        refusals.orRefuse(input);
        int wanted = most == null ? 100 : most.intValue();
        List<AuditTrail.Line> lines = trail.read(from, subject, wanted + 1);
        boolean more = lines.size() > wanted;
        List<AuditTrail.Line> page = more ? lines.subList(0, wanted) : lines;
        return new Page(
                page.stream().map(Shown::of).toList(),
                more ? page.get(page.size() - 1).id() : null);
    }

    private static Long number(Input input, String text, String parameter, long most) {
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        input.fault(parameter, InputRefusal.NUMBER_OUT_OF_RANGE, 1L, most);
        return null;
    }
}
