package se.medel.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
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
import se.medel.deadline.Audience;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.user.Me;
import se.medel.user.Roles;

/** What is late and what has been reminded of, as a program sees it. */
@Path("/api/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders", description = "What is due and late, and the reminders that have been made of it")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class ReminderResource {

    private static final int ON_A_PAGE = 100;

    /** @param next to be sent as {@code before} for the reminders that come after these; null where there are no more */
    @Schema(name = "ReminderPage", requiredProperties = "reminders")
    public record Page(List<ReminderView> reminders, Long next) {}

    /**
     * Something that isn't done although its last day has passed.
     *
     * @param subject what it is about, such as cost-report/17; null where it is another's draft
     * @param district whose case it is, null where it is several districts'
     */
    @Schema(name = "Overdue")
    public record Overdue(
            DueKind kind,
            String subject,
            String round,
            String district,
            Audience audience,
            LocalDate dueOn,
            long daysLate) {

        static Overdue of(Due due, LocalDate today) {
            return new Overdue(
                    due.kind(),
                    due.subject(),
                    due.roundId(),
                    due.district(),
                    due.kind().audience(),
                    due.dueOn(),
                    due.daysLate(today));
        }
    }

    @Inject
    ReminderService reminders;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    @Operation(summary = "The reminders, newest first, page by page; a district sees its own")
    public Page list(
            @Parameter(
                            description = "Only what is older than the reminder with this id",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @RestQuery
                    String before) {
        Input input = new Input();
        boolean readable = before == null || before.matches("[1-9][0-9]{0,17}");
        if (!readable) {
            input.fault("before", InputRefusal.NUMBER_OUT_OF_RANGE, 1L, Long.MAX_VALUE);
        }
        refusals.orRefuse(input);
        List<ReminderView> found =
                reminders.seenBy(me.actor(), before == null ? null : Long.valueOf(before), ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        List<ReminderView> page = more ? found.subList(0, ON_A_PAGE) : found;
        return new Page(page, more ? page.get(page.size() - 1).id() : null);
    }

    @GET
    @Path("/overdue")
    @Operation(summary = "What is late, most late first; a district sees its own")
    public List<Overdue> overdue() {
        LocalDate today = LocalDate.now(clock);
        return reminders.overdueFor(me.actor()).stream()
                .map(due -> Overdue.of(due, today))
                .toList();
    }
}
