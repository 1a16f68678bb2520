package se.medel.archive;

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
import se.medel.api.Refusals;
import se.medel.archive.JournalService.Wanted;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Paged;

/** The register, for programs. */
@Path("/api/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "archive")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class JournalResource {

    private static final int ON_A_PAGE = 200;

    /**
     * A line of the register.
     *
     * @param way whether it came in, went out or was made here
     * @param district that it came from, went to or is about
     */
    @Schema(
            name = "JournalLine",
            requiredProperties = {"number", "kind", "way", "at"})
    public record Line(
            String number,
            JournalKind kind,
            JournalKind.Way way,
            Instant at,
            String round,
            String district,
            Long application,
            ComponentKind component) {

        static Line of(JournalEntry entry) {
            return new Line(
                    entry.number(),
                    entry.kind(),
                    entry.kind().way(),
                    entry.at(),
                    entry.roundId(),
                    entry.district(),
                    entry.application(),
                    entry.component());
        }
    }

    /** @param all how many there are on all pages */
    @Schema(
            name = "JournalPage",
            requiredProperties = {"all", "lines"})
    public record Page(long all, List<Line> lines) {}

    @Inject
    JournalService journal;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    @GET
    @Operation(
            summary = "The register of what has come in, gone out and been made, newest first",
            description = "A district sees its own. No codes, no clients, no names and no free text stand in it.")
    public Page read(
            @Parameter(description = "Only this round's") @RestQuery String round,
            @Parameter(description = "The first day", schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String from,
            @Parameter(description = "The last day", schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String to,
            @Parameter(
                            description = "Which page of " + ON_A_PAGE + " lines",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
                    @RestQuery
                    String page) {
        Wanted wanted = refusals.given(Wanted.of(round, from, to));
        int skip = (Paged.number(page) - 1) * ON_A_PAGE;
        return new Page(
                journal.count(me.actor(), wanted),
                journal.read(me.actor(), wanted, Math.max(0, skip), ON_A_PAGE).stream()
                        .map(Line::of)
                        .toList());
    }
}
