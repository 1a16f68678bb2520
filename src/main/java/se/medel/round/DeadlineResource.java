package se.medel.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import se.medel.privacy.FreeText;
import se.medel.round.Deadlines.Wanted;
import se.medel.user.Me;
import se.medel.user.Roles;

/** A round's dates and extensions, as a program sees them. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dates", description = "By when things are due in a round, and more time for one district")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class DeadlineResource {

    /**
     * By when things are due in a round.
     *
     * @param applicationsClose the last day to apply
     * @param reportDue the last day of the cost reports
     * @param answerDays days from when something came in until it is prepared, decided or answered
     * @param reviewDays days from when a cost report came in until it is reviewed
     * @param replyDays days from the hearing until the district has replied
     * @param payDays days from the decision until a repayment is paid
     */
    @Schema(
            name = "RoundDates",
            requiredProperties = {"applicationsClose", "reportDue", "answerDays", "reviewDays", "replyDays", "payDays"})
    public record Shown(
            LocalDate applicationsClose,
            LocalDate reportDue,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366") Figure answerDays,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366") Figure reviewDays,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366") Figure replyDays,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366") Figure payDays) {

        static Shown of(DatesView dates) {
            return new Shown(
                    dates.applicationsClose(),
                    dates.reportDue(),
                    Figure.of((long) dates.answerDays()),
                    Figure.of((long) dates.reviewDays()),
                    Figure.of((long) dates.replyDays()),
                    Figure.of((long) dates.payDays()));
        }
    }

    /** More time for a district's cost report. */
    @Schema(
            name = "NewReportExtension",
            requiredProperties = {"district", "dueOn", "reason"})
    public record Extension(String district, LocalDate dueOn, @Schema(maxLength = FreeText.LONGEST) String reason) {}

    @Inject
    RoundService rounds;

    @Inject
    Deadlines deadlines;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Path("/{round}/dates")
    @Operation(summary = "By when things are due in the round")
    @APIResponse(
            responseCode = "200",
            description = "The dates; their ETag is needed to change them",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response dates(@RestPath("round") String id) {
        return answer(found(id));
    }

    @PUT
    @Path("/{round}/dates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Sets the round's dates",
            description = "They hold for what comes in from then on. A day that has passed isn't moved.")
    @APIResponse(
            responseCode = "200",
            description = "The dates as they are set",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response set(
            @RestPath("round") String id,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) Shown wanted) {
        long ifNumber = versions.demanded(ifMatch, found(id).number());
        Input input = new Input();
        if (input.required(wanted, "") == null) {
            refusals.orRefuse(input);
        }
        Wanted read = new Wanted(
                wanted.applicationsClose(),
                wanted.reportDue(),
                days(input, wanted.answerDays(), "answerDays"),
                days(input, wanted.reviewDays(), "reviewDays"),
                days(input, wanted.replyDays(), "replyDays"),
                days(input, wanted.payDays(), "payDays"));
        refusals.orRefuse(input);
        return answer(refusals.given(deadlines.set(me.actor(), id, Math.toIntExact(ifNumber), read)));
    }

    @GET
    @Path("/{round}/report-extensions")
    @Operation(summary = "The extensions for cost reports, oldest first; districts see their own")
    public List<ExtensionView> extensions(@RestPath("round") String id) {
        found(id);
        return deadlines.extensions(id).stream()
                .filter(extension -> me.actor().sees(extension.district()))
                .toList();
    }

    @POST
    @Path("/{round}/report-extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    @Operation(
            summary = "Gives a district more time for its cost report",
            description = "It is kept with its reason and isn't taken back.")
    @APIResponse(
            responseCode = "201",
            description = "The extension",
            content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    public Response extend(
            @RestPath("round") String id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) Extension wanted) {
        found(id);
        Input input = new Input();
        input.required(wanted, "");
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> deadlines
                .extend(me.actor(), id, wanted.district(), wanted.dueOn(), wanted.reason())
                .map(made -> new Done(201, made, "/api/rounds/" + id + "/report-extensions", null)));
    }

    private static Integer days(Input input, Figure figure, String field) {
        Long days = input.count(figure, field, null, DatesView.MOST_DAYS);
        return days == null ? null : Integer.valueOf(days.intValue());
    }

    private DatesView found(String id) {
        rounds.round(id)
                .filter(round -> RoundPages.seesRound(me.role(), round))
                .orElseThrow(() -> refusals.refuse(RoundRefusal.ROUND_NOT_FOUND));
        return deadlines.of(id);
    }

    private static Response answer(DatesView dates) {
        return Response.ok(Shown.of(dates))
                .header("ETag", Versions.tag(dates.number()))
                .build();
    }
}
