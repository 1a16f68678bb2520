package se.medel.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Refusals;
import se.medel.claim.ClaimRow;
import se.medel.claim.RowState;
import se.medel.user.Me;
import se.medel.user.Roles;

/**
 * The clients of a claim, for who may read their codes.
 *
 * <p>The class has the same path as the other resources of rounds, because only within one path does the framework tell a
 * method that isn't allowed from an address that isn't there.
 */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applications")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
public class ClaimRowResource {

    /**
     * One client of a claim.
     *
     * @param id what findings name the client by
     * @param position the row's place in its claim, from 1
     * @param earlierContact null where there was none or it isn't known
     * @param failsRule the rule that the client is found to fail; null for none, and for the district until it is decided
     * @param failsReason why
     */
    @Schema(name = "ClaimRow")
    public record Row(
            long id,
            int position,
            String code,
            int birthYear,
            LocalDate admittedOn,
            LocalDate earlierContact,
            String attestedBy,
            RowState state,
            String failsRule,
            String failsReason) {

        /** @param findings whether to tell what was found against a client before it is decided */
        static Row of(ClaimRow row, boolean findings) {
            boolean told = findings || row.state() == RowState.NOT_ELIGIBLE;
            return new Row(
                    row.id(),
                    row.position(),
                    row.code(),
                    row.birthYear(),
                    row.admittedOn(),
                    row.earlierContact(),
                    row.attestedBy(),
                    row.state(),
                    told ? row.failsRule() : null,
                    told ? row.failsReason() : null);
        }
    }

    @Inject
    ApplicationService applications;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    @GET
    @Path("/{round}/applications/{id}/rows")
    @Operation(
            summary = "The clients of a claim, in its order, with where each one stands",
            description =
                    "Codes are for the claim's own district and for those who try it; each read is kept in the trail.")
    @APIResponse(responseCode = "200", description = "The rows; none for an application that isn't a claim")
    public List<Row> rows(@RestPath("round") String round, @RestPath long id) {
        ApplicationView application = refusals.given(applications.find(me.actor(), id));
        if (!application.roundId().equals(round)) {
            throw refusals.refuse(ApplicationRefusal.APPLICATION_NOT_FOUND);
        }
        if (!application.isClaim()) {
            return List.of();
        }
        return refusals.given(applications.rows(me.actor(), id)).stream()
                .map(row -> Row.of(row, !me.role().ofDistrict()))
                .toList();
    }
}
